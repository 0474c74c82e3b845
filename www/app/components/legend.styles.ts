// Legends of charts and bars.
export const legendStyles = `
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s1) var(--s4);
    color: var(--quiet);
    font-size: var(--small);
  }
  .swatch {
    display: inline-block;
    inline-size: 0.8em;
    block-size: 0.8em;
    margin-inline-end: 0.4em;
    border-radius: 2px;
    background: var(--lost);
    forced-color-adjust: none;
  }
  .swatch.low {
    background: var(--earned);
  }
  .swatch.unconfirmed {
    background: repeating-linear-gradient(90deg, var(--earned) 0 2px, var(--lost) 2px 5px);
  }
  .swatch.high {
    background: var(--maybe);
  }
`;
