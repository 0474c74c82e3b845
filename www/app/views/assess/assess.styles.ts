// The switch of lists, the standing beside the questions, and the steps.
import { css } from "lit";

export const assessStyles = css`
  .switch {
    display: grid;
    grid-template-columns: 1fr 1fr;
    border: 1px solid var(--edge);
    border-radius: var(--round);
    overflow: clip;
  }
  .switch a {
    display: grid;
    place-items: center;
    min-block-size: 2.25rem;
    color: var(--ink);
    font-size: var(--small);
    font-weight: 550;
    text-decoration: none;
    text-align: center;
  }
  .switch a[aria-current] {
    background: var(--accent);
    color: var(--on-accent);
  }
  .switch a:focus-visible {
    outline-offset: -4px;
    outline-color: currentColor;
  }
  .standing > * + * {
    margin-block-start: var(--s1);
  }
  .standing a {
    font-size: 1.5rem;
    font-weight: 650;
    color: var(--ink);
    text-decoration: none;
  }
  .standing a:hover {
    text-decoration: underline;
  }
  .steps {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s3);
    justify-content: space-between;
  }
  .steps > :only-child,
  .steps > .primary {
    margin-inline-start: auto;
  }
  .steps .sub {
    display: block;
    font-size: var(--tiny);
    font-weight: 400;
  }
`;
