// The list of documents.
import { columnWidths } from "../../components/dense.styles.js";

export const documentsStyles = `
  ${columnWidths("documents", [40, 7.5, 12.5, null, 13])}
  .documents td:nth-child(2) {
    color: var(--quiet);
    font-size: var(--small);
  }
  .documents .segments {
    flex-wrap: nowrap;
  }
  @container page (max-width: 40rem) {
    .documents tbody tr {
      grid-template-columns: minmax(0, 1fr) auto;
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
