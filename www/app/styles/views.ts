/** Styles of the views that come behind the app; they arrive with them. */
export const viewStyles = `
  .card.danger {
    border-color: color-mix(in oklab, var(--bad), var(--line) 55%);
  }
  .number {
    min-block-size: 1.75rem;
    padding: 0 0.25rem;
    margin-inline-start: -0.25rem;
    border: 0;
    background: none;
    color: inherit;
    font-weight: 650;
    text-decoration: underline dotted var(--edge);
    text-decoration-thickness: 1px;
    text-underline-offset: 0.25em;
  }
  .number:hover {
    text-decoration: underline solid;
  }
  .number .figure {
    white-space: nowrap;
  }
  .number.big {
    font-size: clamp(2.25rem, 1.5rem + 3cqi, 3.25rem);
    line-height: 1.1;
    letter-spacing: -0.03em;
    text-decoration-thickness: 2px;
    text-underline-offset: 0.15em;
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s1) var(--s4);
    color: var(--quiet);
    font-size: var(--small);
  }
  .swatch {
    display: inline-block;
    inline-size: 0.8em;
    block-size: 0.8em;
    margin-inline-end: 0.4em;
    border-radius: 2px;
    background: var(--lost);
    forced-color-adjust: none;
  }
  .swatch.low {
    background: var(--earned);
  }
  .swatch.high {
    background: var(--maybe);
  }
  .state .icon {
    align-self: center;
  }
  .state {
    display: inline-flex;
    gap: 0.45em;
    align-items: baseline;
    font-weight: 600;
    white-space: nowrap;
  }
  .state[data-state="met"] {
    color: var(--good);
  }
  .state[data-state="open"] {
    color: var(--bad);
  }
  .state[data-state="undetermined"] {
    color: var(--warn);
  }
  .gates {
    list-style: none;
    padding: 0;
    border-block-start: 1px solid var(--line);
  }
  .gate {
    display: grid;
    grid-template-columns: 9rem minmax(0, 1fr);
    gap: var(--s1) var(--s3);
    margin: 0;
    padding-block: var(--s3);
    border-block-end: 1px solid var(--line);
  }
  .gate .state {
    align-self: start;
    font-size: var(--small);
    line-height: 1.7;
  }
  .gate-why {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--s4);
    align-items: baseline;
    margin-block-start: var(--s1);
    font-size: var(--small);
  }
  .gate-why a {
    padding-block: 0.15rem;
  }
  @container page (max-width: 36rem) {
    .gate {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  .narrow-field {
    max-inline-size: 22rem;
  }
  .table .buttons {
    flex-wrap: nowrap;
  }
  .headline {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 19rem), 1fr));
    gap: var(--s4);
  }
  .headline h2,
  .headline dt {
    font-size: var(--small);
    font-weight: 600;
  }
  .headline h2 {
    color: var(--quiet);
    letter-spacing: 0;
  }
  .parts > * + *,
  .stages > * + * {
    margin-block-start: var(--s3);
  }
  .parts div {
    display: grid;
    grid-template-columns: 1fr auto;
    align-items: center;
  }
  .parts dd {
    display: contents;
  }
  .parts .bar {
    grid-column: 1 / -1;
    margin-block-start: 0.1rem;
    block-size: 0.5rem;
  }
  .stages dd {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--s3);
    align-items: baseline;
  }
  .stages .state {
    font-size: var(--large);
  }
  .chart {
    display: grid;
    grid-template-columns: minmax(16rem, 24rem) minmax(0, 1fr);
    gap: var(--s5);
    align-items: start;
  }
  .chart figcaption {
    justify-content: center;
  }
  @container page (max-width: 52rem) {
    .chart {
      grid-template-columns: minmax(0, 1fr);
    }
    .radar {
      max-inline-size: 24rem;
      margin-inline: auto;
    }
  }
  .radar {
    display: block;
    inline-size: 100%;
    overflow: visible;
  }
  .radar .ring {
    fill: none;
    stroke: var(--line);
    stroke-width: 0.6;
  }
  .radar .high {
    fill: var(--maybe);
    fill-opacity: 0.4;
    stroke: var(--maybe);
    stroke-width: 1;
  }
  .radar .low {
    fill: var(--earned);
    fill-opacity: 0.35;
    stroke: var(--earned);
    stroke-width: 1.6;
    stroke-linejoin: round;
  }
  .radar text {
    fill: var(--quiet);
    font-size: 8px;
    font-weight: 600;
  }
  .tally .bar {
    block-size: 1.25rem;
    border-radius: var(--round);
  }
  .tally .legend {
    margin-block-start: var(--s2);
  }
  .facts {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 14rem), 1fr));
    gap: var(--s4);
  }
  .facts dt {
    font-size: var(--small);
    font-weight: 600;
  }
  .facts .figure {
    font-size: 1.75rem;
    font-weight: 650;
    letter-spacing: -0.02em;
  }
  .table .refs a {
    display: inline-grid;
    place-items: center;
    min-block-size: 1.5rem;
    min-inline-size: 1.5rem;
  }
  .table .refs {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--s3);
  }
  .chart .table td:nth-child(3) {
    inline-size: 32%;
    vertical-align: middle;
  }
  .document {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: var(--s1) var(--s5);
    padding: var(--s3) var(--s4);
    border: 1px solid var(--line);
    border-radius: var(--round);
    background: var(--surface);
  }
  .documents > * + * {
    margin-block-start: var(--s2);
  }
  .document > legend {
    font-size: var(--large);
    font-weight: 600;
  }
  .document .because {
    grid-column: 1;
    color: var(--quiet);
    font-size: var(--small);
  }
  .document .segments {
    grid-column: 2;
    align-self: center;
  }
  .document .fold {
    grid-column: 1 / -1;
    margin-block-start: calc(-1 * var(--s1));
  }
  @container page (max-width: 52rem) {
    .document {
      display: block;
    }
    .document .segments {
      margin-block: var(--s2);
    }
  }
  .segments {
    display: inline-flex;
    flex-wrap: wrap;
    border: 1px solid var(--edge);
    border-radius: var(--round);
    overflow: clip;
  }
  .segments label {
    position: relative;
    font-size: var(--small);
    font-weight: 500;
    cursor: pointer;
  }
  .segments input {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    opacity: 0;
    cursor: pointer;
  }
  .segments span {
    display: grid;
    place-items: center;
    min-block-size: 2.25rem;
    padding-inline: var(--s3);
  }
  .segments label + label {
    border-inline-start: 1px solid var(--line);
  }
  .segments :checked + span {
    background: var(--accent);
    color: var(--on-accent);
    font-weight: 600;
  }
  .segments [value="none"]:checked + span {
    background: var(--sunken);
    color: var(--quiet);
  }
  .segments :focus-visible + span {
    outline: 3px solid var(--ink);
    outline-offset: -4px;
  }
  @container page (max-width: 30rem) {
    .segments {
      display: flex;
    }
    .segments label {
      flex: 1 1 auto;
    }
    .segments span {
      padding-inline: 0.3rem;
      font-size: var(--tiny);
    }
  }
  .about {
    display: grid;
    grid-template-columns: max-content minmax(0, 1fr);
    gap: var(--s1) var(--s4);
    font-size: var(--small);
  }
  .about dt {
    color: var(--quiet);
  }
  @container page (max-width: 36rem) {
    .about {
      display: block;
    }
    .about dd {
      margin-block-end: var(--s2);
    }
  }
  dialog.wide {
    inline-size: min(56rem, calc(100vi - 2rem));
  }
  .explained {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: var(--s4);
    align-items: center;
  }
  .explained strong {
    font-size: 1.75rem;
    font-variant-numeric: tabular-nums;
  }
  .empty {
    padding: var(--s5);
    border: 1px dashed var(--edge);
    border-radius: var(--round);
    text-align: center;
  }
  .learn {
    max-inline-size: 44rem;
  }
  .learn > * + * {
    margin-block-start: var(--s3);
  }
  .learn h2 {
    margin-block-start: var(--s5);
  }
  .learn .sections a {
    font-size: 0.9375rem;
  }
  .term {
    color: inherit;
    text-decoration: underline dotted var(--edge);
    text-decoration-thickness: 1.5px;
  }
  .term:hover {
    color: var(--accent);
    text-decoration-style: solid;
  }
  .entries dt:focus {
    outline: none;
  }
  .entries [data-asked] {
    margin-inline-start: calc(-1 * var(--s3));
    padding-inline-start: calc(var(--s3) - 4px);
    border-inline-start: 4px solid var(--accent);
  }
  .found > li + li {
    margin-block-start: var(--s3);
  }
  .found p {
    color: var(--quiet);
    font-size: var(--small);
  }
  mark {
    background: var(--accent-soft);
    color: var(--ink);
    font-weight: 600;
  }
  .entries dt {
    margin-block-start: var(--s4);
    font-weight: 650;
  }
  .entry {
    display: inline-block;
    margin-inline-end: var(--s3);
  }
  .tallies {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s2) var(--s6);
  }
  .tallies div {
    display: flex;
    flex-direction: column-reverse;
    justify-content: flex-end;
  }
  @container page (max-width: 40rem) {
    .tallies {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(7rem, 1fr));
      gap: var(--s2) var(--s4);
    }
  }
  .tallies dt {
    color: var(--quiet);
    font-size: var(--small);
  }
  .tallies dd {
    font-size: 1.5rem;
    font-weight: 650;
    line-height: 1.2;
  }
  .bulk {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--s6);
  }
  .standing-text > * + * {
    margin-block-start: var(--s2);
  }
  .gates-say {
    display: grid;
    gap: var(--s1);
    justify-items: start;
  }
  .stage-say {
    display: inline-flex;
    flex-wrap: wrap;
    gap: 0 var(--s3);
  }
  .soa bdi,
  .shown-by {
    overflow-wrap: anywhere;
  }
  .shown-by {
    display: block;
    font-size: var(--small);
  }
  .lacking {
    color: var(--warn);
  }
  .soa th:first-child {
    inline-size: 31%;
  }
  .soa td:nth-child(3) {
    inline-size: 24%;
  }
  .soa td:nth-child(5) {
    inline-size: 11%;
  }
  .soa [data-state="excluded"] > * {
    color: var(--quiet);
  }
  .soa [data-state="undecided"] > td:nth-child(2),
  .soa [data-state="not-implemented"] > td:nth-child(4),
  .soa [data-state="unknown"] > td:nth-child(4) {
    color: var(--bad);
    font-weight: 600;
  }
  .soa [data-edited] > * {
    border-block-end-color: transparent;
    background: var(--accent-soft);
  }
  .soa .editor > td {
    background: var(--accent-soft);
  }
  .ticks {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--s3);
  }
  .ticks .level {
    padding-inline: 0.25rem;
    background: none;
    border-color: transparent;
  }
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
  .paper {
    max-inline-size: 54rem;
    margin-block-start: var(--s6);
    padding: clamp(1rem, 5cqi, 3.5rem);
    border: 1px solid var(--line);
    background: var(--surface);
  }
  .paper > section + section {
    margin-block-start: var(--s7);
  }
  .paper h3 {
    margin-block-start: var(--s4);
  }
  .paper .radar {
    max-inline-size: 22rem;
    margin-inline: auto;
  }
  .paper .columns {
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 17rem), 1fr));
  }
  .table .tight {
    white-space: nowrap;
  }
  .paper .shown-by {
    font-size: inherit;
  }
  .part-findings tbody th {
    white-space: nowrap;
  }
  .part-statement :is(th:first-child, td:nth-child(3)) {
    inline-size: 30%;
  }
  .paper .step {
    display: block;
    color: var(--quiet);
  }
  .open-gates {
    font-size: var(--small);
  }
  .stage-line + .stage-line {
    margin-block-start: var(--s1);
  }
  .paper h3 .state {
    margin-inline-start: var(--s2);
    font-size: var(--small);
  }
  .made-with dd {
    overflow-wrap: anywhere;
  }
  .management h2 {
    font-size: 1.75rem;
  }
  .written {
    white-space: pre-wrap;
  }
  .line {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: var(--s1) var(--s3);
    max-inline-size: 44rem;
  }
  .line > svg {
    inline-size: 100%;
    block-size: 11rem;
    padding: 0;
    overflow: visible;
  }
  .line .scale,
  .line .times {
    display: flex;
    justify-content: space-between;
    color: var(--quiet);
    font-size: var(--tiny);
    font-variant-numeric: tabular-nums;
  }
  .line .scale {
    flex-direction: column;
    margin-block: -0.6em;
    text-align: end;
  }
  .line .times,
  .line .legend {
    grid-column: 2;
  }
  .line path,
  .line polyline {
    fill: none;
    vector-effect: non-scaling-stroke;
  }
  .line .grid {
    stroke: var(--line);
  }
  .line .between {
    fill: var(--maybe);
    fill-opacity: 0.3;
  }
  .line .high {
    stroke: var(--maybe);
    stroke-width: 2;
  }
  .line .low {
    stroke: var(--earned);
    stroke-width: 2.5;
  }
  .line .dot {
    stroke-width: 9;
    stroke-linecap: round;
  }
  :host(:dir(rtl)) .line > svg {
    transform: scaleX(-1);
  }
  @container page (max-width: 40rem) {
    .table tbody td:has(> ul) {
      display: block;
    }
  }
  .sides .quiet {
    overflow-wrap: anywhere;
  }
  .clashes td:nth-child(2),
  .clashes td:nth-child(3) {
    inline-size: 20%;
  }
  .clashes td:last-child {
    inline-size: 15.5rem;
  }
  .clashes .segments {
    background: var(--surface);
  }
  .clashes [data-open] > th {
    box-shadow: inset 3px 0 0 var(--warn);
    padding-inline-start: var(--s3);
  }
  .clashes tr > th:first-child {
    padding-inline-start: var(--s3);
  }
  :host(:dir(rtl)) .clashes [data-open] > th {
    box-shadow: inset -3px 0 0 var(--warn);
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
