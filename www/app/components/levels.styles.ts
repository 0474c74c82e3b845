// The levels to choose from, and the other answers.
import { css } from "lit";

export const levelsStyles = css`
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
  @container page (max-width: 44rem) {
    .levels .what {
      display: block;
    }
    .levels .tag {
      margin-inline-start: var(--s2);
    }
    .levels .line {
      display: block;
      font-size: var(--small);
    }
  }
`;
