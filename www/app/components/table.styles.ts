// Tables, and their form on narrow pages.
import { css } from "lit";

export const tableStyles = css`
  .table {
    inline-size: 100%;
    border-collapse: collapse;
    font-size: 0.9375rem;
  }
  .table caption {
    padding-block-end: var(--s1);
    color: var(--quiet);
    font-size: var(--small);
    text-align: start;
  }
  .table th,
  .table td {
    padding: 0.45rem var(--s3) 0.45rem 0;
    border-block-end: 1px solid var(--line);
    font-weight: 400;
    text-align: start;
    vertical-align: baseline;
  }
  .table thead th {
    color: var(--quiet);
    font-size: var(--tiny);
    font-weight: 600;
    border-block-end-color: var(--edge);
  }
  /* A table with widths of its own lets them wrap. */
  .table thead {
    white-space: nowrap;
  }
  .table .figures {
    text-align: end;
    white-space: nowrap;
  }
  .table :is(th, td):last-child {
    padding-inline-end: 0;
  }
  .table td > .bar {
    min-inline-size: 5rem;
  }
  .table td > .plain.small {
    margin-inline: calc(-0.6rem - 1px);
  }
  @container page (max-width: 40rem) {
    .table thead {
      position: absolute;
      inline-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .table,
    .table caption:not(.hidden),
    .table tbody,
    .table tr,
    .table th,
    .table td {
      display: block;
      inline-size: auto !important;
    }
    .table td[data-empty] {
      display: none !important;
    }
    .table tr {
      padding-block: var(--s2);
      border-block-end: 1px solid var(--line);
    }
    .table tbody :is(th, td) {
      border: 0;
      padding: 0.1rem 0;
      white-space: normal !important;
    }
    .table tbody th {
      font-weight: 600;
    }
    .table tbody td {
      display: flex;
      gap: var(--s3);
      justify-content: space-between;
      align-items: baseline;
      overflow-wrap: anywhere;
    }
    .table tbody td:has(> .bar, > input, > .field) {
      align-items: center;
    }
    .table tbody td[data-label]::before {
      content: attr(data-label);
      flex: none;
      color: var(--quiet);
      font-size: var(--small);
    }
  }
  @media (forced-colors: active) {
    .segments :checked + span,
    .switch a[aria-current],
    .primary {
      forced-color-adjust: none;
    }
  }
`;
