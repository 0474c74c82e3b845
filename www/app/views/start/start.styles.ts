// The first view.
import { css } from "lit";

export const startStyles = css`
  .hero {
    display: grid;
    grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
    gap: var(--s5) clamp(2rem, 6cqi, 5rem);
    align-items: center;
  }
  .gains {
    list-style: none;
    padding: 0;
    border-block-start: 1px solid var(--line);
  }
  .gains li {
    margin: 0;
    padding-block: 0.55rem;
    border-block-end: 1px solid var(--line);
    font-size: 0.9375rem;
  }
  .gains h2 {
    font-size: var(--small);
  }
  @container page (max-width: 56rem) {
    .hero {
      grid-template-columns: minmax(0, 1fr);
    }
  }
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
  .resume {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 18rem), 1fr));
    gap: var(--s4) var(--s6);
    align-items: center;
    border-color: var(--accent);
  }
  .resume > * {
    margin: 0;
  }
  .resume div > * + * {
    margin-block-start: var(--s2);
  }
  .resume strong {
    font-size: 1.5rem;
    margin-inline-end: var(--s3);
  }
  .resume .buttons {
    justify-content: flex-end;
  }
  .edition {
    max-inline-size: 46rem;
  }
  .edition legend {
    margin-block-end: var(--s2);
    font-size: 1.25rem;
    font-weight: 650;
  }
  .edition .line {
    display: block;
    font-size: var(--small);
  }
  .prose > .table {
    max-inline-size: 46rem;
  }
  .points {
    padding-inline-start: 1.25rem;
  }
  .points li + li {
    margin-block-start: var(--s2);
  }
`;
