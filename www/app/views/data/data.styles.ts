// What is kept, and the dangerous card.
export const dataStyles = `
  .card.danger {
    border-color: color-mix(in oklab, var(--bad), var(--line) 55%);
  }
  .about {
    display: grid;
    grid-template-columns: max-content minmax(0, 1fr);
    gap: var(--s1) var(--s4);
    font-size: var(--small);
  }
  .about dt {
    color: var(--quiet);
  }
  @container page (max-width: 36rem) {
    .about {
      display: block;
    }
    .about dd {
      margin-block-end: var(--s2);
    }
  }
`;
