// One question a screen, and the steps on from a question.
import { css } from "lit";

export const quickStyles = css`
  .scan {
    max-inline-size: 50rem;
    margin-inline: auto;
  }
  .scan > * + * {
    margin-block-start: var(--s4);
  }
  .scan-head {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--s4);
    align-items: baseline;
    justify-content: space-between;
    color: var(--quiet);
    font-size: var(--small);
  }
  .scan-head h1 {
    font-size: inherit;
    font-weight: 550;
    letter-spacing: 0;
  }
  .scan-head .meter {
    block-size: 6px;
    margin-block-start: var(--s2);
  }
  .scan .asked {
    font-size: clamp(1.125rem, 1rem + 0.8cqi, 1.375rem);
    line-height: 1.3;
  }
  .scan legend:focus {
    outline: none;
  }
  .scan-foot {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s2) var(--s5);
    align-items: center;
    justify-content: space-between;
    color: var(--quiet);
    font-size: var(--small);
  }
  .scan-foot label {
    display: inline-flex;
    gap: var(--s2);
    align-items: center;
    min-block-size: 2rem;
    font-weight: 400;
  }
  @media not (hover: hover) {
    .keys {
      display: none;
    }
  }
  @container page (max-width: 44rem) {
    .scan-head {
      position: sticky;
      inset-block-start: 0;
      z-index: 1;
      margin-inline: -0.5rem;
      padding: var(--s1) 0.5rem;
      background: var(--page);
    }
    .scan :is(a, button, input, legend, select, summary, textarea) {
      scroll-margin-block: 4rem 7rem;
    }
    .scan > * + * {
      margin-block-start: var(--s3);
    }
    .scan .question {
      padding: var(--s3);
    }
    /* All of a question and the way on are in sight on a phone, in whatever font the browser has. */
    .scan .level {
      gap: var(--s2);
      padding: 0.15rem var(--s2);
      line-height: 1.3;
    }
    .scan .example {
      padding-block: 0 var(--s1);
      line-height: 1.35;
    }
    .keys {
      display: none;
    }
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
`;
