// The desk's other views: own rules, a vendor's page, the comparison, the heat map, and a session that is gone on with.
import assert from "node:assert/strict";
import { test } from "node:test";
import { deskFile, engines, launch } from "./driver/index.mjs";
import { overflow, violations } from "./support/access.mjs";
import { made, packed } from "./support/portfolio.mjs";

const FILES = {
  "one.json": made(3).result,
  "two.json": made(3, { change: (assessment) => assessment.respond("A.5.1", 0) }).text,
  "three.json": made(6).text,
};

/** Runs in the page: what the desk holds, as far as a session keeps it. */
const held = (page) =>
  page.evaluate(() => {
    const { rows, bad, minimums, weights } = document.querySelector("iso27001-desk").desk;
    const lines = rows.map(({ path, note, shortfalls, own, overall }) => ({ path, note, shortfalls, own, overall }));
    return { lines, bad, minimums, weights };
  });

/** Waits until nothing is read any more and what is held fits. */
const until = (page, fits, what) =>
  page.waitFor(async () => {
    const idle = await page.evaluate(() => !document.querySelector("iso27001-desk").desk.busy);
    return idle && fits(await held(page));
  }, what);

for (const engine of engines)
  test(`${engine}: rules, vendor, comparison, map and session`, { timeout: 120_000 }, async (context) => {
    const page = await launch(engine);
    context.after(() => page.close());
    const accessible = async () => {
      assert.equal(await overflow(page), null);
      if (engine === "chromium") assert.deepEqual(await violations(page), []);
    };
    await page.open(deskFile);
    await page.waitFor(
      () => page.evaluate(() => document.querySelector("iso27001-desk")?.desk.catalogs.size === 2),
      "the catalogs",
    );
    await page.setFile("#files", { name: "all.zip", bytes: packed(FILES) });
    await until(page, ({ lines }) => lines.length === 3, "three files");
    const method = (await held(page)).lines.map(({ overall }) => overall);

    await page.click(".rules summary");
    await page.fill("#minimum-id", "A.5.1");
    await page.click({ css: "button", text: "Add minimum" });
    await until(page, ({ lines }) => lines.every(({ shortfalls }) => shortfalls), "what is below the minimum");
    assert.deepEqual((await held(page)).lines[1].shortfalls, ["A.5.1"]);
    await page.click({ css: ".rules summary", text: "Weights of topics" });
    await page.select("#weight-policy", "5");
    await until(page, ({ lines }) => lines.every(({ own }) => own), "own scores");
    assert.deepEqual(
      (await held(page)).lines.map(({ overall }) => overall),
      method,
      "own rules never change the method's score",
    );
    await page.select("#group", "claim");
    await page.element({ css: ".group th", text: "Assessment only" });
    await accessible();

    await page.click({ css: ".overview a", text: "Vendor 6" });
    await page.element(".gates");
    assert.equal(await page.text("h1"), "Vendor 6");
    await page.fill("#note", "Ask for evidence");
    await accessible();
    await page.click({ css: "a", text: "Back to the overview" });

    await page.click({ css: "a", text: "Heat map" });
    await page.element(".heat [data-band]");
    await accessible();
    await page.click({ css: "a", text: "Back to the overview" });

    await page.evaluate(() => {
      location.hash = "#vendor-1-2";
    });
    await page.element({ css: "h2", text: "Answers that differ" });
    assert.match(await page.text("main"), /1 answer or document differs/);
    await accessible();
    await page.evaluate(() => {
      location.hash = "";
    });

    await page.click({ css: "button", text: "Save session" });
    const [session] = await page.downloads();
    const before = await held(page);
    assert.equal(before.lines[2].note, "Ask for evidence");
    await page.reload();
    await page.waitFor(
      () => page.evaluate(() => document.querySelector("iso27001-desk")?.desk.catalogs.size === 2),
      "the catalogs again",
    );
    await page.setFile("#files", { name: session.name, bytes: session.bytes });
    await until(page, ({ lines }) => lines.length === 3 && lines.every(({ own }) => own), "the session");
    assert.deepEqual(await held(page), before);
    // One after the other: WebKit may drop the first of two downloads that begin together.
    for (const [before, format] of ["XLSX", "Markdown"].entries()) {
      await page.click({ css: "button", text: `Export as ${format}` });
      await page.downloads(before + 2);
    }
    const names = (await page.downloads(3)).map(({ name }) => name.split(".").at(-1));
    assert.deepEqual(names.sort(), ["md", "xlsx", "zip"]);
    assert.deepEqual(await page.requests(), []);
  });
