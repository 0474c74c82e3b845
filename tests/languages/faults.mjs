// What is wrong with a page in a language that nobody speaks: English that is left, and words that are cut or reach out.
import { catalog } from "../boundary/package.mjs";
import { cut, overflow, settled } from "../browser/support/access.mjs";

const WIDTHS = [320, 390, 1280];

/** Titles of the standard, which its publishers translate, and names that are the same in every language. */
const TITLES = ["2013", "2022"].flatMap((edition) => {
  const { name, clauses, groups, controls } = catalog(edition);
  const titled = [...clauses, ...groups, ...controls, ...controls.map((one) => one.category)];
  return [name, ...titled.flatMap((one) => (one ? [one.title] : []))];
});
const NAMES = [
  "ISO/IEC",
  "iso27001-readiness",
  "readiness",
  "SHA-256",
  "JSON",
  "XLSX",
  "CSV",
  "HTML",
  "Markdown",
  "example.com",
  // Names of files.
  ".iso27001.json",
  ".json",
  ".zip",
  "returned.csv",
  "bad.json",
];

/** What stands on the page, to be read or to be heard, that still has letters of English. */
const english = (page, theirs) =>
  page.evaluate(
    (allowed) => {
      const ATTRIBUTES = ["aria-label", "aria-description", "aria-valuetext", "title", "placeholder", "alt", "label"];
      const found = new Set();
      const hear = (text, where) => {
        let rest = text;
        for (const name of allowed) rest = rest.replaceAll(name, "");
        if (/[A-Za-z]{2,}/.test(rest.replace(/\b[0-9a-f]{64}\b/g, "")))
          found.add(`${where}: ${text.trim().replace(/\s+/g, " ").slice(0, 90)}`);
      };
      const read = (root) => {
        for (const node of root.querySelectorAll("*")) {
          for (const name of ATTRIBUTES)
            if (node.hasAttribute(name)) hear(node.getAttribute(name), `${node.localName}[${name}]`);
          if (node.shadowRoot) read(node.shadowRoot);
          if (["style", "script", "template"].includes(node.localName)) continue;
          for (const child of node.childNodes) if (child.nodeType === 3) hear(child.data, node.localName);
        }
      };
      read(document);
      hear(document.title, "title of the page");
      return [...found];
    },
    [...TITLES, ...NAMES, ...theirs].sort((one, other) => other.length - one.length),
  );

/** Headings of columns, notices and words of a dialog that reach over the edge of their own box, on whatever lies beside it. */
const beyond = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll("iso27001-readiness, iso27001-desk, #readiness-frame")]
      .flatMap(({ shadowRoot }) => [
        ...shadowRoot.querySelectorAll(
          "thead th, .notice, .host p, .host button, dialog :is(h2, p, button, label, dt, dd)",
        ),
      ])
      .filter((one) => one.checkVisibility() && one.scrollWidth > one.clientWidth + 1)
      // In narrow tables the head is for screen readers alone.
      .filter((one) => getComputedStyle(one.closest("thead") ?? one).clipPath === "none")
      .map((one) => `${one.tagName}.${one.className}: ${one.textContent.trim().slice(0, 60)}`),
  );

/** All faults of what a window shows; `page` is that window, `view` the page itself or a frame in it. */
export async function faultsOf(page, view, what, theirs = []) {
  const found = (await english(view, theirs)).map((one) => `${what}: English: ${one}`);
  for (const width of WIDTHS) {
    await page.resize(width, 800);
    await settled(view);
    const over = await overflow(view);
    if (over) found.push(`${what}, ${width} px: reaches sideways out of the window: ${over}`);
    found.push(...(await cut(view)).map((one) => `${what}, ${width} px: cut off: ${one}`));
    found.push(...(await beyond(view)).map((one) => `${what}, ${width} px: reaches over its edge: ${one}`));
  }
  return found;
}
