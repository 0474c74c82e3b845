// The dense table: one line a row, heads that stay in sight.

/** The columns' widths in percent; one without its own takes what is left. */
export const columnWidths = (table: string, widths: readonly (number | null)[]): string =>
  widths
    .map((width, at) => (width === null ? "" : `.${table} thead th:nth-child(${at + 1}) { inline-size: ${width}%; }`))
    .join("");

export const denseStyles = `
  .dense {
    border-collapse: separate;
    border-spacing: 0;
  }
  /* Widths of their own, so that no text that is recorded moves what somebody is about to press. */
  @container page (min-width: 62rem) {
    .dense {
      table-layout: fixed;
    }
  }
  .dense :is(td, thead th) {
    overflow-wrap: anywhere;
  }
  .dense thead th {
    white-space: normal;
  }
  .dense tbody :is(th, td) {
    block-size: 2.5rem;
    padding-block: 0.1rem;
    vertical-align: middle;
  }
  .dense .opener {
    gap: 0.55em;
    min-block-size: 1.75rem;
    padding: 0.1rem 0.25rem;
    margin-inline-start: -0.25rem;
    border-color: transparent;
    background: none;
    font-weight: 500;
  }
  .dense .opener .quiet {
    font-size: var(--tiny);
    font-weight: 400;
  }
  .dense .opener:hover {
    text-decoration: underline;
  }
  .dense .group th {
    block-size: 2rem;
    padding-block: var(--s2) 0;
    vertical-align: bottom;
    font-size: var(--small);
    font-weight: 650;
    background: var(--page);
  }
  .dense [data-edited] > * {
    border-block-end-color: transparent;
    background: var(--accent-soft);
  }
  .dense .editor > td {
    block-size: auto;
    padding: 0 0 var(--s4);
    background: var(--accent-soft);
  }
  .dense .details {
    max-inline-size: 56rem;
    padding-inline: 1.35rem;
  }
  .dense .details > * + * {
    margin-block-start: var(--s2);
  }
  .dense .segments span {
    min-block-size: 2rem;
  }
  .dense :is(a, button, input, select, textarea) {
    scroll-margin-block: 6rem 7rem;
  }
  @container page (min-width: 40.01rem) {
    .dense thead th {
      position: sticky;
      inset-block-start: 0;
      z-index: 1;
      background: var(--page);
    }
    .dense .group th {
      position: sticky;
      inset-block-start: 1.9rem;
    }
  }
  /* A drawer at the side of the rows, which keep their places. The columns that give way to it are repeated in it. */
  @container page (min-width: 70rem) {
    .drawn[data-drawer] {
      position: relative;
      min-block-size: 100vb;
      padding-inline-end: 26rem;
    }
    [data-drawer] > .dense > * > tr > :not(:first-child, [data-stays]) {
      inline-size: 1px;
      padding-inline: 0;
      overflow: hidden;
      white-space: nowrap;
      font-size: 0;
      visibility: hidden;
    }
    [data-drawer] > .dense thead th:first-child {
      inline-size: auto;
    }
    [data-drawer] > .dense thead [data-stays] {
      inline-size: 19.5rem;
    }
    [data-drawer] > .plan thead [data-stays] {
      inline-size: 5rem;
    }
    .dense .editor > td {
      position: absolute;
      inset-block: 0;
      inset-inline-end: 0;
      inline-size: 25rem;
      padding: 0;
      border: 0;
      background: none;
    }
    .dense .details {
      position: sticky;
      inset-block-start: var(--s2);
      max-block-size: calc(100vb - 5rem);
      overflow-y: auto;
      padding-block: var(--s4);
      border: 1px solid var(--line);
      border-radius: var(--round);
      background: var(--surface);
    }
  }
  .dense-head > * + * {
    margin-block-start: var(--s2);
  }
  .dense-head + .drawn {
    margin-block-start: var(--s3);
  }
  .toolbar {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s1) var(--s4);
    align-items: center;
  }
  .toolbar > * {
    margin: 0;
  }
  @container page (max-width: 40rem) {
    .dense tbody :is(th, td) {
      block-size: auto;
    }
    .dense tbody tr:not(.group, .editor) {
      display: grid;
      gap: 0 var(--s3);
    }
    .dense .editor > td {
      display: block !important;
    }
    .dense .group {
      border: 0 !important;
    }
  }
  @media print {
    .dense :is(thead, .group) th {
      position: static;
    }
    .dense .opener {
      display: inline;
      padding: 0;
    }
    .opener::before {
      content: none;
    }
  }
`;
