// The main job with the keyboard alone: no pointer, no script that moves the focus.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { engines, launch, offlineFile } from "./driver/index.mjs";
import { Assessment, catalog } from "./support/core.mjs";
import { pattern, started, state } from "./support/steps.mjs";

const { areas } = catalog("2022");
const ANSWERS = new Map(pattern(areas).map((one) => [`q-area-${one.key}`, one]));
const LEVELS = ["0", "1", "2", "3", "4", "5", "unknown", "not-applicable"];

/** What has the focus, as a person would name it. */
const here = (page) =>
  page.evaluate(() => {
    const one = document.querySelector("iso27001-readiness").shadowRoot.activeElement;
    return (
      one && {
        id: one.id,
        tag: one.tagName,
        type: one.type ?? "",
        question: one.closest("fieldset")?.id ?? "",
        text: one.textContent.trim().replace(/\s+/g, " "),
        ring: getComputedStyle(one).outlineStyle,
        shown: one.matches(":focus-visible"),
      }
    );
  });

async function tabTo(page, wanted, what, most = 120, key = "Tab") {
  for (let n = 0; n < most; n++) {
    await page.press(key);
    const now = await here(page);
    if (now && wanted(now)) return now;
  }
  throw new Error(`${what} was not reached in ${most} steps`);
}
const title = async (page, text) => page.element({ css: "h1", text });

for (const engine of engines) {
  describe(`${engine}, by keyboard`, { timeout: 180_000 }, () => {
    let page;
    before(async () => {
      page = await launch(engine);
      await started(page, offlineFile);
    });
    after(() => page?.close());

    test("the first stop skips to the content", async () => {
      await page.press("Tab");
      assert.equal((await here(page)).text, "Skip to content");
      await page.press("Enter");
      await page.waitFor(async () => (await here(page))?.id === "main", "the content to have the focus");
    });

    test("the quick scan is answered with Tab, arrows, Space and Enter, one question a screen", async () => {
      await tabTo(page, ({ text }) => text === "Start the quick scan", "the quick scan");
      await page.press("Enter");
      for (const [id, { answer, reason }] of ANSWERS) {
        await page.waitFor(async () => (await here(page))?.id === `${id}-legend`, `${id} to have the focus`);
        await tabTo(page, ({ type, question }) => type === "radio" && question === id, id, 3);
        const steps = LEVELS.indexOf(String(answer));
        if (steps === 0) await page.press(" ");
        for (let n = 0; n < steps; n++) await page.press("ArrowDown");
        if (reason !== undefined) {
          await tabTo(page, ({ tag }) => tag === "TEXTAREA", "the reason", 3);
          await page._type(reason);
          await tabTo(page, ({ tag, text }) => tag === "A" && text === "Next", "the way on", 5);
        }
        await page.press("Enter");
      }
      const expected = Assessment.create("2022");
      for (const { key, answer, reason } of ANSWERS.values())
        reason === undefined ? expected.respond(`area:${key}`, answer) : expected.exclude(`area:${key}`, reason);
      await title(page, "Result");
      const answers = (text) =>
        Object.fromEntries(
          Object.entries(JSON.parse(text).areas).map(([key, { answer, reason }]) => [key, reason ?? answer]),
        );
      assert.deepEqual(answers(await state(page)), answers(expected.toJSON()));
      // As in the journey: the second reading of the method.
      assert.equal(await page.text(".overall .figure"), "47–67%");
    });

    test("an explanation opens and closes and gives the focus back", async () => {
      const button = await tabTo(page, ({ tag, text }) => tag === "BUTTON" && text.includes("47–67%"), "the score");
      await page.press("Enter");
      await page.element("dialog[open]");
      await page.press("Escape");
      await page.waitFor(async () => (await here(page))?.text === button.text, "the focus to be back");
    });

    test("a document is set in force, the change undone and redone, and the file saved", async () => {
      const up = async (text) => {
        // The views stand before the content.
        await tabTo(page, (now) => now.tag === "A" && now.text === text, text, 120, "Shift+Tab");
        await page.press("Enter");
      };
      await up("Documents");
      await title(page, "Required documents");
      await tabTo(page, ({ question, type }) => question === "d-isms_scope" && type === "radio", "the document");
      for (let n = 0; n < 3; n++) await page.press("ArrowRight");
      const status = async () => JSON.parse(await state(page)).documents?.isms_scope?.status;
      await page.waitFor(async () => (await status()) === "in-force", "the document to be in force");
      await page.press("Control+z");
      await page.waitFor(async () => (await status()) !== "in-force", "the change to be undone");
      await page.press("Control+Shift+z");
      await page.waitFor(async () => (await status()) === "in-force", "the change to be redone");

      await tabTo(page, ({ tag, text }) => tag === "BUTTON" && text === "More", "the button More", 120, "Shift+Tab");
      await page.press("Enter");
      await tabTo(page, ({ tag, text }) => tag === "A" && text === "Settings and privacy", "the settings", 6);
      await page.press("Enter");
      await title(page, "Settings and privacy");
      await tabTo(page, ({ tag, text }) => tag === "BUTTON" && text === "Save file", "the button to save");
      const focus = await here(page);
      assert(focus.shown && focus.ring !== "none", "the focus is seen");
      await page.press("Enter");
      const [file] = await page.downloads(1);
      assert.equal(file.bytes.toString(), await state(page));
    });
  });
}
