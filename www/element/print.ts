// Prints the element and nothing of the page that it stands in.
const MARK = "data-readiness-print";

/**
 * On paper the element stays. What holds it keeps no property of its own and makes no box, whatever its look is made of; text
 * that stands bare in it has no size. The rest is gone. The looks inside begin at `.root`, which inherits nothing.
 */
const RULES = `@media print {
  :not([${MARK}], [${MARK}="element"] *),
  [${MARK}="around"]::before,
  [${MARK}="around"]::after,
  [${MARK}="around"]::backdrop {
    display: none !important;
  }
  [${MARK}],
  :host([${MARK}]) {
    all: initial !important;
    direction: ltr !important;
    display: contents !important;
    inline-size: 100% !important;
  }
  [${MARK}="around"]:not(:root) {
    font-size: 0 !important;
    line-height: 0 !important;
  }
  [${MARK}="element"] {
    display: block !important;
  }
}
@page {
  size: auto !important;
  margin: revert !important;
}`;

/** What holds a node, as it is shown: through slots and shadow roots. */
const around = (node: Element): Element | null => {
  const root = node.getRootNode() as Document | ShadowRoot;
  return node.assignedSlot ?? node.parentElement ?? ("host" in root ? root.host : null);
};

/** Over what the page around has marked as important, in its rules' layers or on the node itself. */
function overrule(node: Element, rules: Record<string, string>): () => void {
  const { style } = node as HTMLElement;
  const before = node.hasAttribute("style") ? style.cssText : null;
  for (const [name, value] of Object.entries(rules)) style.setProperty(name, value, "important");
  return () => {
    style.cssText = before ?? "";
    // Asking for it first has Chromium write the attribute, of which it would leave an empty one behind.
    if (before === null && node.hasAttribute("style")) node.removeAttribute("style");
  };
}

/** What a print that has not ended yet, or was forbidden, has to take back. */
let undo: (() => void) | undefined;

/**
 * The rules are constructed, which no policy of the page forbids, say nothing about the screen, and go when the printing is
 * over. What would overrule them is set on the nodes themselves, only while the browser lays out the paper.
 */
export function printAlone(element: Element): void {
  const view = element.ownerDocument.defaultView;
  if (!view) return;
  undo?.();
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(RULES);
  const chain: Element[] = [];
  const roots = new Set<Document | ShadowRoot>();
  for (let node: Element | null = element; node; node = around(node)) {
    node.setAttribute(MARK, node === element ? "element" : "around");
    chain.push(node);
    roots.add(node.getRootNode() as Document | ShadowRoot);
  }
  for (const root of roots) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  let restore: (() => void)[] = [];
  const begin = (): void => {
    const others = chain
      .flatMap((node) => [...(node.parentNode?.children ?? [])])
      .filter((one) => !chain.includes(one));
    restore = [
      ...chain.map((node) =>
        overrule(node, {
          all: "initial",
          direction: "ltr",
          "inline-size": "100%",
          display: node === element ? "block" : "contents",
          ...(node === element || !node.parentElement ? {} : { "font-size": "0", "line-height": "0" }),
        }),
      ),
      ...others.map((one) => overrule(one, { display: "none" })),
    ];
  };
  undo = (): void => {
    view.removeEventListener("beforeprint", begin);
    for (const one of restore) one();
    for (const node of chain) node.removeAttribute(MARK);
    for (const root of roots) root.adoptedStyleSheets = root.adoptedStyleSheets.filter((one) => one !== sheet);
    undo = undefined;
  };
  view.addEventListener("beforeprint", begin, { once: true });
  view.addEventListener("afterprint", () => undo?.(), { once: true });
  view.print();
}
