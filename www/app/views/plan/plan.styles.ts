// Actions, the what-if and the ways to a stage.
import { columnWidths } from "../../components/dense.styles.js";

export const planStyles = `
  ${columnWidths("plan", [54.5, 5.5, 6.5, 6, 9.5])}
  .plan td:last-child span {
    font-size: var(--tiny);
  }
  .plan tbody th > input {
    inline-size: 1.5rem;
    block-size: 1.5rem;
    margin-inline-end: var(--s2);
    vertical-align: middle;
  }
  .plan .opener {
    max-inline-size: calc(100% - 2.5rem);
    font-size: var(--small);
    line-height: 1.2;
    padding-block: 0;
  }
  .plan td {
    font-size: var(--small);
  }
  @container page (max-width: 40rem) {
    .plan tbody tr:not(.group, .editor) {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--s4);
    }
    .plan tbody th {
      flex: 0 0 100%;
    }
    .plan tbody tr:not(.editor) > td {
      gap: var(--s1);
      justify-content: start;
    }
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
