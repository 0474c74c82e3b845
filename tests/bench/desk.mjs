// The review desk in Chromium: how long it takes to recompute many results, and how long a key press waits meanwhile.
// `node tests/bench/desk.mjs [HOW MANY…]` prints a line each; without numbers 1,000 and 5,000.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { deskFile, launch } from "../browser/driver/index.mjs";
import { Assessment } from "../browser/support/core.mjs";
import { made } from "../browser/support/portfolio.mjs";

const KINDS = 20;
/** What is typed into the search meanwhile: each key changes the rows that are drawn. */
const KEYS = ["1", "2", "Backspace", "Backspace"];
const sorts = Array.from({ length: KINDS }, (_, number) => made(number).text);

const folder = await mkdtemp(join(tmpdir(), "desk-"));

/** A result of its own for each: its id and name are its own, and its seal is. */
function envelopes(count) {
  const files = {};
  for (let number = 0; number < count; number += 1) {
    const text = sorts[number % KINDS].replace(/"id":"vendor-\d+"/, `"id":"vendor-${number}"`);
    const assessment = Assessment.parse(text.replace(/"name":"Vendor \d+"/, `"name":"Vendor ${number}"`));
    files[`${number}.json`] = [strToU8(JSON.stringify(assessment.result())), { level: 1 }];
    assessment.free();
  }
  return zipSync(files);
}

for (const count of (process.argv.length > 2 ? process.argv.slice(2) : ["1000", "5000"]).map(Number)) {
  const page = await launch("chromium");
  await page.open(deskFile);
  await page.waitFor(() => page.evaluate(() => document.querySelector("iso27001-desk")?.desk.catalogs.size === 2));
  await page.evaluate(() => {
    const found = { keys: [], tasks: [], start: 0, end: 0 };
    globalThis.__found = found;
    new PerformanceObserver((list) =>
      found.keys.push(
        ...list
          .getEntries()
          .filter(({ name }) => name === "keydown")
          .map(({ duration }) => duration),
      ),
    ).observe({ type: "event", durationThreshold: 16, buffered: true });
    new PerformanceObserver((list) => found.tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
      type: "longtask",
    });
    const { desk } = document.querySelector("iso27001-desk");
    setInterval(() => {
      if (desk.busy && found.start === 0) found.start = performance.now();
      if (!desk.busy && found.start > 0 && found.end === 0) found.end = performance.now();
    }, 5);
  });
  // By its path: what a driver hands over as bytes, it decodes in the page.
  const archive = join(folder, `${count}.zip`);
  await writeFile(archive, envelopes(count));
  await page.native.locator("#files").setInputFiles(archive);
  await page.element("#find", 60_000);
  await page.click("#find");
  let pressed = 0;
  while ((await page.evaluate(() => globalThis.__found.end)) === 0) {
    await page.press(KEYS[pressed % KEYS.length]);
    pressed += 1;
  }
  const { start, end, keys, tasks } = await page.evaluate(() => globalThis.__found);
  const rows = await page.evaluate(
    () =>
      document.querySelector("iso27001-desk").desk.rows.filter(({ differences }) => differences?.length === 0).length,
  );
  const longest = (list) => Math.round(Math.max(0, ...list));
  console.log(
    `${count} results, ${rows} verified: ${((end - start) / 1000).toFixed(1)} s; ${pressed} key presses, the longest answer ${keys.length > 0 ? `${longest(keys)} ms` : "under 16 ms"}; the longest task ${longest(tasks)} ms`,
  );
  await page.close();
}
await rm(folder, { recursive: true });
