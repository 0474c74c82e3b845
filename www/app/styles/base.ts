import { css } from "lit";

export const base = css`
  :host {
    display: block;
    container: page / inline-size;
    color: var(--ink);
    background: var(--page);
    font: 1rem/1.5 var(--font);
    text-size-adjust: 100%;
    overflow-wrap: break-word;
    min-block-size: 100vb;
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  h1,
  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd,
  figure,
  fieldset,
  table {
    margin: 0;
    padding: 0;
  }
  h1,
  h2,
  h3 {
    line-height: 1.25;
    text-wrap: balance;
    letter-spacing: -0.01em;
  }
  h1 {
    font-size: clamp(1.5rem, 1.25rem + 1.1cqi, 2.125rem);
    font-weight: 680;
  }
  h2 {
    font-size: 1.25rem;
    font-weight: 650;
  }
  h3 {
    font-size: 1rem;
    font-weight: 650;
  }
  /* Reached by script alone, to read on from there. */
  h1:focus,
  h2:focus,
  main:focus {
    outline: none;
  }
  p {
    text-wrap: pretty;
  }
  a {
    color: var(--accent);
    text-underline-offset: 0.18em;
    text-decoration-thickness: 1px;
  }
  a:hover {
    text-decoration-thickness: 2px;
  }
  :focus-visible {
    outline: 3px solid var(--accent);
    outline-offset: 2px;
    border-radius: 3px;
  }
  legend:focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 4px;
  }
  ul,
  ol {
    padding-inline-start: 1.25rem;
  }
  li + li {
    margin-block-start: var(--s1);
  }
  .plain-list {
    list-style: none;
    padding: 0;
  }
  button,
  .button,
  input,
  select,
  textarea {
    font: inherit;
    color: inherit;
  }
  button,
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--s2);
    min-block-size: 2.5rem;
    padding: 0.4rem 0.9rem;
    border: 1px solid var(--edge);
    border-radius: var(--round);
    background: var(--surface);
    color: var(--ink);
    font-weight: 550;
    line-height: 1.25;
    text-align: start;
    text-decoration: none;
    cursor: pointer;
  }
  button:hover,
  .button:hover {
    border-color: var(--accent);
    color: var(--accent);
  }
  .primary {
    background: var(--accent);
    border-color: var(--accent);
    color: var(--on-accent);
  }
  .primary:hover {
    color: var(--on-accent);
    background: color-mix(in oklab, var(--accent), var(--ink) 18%);
  }
  button.danger {
    border-color: var(--bad);
    color: var(--bad);
  }
  button:disabled {
    opacity: 0.45;
    cursor: default;
    border-color: var(--line);
    color: inherit;
  }
  .plain {
    border-color: transparent;
    background: none;
    color: var(--accent);
  }
  .plain:hover {
    border-color: var(--line);
  }
  .small {
    gap: 0;
    min-block-size: 2rem;
    padding: 0.15rem 0.6rem;
    font-size: var(--small);
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s2) var(--s3);
    align-items: center;
  }
  .icon {
    inline-size: 1em;
    block-size: 1em;
    flex: none;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  :host(:dir(rtl)) .icon {
    transform: scaleX(-1);
  }
  .hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
    border: 0;
    padding: 0;
  }
  .quiet,
  .hint,
  .small-print {
    color: var(--quiet);
  }
  .quiet,
  .hint,
  .small-print,
  .measure {
    font-size: var(--small);
  }
  .figure,
  .figures,
  .digit {
    font-variant-numeric: tabular-nums lining-nums;
  }
  .ref {
    font-variant-numeric: tabular-nums lining-nums;
    font-weight: 600;
    white-space: nowrap;
  }
  .tag,
  .count {
    display: inline-block;
    padding-inline: 0.45em;
    border: 1px solid var(--line);
    border-radius: 99px;
    color: var(--quiet);
    font-size: var(--tiny);
    font-weight: 500;
    line-height: 1.4;
    vertical-align: 0.08em;
    letter-spacing: 0;
  }
  @media (prefers-reduced-motion: no-preference) {
    button,
    .button,
    .level {
      transition:
        background-color 0.12s,
        border-color 0.12s;
    }
  }
`;
