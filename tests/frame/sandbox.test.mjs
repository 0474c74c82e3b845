// Whatever the host's sandbox leaves: every action works, or the page says why not, after half a second without a sign of it.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { engines, launch } from "../browser/driver/index.mjs";
import { ask, heard, hostPage, place, SANDBOX } from "./support/host-page.mjs";
import { inside, pause, REVIEW, said, send, started, text } from "./support/inside.mjs";
import { guest, host } from "./support/servers.mjs";

const COMBINATIONS = {
  "as recommended": SANDBOX,
  "scripts alone": "allow-scripts",
  "scripts and forms": "allow-scripts allow-forms",
  "scripts and downloads": "allow-scripts allow-downloads",
  "scripts, modals and popups": "allow-scripts allow-modals allow-popups",
  "no sandbox": null,
};
const assessment = {
  format: "iso27001-readiness/assessment",
  version: 1,
  edition: "2022",
  requirements: { 4.1: { answer: 3, evidence: [{ label: "Paper", href: "https://example.com/paper" }] } },
};

let [site, portal] = [];
before(async () => {
  [site, portal] = [await guest(), await host(hostPage)];
});
after(() => {
  site.close();
  portal.close();
});

for (const engine of engines) {
  describe(`sandboxes in ${engine}`, { timeout: 300_000 }, () => {
    let page;
    before(async () => {
      page = await launch(engine);
    });
    after(() => page?.close());

    for (const [name, sandbox] of Object.entries(COMBINATIONS)) {
      const allows = (what) => sandbox === null || sandbox.split(" ").includes(`allow-${what}`);

      test(`${name}: the journey from the first answer to Send`, async () => {
        await page.open(portal.url);
        await page.evaluate((given) => place(given), { src: site.src, sandbox, answer: true });
        if (sandbox === null) {
          // Not opaque then: the page does not mind, and hello comes from its origin.
          await heard(page, "hello");
        }
        await heard(page, "ready");
        const frame = await inside(page, site.url);
        await started(frame);
        await ask(page, "load", { assessment, mode: "full" });
        const go = async (hash) => {
          await frame.evaluate((to) => void (location.hash = to), hash);
          await pause(150);
        };
        const says = (pattern, what) => frame.waitFor(async () => pattern.test(await said(frame)), what);
        const dismiss = () => frame.click({ css: "button", text: "Dismiss" });

        const earlier = await text(frame);
        await frame.click("#q-4-2-2");
        await frame.waitFor(async () => (await text(frame)) !== earlier, "an answer");

        // A dialog of the page, closed by its own button.
        await go("#/result");
        await frame.click("button.number");
        await frame.element({ css: "dialog button", text: "Close" });
        await pause(100);
        await frame.click({ css: "dialog button", text: "Close" });
        await frame.waitFor(
          () =>
            frame.evaluate(() => !document.querySelector("iso27001-readiness").shadowRoot.querySelector("dialog").open),
          "the dialog to close",
        );

        // Saving: the browser does not say whether it did, so the page says what to do if it did not.
        const before = (await page._downloads()).length;
        await frame.evaluate(() => document.querySelector("iso27001-readiness").session.saveFile());
        await says(/blocks files/, "a word about saving");
        if (engine === "chromium" && allows("downloads")) await page.downloads(before + 1);
        await frame.click({
          css: "button",
          text: await frame.evaluate(() =>
            document.querySelector("#readiness-frame").shadowRoot.querySelector(".notice button").textContent.trim(),
          ),
        });
        await frame.waitFor(
          () =>
            frame.evaluate(
              () =>
                document.querySelector("iso27001-readiness").shadowRoot.querySelector("dialog textarea")?.value ===
                document.querySelector("iso27001-readiness").session.store.text,
            ),
          "the file as text",
        );
        await frame.click({ css: "dialog button", text: "Close" });
        if (engine === "chromium" && !allows("downloads")) assert.equal((await page._downloads()).length, before);

        // An export, by the second module, which the sandbox starts too: its text is there to copy.
        await go("#/data");
        await frame.click('button[aria-label="Save Statement of Applicability as CSV"]');
        await frame.waitFor(
          () =>
            frame.evaluate(() => {
              const { shadowRoot } = document.querySelector("iso27001-readiness");
              return shadowRoot.querySelector("dialog #export-copy")?.value.startsWith('\ufeff"Control","Title"');
            }),
          "the export as text",
        );
        await frame.click({ css: "dialog button", text: "Cancel" });

        // Printing. Firefox would ask where to, and wait for an answer; WebKit's driver lets nothing be printed.
        const prints = allows("modals");
        if (!prints || engine === "chromium") {
          await frame.evaluate(() => {
            globalThis.printed = 0;
            addEventListener("beforeprint", () => (printed += 1));
            setTimeout(() => print());
          });
        }
        if (prints && engine === "chromium") {
          await pause(700);
          assert.doesNotMatch(await said(frame), /Printing did not start/);
          assert.equal(await frame.evaluate(() => printed), 1);
        } else if (!prints) {
          await says(/Printing did not start/, "a word about printing");
          await dismiss();
        }

        // An evidence link.
        if (!allows("popups")) {
          await go("#/assess/4/4.1");
          await frame.evaluate(() => {
            const { session } = document.querySelector("iso27001-readiness");
            const root = document.querySelector("iso27001-readiness").shadowRoot;
            for (const fold of root.querySelectorAll("details > summary")) fold.click();
            session.refresh();
          });
          await frame.click({ css: "a[target=_blank]", text: "Paper" });
          await says(/blocks links\. The address is https:\/\/example\.com\/paper/, "a word about links");
          await dismiss();
        }

        await frame.click(REVIEW);
        await send(frame);
        const [{ payload }] = await heard(page, "complete");
        assert.equal(payload.result.assessment.requirements["4.2"].answer, 2);
      });
    }

    const blind = engine !== "chromium" && "only Chromium's driver can look into a frame without scripts";
    test("without scripts what it is and the list of documents can be read", { skip: blind }, async () => {
      await page.open(portal.url);
      await page.evaluate((src) => place({ src, sandbox: "", answer: false }), site.src);
      const frame = await page.waitFor(
        () => page.native.frames().find((one) => one.url().startsWith(site.url)),
        "the frame",
      );
      for (const text of ["Documented information that ISO/IEC 27001:2022 asks for", "Scope of the ISMS (4.3)"])
        await frame.getByText(text).waitFor({ state: "visible" });
    });
  });
}
