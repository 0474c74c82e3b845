// Verdict, must-haves, first actions, scores and facts of the result.
export const resultStyles = `
  .result > .verdict {
    margin-block-start: var(--s1);
  }
  .result h1 {
    line-height: 1.5;
  }
  .result .verdict > p:nth-child(-n + 2) {
    font-size: var(--large);
    line-height: 1.3;
    text-wrap: balance;
  }
  .result .verdict > p:first-child {
    font-size: clamp(1.25rem, 1rem + 1.4cqi, 1.75rem);
    letter-spacing: -0.01em;
  }
  .verdict > * + * {
    margin-block-start: var(--s1);
  }
  .result > .must-haves,
  .result > .must-haves + section {
    margin-block-start: var(--s5);
  }
  .must-haves h3 {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--s3);
  }
  .must-haves h3,
  .facts dt {
    font-size: var(--small);
    font-weight: 600;
  }
  .must-haves .state {
    gap: 0.35em;
  }
  .tiles {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(9.25rem, 1fr));
    gap: var(--s2);
    list-style: none;
    padding: 0;
  }
  .tiles > li {
    display: grid;
    margin: 0;
  }
  .must-haves > .tiles {
    margin-block-start: var(--s1);
  }
  .tiles .gate {
    flex-direction: column;
    min-inline-size: 0;
    gap: 0;
    align-items: start;
    justify-content: start;
    padding: 0.35rem 0.6rem 0.45rem;
    border-color: var(--line);
    border-inline-start-width: 4px;
    font-size: var(--small);
    overflow-wrap: anywhere;
  }
  .tiles .state {
    font-size: var(--tiny);
    white-space: normal;
  }
  .gate[data-state="met"] {
    border-inline-start-color: var(--good);
  }
  .gate[data-state="open"] {
    border-inline-start-color: var(--bad);
    background: var(--bad-soft);
  }
  .gate[data-state="undetermined"] {
    border-inline-start-color: var(--warn);
  }
  @container page (max-width: 36rem) {
    .tiles {
      grid-template-columns: repeat(auto-fill, minmax(6.75rem, 1fr));
      gap: var(--s1);
    }
    .tiles .gate {
      flex-direction: row;
      gap: 0.25rem;
      align-items: center;
      min-block-size: 2.25rem;
      padding: 0.2rem;
      font-size: 0.75rem;
      line-height: 1.15;
      letter-spacing: -0.015em;
    }
    /* The menu says it right above. */
    .result h1 {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .first-actions {
      font-size: 0.9375rem;
    }
    /* The marks stand for the words, which the line above them says. */
    .tiles .word {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
    .must-haves > h2 {
      font-size: 1rem;
    }
    .must-haves h3 {
      font-size: var(--tiny);
    }
    .result > .must-haves,
    .result > .must-haves + section {
      margin-block-start: var(--s3);
    }
    .result > .must-haves > * + * {
      margin-block-start: var(--s1);
    }
  }
  .first-actions {
    max-inline-size: 54rem;
    padding-inline-start: 1.5rem;
  }
  .first-actions a {
    font-weight: 600;
  }
  .first-actions .quiet {
    display: block;
  }
  .headline {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr));
    gap: var(--s5) var(--s6);
  }
  .headline > * {
    margin: 0;
  }
  .headline > * > * + * {
    margin-block-start: var(--s2);
  }
  .headline h2,
  .headline h3,
  .headline dt {
    font-size: var(--small);
    font-weight: 600;
  }
  .parts > * + * {
    margin-block-start: var(--s2);
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
  .kinds {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 16rem), 1fr));
    gap: var(--s4) var(--s5);
  }
  .kinds ul {
    margin-block: var(--s1);
  }
  .kinds li a {
    display: inline-block;
    padding-block: 0.1rem;
  }
  .kinds .plain {
    padding-inline: 0;
  }
  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s4) var(--s7);
  }
  .facts .figure {
    font-size: 1.75rem;
    font-weight: 650;
  }
`;
