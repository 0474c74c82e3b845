// One choice of few, side by side.
export const segmentsStyles = `
  .segments {
    display: inline-flex;
    flex-wrap: wrap;
    border: 1px solid var(--edge);
    border-radius: var(--round);
    overflow: clip;
  }
  .segments label {
    position: relative;
    font-size: var(--small);
    font-weight: 500;
    cursor: pointer;
  }
  .segments input {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    opacity: 0;
    cursor: pointer;
  }
  .segments span {
    display: grid;
    place-items: center;
    min-block-size: 2.25rem;
    padding-inline: var(--s3);
  }
  .segments label + label {
    border-inline-start: 1px solid var(--line);
  }
  .segments :checked + span {
    background: var(--accent);
    color: var(--on-accent);
    font-weight: 600;
  }
  .segments [value="none"]:checked + span {
    background: var(--sunken);
    color: var(--quiet);
  }
  .segments :focus-visible + span {
    outline: 3px solid var(--ink);
    outline-offset: -4px;
  }
  @container page (max-width: 30rem) {
    .segments {
      display: flex;
    }
    .segments label {
      flex: 1 1 auto;
    }
    .segments span {
      padding-inline: 0.3rem;
      font-size: var(--tiny);
    }
  }
`;
