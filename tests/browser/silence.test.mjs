// What is typed stays: no view asks for anything, and what a script might try without leaving the page comes to nothing.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { engines, launch, sharedSite } from "./driver/index.mjs";
import { catcher } from "./support/catcher.mjs";
import { tryToLeave } from "./support/leaks.mjs";
import { addressOf, answer, drawn, jump, part, PLACES, started, visit, VIEWS } from "./support/steps.mjs";

const host = sharedSite();
let leak;
before(async () => {
  leak = await catcher();
});
after(() => leak.close());

for (const engine of engines) {
  for (const place of PLACES) {
    describe(`${engine}, from ${place}`, { timeout: 120_000 }, () => {
      let page;
      before(async () => {
        page = await launch(engine);
        host.asked.length = 0;
        await started(page, addressOf(place, host));
        await page.evaluate(() => {
          globalThis.__refused = [];
          addEventListener("securitypolicyviolation", (event) =>
            globalThis.__refused.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`),
          );
        });
      });
      after(() => page?.close());

      test("every view is shown, with its folds and dialogs, without a request, an error or a refusal", async () => {
        await page.click({ css: "button", text: "Open the example" });
        for (const view of Object.keys(VIEWS)) {
          await visit(page, view);
          await page.evaluate(async () => {
            const element = document.querySelector("iso27001-readiness");
            for (const fold of element.shadowRoot.querySelectorAll("main details.fold:not([open]) > summary"))
              fold.click();
            await new Promise((wake) => setTimeout(wake, 50));
            await element.updateComplete;
          });
        }
        await visit(page, "result");
        await page.click(".overall button");
        await page.element("dialog[open]");
        await page.press("Escape");
        await jump(page, "assess/6");
        await answer(page, "6.2", "unknown");
        await page.click(part("6.3", "3"));
        await visit(page, "data");
        await page.select("#set-theme", "dark");
        await page.click({ css: "button", text: "Show as text" });
        await page.element("dialog[open] textarea");
        await page.press("Escape");
        await drawn(page);
        assert.deepEqual(await page.evaluate(() => globalThis.__refused), []);
        assert.deepEqual(await page.consoleErrors(), []);
        assert.deepEqual(await page.requests(), []);
        assert.deepEqual(host.asked, place === "a host" ? ["/"] : []);
      });

      test("nothing is in the address, the title or the history but the view", async () => {
        const shown = await page.evaluate(() => ({
          hash: location.hash,
          search: location.search,
          title: document.title,
          state: history.state,
        }));
        assert.deepEqual(shown, {
          hash: "#/data",
          search: "",
          title: "Settings and privacy – ISO/IEC 27001 readiness",
          state: null,
        });
      });

      test("no way out that needs no click leads anywhere, to another host or to its own", async () => {
        for (const base of place === "a host" ? [leak.url, host.url.slice(0, -1)] : [leak.url]) {
          const tried = await page.evaluate(tryToLeave, base);
          assert(tried.length >= 36, String(tried));
        }
        // What got out would come late; nothing else can be waited for.
        await new Promise((wake) => setTimeout(wake, 1_000));
        assert.deepEqual(leak.caught, []);
        assert.deepEqual(host.asked, place === "a host" ? ["/"] : []);
        const directives = new Set((await page.evaluate(() => globalThis.__refused)).map((line) => line.split(" ")[0]));
        for (const directive of ["img-src", "connect-src"]) assert(directives.has(directive), [...directives].join());
      });
    });
  }
}

test("without the policy the same ways do lead out, so that the test above means something", {
  timeout: 60_000,
}, async () => {
  const open = await catcher();
  const page = await launch(engines[0]);
  await page.open(`${open.url}/bare`);
  await page.evaluate(tryToLeave, `${open.url}/out`);
  const out = () => new Set(open.caught.filter((line) => line.includes("/out/"))).size;
  await page.waitFor(() => out() >= 25, "the ways out to be taken");
  await page.close();
  open.close();
});
