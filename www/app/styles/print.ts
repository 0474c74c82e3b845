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
    .radar,
    .meter {
      print-color-adjust: exact;
    }
    h1,
    h2,
    h3,
    caption {
      break-after: avoid;
    }
    tr,
    .question,
    .document,
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
    .paper > .management {
      break-after: page;
    }
  }
`;
