// The page in Chromium, from its file: from opening to the first heading, from an answer to what it changed on the
// screen; and for the first opening of each view, from its link to its paint, the time that the page's own thread was at
// work, which other programs on the machine do not lengthen. `node tests/bench/page.mjs [OPENINGS]`.
import { launch, offlineFile } from "../browser/driver/index.mjs";

const OPENINGS = Number(process.argv[2] ?? 7);
/** The views, and how often each is opened for the first time. */
const VIEWS = ["assess", "result", "documents", "statement", "plan", "compare", "report", "learn", "data"];
const VISITS = Math.min(5, OPENINGS);
/** Frames come as soon as they are ready: else every figure is rounded up to the display's 16.7 ms. */
const UNPACED = ["--disable-frame-rate-limit", "--disable-gpu-vsync"];
const median = (times) =>
  [...times]
    .sort((a, b) => a - b)
    [Math.floor(times.length / 2)].toFixed(0)
    .padStart(8);

console.log(`${"milliseconds, median".padEnd(44)}${["1×", "4×", "6×"].map((slow) => slow.padStart(8)).join("")}`);
const rows = new Map();
const note = (what, time) => rows.set(what, [...(rows.get(what) ?? []), time]);
for (const slowdown of [1, 4, 6]) {
  const page = await launch("chromium", { args: UNPACED });
  const devtools = await page.context.newCDPSession(page.native);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
  await devtools.send("Performance.enable", { timeDomain: "threadTicks" });
  const worked = async () =>
    1000 * (await devtools.send("Performance.getMetrics")).metrics.find(({ name }) => name === "TaskDuration").value;
  await page.native.addInitScript(() => {
    const look = () => {
      if (document.querySelector("iso27001-readiness")?.shadowRoot?.querySelector("h1"))
        globalThis.__heading = performance.now();
      else requestAnimationFrame(look);
    };
    look();
  });
  const openings = [];
  for (let n = 0; n < OPENINGS; n++) {
    await page.open(offlineFile);
    openings.push(await page.waitFor(() => page.evaluate(() => globalThis.__heading), "the heading"));
  }
  note("open to the first heading", median(openings));

  await page.open(`${offlineFile}#/assess/4`);
  await page.element("input[type=radio]");
  const answers = await page.evaluate(async () => {
    const radios = [
      ...document.querySelector("iso27001-readiness").shadowRoot.querySelectorAll("fieldset input[type=radio]"),
    ];
    const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    const times = [];
    for (const radio of radios.filter((one) => !one.closest("[hidden]")).slice(0, 40)) {
      const start = performance.now();
      radio.click();
      await painted();
      times.push(performance.now() - start);
    }
    return times;
  });
  note("an answer to its paint", median(answers));

  for (const what of ["the example", "an empty assessment"]) {
    const times = new Map(VIEWS.map((view) => [view, []]));
    for (let n = 0; n < VISITS; n++) {
      await page.open("about:blank");
      await page.open(offlineFile);
      await page.waitFor(
        () => page.evaluate(() => document.querySelector("iso27001-readiness").deferred?.learn !== undefined),
        "the deferred parts",
      );
      if (what === "the example") {
        await page.click({ css: "button", text: "Open the example" });
        await page.element(".overall");
      }
      for (const view of VIEWS) {
        const go = (to) =>
          page.evaluate(async (name) => {
            const moved = new Promise((done) => addEventListener("hashchange", done, { once: true }));
            location.hash = `#/${name}`;
            await moved;
            await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
          }, to);
        await go("start");
        const before = await worked();
        await go(view);
        times.get(view).push((await worked()) - before);
      }
    }
    for (const [view, list] of times) note(`${view} of ${what}`, median(list));
  }
  await page.close();
}
for (const [what, times] of rows) console.log(what.padEnd(44) + times.join(""));
