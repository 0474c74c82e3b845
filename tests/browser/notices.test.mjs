// What stays in sight at the foot: it never takes the screen, and what lies under it can be reached.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { engines, launch, offlineFile } from "./driver/index.mjs";
import { jump, rest, started } from "./support/steps.mjs";

const { app, deferred } = JSON.parse(readFileSync(new URL("../../languages/en/page.json", import.meta.url), "utf8"));
const words = { ...app, ...deferred };

const info = (id, text, label) => ({ id, text, tone: "info", labels: label ? [label] : [] });
const warning = (id, text, label) => ({ ...info(id, text, label), tone: "warning" });
const done = (id, text) => ({ ...info(id, text, "Undo"), tone: "success" });

/** They come up in this order, in one moment. */
const arrive = (page, list) =>
  page.evaluate(async (given) => {
    const element = document.querySelector("iso27001-readiness");
    for (const { labels, ...one } of given)
      element.session.notice({ ...one, actions: labels.map((label) => ({ label, act: () => {} })) });
    await element.updateComplete;
  }, list);
const only = async (page, list) => {
  await page.evaluate(async () => {
    const element = document.querySelector("iso27001-readiness");
    element.session.ui.notices = [];
    element.session.refresh();
    await element.updateComplete;
  });
  await arrive(page, list);
};
const seen = (page) =>
  page.evaluate(() => {
    const foot = document.querySelector("iso27001-readiness").shadowRoot.querySelector(".notices");
    const text = (css) => [...foot.querySelectorAll(css)].map((one) => one.textContent.trim()).join(" | ");
    return { told: text(".notice > p"), at: text(".notice .figure") };
  });
const says = (page, told) => page.waitFor(async () => (await seen(page)).told === told, told || "none");
const focusOn = (page, css) =>
  page.evaluate((selector) => {
    const { shadowRoot } = document.querySelector("iso27001-readiness");
    [...shadowRoot.querySelectorAll(selector)].find((one) => one.checkVisibility()).focus();
  }, css);
const focus = (page) =>
  page.evaluate(() => document.querySelector("iso27001-readiness").shadowRoot.activeElement?.textContent.trim());

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
      const list = Array.from({ length: 12 }, (_, n) =>
        info(`n${n}`, `Something to know, number ${n}, in a sentence.`),
      );
      await arrive(page, list);
      await page.waitFor(async () => (await page.evaluate(measure)).count > 0, "the notices to be drawn");
    });
    after(() => page?.close());

    for (const [width, height] of [
      [1280, 800],
      [390, 844],
      [600, 500],
    ]) {
      test(`${width} by ${height}: less than a third of the window, and a button can be reached`, async () => {
        await page.resize(width, height);
        const { stays, share, reached } = await page.evaluate(measure);
        assert.deepEqual({ stays, reached }, { stays: true, reached: true });
        assert(share <= 0.34, `${share}`);
      });
    }

    test("one shows at a time, the most urgent first, and the others are a press away", async () => {
      await only(page, []);
      await arrive(page, [info("a", "A"), { ...info("b", "B"), lasting: true }, warning("c", "C")]);
      assert.deepEqual(await seen(page), { told: "C", at: "1 of 3" }, "what warns comes first");
      for (const told of ["B", "A", "C", "B"]) {
        await page.click("#notice-more");
        await says(page, told);
      }
      assert.deepEqual(await seen(page), { told: "B", at: "2 of 3" });
      await focusOn(page, "main button");
      await arrive(page, [{ ...warning("f", "F"), waits: true, lasting: true }]);
      assert.deepEqual(await seen(page), { told: "F", at: "1 of 4" }, "what is not saved comes up");
      await arrive(page, [info("d", "D"), warning("e", "E")]);
      assert.deepEqual(await seen(page), { told: "F", at: "1 of 6" }, "what is less urgent waits");
      await arrive(page, [done("u", "U")]);
      assert.deepEqual(await seen(page), { told: "U", at: "4 of 7" }, "an undo is at hand at once");
      assert(await page.exists({ css: ".notice button", text: "Undo" }));
    });

    test("after one is dismissed the next stands there, and the focus with it until the last gives it back", async () => {
      await only(page, []);
      await focusOn(page, "main button");
      const before = await focus(page);
      await arrive(page, [info("a", "A"), info("b", "B"), { ...done("u", "U"), lasting: true }]);
      await says(page, "U");
      await focusOn(page, "#notice-more");
      await page.press("Enter");
      await says(page, "B");
      await focusOn(page, ".notice .buttons .plain");
      await rest();
      await rest();
      await page.press("Enter");
      await says(page, "A");
      assert.equal(await focus(page), "Dismiss");
      await rest();
      await rest();
      await page.press("Enter");
      await says(page, "U");
      assert.equal(await focus(page), "Undo", "a button of the one that is left");
      await only(page, []);
      await says(page, "");
      assert.equal(await focus(page), before);
    });

    test("a press that was meant for the one before does nothing", async () => {
      await only(page, []);
      await arrive(page, [info("a", "A"), info("b", "B")]);
      await says(page, "B");
      const left = await page.evaluate(async () => {
        const element = document.querySelector("iso27001-readiness");
        for (let n = 0; n < 2; n += 1) {
          const dismiss = [...element.shadowRoot.querySelectorAll(".notice button")].find(
            (one) => one.textContent.trim() === "Dismiss",
          );
          dismiss.click();
          await element.updateComplete;
        }
        return element.session.ui.notices.map(({ id }) => id);
      });
      assert.deepEqual(left, ["a"]);
    });

    test("what comes up under a dialog or while a notice has the focus is told afterwards", async () => {
      await only(page, [info("a", "A")]);
      await says(page, "A");
      await focusOn(page, ".notice .buttons .plain");
      await arrive(page, [warning("w", "W")]);
      assert.deepEqual(await seen(page), { told: "A", at: "2 of 2" });
      await focusOn(page, "main button");
      await says(page, "W");
      await page.evaluate(() =>
        document.querySelector("iso27001-readiness").session.ask({ title: "?", body: () => "", actions: [] }),
      );
      await arrive(page, [done("u", "U")]);
      assert.deepEqual(await seen(page), { told: "W", at: "1 of 2" });
      await page.click({ css: "dialog button", text: "Cancel" });
      await says(page, "U");
      assert.deepEqual(await seen(page), { told: "U", at: "2 of 3" });
    });

    test("the longest leave the Result in sight", async () => {
      await jump(page, "result");
      await page.evaluate(() => document.querySelector("iso27001-readiness").session.openExample());
      await page.waitFor(() => page.exists(".verdict"), "the verdict");
      await only(page, [info("memory", words["draft.off.file"]), info("remind", words["remind.notice"], "Save file")]);
      const clash = [words["clash.notice"], ...Array(5).fill(words["clash.one"])].join(" ");
      const longest = [
        ...["silent", "full"].map((why) => warning(`failed ${why}`, words[`draft.failed.${why}`], "Save file")),
        warning("newer", words["draft.off.newer"]),
        warning("clash", clash, words["clash.take"]),
        { ...warning("aside", words["draft.earlier"], words["draft.earlier.open"]), lasting: true },
        done("deleted", words["deleted.notice"]),
      ];
      for (const [width, height] of [
        [engine === "webkit" ? 450 : 320, 568],
        [1280, 900],
      ]) {
        await page.resize(width, height);
        for (const one of [null, ...longest]) {
          if (one) await arrive(page, [one]);
          const { share, over } = await page.evaluate(() => {
            const { shadowRoot } = document.querySelector("iso27001-readiness");
            scrollTo({ top: 0, behavior: "instant" });
            const foot = shadowRoot.querySelector(".notices");
            const { top } = foot.getBoundingClientRect();
            const first = [".verdict", "main ol li"].map((css) =>
              shadowRoot.querySelector(css).getBoundingClientRect(),
            );
            return { share: foot.offsetHeight / innerHeight, over: first.some(({ bottom }) => bottom > top) };
          });
          assert(share > 0 && share <= 0.3, `${width}: ${share} of ${one?.id}`);
          if (width === 1280) assert.equal(over, false, one?.id);
          if (one)
            await page.evaluate((id) => document.querySelector("iso27001-readiness").session.dismiss(id), one.id);
        }
      }
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
