// Headline, stages, tallies and facts of the result.
export const resultStyles = `
  .headline {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 19rem), 1fr));
    gap: var(--s4);
  }
  .headline h2,
  .headline dt {
    font-size: var(--small);
    font-weight: 600;
  }
  .headline h2 {
    color: var(--quiet);
    letter-spacing: 0;
  }
  .parts > * + *,
  .stages > * + * {
    margin-block-start: var(--s3);
  }
  .parts div {
    display: grid;
    grid-template-columns: 1fr auto;
    align-items: center;
  }
  .parts dd {
    display: contents;
  }
  .parts .bar {
    grid-column: 1 / -1;
    margin-block-start: 0.1rem;
    block-size: 0.5rem;
  }
  .stages dd {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--s3);
    align-items: baseline;
  }
  .stages .state {
    font-size: var(--large);
    white-space: normal;
  }
  .tally .bar {
    block-size: 1.25rem;
    border-radius: var(--round);
  }
  .tally .legend {
    margin-block-start: var(--s2);
  }
  .facts {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 14rem), 1fr));
    gap: var(--s4);
  }
  .facts dt {
    font-size: var(--small);
    font-weight: 600;
  }
  .facts .figure {
    font-size: 1.75rem;
    font-weight: 650;
    letter-spacing: -0.02em;
  }
  .table .refs a {
    display: inline-grid;
    place-items: center;
    min-block-size: 1.5rem;
    min-inline-size: 1.5rem;
  }
  .table .refs {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--s3);
  }
`;
