import { css } from "lit";

export const parts = css`
  .card {
    padding: clamp(1rem, 2.5cqi, 1.5rem);
    border: 1px solid var(--line);
    border-radius: calc(var(--round) * 1.5);
    background: var(--surface);
  }
  .card > * + * {
    margin-block-start: var(--s3);
  }
  .card.inline {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 16rem), 1fr));
    gap: var(--s3) var(--s6);
    align-items: center;
  }
  .card.inline > * {
    margin: 0;
  }
  .notice,
  .problems {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s2) var(--s4);
    align-items: center;
    justify-content: space-between;
    padding: var(--s3) var(--s4);
    border: 1px solid var(--line);
    border-inline-start: 5px solid var(--accent);
    border-radius: var(--round);
    background: var(--surface);
  }
  /* A question that waits for its answer stays in sight, where there is room for it. */
  @media (min-width: 48rem) and (min-height: 40rem) {
    .notice.waits {
      position: sticky;
      inset-block-start: 0.5rem;
      z-index: 2;
      box-shadow: 0 2px 10px rgb(8 14 20 / 0.15);
    }
  }
  .notice p {
    flex: 1 1 20rem;
    max-inline-size: 72ch;
  }
  .notice[data-tone="warning"] {
    border-inline-start-color: var(--warn);
    background: var(--warn-soft);
  }
  .notice[data-tone="success"] {
    border-inline-start-color: var(--good);
    background: var(--good-soft);
  }
  .problems {
    display: block;
    border: 2px solid var(--bad);
    border-inline-start-width: 6px;
    background: var(--bad-soft);
  }
  .problems h2 {
    font-size: var(--large);
  }
  .problems a {
    color: var(--bad);
    font-weight: 600;
  }
  .problems ul {
    margin-block-start: var(--s2);
  }
  .bar,
  .meter {
    display: block;
    inline-size: 100%;
    block-size: 0.625rem;
    border-radius: 99px;
    overflow: hidden;
  }
  .meter {
    block-size: 3px;
  }
  .earned {
    fill: var(--earned);
  }
  .maybe {
    fill: var(--maybe);
  }
  .lost {
    fill: var(--lost);
  }
  :host(:dir(rtl)) .bar,
  :host(:dir(rtl)) .meter {
    transform: scaleX(-1);
  }
  @media (forced-colors: active) {
    .bar,
    .meter {
      border: 1px solid CanvasText;
    }
  }
  .field {
    min-inline-size: 0;
  }
  label,
  legend {
    font-weight: 600;
  }
  .field > * + * {
    margin-block-start: var(--s1);
  }
  input:not([type="radio"], [type="checkbox"], [type="file"]),
  select,
  textarea {
    display: block;
    inline-size: 100%;
    min-block-size: 2.5rem;
    padding: 0.4rem 0.6rem;
    border: 1px solid var(--edge);
    border-radius: 4px;
    background: var(--surface);
  }
  textarea {
    resize: vertical;
  }
  input[type="radio"],
  input[type="checkbox"] {
    inline-size: 1.25rem;
    block-size: 1.25rem;
    margin: 0;
    flex: none;
    accent-color: var(--accent);
  }
  input[type="file"] {
    max-inline-size: 100%;
    padding-block: var(--s1);
  }
  input::file-selector-button {
    min-block-size: 2.25rem;
    margin-inline-end: var(--s3);
    padding: 0.3rem 0.9rem;
    border: 1px solid var(--edge);
    border-radius: var(--round);
    background: var(--surface);
    color: inherit;
    font: inherit;
    font-weight: 550;
    cursor: pointer;
  }
  [aria-invalid] {
    border: 2px solid var(--bad) !important;
  }
  .error {
    color: var(--bad);
    font-weight: 600;
  }
  .pair {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 14rem), 1fr));
    gap: var(--s3) var(--s4);
    align-items: end;
  }
  fieldset {
    min-inline-size: 0;
    border: 0;
  }
  .drop {
    padding: var(--s3) var(--s4);
    border: 1px dashed var(--edge);
    border-radius: var(--round);
  }
  .drop[data-over] {
    border-style: solid;
    border-color: var(--accent);
    background: var(--accent-soft);
  }
  .drop label {
    display: block;
  }
  .drop > * + * {
    margin-block-start: var(--s1);
  }
  .question {
    padding: clamp(1rem, 2.5cqi, 1.5rem);
    border: 1px solid var(--line);
    border-radius: calc(var(--round) * 1.5);
    background: var(--surface);
  }
  .questions > * + *,
  .documents > * + * {
    margin-block-start: var(--s4);
  }
  .question legend,
  .document legend {
    float: inline-start;
    inline-size: 100%;
    padding: 0;
  }
  .question legend + *,
  .document legend + * {
    clear: both;
  }
  .question legend {
    color: var(--quiet);
    font-size: var(--small);
  }
  .question legend .ref {
    color: var(--accent);
  }
  .question legend .title {
    font-weight: 500;
  }
  .asked {
    padding-block: var(--s1) var(--s3);
    font-size: var(--large);
    font-weight: 600;
    line-height: 1.35;
  }
  .level {
    display: flex;
    gap: var(--s3);
    align-items: flex-start;
    padding: 0.4rem var(--s3);
    border: 1px solid transparent;
    border-radius: 4px;
    font-weight: 400;
    line-height: 1.35;
    cursor: pointer;
  }
  .level .digit {
    inline-size: 1ch;
    color: var(--quiet);
  }
  .level b {
    font-weight: 600;
  }
  .what {
    display: block;
    flex: 1;
    min-inline-size: 0;
  }
  .levels .what {
    display: grid;
    grid-template-columns: 9.5rem minmax(0, 1fr);
    gap: 0 var(--s3);
    align-items: baseline;
  }
  .levels .what b {
    grid-column: 1;
    grid-row: 1;
  }
  .levels .tag {
    grid-column: 1;
    grid-row: 1;
    justify-self: end;
  }
  .levels .line {
    grid-column: 2;
  }
  .line {
    color: var(--quiet);
  }
  .level:hover {
    background: var(--sunken);
  }
  .level:has(:checked) {
    background: var(--accent-soft);
    border-color: var(--accent);
  }
  .level:has(:checked) .line,
  .level:has(:checked) .digit {
    color: var(--ink);
  }
  .level[data-provisional] {
    border: 1px dashed var(--accent);
  }
  .level:has(:focus-visible) {
    outline: 3px solid var(--accent);
    outline-offset: 1px;
  }
  .level :focus-visible {
    outline: none;
  }
  .others {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--s4);
    margin-block-start: var(--s1);
    padding-block-start: var(--s1);
    border-block-start: 1px solid var(--line);
  }
  .others .what {
    display: block;
  }
  .provisional {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s2) var(--s4);
    align-items: center;
    margin-block-end: var(--s2);
    color: var(--quiet);
    font-size: var(--small);
  }
  .reason {
    margin-block-start: var(--s3);
    padding-inline-start: var(--s4);
    border-inline-start: 4px solid var(--accent);
  }
  .aside {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s1) var(--s5);
    align-items: flex-start;
    margin-block-start: var(--s3);
  }
  .aside .clear {
    margin-inline-start: auto;
  }
  .fold {
    min-inline-size: 0;
  }
  .fold[open] {
    flex: 1 1 100%;
  }
  summary {
    display: inline-flex;
    gap: 0.5em;
    align-items: center;
    min-block-size: 2rem;
    color: var(--accent);
    font-size: var(--small);
    font-weight: 550;
    cursor: pointer;
    list-style: none;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary::before {
    content: "";
    inline-size: 0.45em;
    block-size: 0.45em;
    border: solid currentColor;
    border-width: 0 1.5px 1.5px 0;
    transform: translateY(-0.1em) rotate(45deg);
  }
  [open] > summary::before {
    transform: translateY(0.15em) rotate(225deg);
  }
  summary:hover {
    text-decoration: underline;
  }
  .fold-body {
    max-inline-size: 46rem;
    margin-block: var(--s2) var(--s3);
    padding: var(--s3) var(--s4) var(--s4);
    border-inline-start: 4px solid var(--line);
  }
  .fold-body > * + * {
    margin-block-start: var(--s2);
  }
  .fold-body h2 {
    margin-block-start: var(--s3);
    font-size: var(--small);
  }
  .fold-body > h2:first-child {
    margin-block-start: 0;
  }
  .evidence > * + * {
    margin-block-start: var(--s2);
  }
  @container page (max-width: 44rem) {
    .levels .what {
      display: block;
    }
    .levels .line {
      display: block;
      font-size: var(--small);
    }
  }
  .switch {
    display: grid;
    grid-template-columns: 1fr 1fr;
    border: 1px solid var(--edge);
    border-radius: var(--round);
    overflow: clip;
  }
  .switch a {
    display: grid;
    place-items: center;
    min-block-size: 2.25rem;
    color: var(--ink);
    font-size: var(--small);
    font-weight: 550;
    text-decoration: none;
    text-align: center;
  }
  .switch a[aria-current] {
    background: var(--accent);
    color: var(--on-accent);
  }
  .switch a:focus-visible {
    outline-offset: -4px;
    outline-color: currentColor;
  }
  .standing > * + * {
    margin-block-start: var(--s1);
  }
  .standing a {
    font-size: 1.5rem;
    font-weight: 650;
    color: var(--ink);
    text-decoration: none;
  }
  .standing a:hover {
    text-decoration: underline;
  }
  .sections h2 {
    margin-block: var(--s4) var(--s1);
    color: var(--quiet);
    font-size: var(--tiny);
    letter-spacing: 0.01em;
  }
  .sections ul {
    list-style: none;
    padding: 0;
  }
  .sections li {
    margin: 0;
  }
  .sections a {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0.15rem var(--s2);
    padding: 0.4rem var(--s2) 0.35rem;
    border-radius: 4px;
    color: var(--ink);
    font-size: var(--small);
    line-height: 1.3;
    text-decoration: none;
  }
  .sections a .figure {
    color: var(--quiet);
    font-size: var(--tiny);
  }
  .sections a .meter {
    grid-column: 1 / -1;
  }
  .sections a:hover {
    background: var(--sunken);
  }
  .sections a[aria-current] {
    background: var(--accent-soft);
    font-weight: 600;
    box-shadow: inset 3px 0 0 var(--accent);
  }
  .search {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s2) var(--s4);
    align-items: end;
  }
  .search .field {
    flex: 1 1 14rem;
    max-inline-size: 24rem;
  }
  .search label {
    font-size: var(--small);
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s2);
  }
  .chip {
    min-block-size: 2rem;
    padding: 0.15rem 0.75rem;
    border-color: var(--line);
    border-radius: 99px;
    font-size: var(--small);
  }
  .search .chip {
    min-block-size: 2.5rem;
  }
  .chip[aria-pressed="true"] {
    border-color: var(--accent);
    background: var(--accent-soft);
    color: var(--accent);
  }
  .steps {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s3);
    justify-content: space-between;
  }
  .steps > :only-child,
  .steps > .primary {
    margin-inline-start: auto;
  }
  .steps .sub {
    display: block;
    font-size: var(--tiny);
    font-weight: 400;
  }
  .hero {
    display: grid;
    grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
    gap: var(--s5) clamp(2rem, 6cqi, 5rem);
    align-items: center;
  }
  .gains {
    list-style: none;
    padding: 0;
    border-block-start: 1px solid var(--line);
  }
  .gains li {
    margin: 0;
    padding-block: 0.55rem;
    border-block-end: 1px solid var(--line);
    font-size: 0.9375rem;
  }
  .gains h2 {
    font-size: var(--small);
  }
  @container page (max-width: 56rem) {
    .hero {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  .lead {
    max-inline-size: 46rem;
  }
  .lead > * + * {
    margin-block-start: var(--s3);
  }
  .intro {
    font-size: 1.1875rem;
    line-height: 1.5;
  }
  .privacy {
    padding-inline-start: var(--s4);
    border-inline-start: 4px solid var(--accent);
  }
  .doors {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr));
    gap: var(--s4);
  }
  .doors > .card {
    display: flex;
    flex-direction: column;
  }
  .push {
    margin-block-start: auto;
    padding-block-start: var(--s4);
  }
  .measure {
    color: var(--quiet);
    font-weight: 550;
    margin-block-start: var(--s1) !important;
  }
  .resume {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 18rem), 1fr));
    gap: var(--s4) var(--s6);
    align-items: center;
    border-color: var(--accent);
  }
  .resume > * {
    margin: 0;
  }
  .resume div > * + * {
    margin-block-start: var(--s2);
  }
  .resume strong {
    font-size: 1.5rem;
    margin-inline-end: var(--s3);
  }
  .resume .buttons {
    justify-content: flex-end;
  }
  .edition {
    max-inline-size: 46rem;
  }
  .edition legend {
    margin-block-end: var(--s2);
    font-size: 1.25rem;
    font-weight: 650;
  }
  .edition .line {
    display: block;
    font-size: var(--small);
  }
  .prose > .table {
    max-inline-size: 46rem;
  }
  .points {
    padding-inline-start: 1.25rem;
  }
  .points li + li {
    margin-block-start: var(--s2);
  }
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
    white-space: nowrap;
    border-block-end-color: var(--edge);
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
  dialog {
    inline-size: min(36rem, calc(100vi - 2rem));
    max-block-size: calc(100vb - 2rem);
    padding: 0;
    border: 1px solid var(--edge);
    border-radius: calc(var(--round) * 1.5);
    background: var(--surface);
    color: var(--ink);
    overflow: auto;
  }
  dialog::backdrop {
    background: rgb(8 14 20 / 0.5);
  }
  dialog > * {
    padding-inline: clamp(1rem, 4vi, 1.75rem);
  }
  dialog > h2 {
    padding-block: var(--s5) var(--s2);
  }
  .dialog-body > * + * {
    margin-block-start: var(--s3);
  }
  dialog > form {
    position: sticky;
    inset-block-end: 0;
    padding-block: var(--s4);
    margin-block-start: var(--s4);
    border-block-start: 1px solid var(--line);
    background: var(--surface);
  }
`;
