// Topics, glossary and what a search found.
export const learnStyles = `
  .learn {
    max-inline-size: 44rem;
  }
  .learn > * + * {
    margin-block-start: var(--s3);
  }
  .learn h2 {
    margin-block-start: var(--s5);
  }
  .learn .sections a {
    font-size: 0.9375rem;
  }
  .term {
    color: inherit;
    text-decoration: underline dotted var(--edge);
    text-decoration-thickness: 1.5px;
  }
  .term:hover {
    color: var(--accent);
    text-decoration-style: solid;
  }
  .entries dt:focus {
    outline: none;
  }
  .entries [data-asked] {
    margin-inline-start: calc(-1 * var(--s3));
    padding-inline-start: calc(var(--s3) - 4px);
    border-inline-start: 4px solid var(--accent);
  }
  .found > li + li {
    margin-block-start: var(--s3);
  }
  .found p {
    color: var(--quiet);
    font-size: var(--small);
  }
  .entries dt {
    margin-block-start: var(--s4);
    font-weight: 650;
  }
  .entry {
    display: inline-block;
    margin-inline-end: var(--s3);
  }
`;
