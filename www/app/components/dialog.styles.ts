// The dialog.
import { css } from "lit";

export const dialogStyles = css`
  dialog {
    inline-size: min(36rem, calc(100vi - 2rem));
    max-block-size: calc(100vb - 2rem);
    padding: 0;
    border: 1px solid var(--edge);
    border-radius: calc(var(--round) * 1.5);
    background: var(--surface);
    color: var(--ink);
    overflow: auto;
  }
  dialog::backdrop {
    background: rgb(8 14 20 / 0.5);
  }
  dialog > * {
    padding-inline: clamp(1rem, 4vi, 1.75rem);
  }
  dialog > h2 {
    padding-block: var(--s5) var(--s2);
  }
  .dialog-body > * + * {
    margin-block-start: var(--s3);
  }
  dialog > form {
    position: sticky;
    inset-block-end: 0;
    padding-block: var(--s4);
    margin-block-start: var(--s4);
    border-block-start: 1px solid var(--line);
    background: var(--surface);
  }
`;
