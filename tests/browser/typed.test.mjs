// What is typed is recorded, or it stays where it was typed: refused by the core, or waiting for its button.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { engines, launch, sharedSite } from "./driver/index.mjs";
import { Assessment } from "./support/core.mjs";
import { answer, jump, opened, part, problems, started, state, timeless, visit } from "./support/steps.mjs";

const HREF = "#d-isms_scope-href";

const host = sharedSite();

for (const engine of engines) {
  describe(`what is typed, in ${engine}`, { timeout: 120_000 }, () => {
    let page;
    before(async () => {
      page = await launch(engine);
      await started(page, host.url);
    });
    after(() => page?.close());
    const unfold = async (css) => {
      if (!(await page.exists(css)))
        await page.evaluate(() =>
          document.querySelector("iso27001-readiness").session.ui.choice.set("documents.edit", "isms_scope"),
        );
      await page.evaluate(() => document.querySelector("iso27001-readiness").session.refresh());
      await page.element(css);
    };
    const leaves = () => page.evaluate(() => document.querySelector("iso27001-readiness").session.unsaved);

    test("an address that is refused on leaving the view is told in the next, and stands in its field on coming back", async () => {
      await jump(page, "documents");
      await unfold(HREF);
      const earlier = await state(page);
      await page.fill(HREF, "ftp://files.example/scope");
      await jump(page, "result");
      await page.waitFor(async () => /http/.test((await problems(page))?.text ?? ""), "a word about the address");
      assert.equal(await state(page), earlier);
      assert.equal(await leaves(), true, "leaving the page is asked about");
      await jump(page, "documents");
      await unfold(HREF);
      assert.equal(await page.property(HREF, "value"), "ftp://files.example/scope");
      assert.equal(await page.attribute(HREF, "aria-invalid"), "true");
      assert.match(await page.text(`${HREF}-error`), /http/);
      await page.fill(HREF, "https://files.example/scope");
      await page.press("Tab");
      await page.waitFor(
        async () => JSON.parse(await state(page)).documents?.isms_scope?.href === "https://files.example/scope",
        "the address to be recorded",
      );
      await page.waitFor(async () => !(await page.exists(`${HREF}-error`)), "the error to go");
      assert.equal(await page.attribute(HREF, "aria-invalid"), null);
    });

    test("a link that waits for its button stays through views and steps back, and opening a file asks first", async () => {
      await page.evaluate(() => document.querySelector("iso27001-readiness").session.ui.open.add("4.1/notes"));
      await jump(page, "assess/4");
      await page.fill(part("4.1", "label"), "Minutes of March");
      await answer(page, "4.2", 3);
      await jump(page, "result");
      await page.evaluate(() => document.querySelector("iso27001-readiness").session.step("undo"));
      await jump(page, "assess/4");
      assert.equal(await page.property(part("4.1", "label"), "value"), "Minutes of March");
      await page.evaluate(() => {
        const { session } = document.querySelector("iso27001-readiness");
        while (session.store.undoLabel !== undefined) session.step("undo");
      });
      assert.equal(await page.evaluate(() => document.querySelector("iso27001-readiness").session.store.empty), true);
      await page.evaluate(() => {
        const { session } = document.querySelector("iso27001-readiness");
        session.openExample();
        session.closeExample();
        session.ui.open.add("4.1/notes");
      });
      await jump(page, "assess/4");
      assert.equal(await page.property(part("4.1", "label"), "value"), "Minutes of March");
      await visit(page, "data");
      await page.setFile("#data-file", { name: "a.json", bytes: Assessment.example("2022").toJSON() });
      await page.element({ css: "dialog[open] button", text: "Replace" });
      await page.press("Escape");
      await jump(page, "assess/4");
      assert.equal(await page.property(part("4.1", "label"), "value"), "Minutes of March");
      await page.fill(part("4.1", "label"), "");
      await page.waitFor(async () => !(await leaves()), "nothing that could be lost");
    });

    test("steps after a file was opened go back through it to what was before, and forth again", async () => {
      await jump(page, "assess/5");
      const empty = timeless(await state(page));
      await answer(page, "5.1", 2);
      const mine = timeless(await state(page));
      const file = Assessment.example("2022").toJSON();
      await opened(page, file);
      await jump(page, "assess/5");
      await answer(page, "5.2", 1);
      const later = timeless(await state(page));
      const step = async (direction, wanted, what) => {
        await page.evaluate((to) => document.querySelector("iso27001-readiness").session.step(to), direction);
        assert.deepEqual(timeless(await state(page)), wanted, what);
      };
      await step("undo", timeless(file), "the file");
      await step("undo", mine, "the answer before it");
      await step("undo", empty, "nothing");
      await step("redo", mine, "the answer again");
      await step("redo", timeless(file), "the file again");
      await step("redo", later, "the answer after it");
    });

    test("a file opened into an empty page that had steps is one step more, never an older one", async () => {
      await started(page, host.url);
      await jump(page, "assess/5");
      await answer(page, "5.1", 2);
      await page.evaluate(() => document.querySelector("iso27001-readiness").session.step("undo"));
      const empty = timeless(await state(page));
      const file = Assessment.example("2022").toJSON();
      await opened(page, file);
      await page.evaluate(() => document.querySelector("iso27001-readiness").session.step("undo"));
      assert.deepEqual(timeless(await state(page)), empty);
      await page.evaluate(() => document.querySelector("iso27001-readiness").session.step("redo"));
      assert.deepEqual(timeless(await state(page)), timeless(file));
    });
  });
}
