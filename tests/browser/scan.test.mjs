// The quick scan under quick hands: keys alone, a phone's screen, clicks too many, back and forward.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { engines, launch, offlineFile } from "./driver/index.mjs";
import { catalog } from "./support/core.mjs";
import { focusOf, jump, part, rest, started, state, still } from "./support/steps.mjs";

const { areas } = catalog("2022");
const KEYS = ["3", "0", "5", "u", "1", "2", "4"];
const answers = async (page) =>
  Object.fromEntries(
    Object.entries(JSON.parse(await state(page)).areas ?? {}).map(([key, { answer }]) => [key, answer]),
  );
const at = (page, key) =>
  page.waitFor(
    async () => (await focusOf(page)) === `q-area-${key}-legend`,
    `the question on ${key} to have the focus`,
  );
const open = async (page, key) => {
  await jump(page, `assess/quick-${key}`);
  await at(page, key);
};

for (const engine of engines) {
  describe(`${engine}, the quick scan`, { timeout: 120_000 }, () => {
    let page;
    let calm;
    before(async () => {
      page = await launch(engine);
      await started(page, offlineFile);
      calm = await still(page);
    });
    after(() => page?.close());

    test("37 answers in 37 keys end at the result", async () => {
      await open(page, areas[0].key);
      for (const [n] of areas.entries()) {
        await page.press(KEYS[n % KEYS.length]);
        if (calm) await page.press("Enter");
      }
      await page.element({ css: "h1", text: "Result" });
      assert.deepEqual(
        await answers(page),
        Object.fromEntries(
          areas.map(({ key }, n) => [key, KEYS[n % 7] === "u" ? "unknown" : Number(KEYS[n % KEYS.length])]),
        ),
      );
    });

    test("the question before is one key away, and so is it by the browser's own step back", async () => {
      await open(page, areas[4].key);
      await page.press("k");
      await at(page, areas[3].key);
      await page.press("2");
      if (calm) await page.press("Enter");
      await at(page, areas[4].key);
      await page.evaluate(() => history.back());
      await at(page, areas[3].key);
      assert.equal(await page.property(part(`area:${areas[3].key}`, "2"), "checked"), true);
    });

    test("arrows explore and turn no page", async () => {
      await open(page, areas[1].key);
      for (const key of ["Tab", "ArrowDown", "ArrowDown"]) await page.press(key);
      await rest();
      assert.match(await focusOf(page), new RegExp(`^q-area-${areas[1].key}-\\d$`));
    });

    test("keys are letters while a reason is typed", async () => {
      const control = areas.find(({ refs }) => refs[0].startsWith("A."));
      await open(page, control.key);
      await page.press("n");
      await page.waitFor(async () => (await focusOf(page)) === `q-area-${control.key}-reason`, "the reason");
      await page._type("no 3 junk 5");
      assert.equal(await page.property(part(`area:${control.key}`, "reason"), "value"), "no 3 junk 5");
    });

    test("a second click on the same spot answers no other question", { skip: engine !== "chromium" }, async () => {
      await open(page, areas[2].key);
      const before = await answers(page);
      const { x, y } = await page.evaluate((id) => {
        const box = document.querySelector("iso27001-readiness").shadowRoot.getElementById(id).getBoundingClientRect();
        return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      }, `q-area-${areas[2].key}-4`);
      await page.native.mouse.click(x, y);
      await at(page, areas[3].key);
      await page.native.mouse.click(x, y);
      await rest();
      assert.deepEqual(await answers(page), { ...before, [areas[2].key]: 4 });
    });

    test("who asks for little motion goes on by hand", { skip: engine !== "chromium" }, async () => {
      await page.native.emulateMedia({ reducedMotion: "reduce" });
      await open(page, areas[5].key);
      await page.click(part(`area:${areas[5].key}`, "1"));
      await rest();
      assert.equal(await focusOf(page), `q-area-${areas[5].key}-1`);
      await page.press("Enter");
      await at(page, areas[6].key);
      await page.native.emulateMedia({ reducedMotion: "no-preference" });
    });

    test("on a phone the first answer is one tap away, and no question needs a swipe", async () => {
      await page.resize(390, 844);
      await page.open("about:blank");
      await started(page, offlineFile);
      const shown = (css) =>
        page.evaluate((selector) => {
          const box = document
            .querySelector("iso27001-readiness")
            .shadowRoot.querySelector(selector)
            .getBoundingClientRect();
          return box.top >= 0 && box.bottom <= innerHeight;
        }, css);
      await page.click("a.primary");
      const swipes = [];
      for (const { key } of areas) {
        await at(page, key);
        for (const css of [`#q-area-${key}-text`, `#q-area-${key}-0`, `#q-area-${key}-5`, ".steps a.primary"])
          if (!(await shown(css))) swipes.push(`${key}: ${css}`);
        await page.press("Enter");
      }
      assert(new Set(swipes.map((one) => one.split(":")[0])).size <= 5, swipes.join("\n"));
    });
  });
}
