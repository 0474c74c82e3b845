import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { engines, launch, offlineFile, sharedSite } from "./driver/index.mjs";
import { WebKit } from "./driver/webkit.mjs";

const HEADING = { css: "h1" };
const host = sharedSite();

for (const engine of engines) {
  for (const place of ["a host", "a file"]) {
    describe(`${engine}, from ${place}`, { timeout: 120_000 }, () => {
      let page;
      before(async () => {
        page = await launch(engine);
        host.asked.length = 0;
        await page.open(place === "a host" ? host.url : offlineFile);
      });
      after(() => page?.close());

      test("the page starts", async () => {
        await page.waitFor(
          () =>
            page.evaluate(() => document.querySelector("iso27001-readiness")?.shadowRoot?.querySelector("h1") !== null),
          "a heading in the shadow root",
        );
        assert.notEqual(await page.text(HEADING), "");
      });

      test("nothing is asked for but the page itself", async () => {
        // What would be sent, would be sent late: a beacon, a font, a source map.
        await new Promise((wake) => setTimeout(wake, 1_000));
        assert.deepEqual(await page.requests(), []);
        assert.deepEqual(host.asked, place === "a host" ? ["/"] : []);
      });

      test("the console shows no error and the policy has nothing to refuse", async () => {
        assert.deepEqual(await page.consoleErrors(), []);
        if (engine === "webkit")
          assert.deepEqual(await WebKit.startErrors(place === "a host" ? host.url : offlineFile), []);
      });

      test("the policy is in force: no connection, no script, no markup from text", async () => {
        const refused = await page.evaluate(
          () =>
            new Promise((done) => {
              const tries = {
                fetch: () => fetch("http://127.0.0.1:9/"),
                eval: () => (0, eval)("1"),
                markup: () => void (document.createElement("p").innerHTML = "<b>"),
              };
              // From a timer: what a driver runs itself, a browser may let past the policy.
              setTimeout(async () => {
                const names = [];
                for (const [name, attempt] of Object.entries(tries)) {
                  try {
                    await attempt();
                  } catch {
                    names.push(name);
                  }
                }
                done(names);
              });
            }),
        );
        assert.deepEqual(refused, ["fetch", "eval", "markup"]);
      });
    });
  }
}
