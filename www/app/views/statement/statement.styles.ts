// The Statement of Applicability.
import { columnWidths } from "../../components/dense.styles.js";

export const statementStyles = `
  ${columnWidths("soa", [42, 6.5, 17.5, null, 9])}
  .filters {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 10rem), 1fr));
    gap: var(--s2) var(--s3);
  }
  .standing-text > * + * {
    margin-block-start: var(--s2);
  }
  .gates-say {
    display: grid;
    gap: var(--s1);
    justify-items: start;
  }
  .stage-say {
    display: inline-flex;
    flex-wrap: wrap;
    gap: 0 var(--s3);
  }
  .soa bdi,
  .shown-by {
    overflow-wrap: anywhere;
  }
  .shown-by {
    display: block;
    font-size: var(--small);
  }
  .lacking {
    color: var(--warn);
  }
  .soa td:nth-child(4) .quiet {
    font-size: var(--tiny);
    font-weight: 400;
  }
  .bulk > .shown {
    margin-inline-start: auto;
  }
  @container page (max-width: 40rem) {
    .soa tbody tr {
      grid-template-columns: auto minmax(0, 1fr);
    }
    .soa :is(tbody th, td:nth-child(n + 3)) {
      grid-column: 1 / -1;
    }
    .soa td:nth-child(4) {
      grid-area: 2 / 2;
    }
    .soa td:is(:nth-child(3), :nth-child(4))::before {
      content: none !important;
    }
  }
  .suggested {
    padding-inline-start: 0;
    list-style: none;
  }
  .suggested > li {
    padding-block: var(--s2);
  }
  .suggested .field {
    margin-block: var(--s1);
  }
  .ticks {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--s3);
  }
  .ticks .level {
    padding-inline: 0.25rem;
    background: none;
    border-color: transparent;
  }
`;
