// Actions, the what-if and the ways to a stage.
export const planStyles = `
  .plan td:first-child input {
    inline-size: 1.5rem;
    block-size: 1.5rem;
  }
  .plan td:nth-child(5) {
    inline-size: 11rem;
  }
  .plan td:nth-child(6) {
    inline-size: 10rem;
  }
  .plan :is(th, td) p {
    font-weight: 400;
    margin-block-start: 0.15rem;
  }
  .plan tbody :is(th, td) {
    vertical-align: top;
  }
  .plan .field input {
    min-block-size: 2.25rem;
    font-size: var(--small);
    border-color: var(--line);
  }
  .moving {
    position: sticky;
    inset-block-end: 0.5rem;
    z-index: 1;
    display: flex;
    flex-wrap: wrap;
    gap: var(--s2) var(--s4);
    align-items: center;
    justify-content: space-between;
    padding: var(--s2) var(--s3);
    font-size: var(--small);
    border: 1px solid var(--accent);
    border-radius: var(--round);
    background: var(--surface);
  }
  /* What has the focus is not covered by the line below. */
  .plan :is(a, input) {
    scroll-margin-block-end: 7rem;
  }
  .before-after {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 14rem), 1fr));
    gap: var(--s4) var(--s6);
    align-items: start;
  }
  .strong {
    font-size: 1.75rem;
    font-weight: 650;
    line-height: 1.25;
  }
  .stage-line {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--s3);
    justify-content: space-between;
  }
  .before-after .stage-line {
    display: grid;
  }
  .gate-moves {
    font-size: 0.9375rem;
  }
  .way {
    columns: 22rem 2;
    column-gap: var(--s6);
  }
  .way li {
    break-inside: avoid;
  }
  .way li::marker {
    font-variant-numeric: tabular-nums;
    color: var(--quiet);
  }
  .columns-list {
    columns: 20rem;
    column-gap: var(--s6);
  }
`;
