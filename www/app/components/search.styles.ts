// Searching and filtering, here and in lists of other views.
import { css } from "lit";

export const searchStyles = css`
  .search {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s2) var(--s4);
    align-items: end;
  }
  .search .field {
    flex: 1 1 14rem;
    max-inline-size: 24rem;
  }
  .search label {
    font-size: var(--small);
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s2);
  }
  .chip {
    min-block-size: 2rem;
    padding: 0.15rem 0.75rem;
    border-color: var(--line);
    border-radius: 99px;
    font-size: var(--small);
  }
  .search .chip {
    min-block-size: 2.5rem;
  }
  .chip[aria-pressed="true"] {
    border-color: var(--accent);
    background: var(--accent-soft);
    color: var(--accent);
  }
`;
