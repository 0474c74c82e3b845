// The Statement of Applicability.
export const statementStyles = `
  .tallies {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s2) var(--s6);
  }
  .tallies div {
    display: flex;
    flex-direction: column-reverse;
    justify-content: flex-end;
  }
  @container page (max-width: 40rem) {
    .tallies {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(7rem, 1fr));
      gap: var(--s2) var(--s4);
    }
  }
  .tallies dt {
    color: var(--quiet);
    font-size: var(--small);
  }
  .tallies dd {
    font-size: 1.5rem;
    font-weight: 650;
    line-height: 1.2;
  }
  .bulk {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--s6);
  }
  .standing-text > * + * {
    margin-block-start: var(--s2);
  }
  .gates-say {
    display: grid;
    gap: var(--s1);
    justify-items: start;
  }
  .stage-say {
    display: inline-flex;
    flex-wrap: wrap;
    gap: 0 var(--s3);
  }
  .soa bdi,
  .shown-by {
    overflow-wrap: anywhere;
  }
  .shown-by {
    display: block;
    font-size: var(--small);
  }
  .lacking {
    color: var(--warn);
  }
  .soa th:first-child {
    inline-size: 31%;
  }
  .soa td:nth-child(3) {
    inline-size: 24%;
  }
  .soa td:nth-child(5) {
    inline-size: 11%;
  }
  .soa [data-state="excluded"] > * {
    color: var(--quiet);
  }
  .soa [data-state="undecided"] > td:nth-child(2),
  .soa [data-state="not-implemented"] > td:nth-child(4),
  .soa [data-state="unknown"] > td:nth-child(4) {
    color: var(--bad);
    font-weight: 600;
  }
  .soa [data-edited] > * {
    border-block-end-color: transparent;
    background: var(--accent-soft);
  }
  .soa .editor > td {
    background: var(--accent-soft);
  }
  .ticks {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--s3);
  }
  .ticks .level {
    padding-inline: 0.25rem;
    background: none;
    border-color: transparent;
  }
`;
