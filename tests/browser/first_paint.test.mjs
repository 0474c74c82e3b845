// The start page stands in the HTML: it is there before script and wasm, and the app takes it over without moving anything.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import { engines, launch, offlineFile } from "./driver/index.mjs";
import { serve } from "./driver/serve.mjs";
import { kept } from "./support/drafts.mjs";
import { answer, started } from "./support/steps.mjs";

const END = "</iso27001-readiness>";
const FRESH = "How ready are you for ISO/IEC 27001?";
let whole;
let leading;
let server;
let url;
/** Lets the rest of the page come. */
let release;
before(async () => {
  whole = await readFile(new URL(offlineFile), "utf8");
  leading = whole.slice(0, whole.indexOf(END) + END.length);
  server = await serve(async ({ url: asked }, response) => {
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    if (asked === "/whole") return response.end(whole);
    if (asked === "/leading") return response.end(leading);
    if (asked.startsWith("/pressed?")) return response.end(pressed(decodeURIComponent(asked.split("?")[1])));
    if (asked !== "/slow") return response.writeHead(404).end();
    response.write(leading);
    await new Promise((go) => (release = go));
    response.end(whole.slice(leading.length));
  });
  url = server.url.slice(0, -1);
});
after(() => server.close());

/** The page in which a script, that the policy would refuse, presses a button before the app has come. */
const pressed = (css) => {
  const press = `document.querySelector("iso27001-readiness").shadowRoot.querySelector("${css}").click()`;
  const open = whole.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, "");
  return open.replace(END, () => `${END}<script>${press}</script>`);
};

/** Where everything lies that the start page was painted with, and what it says. */
const places = (page) =>
  page.evaluate(() => {
    const { shadowRoot } = document.querySelector("iso27001-readiness");
    const parts = ["header", ".lead", ".options"].map((css) => shadowRoot.querySelector(css));
    return parts
      .flatMap((part) => [...part.querySelectorAll("*")])
      .filter((one) => one.checkVisibility())
      .map((one) => {
        const { x, y, width, height } = one.getBoundingClientRect();
        const at = [x, y, width, height].map((length) => Math.round(length * 10) / 10).join(" ");
        return `${one.localName} ${one.textContent.trim().replace(/\s+/g, " ").slice(0, 30)}: ${at}`;
      });
  });

for (const engine of engines) {
  describe(`${engine}, the first paint`, { timeout: 120_000 }, () => {
    let page;
    before(async () => {
      page = await launch(engine);
    });
    after(() => page?.close());

    test("the heading and the way to the first question are there without script and wasm", async () => {
      assert(!leading.includes('id="wasm"') && !leading.includes("customElements"));
      await page.open(`${url}/leading`);
      assert.equal(await page.text("h1"), FRESH);
      assert(await page.exists({ css: "a.button.primary", text: "Start the quick scan" }));
      assert.equal(
        await page.evaluate(() => document.querySelectorAll("h1").length),
        0,
        "one heading, in the page alone",
      );
    });

    test("what the app draws lies where it was painted", async () => {
      for (const width of [1280, 390, 320]) {
        await page.resize(width, 844);
        await page.open(`${url}/leading`);
        const painted = await places(page);
        assert(painted.length > 30, painted.join("\n"));
        await started(page, `${url}/whole`);
        await page.waitFor(
          () => page.evaluate(() => document.querySelector("iso27001-readiness").session !== null),
          "the app to start",
        );
        assert.deepEqual(await places(page), painted, `${width} px`);
      }
    });

    test("another view's address shows no start page first, and a chosen colour is there from the start", async () => {
      const seen = () => page.evaluate(() => getComputedStyle(document.querySelector("iso27001-readiness")).visibility);
      await page.open(`${url}/leading#/result`);
      assert.equal(await seen(), "hidden");
      await page.open("about:blank");
      await page.open(`${url}/leading#/start`);
      assert.equal(await seen(), "visible");
      await page.open("about:blank");
      await started(page, `${url}/whole#/result`);
      assert.equal(await seen(), "visible");
      assert.equal(await page.text("h1"), "Result");
      await page.evaluate(() => document.querySelector("iso27001-readiness").session.setTheme("dark"));
      await page.open(`${url}/leading`);
      assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), "dark");
      assert.deepEqual(await page.consoleErrors(), []);
    });

    test("what is pressed before the app has come is done once it is there", async () => {
      await started(page, `${url}/pressed?${encodeURIComponent("#more-button")}`);
      const open = async () => (await page.attribute("#more-button", "aria-expanded")) === "true";
      await page.waitFor(open, "More to open");
      await page.open(`${url}/pressed?${encodeURIComponent("[aria-keyshortcuts]")}`);
      const [file] = await page.downloads();
      assert.match(file.name, /\.json$/);
    });

    test("somebody whose draft is here sees their tasks, and no start page of somebody without answers before", async () => {
      await page.open("about:blank");
      await started(page, `${url}/whole#/assess/5`);
      await answer(page, "5.1", 2);
      await page.click({ css: "button", text: "Keep a draft" });
      await page.waitFor(async () => /^Saved \d/.test(await kept(page)), "the page to say Saved");
      await page.open(`${url}/leading`);
      const element = () => getComputedStyle(document.querySelector("iso27001-readiness")).visibility;
      assert.equal(await page.evaluate(element), "hidden");
      await page.open("about:blank");
      if (engine !== "webkit")
        await page.early(() => {
          globalThis.__seen = new Set();
          const look = () => {
            const element = document.querySelector("iso27001-readiness");
            const shown = element && getComputedStyle(element).visibility === "visible";
            if (shown) globalThis.__seen.add(element.shadowRoot?.querySelector("h1")?.textContent.trim());
            requestAnimationFrame(look);
          };
          look();
        });
      await started(page, `${url}/whole`);
      assert.equal(await page.evaluate(element), "visible");
      const heading = await page.text("h1");
      assert.notEqual(heading, FRESH);
      if (engine === "webkit") return;
      const seen = await page.evaluate(() => [...globalThis.__seen]);
      assert(seen.includes(heading) && !seen.includes(FRESH), seen.join(", "));
    });
  });
}

describe("chromium, while the rest is on its way", {
  timeout: 60_000,
  skip: engines.includes("chromium") ? false : "READINESS_ENGINES leaves Chromium out",
}, () => {
  test("the start page can be read and has the focus, and nothing shifts and no focus is lost as the app takes over", async (context) => {
    const page = await launch("chromium");
    context.after(() => page.close());
    await page.native.goto(`${url}/slow`, { waitUntil: "commit" });
    await page.element({ css: "a.button.primary", text: "Start the quick scan" });
    const here = () =>
      page.evaluate(() => {
        const { activeElement } = document.querySelector("iso27001-readiness").shadowRoot;
        return activeElement?.getAttribute("href") ?? activeElement?.id ?? null;
      });
    for (let n = 0; n < 40 && (await here()) !== "#/assess/quick-context"; n++) await page.press("Tab");
    assert.equal(await here(), "#/assess/quick-context");
    assert.equal(await page.evaluate(() => customElements.get("iso27001-readiness") === undefined), true);
    release();
    await page.waitFor(
      () => page.evaluate(() => Boolean(document.querySelector("iso27001-readiness").deferred?.learn)),
      "all of the app",
    );
    await page.element({ css: "button", text: "Open the example" });
    assert.equal(await here(), "#/assess/quick-context");
    // As Chromium counts them: what moves because of a key pressed, as the skip link does, is wanted.
    const shifts = await page.evaluate(
      () =>
        new Promise((done) => {
          const found = [];
          new PerformanceObserver((list) => {
            for (const { value, hadRecentInput, sources } of list.getEntries())
              if (!hadRecentInput) found.push([value, ...sources.map(({ node }) => node?.outerHTML?.slice(0, 200))]);
          }).observe({ type: "layout-shift", buffered: true });
          setTimeout(() => done(found), 500);
        }),
    );
    assert.deepEqual(shifts, []);
    assert.deepEqual(await page.consoleErrors(), []);
  });
});
