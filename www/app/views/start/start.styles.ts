// The first view.
import { css } from "lit";

export const startStyles = css`
  .lead {
    max-inline-size: 46rem;
  }
  .lead > * + * {
    margin-block-start: var(--s3);
  }
  .intro {
    font-size: 1.1875rem;
    line-height: 1.5;
  }
  .privacy {
    padding-inline-start: var(--s4);
    border-inline-start: 4px solid var(--accent);
  }
  /* What comes below pushes the foot of the page, which nobody must see move. */
  .awaited {
    min-block-size: 100vb;
  }
  .options {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr));
    gap: var(--s4);
  }
  .options > .card {
    display: flex;
    flex-direction: column;
  }
  .push {
    margin-block-start: auto;
    padding-block-start: var(--s4);
  }
  .measure {
    color: var(--quiet);
    font-weight: 550;
    margin-block-start: var(--s1) !important;
  }
`;
