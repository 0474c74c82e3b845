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
      /* However many there are, they never take the screen. */
      max-block-size: 33vh;
      overflow-y: auto;
      /* Between and around them is the page. */
      pointer-events: none;
    }
    .notice {
      box-shadow: 0 2px 10px rgb(8 14 20 / 0.2);
      pointer-events: auto;
    }
  }
  .notice p {
    flex: 1 1 20rem;
    max-inline-size: 72ch;
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
