// The list of gates.
export const gatesStyles = `
  .gates {
    list-style: none;
    padding: 0;
    border-block-start: 1px solid var(--line);
  }
  .gates .gate {
    display: grid;
    grid-template-columns: 9rem minmax(0, 1fr);
    gap: var(--s1) var(--s3);
    margin: 0;
    padding-block: var(--s3);
    border-block-end: 1px solid var(--line);
  }
  .gates .state {
    align-self: start;
    font-size: var(--small);
    line-height: 1.7;
  }
  .gate-why {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--s4);
    align-items: baseline;
    margin-block-start: var(--s1);
    font-size: var(--small);
  }
  .gate-why a {
    padding-block: 0.15rem;
  }
  @container page (max-width: 36rem) {
    .gates .gate {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
