import { css } from "lit";

export const layout = css`
  .skip {
    position: absolute;
    inset-inline-start: var(--s4);
    inset-block-start: -6rem;
    z-index: 3;
    padding: var(--s3) var(--s4);
    background: var(--surface);
  }
  .skip:focus {
    inset-block-start: var(--s2);
  }
  header {
    display: contents;
  }
  .bar-top {
    background: var(--surface);
    border-block-end: 1px solid var(--line);
  }
  .bar-top > div,
  .views > *,
  main,
  footer > div {
    max-inline-size: 78rem;
    margin-inline: auto;
    padding-inline: clamp(1rem, 3cqi, 2rem);
  }
  .bar-top > div {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s1) var(--s4);
    align-items: center;
    min-block-size: 3.25rem;
    padding-block: var(--s1);
  }
  .brand {
    display: inline-flex;
    gap: var(--s2);
    align-items: center;
    min-inline-size: 1.5rem;
    min-block-size: 2rem;
    color: var(--ink);
    font-weight: 650;
    text-decoration: none;
  }
  .mark {
    inline-size: 1.6rem;
    block-size: 1.6rem;
    fill: none;
    stroke: var(--accent);
    stroke-width: 2.6;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .tools {
    display: flex;
    gap: var(--s1);
    align-items: center;
  }
  .tools .plain {
    min-inline-size: 2rem;
    min-block-size: 2rem;
    padding: 0.25rem;
  }
  .save {
    display: inline-flex;
    gap: var(--s2);
    align-items: center;
    min-block-size: 2rem;
    margin-inline-start: auto;
    color: var(--quiet);
    font-size: var(--small);
    font-variant-numeric: tabular-nums;
    text-decoration: none;
  }
  .save .age {
    padding-inline-start: var(--s2);
    border-inline-start: 1px solid var(--line);
  }
  .save:hover {
    text-decoration: underline;
  }
  .save .dot {
    inline-size: 0.55rem;
    block-size: 0.55rem;
    border: 2px solid var(--edge);
    border-radius: 50%;
  }
  .save[data-tone="good"] .dot {
    background: var(--good);
    border-color: var(--good);
  }
  .save[data-tone="warning"] {
    color: var(--bad);
    font-weight: 600;
  }
  .save[data-tone="warning"] .dot {
    background: var(--bad);
    border-color: var(--bad);
  }
  .views {
    background: var(--surface);
    border-block-end: 1px solid var(--line);
  }
  .views > div {
    display: flex;
    justify-content: space-between;
  }
  .views ul {
    list-style: none;
    padding: 0;
  }
  .views li {
    margin: 0;
  }
  .views a {
    display: block;
    padding: 0.6rem 0.6rem 0.5rem;
    border-block-end: 3px solid transparent;
    color: var(--quiet);
    font-size: 0.9375rem;
    font-weight: 550;
    text-decoration: none;
  }
  .views a:hover {
    color: var(--accent);
  }
  .views a[aria-current] {
    color: var(--ink);
    border-color: var(--accent);
  }
  .menu {
    position: relative;
  }
  .menu > button {
    padding-inline: 0.6rem;
    margin-inline: -0.6rem;
  }
  #views-button {
    display: none;
  }
  #views {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--s1);
    margin-inline-start: -0.6rem;
  }
  #more:not([data-open]) {
    display: none;
  }
  .views ul[data-open] {
    display: block;
    position: absolute;
    inset-block-start: 100%;
    inset-inline-end: -0.6rem;
    z-index: 3;
    inline-size: max-content;
    max-inline-size: calc(100cqi - 1rem);
    padding-block: var(--s1);
    border: 1px solid var(--line);
    border-radius: var(--round);
    background: var(--surface);
    box-shadow: 0 4px 16px rgb(8 14 20 / 0.2);
  }
  [data-open] a {
    min-block-size: 2.5rem;
    border-block-end: 0;
    border-inline-start: 3px solid transparent;
  }
  @media (forced-colors: active) {
    .views a:not([aria-current]) {
      border-color: Canvas;
    }
  }
  main {
    padding-block: var(--s5) var(--s7);
  }
  main > * + * {
    margin-block-start: var(--s5);
  }
  footer {
    border-block-start: 1px solid var(--line);
    color: var(--quiet);
    font-size: var(--small);
  }
  footer > div {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s1) var(--s5);
    padding-block: var(--s5);
  }
  .head > * + * {
    margin-block-start: var(--s2);
  }
  .over {
    color: var(--quiet);
    font-size: var(--small);
    font-weight: 550;
  }
  .measure-text,
  .prose > p,
  .prose > ul {
    max-inline-size: 68ch;
  }
  .split {
    display: grid;
    grid-template-columns: 17.5rem minmax(0, 1fr);
    gap: clamp(1.5rem, 4cqi, 3rem);
    align-items: start;
  }
  .side {
    position: sticky;
    inset-block-start: var(--s4);
    max-block-size: calc(100vb - 2rem);
    overflow-y: auto;
    overscroll-behavior: contain;
    scrollbar-width: thin;
    padding: 4px;
    margin: -4px;
  }
  .side > * + *,
  .content > * + * {
    margin-block-start: var(--s4);
  }
  .narrow {
    display: none;
  }
  .result > section,
  .stack > *,
  main > section {
    margin-block-start: var(--s6);
  }
  .result > * + *,
  section > * + *,
  .stack > * + * {
    margin-block-start: var(--s3);
  }
  .result > section,
  .start > * + *,
  .stack > * + * {
    margin-block-start: var(--s6);
  }
  .stack > * + * {
    margin-block-start: var(--s4);
  }
  .stack {
    max-inline-size: 48rem;
  }
  .columns {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 26rem), 1fr));
    gap: var(--s5) var(--s6);
  }
  .columns > * > * + * {
    margin-block-start: var(--s3);
  }
  @container page (max-width: 62rem) {
    .split {
      grid-template-columns: minmax(0, 1fr);
    }
    .side {
      position: static;
      max-block-size: none;
      overflow: visible;
    }
    .broad {
      display: none;
    }
    .narrow {
      display: block;
    }
  }
  @container page (max-width: 44rem) {
    .save .age {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
  }
  @container page (max-width: 36rem) {
    .bar-top > div {
      column-gap: var(--s2);
    }
    slot[name="title"] > span {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
    #views-button {
      display: inline-flex;
      flex-wrap: wrap;
      justify-content: start;
    }
    #views-button .quiet {
      font-weight: 400;
    }
    #views:not([data-open]) {
      display: none;
    }
    #views[data-open] {
      inset-inline: -0.6rem auto;
      margin: 0;
    }
  }
  @container page (max-width: 24rem) {
    .bar-top > div {
      column-gap: 0.375rem;
      padding-inline: 0.5rem;
    }
    .mark {
      inline-size: 1.25rem;
    }
    .bar-top .tag {
      padding-inline: 0.25em;
    }
    .tools {
      gap: 0;
    }
    .tools > * {
      padding-inline: 0.4rem;
    }
    .tools .plain {
      min-inline-size: 1.75rem;
    }
    .save {
      gap: 0.3rem;
      font-size: var(--tiny);
    }
  }
`;
