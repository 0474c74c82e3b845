// What stays in sight at the foot: it never takes the screen, and what lies under it can be reached.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { engines, launch, offlineFile } from "./driver/index.mjs";
import { jump, started } from "./support/steps.mjs";

/** Runs in the page: the foot, and what is over the middle of the last button once it was asked into sight. */
const measure = () => {
  const { shadowRoot } = document.querySelector("iso27001-readiness");
  const foot = shadowRoot.querySelector(".notices");
  // A link to the foot of the view, and not one of the notices' own.
  const last = [...shadowRoot.querySelectorAll("main button")].filter((one) => one.offsetParent).at(-1);
  last.scrollIntoView({ block: "nearest", behavior: "instant" });
  const { left, top, width, height } = last.getBoundingClientRect();
  const over = shadowRoot.elementFromPoint(left + width / 2, top + height / 2);
  return {
    count: foot.querySelectorAll(".notice").length,
    stays: getComputedStyle(foot).position === "sticky",
    share: foot.offsetHeight / innerHeight,
    padding: Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingBlockEnd),
    high: innerHeight,
    reached: over !== null && last.contains(over),
  };
};

for (const engine of engines) {
  describe(`${engine}, notices at the foot`, { timeout: 60_000 }, () => {
    let page;
    before(async () => {
      page = await launch(engine);
      await started(page, offlineFile);
      await jump(page, "data");
      // As many as a long visit brings.
      await page.evaluate(() => {
        const { session } = document.querySelector("iso27001-readiness");
        for (let n = 0; n < 12; n += 1)
          session.ui.notices.push({
            id: `n${n}`,
            tone: "info",
            text: `Something to know, number ${n}, in a sentence.`,
          });
        session.refresh();
      });
      await page.waitFor(async () => (await page.evaluate(measure)).count >= 12, "the notices to be drawn");
    });
    after(() => page?.close());

    for (const [width, height] of [
      [1280, 800],
      [390, 844],
      [600, 500],
    ]) {
      test(`${width} by ${height}: a third of the window at most, and a button can be reached`, async () => {
        await page.resize(width, height);
        const { stays, share, reached } = await page.evaluate(measure);
        assert.deepEqual({ stays, reached }, { stays: true, reached: true });
        assert(share <= 0.34, `${share}`);
      });
    }

    test("in a low window they stay nowhere, and scrolling has its room", async () => {
      await page.resize(640, 300);
      const { stays, padding, high, reached } = await page.evaluate(measure);
      assert.deepEqual({ stays, reached }, { stays: false, reached: true });
      assert(padding < high / 2, `${padding} of ${high}`);
    });
  });
}
