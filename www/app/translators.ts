// A browser's translator rewrites texts under the hands of what draws them. Figures must stay true all the same.

/**
 * Translators put a `font` with their words in the place of a text, or around it, and later changes would go to a text that is
 * seen no more. So the text stays beside the `font`, empty, and once it is drawn anew the `font` goes.
 */
export function keepTexts(root: Node): void {
  /** The texts that are hidden so: what is shown in their place, and what they said. */
  const hidden = new Map<Node, { font: ChildNode; said: string }>();
  const hide = (font: Element, text: Node | null | undefined): void => {
    if (text?.nodeType !== 3) return;
    const own = text as Text;
    if (font.contains(own)) own.replaceWith(own.data);
    else if (own.isConnected) return;
    hidden.set(own, { font, said: own.data });
    own.data = "";
    font.before(own);
  };
  const observer = new MutationObserver((records) => {
    for (const { type, target, addedNodes, removedNodes, nextSibling } of records) {
      if (type === "characterData") {
        hidden.get(target)?.font.remove();
        hidden.delete(target);
      }
      for (const node of addedNodes)
        if (node.nodeName === "FONT") hide(node as Element, removedNodes[0] ?? nextSibling);
    }
    // The translation was taken back, or the text is gone.
    for (const [own, { font, said }] of hidden) {
      if (font.isConnected) continue;
      hidden.delete(own);
      own.nodeValue ||= said;
    }
    observer.takeRecords();
  });
  observer.observe(root, { childList: true, characterData: true, subtree: true });
}

/**
 * Draws, and where a translator has thrown away the marks between which Lit draws, begins with an empty root. What is typed and
 * not yet recorded is kept by the fields themselves.
 */
export function drawnAnew(root: ShadowRoot, owner: object, draw: () => void): void {
  try {
    draw();
  } catch {
    const focused = root.activeElement?.id;
    for (const node of [...root.childNodes]) if (node.nodeName !== "STYLE") node.remove();
    delete (owner as { _$litPart$?: unknown })._$litPart$;
    draw();
    if (focused) root.getElementById(focused)?.focus();
  }
}
