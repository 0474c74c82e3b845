// Fields with label, hint and error.
import { css } from "lit";

export const fieldStyles = css`
  .field {
    min-inline-size: 0;
  }
  label,
  legend {
    font-weight: 600;
  }
  .field > * + * {
    margin-block-start: var(--s1);
  }
  input:not([type="radio"], [type="checkbox"], [type="file"]),
  select,
  textarea {
    display: block;
    inline-size: 100%;
    min-block-size: 2.5rem;
    padding: 0.4rem 0.6rem;
    border: 1px solid var(--edge);
    border-radius: 4px;
    background: var(--surface);
  }
  textarea {
    resize: vertical;
  }
  input[type="radio"],
  input[type="checkbox"] {
    inline-size: 1.25rem;
    block-size: 1.25rem;
    margin: 0;
    flex: none;
    accent-color: var(--accent);
  }
  input[type="file"] {
    max-inline-size: 100%;
    padding-block: var(--s1);
  }
  input::file-selector-button {
    min-block-size: 2.25rem;
    margin-inline-end: var(--s3);
    padding: 0.3rem 0.9rem;
    border: 1px solid var(--edge);
    border-radius: var(--round);
    background: var(--surface);
    color: inherit;
    font: inherit;
    font-weight: 550;
    cursor: pointer;
  }
  [aria-invalid] {
    border: 2px solid var(--bad) !important;
  }
  .error {
    color: var(--bad);
    font-weight: 600;
  }
  .pair {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 14rem), 1fr));
    gap: var(--s3) var(--s4);
    align-items: end;
  }
  fieldset {
    min-inline-size: 0;
    border: 0;
  }
`;
