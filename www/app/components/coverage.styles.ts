// The meter of how much is answered, and bars of scores.
import { css } from "lit";

export const coverageStyles = css`
  .bar,
  .meter {
    display: block;
    inline-size: 100%;
    block-size: 0.625rem;
    border-radius: 99px;
    overflow: hidden;
  }
  .meter {
    block-size: 3px;
  }
  .earned {
    fill: var(--earned);
  }
  .maybe {
    fill: var(--maybe);
  }
  .lost {
    fill: var(--lost);
  }
  .unconfirmed {
    stroke: var(--earned);
    stroke-width: 40;
    stroke-dasharray: 2 3;
    vector-effect: non-scaling-stroke;
  }
  :host(:dir(rtl)) .bar,
  :host(:dir(rtl)) .meter {
    transform: scaleX(-1);
  }
  @media (forced-colors: active) {
    .bar,
    .meter {
      border: 1px solid CanvasText;
    }
  }
`;
