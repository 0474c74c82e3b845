// The report, as on paper.
export const reportStyles = `
  .paper {
    max-inline-size: 54rem;
    margin-block-start: var(--s6);
    padding: clamp(1rem, 5cqi, 3.5rem);
    border: 1px solid var(--line);
    background: var(--surface);
  }
  .paper > section + section {
    margin-block-start: var(--s7);
  }
  .paper h3 {
    margin-block-start: var(--s4);
  }
  .paper .columns {
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 17rem), 1fr));
  }
  .table .tight {
    white-space: nowrap;
  }
  .paper .shown-by {
    font-size: inherit;
  }
  .part-findings tbody th {
    white-space: nowrap;
  }
  .part-statement :is(th:first-child, td:nth-child(3)) {
    inline-size: 30%;
  }
  .paper .step {
    display: block;
    color: var(--quiet);
  }
  .open-gates {
    font-size: var(--small);
  }
  .stage-line + .stage-line {
    margin-block-start: var(--s1);
  }
  .paper h3 .state {
    margin-inline-start: var(--s2);
    font-size: var(--small);
  }
  .made-with dd {
    overflow-wrap: anywhere;
  }
  .management h2 {
    font-size: 1.75rem;
  }
`;
