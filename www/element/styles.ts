// The element's looks: the page's own rules for the box inside, and a constructed sheet of them for each document.
import { adoptStyles, supportsAdoptingStyleSheets, unsafeCSS } from "lit";
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
const inside = (rules: string): string => {
  const lengths = (whole: string, condition: string | undefined, number: string): string =>
    condition === undefined ? `calc(${number} * var(--rem))` : whole;
  const rewrites: [RegExp, string | typeof lengths][] = [
    [/:host\(([^)]*\)?)\)/g, ".root$1"],
    [/:host\b/g, ".root"],
    [/^(\s*)main\b/gm, "$1.main"],
    [/(@[^{;]*[{;])|(-?\d*\.?\d+)rem\b/g, lengths],
  ];
  return rewrites.reduce((text, [found, put]) => {
    const next = text.replace(found, put as string);
    if (next === text) throw new Error(`no ${String(found)} in the page's rules`);
    return next;
  }, rules);
};

const sheet = (): string =>
  before + inside(styles.map((one) => one.cssText).join("") + (deferredParts().styles ?? "")) + after;

const made = new WeakMap<Document, CSSStyleSheet>();

/**
 * Gives a root its looks. A sheet may be adopted only in the document whose window made it, and a root that moves to another
 * document loses those it had: so each document has one of its own.
 */
export function dress(root: ShadowRoot): void {
  const { ownerDocument } = root;
  const view = ownerDocument.defaultView;
  // Without a window nothing is drawn.
  if (!view) return;
  if (!supportsAdoptingStyleSheets) return adoptStyles(root, [unsafeCSS(sheet())]);
  let own = made.get(ownerDocument);
  if (!own) {
    own = new view.CSSStyleSheet();
    own.replaceSync(sheet());
    made.set(ownerDocument, own);
  }
  root.adoptedStyleSheets = [own];
}
