// The desk's styles in the order in which they override each other: those that it shares, then its own.
import { css, unsafeCSS } from "lit";
import { columnWidths, denseStyles } from "../app/components/dense.styles.js";
import { dialogStyles } from "../app/components/dialog.styles.js";
import { fieldStyles } from "../app/components/field.styles.js";
import { foldStyles } from "../app/components/fold.styles.js";
import { gatesStyles } from "../app/components/gates.styles.js";
import { iconStyles } from "../app/components/icon.styles.js";
import { noticeStyles } from "../app/components/notice.styles.js";
import { searchStyles } from "../app/components/search.styles.js";
import { tableStyles } from "../app/components/table.styles.js";
import { base } from "../app/styles/base.js";
import { cardStyles } from "../app/styles/card.js";
import { layout } from "../app/styles/layout.js";
import { print } from "../app/styles/print.js";
import { tokens } from "../app/styles/tokens.js";

const own = css`
  [hidden] {
    display: none !important;
  }
  .bar-top > div,
  main,
  footer > div {
    max-inline-size: 96rem;
  }
  main > * + * {
    margin-block-start: var(--s4);
  }
  .add .pair {
    align-items: start;
  }
  .progress {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s2) var(--s4);
    align-items: center;
    min-block-size: 2rem;
  }
  .progress p {
    flex: 1 1 16rem;
  }
  progress {
    inline-size: min(100%, 14rem);
    block-size: 0.6rem;
    accent-color: var(--accent);
  }
  .overview {
    font-size: var(--small);
  }
  .overview thead th {
    white-space: normal;
    vertical-align: bottom;
  }
  .tally,
  .facts {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 11rem), 1fr));
    gap: var(--s2) var(--s4);
  }
  .tally {
    grid-template-columns: repeat(auto-fill, minmax(9rem, 1fr));
  }
  .facts {
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 15rem), 1fr));
  }
  :is(.tally, .facts) dt {
    color: var(--quiet);
    font-size: var(--tiny);
  }
  .tally dd {
    font-weight: 600;
  }
  .across {
    overflow-x: auto;
  }
  .heat {
    border-collapse: separate;
    border-spacing: 2px;
    font-size: var(--small);
  }
  .heat th {
    padding: 0.2rem 0.4rem;
    font-weight: 500;
    text-align: start;
    vertical-align: bottom;
  }
  .heat thead th {
    min-inline-size: 5.5rem;
    font-size: var(--tiny);
  }
  .heat tbody th {
    position: sticky;
    inset-inline-start: 0;
    min-inline-size: 10rem;
    background: var(--page);
  }
  .heat td {
    padding: 0.2rem 0.4rem;
    border-radius: 3px;
    text-align: center;
  }
  [data-band="0"] {
    background: light-dark(#f6d3d0, #5c2320);
  }
  [data-band="1"] {
    background: light-dark(#fbe6cf, #5a3a17);
  }
  [data-band="2"] {
    background: light-dark(#fbf3d0, #4c4519);
  }
  [data-band="3"] {
    background: light-dark(#dff0e2, #1f4a30);
  }
  [data-band="4"] {
    background: light-dark(#b9dfc4, #1f6640);
  }
  .heat,
  .tally {
    print-color-adjust: exact;
  }
  .fold-body > * + * {
    margin-block-start: var(--s3);
  }
  .weights {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 13rem), 1fr));
    gap: var(--s2) var(--s4);
    align-items: end;
  }
  .weights label {
    font-size: var(--small);
    font-weight: 400;
  }
  .weights input {
    min-block-size: 2rem;
  }
  .heading {
    max-inline-size: 100%;
    gap: 0.2em;
    min-block-size: 1.75rem;
    padding-block: 0.1rem;
    padding-inline: 0 0.25rem;
    border-color: transparent;
    background: none;
    color: inherit;
    font-weight: 600;
    text-align: start;
    white-space: normal;
    overflow-wrap: anywhere;
  }
  .figures .heading {
    padding-inline: 0.25rem 0;
    text-align: end;
  }
  [aria-sort] .heading {
    color: var(--ink);
  }
  .up .icon {
    transform: rotate(180deg);
  }
  .name {
    font-weight: 600;
  }
  .overview .state {
    font-weight: 500;
  }
  .claim[data-claim="verified"] {
    color: var(--good);
  }
  .claim[data-claim="differs"] {
    color: var(--bad);
    font-weight: 600;
  }
  [aria-disabled="true"] {
    opacity: 0.45;
    cursor: default;
  }
  .toolbar {
    justify-content: space-between;
  }
  #bad td {
    overflow-wrap: anywhere;
  }
  #bad th {
    inline-size: 38%;
  }
  @container page (min-width: 40.01rem) {
    .sorting {
      display: none;
    }
  }
`;

export const deskStyles = [
  tokens,
  base,
  layout,
  cardStyles,
  noticeStyles,
  fieldStyles,
  dialogStyles,
  tableStyles,
  searchStyles,
  foldStyles,
  unsafeCSS(iconStyles),
  unsafeCSS(gatesStyles),
  unsafeCSS(denseStyles),
  own,
  unsafeCSS(
    `@container page (min-width: 62rem) {${columnWidths("overview", [null, 6.5, 10, 10, 8.5, 6.5, 6.5, 8.5, 8.5, 12, 8, 8.5])}}`,
  ),
  unsafeCSS(print),
];
