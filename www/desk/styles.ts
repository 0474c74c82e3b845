// The desk's styles in the order in which they override each other: those that it shares, then its own.
import { css, unsafeCSS } from "lit";
import { columnWidths, denseStyles } from "../app/components/dense.styles.js";
import { dialogStyles } from "../app/components/dialog.styles.js";
import { fieldStyles } from "../app/components/field.styles.js";
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
  .heading {
    gap: 0.2em;
    min-block-size: 1.75rem;
    padding: 0.1rem 0.25rem;
    margin-inline: -0.25rem;
    border-color: transparent;
    background: none;
    color: inherit;
    font-weight: 600;
  }
  .figures .heading {
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
  .claim {
    white-space: nowrap;
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
  unsafeCSS(iconStyles),
  unsafeCSS(denseStyles),
  own,
  unsafeCSS(
    `@container page (min-width: 62rem) {${columnWidths("overview", [null, 7, 10.5, 10.5, 9, 7, 7, 9, 9, 13])}}`,
  ),
  unsafeCSS(print),
];
