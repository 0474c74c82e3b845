// Two files side by side.
export const compareStyles = `
  .sides .quiet {
    overflow-wrap: anywhere;
  }
  .clashes td:nth-child(2),
  .clashes td:nth-child(3) {
    inline-size: 20%;
  }
  .clashes td:last-child {
    inline-size: 15.5rem;
  }
  .clashes .segments {
    background: var(--surface);
  }
  .clashes [data-open] > th {
    box-shadow: inset 3px 0 0 var(--warn);
    padding-inline-start: var(--s3);
  }
  .clashes tr > th:first-child {
    padding-inline-start: var(--s3);
  }
  :host(:dir(rtl)) .clashes [data-open] > th {
    box-shadow: inset -3px 0 0 var(--warn);
  }
`;
