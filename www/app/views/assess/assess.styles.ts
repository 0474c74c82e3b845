// The standing beside the questions of the full list.
import { css } from "lit";

export const assessStyles = css`
  .standing > * + * {
    margin-block-start: var(--s1);
  }
  .standing a {
    font-size: 1.5rem;
    font-weight: 650;
    color: var(--ink);
    text-decoration: none;
  }
  .standing a:hover {
    text-decoration: underline;
  }
  .steps .sub {
    display: block;
    font-size: var(--tiny);
    font-weight: 400;
  }
`;
