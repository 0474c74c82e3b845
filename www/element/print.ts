const MARK = "data-readiness-print";

/** On paper the element stays, and of what is around it the boxes that hold it, without a look of their own. */
const RULES = `@media print {
  :not([${MARK}], [${MARK}="element"] *) {
    display: none !important;
  }
  [${MARK}="around"]::before,
  [${MARK}="around"]::after {
    content: none !important;
  }
  [${MARK}] {
    position: static !important;
    display: block !important;
    float: none !important;
    inline-size: auto !important;
    block-size: auto !important;
    min-block-size: 0 !important;
    max-inline-size: none !important;
    max-block-size: none !important;
    margin: 0 !important;
    padding: 0 !important;
    border: 0 !important;
    overflow: visible !important;
    columns: auto !important;
    transform: none !important;
    background: none !important;
  }
}`;

/** What holds a node, as it is shown: through slots and shadow roots. */
const around = (node: Element): Element | null => {
  const root = node.getRootNode();
  return node.assignedSlot ?? node.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
};

/**
 * Prints an element and nothing of the page that it stands in. The rules are constructed, which no policy of the page forbids,
 * say nothing about the screen, and go when the printing is over. Where printing is forbidden they have nothing to do.
 */
export function printAlone(element: Element): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(RULES);
  const marked: Element[] = [];
  const roots = new Set<Document | ShadowRoot>();
  for (let node: Element | null = element; node; node = around(node)) {
    node.setAttribute(MARK, node === element ? "element" : "around");
    marked.push(node);
    roots.add(node.getRootNode() as Document | ShadowRoot);
  }
  for (const root of roots) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  const undo = (): void => {
    for (const node of marked) node.removeAttribute(MARK);
    for (const root of roots) root.adoptedStyleSheets = root.adoptedStyleSheets.filter((one) => one !== sheet);
  };
  addEventListener("afterprint", undo, { once: true });
  print();
}
