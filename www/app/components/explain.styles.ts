// A number that opens its explanation, and the explanation.
export const explainStyles = `
  .number {
    min-block-size: 1.75rem;
    padding: 0 0.25rem;
    margin-inline-start: -0.25rem;
    border: 0;
    background: none;
    color: inherit;
    font-weight: 650;
    text-decoration: underline dotted var(--edge);
    text-decoration-thickness: 1px;
    text-underline-offset: 0.25em;
  }
  .number:hover {
    text-decoration: underline solid;
  }
  .number .figure {
    white-space: nowrap;
  }
  .number.big {
    font-size: clamp(2.25rem, 1.5rem + 3cqi, 3.25rem);
    line-height: 1.1;
    letter-spacing: -0.03em;
    text-decoration-thickness: 2px;
    text-underline-offset: 0.15em;
  }
  .explained {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: var(--s4);
    align-items: center;
  }
  .explained strong {
    font-size: 1.75rem;
    font-variant-numeric: tabular-nums;
  }
`;
