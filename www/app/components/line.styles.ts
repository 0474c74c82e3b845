// The line of snapshots.
export const lineStyles = `
  .line {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: var(--s1) var(--s3);
    max-inline-size: 44rem;
  }
  .line > svg {
    inline-size: 100%;
    block-size: 11rem;
    padding: 0;
    overflow: visible;
  }
  .line .scale,
  .line .times {
    display: flex;
    justify-content: space-between;
    color: var(--quiet);
    font-size: var(--tiny);
    font-variant-numeric: tabular-nums;
  }
  .line .scale {
    flex-direction: column;
    margin-block: -0.6em;
    text-align: end;
  }
  .line .times,
  .line .legend {
    grid-column: 2;
  }
  .line path,
  .line polyline {
    fill: none;
    vector-effect: non-scaling-stroke;
  }
  .line .grid {
    stroke: var(--line);
  }
  .line .between {
    fill: var(--maybe);
    fill-opacity: 0.3;
  }
  .line .high {
    stroke: var(--maybe);
    stroke-width: 2;
  }
  .line .low {
    stroke: var(--earned);
    stroke-width: 2.5;
  }
  .line .dot {
    stroke-width: 9;
    stroke-linecap: round;
  }
  :host(:dir(rtl)) .line > svg {
    transform: scaleX(-1);
  }
  @container page (max-width: 40rem) {
    .table tbody td:has(> ul) {
      display: block;
    }
  }
`;
