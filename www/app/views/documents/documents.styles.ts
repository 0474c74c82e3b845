// The list of documents.
export const documentsStyles = `
  .document {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: var(--s1) var(--s5);
    padding: var(--s3) var(--s4);
    border: 1px solid var(--line);
    border-radius: var(--round);
    background: var(--surface);
  }
  .documents > * + * {
    margin-block-start: var(--s2);
  }
  .document > legend {
    font-size: var(--large);
    font-weight: 600;
  }
  .document .because {
    grid-column: 1;
    color: var(--quiet);
    font-size: var(--small);
  }
  .document .segments {
    grid-column: 2;
    align-self: center;
  }
  .document .fold {
    grid-column: 1 / -1;
    margin-block-start: calc(-1 * var(--s1));
  }
  @container page (max-width: 52rem) {
    .document {
      display: block;
    }
    .document .segments {
      margin-block: var(--s2);
    }
  }
`;
