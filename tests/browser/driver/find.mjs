/**
 * Runs in the page: the first visible element that matches, in the document or in any open shadow root.
 * A selector is CSS, or { css, text } (an element whose text or label is this), or { label } (the control of that label).
 */
export function find(selector) {
  const { css, text, label } = typeof selector === "string" ? { css: selector } : selector;
  const tidy = (words) => (words ?? "").replace(/\s+/g, " ").trim();
  const roots = [document];
  const found = [];
  for (const root of roots) {
    for (const element of root.querySelectorAll(css ?? (label === undefined ? "*" : "input, select, textarea"))) {
      if (text !== undefined && tidy(element.textContent) !== text && element.getAttribute("aria-label") !== text)
        continue;
      if (label !== undefined) {
        const labels = [...(element.labels ?? [])].map((each) => tidy(each.textContent));
        if (!labels.includes(label) && element.getAttribute("aria-label") !== label) continue;
      }
      found.push(element);
    }
    for (const element of root.querySelectorAll("*")) if (element.shadowRoot) roots.push(element.shadowRoot);
  }
  return (
    found.find((element) => element.checkVisibility?.() ?? element.getClientRects().length > 0) ?? found[0] ?? null
  );
}

/** Runs in the page: waits until an element stays where it is, as people do before they press it. */
export async function steady(element) {
  let before;
  for (let frame = 0; frame < 120; frame++) {
    const { left, top } = element.getBoundingClientRect();
    if (before?.left === left && before.top === top) return;
    before = { left, top };
    await Promise.race([new Promise(requestAnimationFrame), new Promise((wake) => setTimeout(wake, 100))]);
  }
}

/** Runs in the page: sets what cannot be typed the same way everywhere, and says so to the page as a person's act would. */
export function put(element, value) {
  const owner = { INPUT: HTMLInputElement, SELECT: HTMLSelectElement, TEXTAREA: HTMLTextAreaElement }[element.tagName];
  Object.getOwnPropertyDescriptor(owner.prototype, "value").set.call(element, value);
  for (const type of ["input", "change"]) element.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
}

/** Runs in the page: makes the element ready to be typed into, and says whether it can be. */
export function prepare(element) {
  element.focus();
  if (/^(date|month|time|number|range|color)$/.test(element.type)) return false;
  element.select?.();
  return true;
}
