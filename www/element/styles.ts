import { deferredParts } from "../app/deferred.js";
import { styles } from "../app/views/app_styles.js";

/** Everything the page inherits begins inside, where no rule of the host's can reach, not even one for `*`. */
const before = `
  :host {
    display: block;
    box-sizing: border-box;
    inline-size: 100%;
  }
  :host([hidden]) {
    display: none;
  }
  .root {
    all: initial;
    color-scheme: inherit;
    --rem: var(--readiness-rem, 1rem);
  }
  .root[data-theme="light"] {
    color-scheme: light;
  }
  .root[data-theme="dark"] {
    color-scheme: dark;
  }
`;
const after = `
  .root {
    min-block-size: 0;
  }
  @media not (forced-colors: active) {
    .root {
      --quiet: var(--readiness-quiet, light-dark(#51606e, #a6b2bd));
      --line: var(--readiness-line, light-dark(#d5dbe1, #313b46));
      --good: var(--readiness-good, light-dark(#17693f, #6ccb98));
      --bad: var(--readiness-bad, light-dark(#ab241c, #ff958c));
      --warn: var(--readiness-warn, light-dark(#7d5200, #e9bb60));
      --round: var(--readiness-radius, 6px);
      --accent-soft: color-mix(in oklab, var(--accent) 13%, var(--surface));
      --maybe: color-mix(in oklab, var(--accent) 38%, var(--surface));
    }
  }
  .minimum {
    color: var(--quiet);
    font-size: var(--small);
  }
  .minimum[data-met="no"] {
    color: var(--bad);
    font-weight: 600;
  }
`;

/**
 * The page's own rules, for the box inside the element. Lengths in rem follow the host's `html`, which may mean something
 * else by it; so they are multiples of one property. Conditions take no properties, and their rem is the browser's own.
 */
const inside = (rules: string): string =>
  rules
    .replace(/:host\(([^)]*\)?)\)/g, ".root$1")
    .replace(/:host\b/g, ".root")
    .replace(/^(\s*)main\b/gm, "$1.main")
    .replace(/(@[^{;]*[{;])|(-?\d*\.?\d+)rem\b/g, (_, condition: string | undefined, number: string) =>
      condition === undefined ? `calc(${number} * var(--rem))` : condition,
    );

export const sheet = (): string =>
  before + inside(styles.map((one) => one.cssText).join("") + (deferredParts().styles ?? "")) + after;
