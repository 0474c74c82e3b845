// The radar and its table.
export const radarStyles = `
  .chart {
    display: grid;
    grid-template-columns: minmax(16rem, 24rem) minmax(0, 1fr);
    gap: var(--s5);
    align-items: start;
  }
  .chart figcaption {
    justify-content: center;
  }
  @container page (max-width: 52rem) {
    .chart {
      grid-template-columns: minmax(0, 1fr);
    }
    .radar {
      max-inline-size: 24rem;
      margin-inline: auto;
    }
  }
  .radar {
    display: block;
    inline-size: 100%;
    overflow: visible;
  }
  .radar .ring {
    fill: none;
    stroke: var(--line);
    stroke-width: 0.6;
  }
  .radar .high {
    fill: var(--maybe);
    fill-opacity: 0.4;
    stroke: var(--maybe);
    stroke-width: 1;
  }
  .radar .low {
    fill: var(--earned);
    fill-opacity: 0.35;
    stroke: var(--earned);
    stroke-width: 1.6;
    stroke-linejoin: round;
  }
  .radar text {
    fill: var(--quiet);
    font-size: 8px;
    font-weight: 600;
  }
  .chart .table td:nth-child(3) {
    inline-size: 32%;
    vertical-align: middle;
  }
`;
