// What is taken along is the same bytes in every engine, and a returned sheet changes what is ticked and nothing else.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { exportAs, firstVersion } from "../boundary/package.mjs";
import { engines, launch, sharedSite } from "./driver/index.mjs";
import { Assessment, catalog } from "./support/core.mjs";
import { addressOf, drawn, PLACES, started, state, visit } from "./support/steps.mjs";

const LABELS = {
  "report-html": "Save Report as HTML",
  "stage1-pack": "Save Stage 1 pack as HTML",
  "report-markdown": "Save Report as text as Markdown",
  workbook: "Save Workbook as XLSX",
  statement: "Save Statement of Applicability as CSV",
  gaps: "Save Gaps as CSV",
  plan: "Save Plan as CSV",
  documents: "Save Documents as CSV",
  result: "Save Result, verifiable as JSON",
  "oscal-results": "Save OSCAL assessment results as JSON",
  "oscal-catalog": "Save OSCAL catalog as JSON",
};
const NAME = "Larkfield <img src=x onerror=document.title='taken'> =1+1";
const pause = (milliseconds) => new Promise((wake) => setTimeout(wake, milliseconds));
const button = (name) => `button[aria-label="${LABELS[name]}"]`;

/** An assessment as a saved file, with text in it that wants to be more. */
function file() {
  const assessment = Assessment.example("2022");
  assessment.setOrganisation({ name: NAME });
  assessment.annotate("A.5.1", {
    note: "</script><script>document.title='taken'</script>",
    owner: "=cmd|' /C calc'!A0",
  });
  const text = assessment.toJSON();
  assessment.free();
  return text;
}
const dayOf = (name) => /\d{4}-\d\d-\d\d/.exec(name)?.[0];

const host = sharedSite();

for (const engine of engines) {
  for (const place of PLACES) {
    describe(`${engine}, from ${place}`, { timeout: 180_000 }, () => {
      let page;
      let saved = 0;
      before(async () => {
        page = await launch(engine);
        await started(page, addressOf(place, host));
        await visit(page, "data");
        await page.setFile("#data-file", { name: "a.iso27001.json", bytes: file() });
        await page.waitFor(async () => (await state(page)).includes("Larkfield"), "the file to be opened");
      });
      after(() => page?.close());

      for (const anonymous of [false, true]) {
        test(`every export is the bytes that the package makes${anonymous ? ", without what people typed" : ""}`, async () => {
          await visit(page, "data");
          if (anonymous) await page.click("#exports-anonymous");
          await drawn(page);
          const from = await state(page);
          for (const name of Object.keys(LABELS)) {
            saved += 1;
            // Chromium drops a page's eleventh download within about a second; nobody clicks that fast.
            await pause(150);
            await page.click(button(name));
            const got = (await page.downloads(saved)).at(-1);
            const made = exportAs(name, from, { anonymous, day: dayOf(got.name) });
            assert.equal(got.name, made.name);
            assert.ok(Buffer.from(made.bytes).equals(Buffer.from(got.bytes)), `${name}: other bytes`);
          }
        });
      }

      test("a document's first version is made of what the assessment says", async () => {
        const row = catalog("2022").documents.find(({ key }) => key === "isms_scope");
        // A page of its own: each download takes a line off the window of WebKit's driver, and there were twenty.
        const fresh = await launch(engine);
        try {
          await started(fresh, addressOf(place, host));
          await visit(fresh, "data");
          await fresh.setFile("#data-file", { name: "a.iso27001.json", bytes: file() });
          await fresh.waitFor(async () => (await state(fresh)).includes("Larkfield"), "the file to be opened");
          await visit(fresh, "documents");
          await fresh.click(`#d-${row.key}-legend`);
          for (const [at, [format, shown]] of [
            ["html", "HTML"],
            ["markdown", "Markdown"],
          ].entries()) {
            await fresh.click(`button[aria-label="Download a first version of ${row.name} as ${shown}"]`);
            const got = (await fresh.downloads(at + 1)).at(-1);
            const made = firstVersion(row.key, format, await state(fresh), { day: dayOf(got.name) });
            assert.equal(got.name, made.name);
            assert.ok(Buffer.from(made.bytes).equals(Buffer.from(got.bytes)), `${format}: other bytes`);
            assert.ok(Buffer.from(made.bytes).includes("Larkfield"), format);
          }
        } finally {
          await fresh.close();
        }
      });

      const give = async (name, bytes) => {
        await visit(page, "import");
        if (await page.exists({ css: "main button", text: "Cancel" }))
          await page.click({ css: "main button", text: "Cancel" });
        await page.setFile("#import-file", { name, bytes });
        await page.element("#import-columns-title");
      };

      test("a sheet that comes back as it went changes nothing", async () => {
        const before = await state(page);
        for (const name of ["statement", "workbook"]) {
          const made = exportAs(name, before, { day: "2026-11-23" });
          await give(made.name, made.bytes);
          assert.ok((await page.text("main")).includes("The spreadsheet would change nothing here."), name);
        }
        assert.equal(await state(page), before);
      });

      test("what is ticked is taken over, in one step that can be undone", async () => {
        const before = await state(page);
        const sheet =
          'Control;Owner;Level;Colour\r\nA.5.1;<b>Jo</b>;5 Optimizing;red\r\nA.5.2;Kim;;\r\nA.5.3;"\'=1+1";2 Developing;\r\nA.99.1;x;1;\r\n';
        await give("back.csv", sheet);
        assert.equal(await state(page), before, "a proposal changes nothing");
        const shown = await page.text("main");
        for (const wanted of ["<b>Jo</b>", "=1+1", "A.99.1", "Colour"]) assert.ok(shown.includes(wanted), wanted);
        await page.click("#take-q-A-5-2-owner");
        await page.click("main .primary");
        await page.waitFor(() => page.evaluate(() => location.hash === "#/result"), "the result");
        const expected = Assessment.parse(before);
        expected.respond("A.5.1", 5);
        expected.annotate("A.5.1", { owner: "<b>Jo</b>" });
        expected.annotate("A.5.3", { owner: "=1+1" });
        const timeless = (text) => JSON.parse(text, (key, value) => (key === "modified" ? undefined : value));
        assert.deepEqual(timeless(await state(page)), timeless(expected.toJSON()));
        expected.free();
        await page.click({ css: "button", text: "Undo" });
        await page.waitFor(async () => (await state(page)) === before, "all of it to be taken back");
      });

      test("a file that is no sheet is not said to agree", async () => {
        const before = await state(page);
        await give("letter.csv", "Dear colleague,\r\nsee you on Monday\r\n");
        assert.match(await page.text("main"), /The sheet was not read, because its rows are not/);
        assert.ok(!(await page.text("main")).includes("would change nothing"));
        await page.click({ css: "main button", text: "Cancel" });
        await page.element("#import-file");
        assert.equal(await state(page), before);
      });

      test("the saved file is named after the organisation and the day", async () => {
        await visit(page, "data");
        await page.click({ css: "button", text: "Save file" });
        const got = (await page.downloads((saved += 1))).at(-1);
        const own = await state(page);
        assert.equal(got.name, exportAs("assessment", own, { day: dayOf(got.name) }).name);
        assert.equal(got.bytes.toString(), own);
      });

      test("no text was run, nothing was asked for, the policy refused nothing", async () => {
        assert.notEqual(await page.evaluate(() => document.title), "taken");
        assert.deepEqual(await page.consoleErrors(), []);
        assert.deepEqual(await page.requests(), []);
      });
    });
  }
}
