// The pages of questions.
import { css } from "lit";

export const navigationStyles = css`
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
`;
