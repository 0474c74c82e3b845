// A box with a border, on its own surface.
import { css } from "lit";

export const cardStyles = css`
  .card {
    padding: clamp(1rem, 2.5cqi, 1.5rem);
    border: 1px solid var(--line);
    border-radius: calc(var(--round) * 1.5);
    background: var(--surface);
  }
  .card > * + * {
    margin-block-start: var(--s3);
  }
  .card.inline {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 16rem), 1fr));
    gap: var(--s3) var(--s6);
    align-items: center;
  }
  .card.inline > * {
    margin: 0;
  }
`;
