// Notices and the summary of problems.
import { css } from "lit";

export const noticeStyles = css`
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
  .notices {
    max-inline-size: 78rem;
    margin-inline: auto;
  }
  .notice {
    margin: var(--s2) clamp(0.5rem, 3cqi, 2rem);
  }
  /* In sight, where there is room for it. */
  @media (min-height: 30rem) {
    .notices {
      position: sticky;
      inset-block-end: 0;
      z-index: 2;
      /* Around it is the page. */
      pointer-events: none;
    }
    .notice {
      box-shadow: 0 2px 10px rgb(8 14 20 / 0.2);
      pointer-events: auto;
    }
    /* However long it is, it never takes the screen, and its buttons stay in sight. */
    .notices .notice {
      max-block-size: calc(30vh - 2 * var(--s2));
      overflow-y: auto;
    }
    .notices .buttons {
      position: sticky;
      inset-block-end: 0;
      background: inherit;
    }
  }
  .notice p {
    flex: 1 1 20rem;
    max-inline-size: 72ch;
  }
  .notices .figure {
    color: var(--quiet);
    font-size: var(--small);
  }
  @media (max-width: 48rem) {
    .notices .notice:not(.slim) {
      gap: var(--s1);
      padding: var(--s2) var(--s3);
      font-size: var(--small);
      line-height: 1.35;
    }
    .notice:not(.slim) > .buttons {
      flex: 1 0 100%;
    }
    .notices .buttons {
      gap: var(--s1);
      inset-block-end: calc(-1 * var(--s2));
      margin-block-end: calc(-1 * var(--s2));
      padding-block-end: var(--s2);
    }
    .notices .small {
      padding-inline: 0.4rem;
    }
    .notices #notice-more {
      margin-inline-start: auto;
    }
  }
  .slim {
    flex-wrap: nowrap;
    margin-block: var(--s1);
    padding-block: var(--s1);
    font-size: var(--small);
  }
  /* The text gives way first, and the button once a word of it fills its line. */
  .slim p {
    flex: 1 999 auto;
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
`;
