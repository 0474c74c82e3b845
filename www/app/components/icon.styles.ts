// Marks of states.
export const iconStyles = `
  .state .icon {
    align-self: center;
  }
  .state {
    display: inline-flex;
    gap: 0.45em;
    align-items: baseline;
    font-weight: 600;
    white-space: nowrap;
  }
  .state[data-state="met"] {
    color: var(--good);
  }
  .state[data-state="open"] {
    color: var(--bad);
  }
  .state[data-state="undetermined"] {
    color: var(--warn);
  }
`;
