// The page's own text, which its policy lets no script fetch: taken from the document before anything in it changes.
const { documentElement: root, head } = document;
const element = root.querySelector("iso27001-readiness");
const painted = element?.shadowRoot?.innerHTML;
const begin = [
  `<!doctype html><html lang="${root.lang}" dir="${root.dir}">`,
  `${head.outerHTML}<body><iso27001-readiness>`,
  // An engine that does not know such templates leaves it inside the element.
  painted === undefined ? "" : `<template shadowrootmode="open">${painted}</template>`,
  `${element?.innerHTML}</iso27001-readiness>`,
]
  .join("")
  // As the build writes them; and early.ts may have noted a button by then.
  .replaceAll(' disabled=""', " disabled")
  .replaceAll(' data-pressed=""', "");

/** The bytes that the page came as, with this at the end of its body; a block of answers that came with it is left out. */
export function pageText(block: string): string {
  const scripts = [...document.querySelectorAll("body > script:not(#answers)")].map((script) => script.outerHTML);
  const { lastChild } = document;
  const notices = lastChild?.nodeType === Node.COMMENT_NODE ? `<!--${lastChild.nodeValue}-->\n` : "";
  return `${begin}${scripts.join("")}${block}</body></html>${notices}`;
}
