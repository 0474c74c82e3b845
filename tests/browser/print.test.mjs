// The report on paper, as the browser that can be asked for a PDF makes it.
import assert from "node:assert/strict";
import { inflateSync } from "node:zlib";
import { after, before, describe, test } from "node:test";
import { engines, launch, offlineFile } from "./driver/index.mjs";
import { Assessment, catalog } from "./support/core.mjs";
import { focusOf, opened, started, texts, visit } from "./support/steps.mjs";

/** The titles of a PDF's outline: text in brackets or, beyond Latin, in hexadecimal UTF-16. */
const outline = (pdf) =>
  [...pdf.matchAll(/\/Title (?:\(((?:\\.|[^\\)])*)\)|<([0-9A-Fa-f]+)>)/g)].map(([, plain, hex]) =>
    hex === undefined
      ? plain.replace(/\\([()\\])/g, "$1")
      : new TextDecoder("utf-16be").decode(Buffer.from(hex, "hex")).replace(/^\ufeff/, ""),
  );

/** A PDF as text, its packed streams unpacked. */
function unpacked(bytes) {
  const parts = [];
  for (let at = 0; ; ) {
    const start = bytes.indexOf("stream\n", at);
    const end = start < 0 ? -1 : bytes.indexOf("endstream", start);
    if (end < 0) return parts.concat(bytes.subarray(at).toString("latin1")).join("\n");
    parts.push(bytes.subarray(at, start).toString("latin1"));
    try {
      parts.push(inflateSync(bytes.subarray(start + 7, end)).toString("latin1"));
    } catch {
      // A picture or a font, which nothing is looked for in.
    }
    at = end + 9;
  }
}

describe("chromium, on paper", {
  timeout: 120_000,
  skip: engines.includes("chromium") ? false : "READINESS_ENGINES leaves Chromium out",
}, () => {
  let page;
  before(async () => {
    page = await launch("chromium");
    await started(page, offlineFile);
    await page.click({ css: "button", text: "Open the example" });
    await visit(page, "report");
  });
  after(() => page?.close());

  for (const [format, box] of [
    ["A4", [595, 842]],
    ["Letter", [612, 792]],
  ]) {
    test(`the report of the example on ${format} is tagged, whole and readable`, async () => {
      const bytes = await page.native.pdf({ format, tagged: true, outline: true, preferCSSPageSize: false });
      const pdf = unpacked(bytes);
      for (const mark of ["/StructTreeRoot", "/MarkInfo", "/Lang (en)"]) assert(pdf.includes(mark), mark);
      for (const tag of ["H2", "H3", "P", "L", "Table", "TH", "TD"])
        assert(new RegExp(`/S /${tag}\\b`).test(pdf), `something is tagged ${tag}`);

      const sheets = [...pdf.matchAll(/\/MediaBox \[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/g)].map(([, width, height]) => [
        Number(width),
        Number(height),
      ]);
      assert(sheets.length >= 10, `${sheets.length} sheets`);
      for (const sheet of sheets)
        assert(
          sheet.every((side, at) => Math.abs(side - box[at]) <= 1),
          String(sheet),
        );

      const titles = outline(pdf).map((title) => title.replace(/\s+/g, " ").trim());
      const shown = await page.evaluate(() =>
        [...document.querySelector("iso27001-readiness").shadowRoot.querySelectorAll(".paper h2")].map((one) =>
          one.textContent.trim().replace(/\s+/g, " "),
        ),
      );
      assert(shown.length >= 9, shown.join());
      for (const heading of shown) assert(titles.includes(heading), `${heading} in: ${titles.join(" | ")}`);
      // A row for each control: the Statement of Applicability stands whole on paper, though folded on the screen.
      const rows = [...pdf.matchAll(/\/S \/TR\b/g)].length;
      assert(rows >= 93 + 31, `${rows} rows`);
    });
  }

  test("the first page alone is one sheet, also where every must-have is open, and its foot says whose, by what and of when", async () => {
    const { areas, clauses, controls, documents } = catalog("2022");
    const bare = Assessment.create("2022");
    for (const { key } of areas) bare.respond(`area:${key}`, 0);
    for (const { id } of [...clauses.filter(({ requirement }) => requirement), ...controls]) bare.respond(id, 0);
    for (const { key } of documents) bare.setDocument(key, "missing");
    bare.setOrganisation({ name: 'A "B" \\ C', headcount: 120, scope: "The booking service, at two sites" });
    for (const made of [Assessment.example("2022"), Assessment.example("2013"), bare]) {
      await opened(page, made.toJSON());
      await visit(page, "report");
      assert.equal((await texts(page, ".contents li")).length, 8);
      await page.click("#report-one");
      await page.waitFor(async () => !(await page.exists(".contents")), "the parts to go");
      for (const format of ["A4", "Letter"]) {
        const pdf = (await page.native.pdf({ format })).toString("latin1");
        assert.equal([...pdf.matchAll(/\/Type \/Page\b/g)].length, 1, format);
      }
      await page.click("#report-one");
      await page.element(".contents");
    }
    const foot = await page.evaluate(() => {
      const [rule] = [...document.adoptedStyleSheets].flatMap(({ cssRules }) => [...cssRules]);
      return rule.cssText;
    });
    assert.match(foot, /A (\\"|\\22 )B/);
    assert.match(foot, /ISO\/IEC 27001:2022.* · readiness\/2 · \d+ \w+ \d{4}"/);
    await page.click(".contents li:nth-child(5) button");
    await page.waitFor(async () => (await focusOf(page)) === "part-documents", "the part to have the focus");
    await opened(page, Assessment.example("2022").toJSON());
  });

  for (const [view, least] of [
    ["statement", 93],
    ["plan", 50],
  ]) {
    test(`the ${view} is whole on paper, whatever is shown of it on the screen`, async () => {
      await visit(page, view);
      const rows = () =>
        page.evaluate(
          () => document.querySelector("iso27001-readiness").shadowRoot.querySelectorAll("main table tbody tr").length,
        );
      const before = await rows();
      if (view === "plan") assert(before < least, `${before} rows on the screen`);
      const printed = [...unpacked(await page.native.pdf({ format: "A4", tagged: true })).matchAll(/\/S \/TR\b/g)]
        .length;
      assert(printed >= least, `${printed} rows on paper`);
      await page.waitFor(async () => (await rows()) === before, "the screen to be as it was");
    });
  }

  test("printing leaves the page as it was and breaks nothing", async () => {
    assert.deepEqual(await page.consoleErrors(), []);
    assert.equal(
      await page.evaluate(
        () => document.querySelector("iso27001-readiness").shadowRoot.querySelectorAll(".paper details[open]").length,
      ),
      0,
    );
  });
});
