// The first page: one tap from the first question, and afterwards the tasks with a button that leads to the next one.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { engines, launch, offlineFile } from "./driver/index.mjs";
import { Assessment, catalog } from "./support/core.mjs";
import {
  answer,
  drawn,
  focusOf,
  opened,
  part,
  reloaded,
  rest,
  started,
  state,
  still,
  texts,
  visit,
} from "./support/steps.mjs";

const { areas, clauses, controls, documents } = catalog("2022");
const [first, second, third] = areas.map(({ key }) => `area:${key}`);

/** Whether the whole of it is in sight, though nobody has scrolled. */
const inSight = (page, css) =>
  page.evaluate((selector) => {
    const box = document.querySelector("iso27001-readiness").shadowRoot.querySelector(selector).getBoundingClientRect();
    return box.top >= 0 && box.bottom <= innerHeight && box.left >= 0 && box.right <= innerWidth;
  }, css);
const next = (page) => page.text("main .lead a.primary");

for (const engine of engines) {
  describe(`${engine}, the first page`, { timeout: 120_000 }, () => {
    let page;
    before(async () => {
      page = await launch(engine);
      await page.resize(390, 844);
      await started(page, offlineFile);
    });
    after(() => page?.close());

    test("on a phone the first radio is one tap away, with nothing scrolled", async () => {
      assert(await inSight(page, ".door a.primary"), "the button");
      await page.click({ css: "a.button", text: "Start the quick scan" });
      await page.element(part(first, 0));
      for (const level of [0, 1, 2, 3, 4, 5])
        assert(await inSight(page, `label:has(${part(first, level)})`), `level ${level}`);
    });

    test("by keyboard it is two stops away: the skip link and one more", async () => {
      await page.evaluate(() => void (location.hash = "#/start"));
      await page.element({ css: "a.button", text: "Start the quick scan" });
      await reloaded(page);
      await page.press("Tab");
      await page.press("Enter");
      await page.waitFor(async () => (await focusOf(page)) === "main", "the content to have the focus");
      await page.press("Tab");
      await page.press("Enter");
      await page.waitFor(async () => (await focusOf(page))?.startsWith("q-area-"), "the first question");
    });

    test("once there are answers it lists the tasks, and Continue leads to the first unanswered question", async () => {
      await answer(page, first, 3);
      // It goes on by itself, but for who wants no motion.
      if (await still(page)) await page.click(".steps a.primary");
      await page.element(part(second, 0));
      await rest();
      await answer(page, second, 2);
      if (await still(page)) await page.click(".steps a.primary");
      await page.element(part(third, 0));
      await visit(page, "start");
      assert.deepEqual(await texts(page, ".tasks a"), [
        "Quick scan",
        "Check documents",
        "Confirm answers",
        "Statement of Applicability",
        "Report",
      ]);
      assert.equal((await texts(page, ".tasks .far"))[0], "2 of 37");
      assert.equal(await next(page), "Continue: Quick scan");
      await page.click("main .lead a.primary");
      await page.element(part(third, 0));
    });

    test("each task that is done hands over to the next", async () => {
      const made = Assessment.create("2022");
      const steps = [
        ["Continue: Quick scan", () => {}],
        ["Continue: Check documents", () => areas.forEach(({ key }) => made.respond(`area:${key}`, 3))],
        ["Continue: Confirm answers", () => documents.forEach(({ key }) => made.setDocument(key, "in-force"))],
        [
          "Continue: Statement of Applicability",
          () => {
            for (const { id, requirement } of clauses) if (requirement) made.respond(id, 3);
            for (const { id } of controls) made.respond(id, 3);
          },
        ],
        ["Continue: Report", () => controls.forEach(({ id }) => made.justify(id, { because: ["risk"] }))],
      ];
      made.respond(first, 3);
      for (const [wanted, act] of steps) {
        act();
        await opened(page, made.toJSON());
        await visit(page, "start");
        assert.equal(await next(page), wanted);
        const done = (await texts(page, ".tasks .far")).filter((text) => text === "Done").length;
        assert.equal(
          done,
          steps.findIndex(([name]) => name === wanted),
          wanted,
        );
      }
      made.free();
    });

    test("who answers in full is not sent back to the quick scan", async () => {
      const made = Assessment.create("2022");
      made.respond("4.1", 3);
      await opened(page, made.toJSON());
      made.free();
      await visit(page, "start");
      assert.equal((await texts(page, ".tasks .far"))[0], "Not needed");
      assert.equal(await next(page), "Continue: Check documents");
    });

    test("the example says what it is in at most 64 px of a phone", async () => {
      await page.click({ css: "button", text: "Open the example" });
      await page.element({ css: "button", text: "Close the example" });
      // Alone, as for somebody who opens it first: beside others it also has a button to the next.
      await page.evaluate(() => {
        const { session } = document.querySelector("iso27001-readiness");
        for (const { id } of session.ui.notices) if (id !== "example") session.dismiss(id);
      });
      await drawn(page);
      const high = await page.evaluate(() => {
        const notice = document.querySelector("iso27001-readiness").shadowRoot.querySelector(".notice.slim");
        const { marginTop, marginBottom } = getComputedStyle(notice);
        return notice.offsetHeight + Number.parseFloat(marginTop) + Number.parseFloat(marginBottom);
      });
      assert(high <= 64, `${high} px`);
      assert.notEqual(await state(page), "");
      assert.deepEqual(await page.consoleErrors(), []);
    });
  });
}
