/** Behind the page's own styles, which the frame's parts take over. */
export const styles = `
  :host {
    display: block;
    position: sticky;
    inset-block-end: 0;
    z-index: 4;
    min-block-size: 0;
    background: none;
    /* Between and around its parts is the page. */
    pointer-events: none;
  }
  :is(.host, .notice, dialog) {
    pointer-events: auto;
  }
  .host {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s2) var(--s4);
    align-items: center;
    justify-content: space-between;
    padding: var(--s2) clamp(1rem, 3cqi, 2rem);
    background: var(--surface);
    border-block-start: 1px solid var(--edge);
    font-size: var(--small);
  }
  .host p {
    flex: 1 1 18rem;
    max-inline-size: 80ch;
  }
  dialog.wide {
    inline-size: min(48rem, calc(100vi - 2rem));
  }
  .host .origin,
  dialog .origin {
    font-weight: 650;
    overflow-wrap: anywhere;
  }
  dialog > .buttons {
    position: sticky;
    inset-block-end: 0;
    padding-block: var(--s4);
    margin-block-start: var(--s4);
    border-block-start: 1px solid var(--line);
    background: var(--surface);
  }
  dialog > .buttons > p {
    flex-basis: 100%;
  }
  /* Held by a finger, it is neither selected nor zoomed. */
  #frame-yes {
    touch-action: manipulation;
    user-select: none;
    -webkit-user-select: none;
  }
  .sent {
    display: grid;
    grid-template-columns: minmax(6rem, auto) minmax(0, 1fr);
    gap: var(--s1) var(--s4);
  }
  .sent dt {
    color: var(--quiet);
  }
  .sent dd {
    overflow-wrap: anywhere;
    max-block-size: 6em;
    overflow-y: auto;
  }
  .sent dd:has(ul) {
    max-block-size: none;
  }
  .sent ul {
    margin-block: var(--s1) var(--s2);
    padding-inline-start: var(--s4);
  }
  .sent + * {
    margin-block-start: var(--s4);
  }
  textarea {
    inline-size: 100%;
    font: 0.8125rem/1.4 ui-monospace, monospace;
    resize: vertical;
  }
  /* A low frame has no room for what stays in sight. */
  @media (max-height: 30rem) {
    :host {
      position: static;
    }
  }
  @media print {
    :host {
      display: none;
    }
  }
`;

/** What the document itself needs: the height of the frame must follow the content, not the content the frame. */
export const outer = `
  iso27001-readiness {
    min-block-size: 0;
  }
  html {
    scroll-padding-block-end: 8rem;
  }
`;
