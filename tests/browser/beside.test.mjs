// What stands beside: guidance at the side of a question, details at the side of a row, and a bar that stays on phones.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { engines, launch, offlineFile } from "./driver/index.mjs";
import { focused } from "./support/access.mjs";
import { Assessment } from "./support/core.mjs";
import { click, drawn, jump, opened, started, visit } from "./support/steps.mjs";

/** The boxes of what these selectors find, in the window. */
const boxes = (page, ...selectors) =>
  page.evaluate(
    (list) =>
      list.map((css) => {
        const one = document.querySelector("iso27001-readiness").shadowRoot.querySelector(css);
        if (!one?.checkVisibility({ visibilityProperty: true })) return null;
        const { top, bottom, left, right } = one.getBoundingClientRect();
        return { top, bottom, left, right };
      }),
    selectors,
  );
/** The row tops of a table, from the start of the page. */
const tops = (page, css) =>
  page.evaluate(
    (rows) =>
      [...document.querySelector("iso27001-readiness").shadowRoot.querySelectorAll(rows)].map((row) =>
        Math.round(row.getBoundingClientRect().top + scrollY),
      ),
    css,
  );
const focus = (page, css) =>
  page.evaluate((one) => document.querySelector("iso27001-readiness").shadowRoot.querySelector(one).focus(), css);
/** Questions whose guidance is to be seen. */
const guided = (page) =>
  page.evaluate(() =>
    [...document.querySelector("iso27001-readiness").shadowRoot.querySelectorAll(".beside")]
      .filter((one) => getComputedStyle(one).display !== "none" && getComputedStyle(one).clipPath === "none")
      .map((one) => one.closest("fieldset").id),
  );
/** Each stop of the Tab key within a part, with what covers it. */
async function covered(page, within) {
  const found = [];
  let entered = false;
  for (let n = 0; n < 200; n++) {
    await page.press("Tab");
    await drawn(page);
    const inside = await page.evaluate((css) => {
      const root = document.querySelector("iso27001-readiness").shadowRoot;
      return root.querySelector(css).contains(root.activeElement);
    }, within);
    // The rest of the row comes before its details.
    if (!inside && entered) return found;
    if (!inside) continue;
    entered = true;
    const { name, hidden } = await focused(page);
    if (hidden.length > 0) found.push(`${name}: ${hidden.join("; ")}`);
  }
  throw new Error(`no way in or out of ${within}`);
}

for (const engine of engines) {
  describe(`${engine}, what stands beside`, { timeout: 180_000 }, () => {
    let page;
    before(async () => {
      page = await launch(engine);
      await page.resize(1280, 900);
      await started(page, offlineFile);
      await opened(page, Assessment.example("2022").toJSON());
    });
    after(() => page?.close());

    for (const [view, table, row] of [
      ["documents", ".documents", "d-isms_scope-legend"],
      ["statement", ".soa", "q-A-5-4-edit"],
      ["plan", ".plan", "q-9-3-1-edit"],
    ]) {
      test(`a row of ${view} opens at the side on a wide screen, and the rows keep their order and their start`, async () => {
        await page.resize(1280, 900);
        await visit(page, view);
        const rows = `${table} tbody tr:not(.editor)`;
        const before = await tops(page, rows);
        await click(page, `#${row}`);
        await page.element(`${table} .details`);
        const [details, opener] = await boxes(page, `${table} .details`, `#${row}`);
        assert(details.left >= opener.right, "the details stand at the end of the row");
        assert(details.top >= 0 && details.top < 900, `the details begin at ${details.top}`);
        const after = await tops(page, rows);
        assert.equal(after.length, before.length);
        assert.equal(after[0], before[0]);
        // Now and then a name takes a second line; where no column gives way, every row does.
        assert(after.at(-1) - before.at(-1) < before.length * 10, `${before.at(-1)} became ${after.at(-1)}`);
        const away = await page.evaluate((css) => {
          const root = document.querySelector("iso27001-readiness").shadowRoot;
          root.querySelector(css).scrollIntoView({ behavior: "instant", block: "end" });
          return scrollY;
        }, `${table} tbody:last-child > tr:last-child`);
        assert(away > 0);
        const [stays] = await boxes(page, `${table} .details`);
        assert(stays.top >= 0 && stays.top < 450, `after scrolling the details begin at ${stays.top}`);
        await focus(page, `#${row}`);
        assert.deepEqual(await covered(page, `${table} .details`), []);
        await click(page, `#${row}`);
        assert.deepEqual(await tops(page, rows), before);
      });
    }

    test("guidance stands at the side of the question in hand, and a tap away on a phone", async () => {
      await page.resize(1280, 900);
      await jump(page, "assess/5");
      await page.waitFor(async () => (await guided(page)).length === 1, "the guidance of one question");
      await focus(page, "#q-5-2-3");
      await page.waitFor(async () => (await guided(page)).join() === "q-5-2", "the guidance of 5.2 alone");
      const [guidance, level] = await boxes(page, "#q-5-2 > .beside", "#q-5-2 .levels");
      assert(guidance.left >= level.right, "the guidance overlaps the question");
      assert.equal((await boxes(page, "#q-5-2 .aside > .fold"))[0], null, "the fold is there as well");
      await page.resize(390, 844);
      await page.waitFor(async () => (await guided(page)).length === 0, "no guidance at the side");
      await click(page, "#q-5-2 .aside > .fold:first-child > summary");
      await page.element("#q-5-2 .fold-body h2");
    });

    test("a phone keeps the progress in sight, and no focus under it", async () => {
      await page.resize(390, 844);
      for (const [route, bar, within] of [
        ["assess/quick-policy", ".scan-head", ".scan"],
        ["assess/5", ".content > .head > .quiet", ".questions"],
      ]) {
        await jump(page, route);
        await page.element(bar);
        await page.evaluate(() => scrollTo({ top: document.documentElement.scrollHeight, behavior: "instant" }));
        const [{ top, bottom }] = await boxes(page, bar);
        assert(top >= -1 && bottom <= 64, `${bar} stands at ${top} to ${bottom}`);
        await focus(page, `${within} legend`);
        assert.deepEqual(await covered(page, within), []);
      }
    });
  });
}
