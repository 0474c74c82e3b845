// The start's tasks, and what stands below them.
import { css } from "lit";

export const tasksStyles = css`
  .resume strong {
    font-size: 1.5rem;
    margin-inline-end: var(--s3);
  }
  .tasks {
    max-inline-size: 46rem;
    list-style: none;
    padding: 0;
    border-block-start: 1px solid var(--line);
  }
  .tasks li {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s1) var(--s5);
    justify-content: space-between;
    margin: 0;
    padding: var(--s3) var(--s2);
    padding-inline-start: calc(var(--s2) + 4px);
    border-block-end: 1px solid var(--line);
  }
  .tasks [data-next] {
    padding-inline-start: var(--s2);
    border-inline-start: 4px solid var(--accent);
    background: var(--surface);
  }
  .tasks a {
    font-weight: 600;
  }
  .tasks .far {
    flex: 0 0 8rem;
  }
  .tasks .far .icon {
    margin-inline-end: var(--s1);
    color: var(--good);
    vertical-align: -0.12em;
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
