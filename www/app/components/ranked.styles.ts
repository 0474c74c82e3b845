// Scores in a ranking, each with its bar.
export const rankedStyles = `
  .ranked .table td:nth-child(3) {
    inline-size: 40%;
    vertical-align: middle;
  }
  .ranked .plain.small {
    padding-inline: 0;
  }
  @container page (max-width: 40rem) {
    .ranked .table tbody tr {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 0 var(--s3);
      align-items: center;
      padding-block: 0.3rem;
    }
    .ranked .table tbody th {
      font-weight: 400;
    }
    .ranked .table tbody td {
      padding: 0;
    }
    .ranked .table tbody td[data-label]::before {
      content: none;
    }
    .ranked .table td:last-child {
      justify-content: end;
      color: var(--quiet);
      font-size: var(--small);
    }
  }
`;
