// The list of documents.
export const documentsStyles = `
  .documents td:nth-child(2) {
    color: var(--quiet);
    font-size: var(--small);
  }
  .documents thead th:nth-child(1) {
    inline-size: 40%;
  }
  .documents thead th:nth-child(2) {
    inline-size: 7.5%;
  }
  .documents thead th:nth-child(3) {
    inline-size: 12.5%;
  }
  .documents thead th:nth-child(5) {
    inline-size: 13%;
  }
  .documents .segments {
    flex-wrap: nowrap;
  }
  @container page (max-width: 40rem) {
    .documents tbody tr:not(.group, .editor) {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 0 var(--s3);
    }
    /* Kind and owner stand in the details. */
    .documents td:nth-child(2),
    .documents td:nth-child(5) {
      display: none !important;
    }
    .documents td[data-label]::before {
      content: none !important;
    }
    .documents td:nth-child(4) {
      grid-column: 1 / -1;
    }
    .documents td:nth-child(4) .segments {
      flex: 1;
    }
  }
`;
