// Nothing moves by itself on the whole way from opening to the report. Chromium alone counts layout shifts; what moves
// within half a second of a key or a click is that act's, so after each act the page is watched for longer than that.
import assert from "node:assert/strict";
import { test } from "node:test";
import { launch, offlineFile } from "./driver/index.mjs";
import { catalog } from "./support/core.mjs";
import { click, drawn, focusOf, part, started, visit } from "./support/steps.mjs";

const { areas } = catalog("2022");
/** Longer than the half second for which Chromium calls a shift wanted. */
const WATCHED_MS = 700;

for (const [name, width, height] of [
  ["a desktop", 1280, 900],
  ["a phone", 390, 844],
]) {
  test(`chromium, ${name}: no layout shift from opening to the report`, { timeout: 180_000 }, async () => {
    const page = await launch("chromium");
    try {
      await page.resize(width, height);
      await started(page, offlineFile);
      await page.evaluate(() => {
        const found = (globalThis.shifts = []);
        new PerformanceObserver((list) => {
          for (const { value, hadRecentInput, sources } of list.getEntries())
            if (!hadRecentInput) found.push([value, ...sources.map(({ node }) => node?.outerHTML?.slice(0, 200))]);
        }).observe({ type: "layout-shift", buffered: true });
      });
      const watched = async (what) => {
        await drawn(page);
        const found = await page.evaluate(
          (time) => new Promise((done) => setTimeout(() => done(globalThis.shifts.splice(0)), time)),
          WATCHED_MS,
        );
        assert.deepEqual(found, [], what);
      };
      await watched("the start page");
      await page.click({ css: "a.button", text: "Start the quick scan" });
      await watched("the first question");
      for (const [n, { key }] of areas.entries()) {
        await page.waitFor(async () => (await focusOf(page)) === `q-area-${key}-legend`, `the question on ${key}`);
        await page.press(n % 2 === 0 ? "1" : "3");
        // The first answer asks whether to keep a draft; the others are alike.
        if (n < 3) await watched(`the answer on ${key}`);
      }
      await page.element({ css: "h1", text: "Result" });
      await watched("the result");
      for (const view of ["plan", "documents", "statement", "report", "assess", "data", "learn", "import", "result"]) {
        await visit(page, view);
        await watched(view);
      }
      await visit(page, "statement");
      await click(page, part("A.5.1", "edit"));
      await page.element(part("A.5.1", "owner"));
      await watched("a control's details");
    } finally {
      await page.close();
    }
  });
}
