// The report, as on paper.
export const reportStyles = `
  .paper {
    max-inline-size: 54rem;
    margin-block-start: var(--s6);
    padding: clamp(1rem, 5cqi, 3.5rem);
    border: 1px solid var(--line);
    background: var(--surface);
  }
  .logo {
    max-inline-size: 12rem;
    max-block-size: 4rem;
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
  .sheet {
    break-before: page;
  }
  @container page (max-width: 40rem) {
    .sheet .table td,
    .sheet .table td::before {
      display: block;
    }
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
  .management li .quiet {
    display: block;
  }
  .signatures {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 14rem), 1fr));
    gap: var(--s2) var(--s6);
    break-inside: avoid;
  }
  .signatures dd {
    margin: 3rem 0 0;
    padding-block-start: var(--s1);
    border-block-start: 1px solid var(--edge);
    color: var(--quiet);
    font-size: var(--small);
  }
  /* One page, also where every must-have is open. */
  @media print {
    .management :is(p, ol, .signatures) {
      margin-block: var(--s1);
    }
    .management h3 {
      margin-block-start: var(--s3);
    }
    .management .open-gates {
      margin-block: 0;
      line-height: 1.3;
    }
    .management .open-gates li {
      margin: 0;
    }
    .signatures dd {
      margin-block-start: 2rem;
    }
  }
  .contents .plain {
    min-block-size: 1.75rem;
    padding: 0.1rem 0.25rem;
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
