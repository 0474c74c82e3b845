// The list of documents: as dense as a table should be, changed one by one or all that are shown, and nothing typed is lost.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { engines, launch, offlineFile } from "./driver/index.mjs";
import { Assessment } from "./support/core.mjs";
import { agrees, click, drawn, focusOf, jump, opened, started, state, texts, visit } from "./support/steps.mjs";

const ROWS = ".documents tbody tr:not(.group, .editor)";
/** What a table may take of a desktop of 1280×900. */
const FIRST_ROW = 320;
const ROW = 41;
const SCREENS = 2;

const boxes = (page) =>
  page.evaluate(
    (css) =>
      [...document.querySelector("iso27001-readiness").shadowRoot.querySelectorAll(css)].map((row) => {
        const { top, bottom } = row.getBoundingClientRect();
        return { top: top + scrollY, bottom: bottom + scrollY };
      }),
    ROWS,
  );

for (const engine of engines) {
  describe(`${engine}, the documents`, { timeout: 180_000 }, () => {
    let page;
    const expected = Assessment.example("2022");
    before(async () => {
      page = await launch(engine);
      await started(page, offlineFile);
      await opened(page, expected.toJSON());
      await visit(page, "documents");
    });
    after(() => page?.close());

    test("all of them stand in rows of one line within two screens, the first near the top", async () => {
      await page.resize(1280, 900);
      await drawn(page);
      const rows = await boxes(page);
      assert.equal(rows.length, expected.checklist().length);
      assert(rows[0].top <= FIRST_ROW, `the first row at ${rows[0].top}`);
      for (const [at, { top, bottom }] of rows.entries())
        assert(bottom - top <= ROW, `row ${at + 1} is ${bottom - top} px high`);
      assert(rows.at(-1).bottom <= SCREENS * 900, `the last row ends at ${rows.at(-1).bottom}`);
    });

    test("all that the filter shows take one status, and undo gives each its own back as one step", async () => {
      const before = await state(page);
      await click(page, { css: "button.chip", text: "Records" });
      const records = expected.checklist().filter(({ kind }) => kind === "record");
      await page.waitFor(async () => (await boxes(page)).length === records.length, "the records alone");
      await click(page, { css: "summary", text: `Set all ${records.length} shown to …` });
      await click(page, { css: ".toolbar .fold button", text: "Draft" });
      for (const { key } of records) expected.setDocument(key, "draft");
      await agrees(page, expected);
      assert((await texts(page, "[role=status]")).some((said) => said === `${records.length} documents: Draft`));
      await click(page, { css: "button", text: "Undo" });
      await page.waitFor(async () => (await state(page)) === before, "the statuses to be back");
      await click(page, { css: "button", text: "Redo" });
      await agrees(page, expected);
      await click(page, { css: "button.chip", text: "All" });
    });

    test("a row that is open stays while its status takes it out of the filter", async () => {
      await click(page, { css: "button.chip", text: "Not in force yet" });
      const [first] = expected.checklist().filter(({ required, status }) => required && status !== "in-force");
      await click(page, `#d-${first.key}-legend`);
      await page.element(`#d-${first.key}-note`);
      await click(page, `#d-${first.key}-in-force`);
      expected.setDocument(first.key, "in-force");
      await agrees(page, expected);
      assert(await page.exists(`#d-${first.key}-note`));
      await click(page, `#d-${first.key}-legend`);
      await page.waitFor(async () => !(await page.exists(`#d-${first.key}-in-force`)), "it to leave once it is closed");
      await click(page, { css: "button.chip", text: "All" });
    });

    test("what is typed in the details keeps its focus, its text and its place through a save and another tab’s change", async () => {
      const field = "#d-isms_scope-note";
      await click(page, "#d-isms_scope-legend");
      await click(page, field);
      await page.press("Control+a");
      const noted = () =>
        page.evaluate(() => document.querySelector("iso27001-readiness").session.file.documents.isms_scope.note);
      await page._type("Kept in ");
      await page.waitFor(async () => (await noted()) === "Kept in ", "the text to be recorded");
      // Another tab sets another status for the same document, and one elsewhere, while the hand is on the keys.
      const other = Assessment.parse(await state(page));
      other.setDocument("isms_scope", "draft");
      other.setDocument("risk_treatment_plan", "missing");
      await page.evaluate(
        (text) => document.querySelector("iso27001-readiness").session.replaceFromRemote(text, null),
        other.toJSON(),
      );
      await drawn(page);
      assert.equal(await focusOf(page), field.slice(1));
      assert.equal(await page.property(field, "value"), "Kept in ");
      await page._type("the wiki");
      await page.waitFor(async () => (await noted()) === "Kept in the wiki", "the rest to be recorded");
      assert.equal(await focusOf(page), field.slice(1));
      assert.equal(await page.property(field, "value"), "Kept in the wiki");
      other.setDocument("isms_scope", "draft", { note: "Kept in the wiki" });
      await agrees(page, other);
    });

    test("a link to a document leads to its row", async () => {
      const key = expected.checklist().at(-1).key;
      await jump(page, `documents/${key}`);
      await page.waitFor(async () => (await focusOf(page)) === `d-${key}-legend`, "the row to have the focus");
      assert.deepEqual(await page.consoleErrors(), []);
    });
  });
}
