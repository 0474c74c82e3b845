// Small things of several deferred views, and what is folded in them.
export const smallStyles = `
  .narrow-field {
    max-inline-size: 22rem;
  }
  .table .buttons {
    flex-wrap: nowrap;
  }
  dialog.wide {
    inline-size: min(56rem, calc(100vi - 2rem));
  }
  .empty {
    padding: var(--s5);
    border: 1px dashed var(--edge);
    border-radius: var(--round);
    text-align: center;
  }
  mark {
    background: var(--accent-soft);
    color: var(--ink);
    font-weight: 600;
  }
`;

export const foldedStyles = `
  .written {
    white-space: pre-wrap;
  }
  .fold-body:has(> :is(.table, .way)) {
    max-inline-size: none;
    padding-inline: 0;
    border: 0;
  }
  .fold-body h3 {
    margin-block-start: var(--s4);
    font-size: var(--small);
  }
  .fold-body > h3:first-child {
    margin-block-start: 0;
  }
  .ticks legend {
    padding: 0;
  }
  .said {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--s3);
    padding-block-end: var(--s2);
    color: var(--quiet);
    font-size: var(--small);
  }
`;
