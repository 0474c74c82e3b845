// Sheets that are looked at before they are taken over.
export const importStyles = `
  .tick {
    display: flex;
    gap: var(--s2);
    align-items: baseline;
    min-block-size: 1.75rem;
    font-weight: 400;
    cursor: pointer;
  }
  .changes .tick input {
    translate: 0 0.25rem;
  }
  .tick.all {
    align-items: center;
    min-block-size: 2.5rem;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  .changes {
    table-layout: fixed;
  }
  .changes th:first-child {
    inline-size: 32%;
  }
  .changes th:nth-child(2) {
    inline-size: 14%;
  }
  .changes th:nth-child(5) {
    inline-size: 16%;
  }
  .changes :is(thead th, td, bdi, label) {
    overflow-wrap: anywhere;
  }
  .changes thead th {
    white-space: normal;
  }
  .changes bdi {
    white-space: pre-line;
  }
  .changes .was {
    color: var(--quiet);
  }
  .table select.small {
    min-block-size: 2rem;
    max-inline-size: 20rem;
    padding: 0.15rem 0.4rem;
    font-size: var(--small);
  }
  .edition {
    max-inline-size: 20rem;
  }
  summary:has(> bdi) {
    flex-wrap: wrap;
    column-gap: 0.5em;
    row-gap: 0;
  }
  summary > .quiet {
    font-weight: 400;
  }
  .sample {
    padding: var(--s2) var(--s3);
    border-inline-start: 4px solid var(--line);
    overflow-wrap: anywhere;
  }
  .left-out {
    overflow-wrap: anywhere;
  }
  .fold-body:has(> .table) {
    max-inline-size: none;
  }
  @container page (max-width: 40rem) {
    .table td > select.small {
      inline-size: auto;
      max-inline-size: 65%;
      min-block-size: 2.5rem;
    }
  }
`;
