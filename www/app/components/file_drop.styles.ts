// The place to drop a file.
import { css } from "lit";

export const fileDropStyles = css`
  .drop {
    padding: var(--s3) var(--s4);
    border: 1px dashed var(--edge);
    border-radius: var(--round);
  }
  .drop[data-over] {
    border-style: solid;
    border-color: var(--accent);
    background: var(--accent-soft);
  }
  .drop label {
    display: block;
  }
  .drop > * + * {
    margin-block-start: var(--s1);
  }
`;
