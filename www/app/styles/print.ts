/** Comes with the views, and last, so that it has the last word on paper. */
export const print = `
  @media print {
    :host {
      --page: #fff;
      --surface: #fff;
      --ink: #000;
      --quiet: #333;
      color-scheme: light;
    }
    .skip,
    .bar-top,
    .views,
    .side,
    .search,
    .chips,
    .steps,
    .notice,
    dialog,
    .no-print,
    footer {
      display: none !important;
    }
    main {
      max-inline-size: none;
      padding: 0;
    }
    .split {
      display: block;
    }
    .bar,
    .swatch,
    .meter {
      print-color-adjust: exact;
    }
    h1,
    h2,
    h3,
    caption,
    dt,
    h2 + :is(p, dl),
    thead {
      break-after: avoid;
    }
    p,
    li,
    dd {
      orphans: 3;
      widows: 3;
    }
    tr,
    .paper p,
    .paper li,
    .entries > div,
    .columns > div,
    .question,
    .gate,
    .card {
      break-inside: avoid;
    }
    thead {
      display: table-header-group;
    }
    a {
      color: inherit;
      text-decoration: none;
    }
    .number {
      text-decoration: none;
    }
    .paper {
      max-inline-size: none;
      margin: 0;
      padding: 0;
      border: 0;
    }
    .paper > .management:not(:last-child) {
      break-after: page;
    }
    .paper > .part-statement {
      break-before: page;
    }
    .paper > section + section {
      margin-block-start: var(--s6);
    }
    .paper > .management + section,
    .paper > section + .part-statement {
      margin-block-start: 0;
    }
    .paper .shown-by .icon {
      display: none;
    }
    .paper .table {
      font-size: var(--tiny);
    }
    .paper .table :is(th, td) {
      padding-block: 0.25rem;
    }
    .paper .gate {
      padding-block: 0.35rem;
    }
  }
`;
