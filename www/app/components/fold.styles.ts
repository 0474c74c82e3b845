// Parts that fold.
import { css } from "lit";

export const foldStyles = css`
  .fold {
    min-inline-size: 0;
  }
  .fold[open] {
    flex: 1 1 100%;
  }
  summary {
    display: inline-flex;
    gap: 0.5em;
    align-items: center;
    min-block-size: 2rem;
    color: var(--accent);
    font-size: var(--small);
    font-weight: 550;
    cursor: pointer;
    list-style: none;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary::before,
  .opener::before {
    content: "";
    flex: none;
    inline-size: 0.45em;
    block-size: 0.45em;
    border: solid currentColor;
    border-width: 0 1.5px 1.5px 0;
    transform: translateY(-0.1em) rotate(45deg);
  }
  [open] > summary::before,
  .opener[aria-expanded="true"]::before {
    transform: translateY(0.15em) rotate(225deg);
  }
  summary:hover {
    text-decoration: underline;
  }
  .fold-body {
    max-inline-size: 46rem;
    margin-block: var(--s2) var(--s3);
    padding: var(--s3) var(--s4) var(--s4);
    border-inline-start: 4px solid var(--line);
  }
  .fold-body > * + * {
    margin-block-start: var(--s2);
  }
  .fold-body h2 {
    margin-block-start: var(--s3);
    font-size: var(--small);
  }
  .fold-body > h2:first-child {
    margin-block-start: 0;
  }
  .evidence > * + * {
    margin-block-start: var(--s2);
  }
`;
