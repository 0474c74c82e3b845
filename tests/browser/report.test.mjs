// The report's own additions: a classification, a logo that stays in memory, and a sheet for each role to interview.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { engines, launch, offlineFile } from "./driver/index.mjs";
import { Assessment } from "./support/core.mjs";
import { click, drawn, opened, started, state, texts, visit } from "./support/steps.mjs";

/** One red dot. */
const PICTURE = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==",
  "base64",
);
const MARK = 'Confidential <b>&" \\ 1';

for (const engine of engines) {
  describe(`${engine}, the report`, { timeout: 120_000 }, () => {
    let page;
    const expected = Assessment.example("2022");
    before(async () => {
      page = await launch(engine);
      await started(page, offlineFile);
      await opened(page, expected.toJSON());
      await visit(page, "report");
    });
    after(() => page?.close());

    test("a classification stands on the paper as text, and in no answer", async () => {
      const before = await state(page);
      await page.fill("#report-classification", MARK);
      await page.press("Tab");
      await page.waitFor(async () => (await texts(page, ".paper > .over"))[0] === MARK, "the classification");
      const foot = await page.evaluate(() => {
        dispatchEvent(new Event("beforeprint"));
        const rules = document.adoptedStyleSheets
          .flatMap(({ cssRules }) => [...cssRules])
          .map(({ cssText }) => cssText);
        dispatchEvent(new Event("afterprint"));
        return rules.join();
      });
      // The other engines print no margin boxes, and may drop them.
      if (engine === "chromium") assert.match(foot, /Confidential <b>&(\\"|\\22 )/);
      assert.equal(await state(page), before);
    });

    test("a logo is shown, leaves no trace in the answers, asks for nothing, and goes again", async () => {
      const before = await state(page);
      await page.setFile("#report-logo", { name: "logo.png", bytes: PICTURE });
      await page.waitFor(
        () =>
          page.evaluate(
            () => document.querySelector("iso27001-readiness").shadowRoot.querySelector(".paper > .logo")?.naturalWidth,
          ),
        "the picture",
      );
      assert.equal(await state(page), before);
      assert.deepEqual(await page.requests(), []);
      await click(page, { css: "button", text: "Remove logo" });
      await page.waitFor(async () => !(await page.exists(".logo")), "the picture to be gone");
    });

    test("a file that is no picture is refused by name", async () => {
      await page.setFile("#report-logo", { name: "logo.png", bytes: "no picture" });
      await page.element({ css: "#problems a", text: "This file is not a picture. Choose a PNG, JPEG or SVG file." });
      assert.equal(await page.exists(".logo"), false);
    });

    test("interview sheets are wanted first, and then hold every requirement that applies once, by role", async () => {
      assert.equal(await page.exists(".part-interviews"), false);
      await click(page, "#report-interviews");
      await click(page, ".part-interviews summary");
      await page.element(".sheet");
      await drawn(page);
      assert.deepEqual(await texts(page, ".sheet h3"), [
        "Top management",
        "Security lead",
        "IT",
        "Development",
        "Human resources",
        "Facilities",
        "Legal",
      ]);
      const shown = (await texts(page, ".sheet tbody .ref")).sort();
      const applicable = expected.report().requirements.filter(({ answer }) => answer !== "not-applicable");
      assert.deepEqual(shown, applicable.map(({ id }) => id).sort());
      const management = await page.text(".sheet");
      for (const id of ["5.1", "5.2", "5.3", "9.3.1"]) assert(management.includes(id), id);
      const sheets = await texts(page, ".sheet");
      assert(sheets[3].startsWith("Development") && sheets[3].includes("A.8.28"), sheets[3].slice(0, 200));
      assert(sheets[2].startsWith("IT") && sheets[2].includes("A.8.13"), sheets[2].slice(0, 200));
      assert.deepEqual(await page.consoleErrors(), []);
    });
  });
}
