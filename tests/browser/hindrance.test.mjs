// Where something is missing the page says what, and what can be read without it can be read; where people live changes no byte.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import { engines, launch, offlineFile } from "./driver/index.mjs";
import { serve } from "../frame/support/servers.mjs";
import { Assessment, catalog } from "./support/core.mjs";
import { answer, jump, pattern, started, state, texts, visit } from "./support/steps.mjs";

const { areas } = catalog("2022");
const WITHOUT = {
  wasm: {
    // A company that switches the compilers off switches WebAssembly off with them.
    chromium: { args: ["--js-flags=--jitless"] },
    firefox: { prefs: { "javascript.options.wasm": false } },
    webkit: { env: { JSC_useWasm: "0" } },
  },
  scripts: {
    chromium: { context: { javaScriptEnabled: false } },
    firefox: { prefs: { "javascript.enabled": false } },
    webkit: { args: ["--enable-javascript=false"] },
  },
};
/** Languages and time zones, each east and west as far as people live, one pair for each start of a browser. */
const HOMES = [
  ["de-DE", "Pacific/Kiritimati"],
  ["ar-EG", "Etc/GMT+12"],
  ["tr-TR", "Pacific/Kiritimati"],
  ["th-TH", "Etc/GMT+12"],
];
const at = {
  chromium: ([locale, timezoneId]) => ({ context: { locale, timezoneId } }),
  firefox: ([locale, zone]) => ({
    prefs: { "intl.accept_languages": locale, "intl.locale.requested": locale },
    env: { TZ: zone },
  }),
  webkit: ([locale, zone]) => ({ env: { TZ: zone, LANGUAGE: locale.replace("-", "_"), LC_ALL: "C.UTF-8" } }),
};
/** A host for these bytes, and a browser that looks at it, until the test ends. */
async function hosted(context, engine, body, headers = {}) {
  const host = await serve((_, response) => {
    response.writeHead(200, { "Content-Type": "text/html; charset=utf-8", ...headers });
    response.end(body);
  });
  const page = await launch(engine);
  context.after(async () => {
    await page.close();
    host.close();
  });
  return { page, url: host.url };
}
const FALLBACK = /Documented information that ISO\/IEC 27001:2022 asks for[\s\S]*Scope of the ISMS \(4\.3\)/;

/** All that is seen, wherever it stands. */
const seen = (page) =>
  page.evaluate(() =>
    [
      document.body.innerText,
      document.querySelector("iso27001-readiness").shadowRoot?.querySelector("main")?.innerText ?? "",
    ].join("\n"),
  );

for (const engine of engines) {
  describe(`${engine}, with something missing`, { timeout: 120_000 }, () => {
    test("without WebAssembly the page names the cause, and the list of documents can be read", async (context) => {
      const page = await launch(engine, WITHOUT.wasm[engine]);
      context.after(() => page.close());
      await page.open(offlineFile);
      await page.waitFor(async () => /WebAssembly is missing or forbidden/.test(await seen(page)), "the cause");
      assert.match(await seen(page), /The questions cannot start/);
      assert.match(await seen(page), FALLBACK);
    });

    test("a host that forbids WebAssembly is met with the same words", async (context) => {
      const policy = { "Content-Security-Policy": "script-src 'unsafe-inline'" };
      const { page, url } = await hosted(context, engine, await readFile(new URL(offlineFile)), policy);
      // WebKit obeys this only from the second page of a process on.
      for (const visit of engine === "webkit" ? [1, 2] : [1]) {
        await page.open(`${url}?${visit}`);
        await page.waitFor(
          () =>
            page.evaluate(() => document.querySelector("iso27001-readiness").shadowRoot?.querySelector("h1") !== null),
          "a heading",
        );
      }
      await page.waitFor(async () => /WebAssembly is missing or forbidden/.test(await seen(page)), "the cause");
      assert.match(await seen(page), FALLBACK);
    });

    test("before the rest of the texts has come, no question shows without its lines, and the quick scan of 2022 is there", async (context) => {
      const whole = await readFile(new URL(offlineFile), "utf8");
      const without = whole.replace(/<script id="deferred-texts">[\s\S]*?<\/script>/, "");
      assert(without.length < whole.length - 100_000, "the texts");
      const { page, url } = await hosted(context, engine, without);
      const lines = () => texts(page, ".level .line");
      const waits = () =>
        page.evaluate(
          () => document.querySelector("iso27001-readiness").shadowRoot?.querySelector("h1#title[aria-busy]") !== null,
        );
      await started(page, `${url}#/assess/quick-policy`);
      const { levels } = areas.find((area) => area.key === "policy");
      assert.deepEqual(await lines(), levels);
      // The scripts behind the app's have run, and the views are there.
      await jump(page, "plan");
      await page.evaluate(() => void (location.hash = "#/assess/5"));
      await page.waitFor(waits, "the full list to wait");
      assert.deepEqual(await lines(), []);
      await page.evaluate(() => {
        document.querySelector("iso27001-readiness").session.store.create("2013", "");
        location.hash = "#/assess/quick-A.9";
      });
      await page.waitFor(waits, "the quick scan of 2013 to wait");
      assert.deepEqual(await lines(), []);
    });

    test("a page that was cut off says so, and still gives the answers back", async (context) => {
      const whole = await readFile(new URL(offlineFile), "utf8");
      for (const [part, cut] of [
        ["within the views", whole.indexOf('<script id="deferred-views">') + 5_000],
        ["within the second module", whole.indexOf('id="deferred-wasm"') + 5_000],
      ]) {
        const { page, url } = await hosted(context, engine, whole.slice(0, cut));
        await started(page, `${url}#/assess/quick-policy`);
        await page.waitFor(
          async () =>
            (await texts(page, ".notice > p")).some((one) => one.startsWith("The end of this page is missing")),
          `a word about an end ${part}`,
        );
        await answer(page, "area:policy", 2);
        await page.press("Control+s");
        const [file] = await page.downloads();
        assert.match(file.bytes.toString(), /"policy"/);
      }
    });

    test("without JavaScript it can be read what this is and which documents are required", async (context) => {
      const page = await launch(engine, WITHOUT.scripts[engine]);
      context.after(() => page.close());
      await page.open(offlineFile);
      const words = await page.text("body");
      assert.match(words, /The questions need JavaScript and WebAssembly/);
      assert.match(words, FALLBACK);
      // In the place of the buttons, which would lead nowhere.
      assert.match(await page.text("h1"), /How ready are you/);
      const buttons = await page.evaluate(() => {
        const all = [
          ...document.querySelector("iso27001-readiness").shadowRoot.querySelectorAll("button, .button, nav"),
        ];
        return { all: all.length, seen: all.filter((one) => one.checkVisibility()).length };
      });
      assert(buttons.all > 5);
      assert.equal(buttons.seen, 0);
    });
  });

  const homes = engine === "chromium" ? HOMES : HOMES.slice(1, 2);
  for (const home of homes) {
    describe(`${engine}, ${home.join(", ")}`, { timeout: 60_000 }, () => {
      let page;
      before(async () => {
        page = await launch(engine, at[engine](home));
        await started(page, `${offlineFile}#/start`);
      });
      after(() => page?.close());

      test("the browser does live there", async () => {
        const zone = await page.evaluate(() => new Date(2026, 0, 1).getTimezoneOffset());
        assert.equal(zone, home[1] === "Etc/GMT+12" ? 720 : -840);
      });

      test("the same file gives the same bytes and the same score", async () => {
        const assessment = Assessment.create("2022");
        for (const { key, answer: level, reason } of pattern(areas))
          reason === undefined ? assessment.respond(`area:${key}`, level) : assessment.exclude(`area:${key}`, reason);
        assessment.annotate("4.1", { due: "2027-01-31", note: "İıŞş ٣ ๓" });
        const text = assessment.toJSON();
        await page.setFile("#start-file", { name: "file.json", bytes: text });
        await page.waitFor(async () => (await state(page)) === text, "the file to be opened");
        assert.equal(await page.text(".overall .figure"), "47–67%");
        await visit(page, "data");
        await page.click({ css: "button", text: "Save file" });
        const [file] = await page.downloads(1);
        assert.equal(file.bytes.toString(), text);
        // The name has today's date where the person lives, in digits that sort.
        assert.match(file.name, /^iso27001-assessment-\d{4}-\d\d-\d\d\.iso27001\.json$/);
      });

      test("the same answers give the same bytes but for their moments, which are in UTC", async () => {
        const began = Date.now();
        await page.evaluate(() => void (location.hash = "#/assess/5"));
        await answer(page, "5.1", 4);
        const entry = JSON.parse(await state(page)).requirements["5.1"];
        assert.match(entry.modified, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/);
        assert(Math.abs(Date.parse(entry.modified) - began) < 60_000, entry.modified);
        assert.equal(entry.answer, 4);
      });

      test("every view is drawn", async () => {
        for (const view of ["result", "plan", "compare", "report"]) await visit(page, view);
        assert.deepEqual(await page.consoleErrors(), []);
      });
    });
  }
}
