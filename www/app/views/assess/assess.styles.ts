// The full list: its standing, the guidance beside a question, and the progress that a phone keeps in sight.
import { css } from "lit";

export const assessStyles = css`
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
  /* The progress stays in sight over all of the questions of a phone. */
  @container page (max-width: 44rem) {
    .content > .head {
      display: contents;
    }
    .content > .head > .quiet {
      position: sticky;
      inset-block-start: 0;
      z-index: 1;
      margin-inline: -0.5rem;
      padding: var(--s1) 0.5rem;
      background: var(--page);
    }
    .questions :is(a, button, input, legend, select, summary, textarea) {
      scroll-margin-block: 4rem 7rem;
    }
  }
  .beside {
    display: none;
  }
  /* The guidance of the question in hand: under the pointer, else with the focus, else the first. */
  @container page (min-width: 75rem) {
    .questions[data-guided] {
      padding-inline-end: 19rem;
    }
    .question[data-guided] {
      position: relative;
    }
    .beside {
      display: block;
      position: absolute;
      inset-block-start: 0;
      inset-inline-start: 100%;
      z-index: 1;
      inline-size: 19rem;
      padding-inline-start: var(--s5);
      font-size: var(--small);
    }
    .beside > * + * {
      margin-block-start: var(--s1);
    }
    .beside h2 {
      margin-block-start: var(--s3);
      font-size: inherit;
    }
    .beside > h2:first-child {
      margin: 0;
    }
    .question:not(:hover, :focus-within, :first-child) > .beside,
    .questions:has(:hover) > :not(:hover) > .beside,
    .questions:not(:has(:hover)):focus-within > :not(:focus-within) > .beside {
      clip-path: inset(50%);
    }
    [data-guided] > .aside > .fold:first-child {
      display: none;
    }
  }
  .steps .sub {
    display: block;
    font-size: var(--tiny);
    font-weight: 400;
  }
`;
