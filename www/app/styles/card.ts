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
`;
