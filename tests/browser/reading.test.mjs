// Large files are read in steps, between which the page hears the person: Cancel at any of them ends it, and nothing changed.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { engines, launch, sharedSite } from "./driver/index.mjs";
import { Assessment, catalog } from "./support/core.mjs";
import { answer, jump, problems, started, state, visit } from "./support/steps.mjs";

const LARGEST = 2 * 1024 * 1024;

/** A file of nearly as many bytes as are read. */
function large() {
  const assessment = Assessment.create("2022");
  const { clauses, controls } = catalog("2022");
  const ids = [...clauses.filter((one) => one.requirement), ...controls].map(({ id }) => id);
  for (const id of ids) {
    assessment.respond(id, 3);
    assessment.annotate(id, { note: "A note of some length. ".repeat(400), owner: id });
  }
  const text = assessment.toJSON();
  const padded = text + " ".repeat(LARGEST - Buffer.byteLength(text));
  assert.equal(Buffer.byteLength(padded), LARGEST);
  return { padded, text };
}

/** Drops a file and cancels while the n-th step waits; returns how many steps there were, and whether keys were heard meanwhile. */
async function dropped([text, cancelAt]) {
  const { session, shadowRoot } = document.querySelector("iso27001-readiness");
  const ask = session.ask.bind(session);
  let steps = 0;
  let heard = 0;
  const hear = () => (heard += 1);
  addEventListener("keydown", hear);
  session.ask = (dialog) => {
    ask(dialog);
    if (!dialog.title.startsWith("Reading")) return;
    steps += 1;
    const own = steps;
    setTimeout(() => {
      dispatchEvent(new KeyboardEvent("keydown", { key: "x" }));
      if (own === cancelAt)
        [...shadowRoot.querySelectorAll("dialog[open] button")].find((one) => one.textContent === "Cancel").click();
    }, 5);
  };
  await session.openFile(new File([text], "large.json"));
  session.ask = ask;
  removeEventListener("keydown", hear);
  return { steps, heard };
}

const host = sharedSite();

for (const engine of engines) {
  describe(`reading large files in ${engine}`, { timeout: 120_000 }, () => {
    const { padded, text } = large();
    let page;
    before(async () => {
      page = await launch(engine);
      await started(page, host.url);
      await jump(page, "assess/4");
      await answer(page, "4.1", 2);
      await visit(page, "data");
    });
    after(() => page?.close());
    const idle = () =>
      page.waitFor(
        () =>
          page.evaluate(() => {
            const { session, shadowRoot } = document.querySelector("iso27001-readiness");
            return session.ui.dialog === null && !shadowRoot.querySelector("dialog").open;
          }),
        "no dialog",
      );

    for (const at of [1, 2, 3, 4]) {
      test(`cancelled at step ${at}, nothing has changed`, async () => {
        const earlier = await state(page);
        const { steps, heard } = await page.evaluate(dropped, [padded, at]);
        assert.deepEqual([steps, heard], [at, at], "keys are heard at each step, and no step follows");
        await idle();
        assert.equal(await state(page), earlier);
        assert.equal(await problems(page), null);
        assert.equal(await page.evaluate(() => location.hash), "#/data");
      });
    }

    test("left alone, it is read, asks before it replaces anything, and is opened", async () => {
      const { steps, heard } = await page.evaluate(dropped, [padded, 0]);
      assert.deepEqual([steps, heard], [4, 4]);
      await page.click({ css: "dialog[open] button", text: "Replace" });
      await page.waitFor(async () => (await state(page)) === text, "the file to be opened");
      await idle();
    });

    test("a small file is read at once, without a word", async () => {
      const earlier = await state(page);
      const small = Assessment.create("2022").toJSON();
      const { steps } = await page.evaluate(dropped, [small, 0]);
      assert.equal(steps, 0);
      await page.press("Escape");
      await idle();
      assert.equal(await state(page), earlier);
    });

    test("a large file that cannot be read says so, without a dialog left behind", async () => {
      await page.evaluate(dropped, [padded.replace('"answer":3', '"answer":9'), 0]);
      await page.waitFor(async () => /level from 0 to 5/.test((await problems(page))?.text ?? ""), "the reason");
      await idle();
    });
  });
}
