// print() in pages that hold the element in whatever they like: the paper is the same as in a page of its own.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { engines } from "../browser/driver/index.mjs";
import { file, hosted, page, SCRIPT, TAG } from "./hosted.mjs";

const STYLES = {
  "contain: strict": "contain: strict; block-size: 300px",
  "contain: content": "contain: content",
  "contain: size layout": "contain: size layout; block-size: 200px",
  "container-type: size": "container-type: size; block-size: 300px",
  "container-type: inline-size": "container-type: inline-size; inline-size: 300px",
  "content-visibility: auto": "content-visibility: auto; contain-intrinsic-size: 10px 200px",
  "transform: scale": "transform: scale(2)",
  "transform: rotate": "transform: rotate(90deg) translateY(-2000px)",
  "scale and translate": "scale: 3; translate: 4000px 0; rotate: 20deg",
  "perspective and will-change": "perspective: 100px; will-change: transform; transform-style: preserve-3d",
  filter: "filter: grayscale(1) blur(3px); backdrop-filter: blur(2px)",
  zoom: "zoom: 3",
  opacity: "opacity: 0.1; mix-blend-mode: multiply; isolation: isolate",
  "writing-mode": "writing-mode: vertical-rl; text-orientation: upright",
  overflow: "overflow: hidden; block-size: 200px; max-block-size: 200px",
  "overflow: scroll": "overflow: scroll; block-size: 100vh; overscroll-behavior: contain",
  "position: fixed": "position: fixed; inset: 0; z-index: 4; overflow: auto",
  "position: absolute": "position: absolute; inset: auto -900px -700px auto",
  "position: sticky": "position: sticky; inset-block-start: 0; block-size: 100px",
  grid: "display: grid; grid-template: 100px / 1fr 3fr",
  flex: "display: flex; block-size: 100vh; align-items: center",
  table: "display: table; table-layout: fixed; inline-size: 200px",
  "inline-block": "display: inline-block; inline-size: 200px",
  columns: "columns: 3; block-size: 200px",
  float: "float: right; inline-size: 40%; shape-outside: circle()",
  "clip and mask": "clip-path: inset(0 0 90% 0); mask: linear-gradient(#000, #0000)",
  "break and page": "break-inside: avoid; break-before: page; break-after: page; page: wide",
  "margins and padding": "margin: 900px 0; padding: 900px 0; border: 90px solid",
  "line-clamp": "display: -webkit-box; -webkit-line-clamp: 2; -webkit-box-orient: vertical; overflow: hidden",
  "visibility and colour": "color: #fff; font: 90px/4 serif; letter-spacing: 2em; text-indent: 50%",
  direction: "direction: rtl; unicode-bidi: bidi-override",
};
const important = (styles) => styles.replace(/;|$/g, " !important;");
const inner = `<${TAG} id="a"></${TAG}>`;
/** Each puts the element into something: the body and the rules of a page. */
const PLACES = {
  ...Object.fromEntries(
    Object.entries(STYLES).map(([name, css]) => [
      name,
      [`<main><div class="x">${inner}</div></main>`, `.x { ${css} }`],
    ]),
  ),
  "everything at once, on html and body too": [
    `<main class="x"><div class="x">${inner}</div></main>`,
    `html, body, .x { ${Object.values(STYLES).join("; ")}; content-visibility: visible; opacity: 1 }`,
  ],
  "important, in a layer": [
    `<p class="p">Host</p><main><div class="x">${inner}</div></main>`,
    `@layer host { .x { ${important(STYLES["contain: strict"])} ${important(STYLES.zoom)} } .p { display: flex !important; block-size: 4000px !important } }`,
  ],
  "important, on the node": [
    `<p style="display: block !important; block-size: 4000px !important">Host</p><main><div style="${important(STYLES["contain: strict"])} ${important(STYLES["writing-mode"])}">${inner}</div></main>`,
    "",
  ],
  "important, by a longer selector": [
    `<main id="m"><div id="d" class="x"><p id="p">Host</p>${inner}</div></main>`,
    `#m#m#m #d.x { ${important(STYLES.overflow)} } #m#m#m #p { display: block !important; block-size: 3000px !important }`,
  ],
  "on the element itself": [
    `<main><${TAG} id="a" class="x" style="block-size: 100px !important; overflow: auto"></${TAG}></main>`,
    `.x { ${important(STYLES["transform: scale"])} contain: strict }`,
  ],
  "text that stands bare beside it": [
    `<main>${"Bare text of the host. ".repeat(2_000)}<div>${"More. ".repeat(2_000)}${inner}</div></main>`,
    "main::before { content: 'before'; display: block; block-size: 3000px }",
  ],
  "in a shadow root with rules of its own": [`<x-card>${inner}</x-card>`, ""],
  "in a table's cell": [`<table><tr><td>Host</td><td>${inner}</td></tr></table>`, "td { inline-size: 50% }"],
  "in an open details in a form's fieldset": [
    `<form><fieldset><legend>Host</legend><details open><summary>Host</summary>${inner}</details></fieldset></form>`,
    "",
  ],
  "in a modal dialog": [`<dialog id="dialog">${inner}</dialog>`, "dialog { inline-size: 400px; block-size: 300px }"],
  "in a popover": [`<div id="popover" popover="manual">${inner}</div>`, ""],
  "html with another size of text": [inner, "html { font-size: 30%; zoom: 2 }"],
  "a page of another size and margin": [inner, "@page { size: 60mm 80mm; margin: 20mm }"],
};
const CARD = `<script>
  customElements.define("x-card", class extends HTMLElement {
    constructor() {
      super();
      this.attachShadow({ mode: "open" }).innerHTML = '<style>:host, section { contain: strict !important; display: block !important; block-size: 100px !important; zoom: 2 !important }</style><aside>Card</aside><section><slot></slot></section>';
    }
  });
</script>`;
const ANSWERED = file({
  organisation: { name: "Kestrel" },
  requirements: { 4.1: { answer: 3 }, "A.5.1": { answer: 2 }, "A.7.4": { answer: "not-applicable", reason: "none" } },
});

describe("on paper", {
  timeout: 600_000,
  skip: engines.includes("chromium") ? false : "READINESS_ENGINES leaves Chromium out",
}, () => {
  let there;
  let alone;
  before(async () => {
    there = await hosted("chromium", "paper");
    alone = await printed(inner, "", "", false);
    assert.ok(alone.sheets.length > 5, `${alone.sheets.length} sheets`);
  });
  after(() => there?.close());

  /** The sheets of paper, and how the page looks before and afterwards. */
  async function printed(body, css, head = "", check = true) {
    await there.open(page(`${body}${SCRIPT}`, `<style>${css}</style>${head}`));
    const look = () =>
      there.on(() => [
        [...document.querySelectorAll("*")].map((one) => [
          one.localName,
          ...[...one.attributes].map(({ name, value }) => [name, name === "style" ? one.style.cssText : value]),
        ]),
        document.adoptedStyleSheets.length,
        document.querySelectorAll("[data-readiness-print]").length,
      ]);
    await there.on(async (given) => {
      document.getElementById("dialog")?.showModal();
      document.getElementById("popover")?.showPopover();
      window.print = () => {};
      document.getElementById("a").assessment = given;
    }, ANSWERED);
    const before = await look();
    await there.on(() => document.getElementById("a").print());
    const bytes = await there.browser.native.pdf({ format: "A4", preferCSSPageSize: true });
    const sheets = [...bytes.toString("latin1").matchAll(/\/MediaBox \[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/g)].map(
      (one) => one[0],
    );
    if (check) assert.deepEqual(await look(), before, "the page is left as it was");
    return { sheets };
  }

  for (const [name, [body, css]] of Object.entries(PLACES))
    test(name, async () => {
      const { sheets } = await printed(body, css, name.includes("shadow root") ? CARD : "");
      assert.deepEqual(sheets, alone.sheets, `${sheets.length} sheets, ${alone.sheets.length} alone`);
    });
});
