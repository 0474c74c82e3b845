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

    test("of those that stay one shows at a time, and the others are a press away", async () => {
      await page.resize(engine === "webkit" ? 450 : 320, 800);
      await jump(page, "result");
      const show = (list) =>
        page.evaluate((given) => {
          const { session } = document.querySelector("iso27001-readiness");
          session.ui.notices = given;
          session.refresh();
        }, list);
      const lasting = ["info", "warning", "warning"].map((tone, at) => ({
        id: `l${at}`,
        tone,
        text: `Number ${at} stays as long as its cause does, says what is wrong, and what to do about it now.`,
        lasting: true,
      }));
      const seen = () =>
        page.evaluate(() => {
          const foot = document.querySelector("iso27001-readiness").shadowRoot.querySelector(".notices");
          const told = [...foot.querySelectorAll(".notice > p")].map((one) => one.textContent.slice(0, 8));
          const more = foot.querySelector("#notice-more")?.textContent.trim() ?? null;
          return { told, more, share: foot.offsetHeight / innerHeight };
        });
      const until = async (expected) => {
        await page.waitFor(async () => (await seen()).told.join() === expected.join(), expected.join());
        const { more, share } = await seen();
        assert(share <= 0.3, `${share}`);
        return more;
      };
      await show(lasting);
      assert.equal(await until(["Number 1"]), "2 more notices", "what warns comes first");
      for (const next of [2, 0, 1]) {
        await page.click("#notice-more");
        await until([`Number ${next}`]);
      }
      await page.click("#notice-more");
      await until(["Number 2"]);
      await show([...lasting, { id: "new", tone: "warning", text: "Number 9 waits.", lasting: true, waits: true }]);
      assert.equal(await until(["Number 9"]), "3 more notices", "what has just come up is not behind another");
      await show(lasting.slice(0, 1));
      assert.equal(await until(["Number 0"]), null);
      await show([]);
    });

    test("what has the focus is brought out from under one that comes up", async () => {
      await page.resize(engine === "webkit" ? 450 : 390, 800);
      const under = () =>
        page.evaluate(() => {
          const { shadowRoot } = document.querySelector("iso27001-readiness");
          const foot = shadowRoot.querySelector(".notices").getBoundingClientRect();
          const { top, bottom } = shadowRoot.activeElement.getBoundingClientRect();
          return {
            high: foot.height,
            covered: bottom > foot.top && top < foot.bottom,
            seen: top >= 0 && bottom <= innerHeight,
          };
        });
      await page.evaluate(() => {
        const { session, shadowRoot } = document.querySelector("iso27001-readiness");
        const button = [...shadowRoot.querySelectorAll("main button")].filter((one) => one.offsetParent).at(3);
        button.focus();
        button.scrollIntoView({ block: "end", behavior: "instant" });
        const { bottom } = button.getBoundingClientRect();
        scrollBy({ top: bottom - innerHeight + 2, behavior: "instant" });
        session.notice({
          id: "up",
          tone: "info",
          text: "It comes up where the focus is, over the foot of the window.",
          lasting: true,
        });
      });
      await page.waitFor(async () => (await under()).high > 0, "the notice");
      assert.deepEqual({ ...(await under()), high: 0 }, { high: 0, covered: false, seen: true });
    });

    test("in a low window they stay nowhere, and scrolling has its room", async () => {
      await page.resize(640, 300);
      const { stays, padding, high, reached } = await page.evaluate(measure);
      assert.deepEqual({ stays, reached }, { stays: false, reached: true });
      assert(padding < high / 2, `${padding} of ${high}`);
    });
  });
}
