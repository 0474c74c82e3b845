// A copy of the page with the answers inside: the page's own bytes and one block, which nothing in an answer can end.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { engines, launch, offlineFile } from "./driver/index.mjs";
import { serve } from "./driver/serve.mjs";
import { Assessment } from "./support/core.mjs";
import { held } from "./support/drafts.mjs";
import { PAYLOADS } from "./support/payloads.mjs";
import { answer, click, drawn, jump, opened, part, problems, started, state, texts, visit } from "./support/steps.mjs";

const BLOCK = /<script type="application\/json" id="answers">([^<]*)<\/script>/g;
const published = readFileSync(new URL(offlineFile), "utf8");
const folder = mkdtempSync(join(tmpdir(), "copies-"));
let server;
let host;
/** What the host answers with. */
let hosted = "";
before(async () => {
  server = await serve((_, response) => {
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.end(hosted);
  });
  host = server.url;
});
after(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

/** Answers with every text that became markup somewhere once, and those that only a block like this has to fear. */
function hostile() {
  const assessment = Assessment.example("2022");
  const ends = [
    "</script",
    "</SCRIPT\t>",
    "<!--<script>",
    "-->",
    "]]>",
    "\u2028\u2029\u0085",
    "\ufffd",
    "\ufeff<\\u003c",
  ];
  const words = [...ends, ...PAYLOADS, "😀 \u202e"];
  const ids = Object.keys(JSON.parse(assessment.toJSON()).requirements);
  for (const [at, id] of ids.entries()) {
    const note = words.filter((_, word) => word % ids.length === at).join("\n");
    assessment.annotate(id, { note: `${words[at % words.length]} ${note}`.slice(0, 1500) });
  }
  return assessment.toJSON();
}
const HOSTILE = hostile();

let count = 0;
/** The address of a copy as it lies on a disk. */
function laid(bytes) {
  const path = join(folder, `copy ${(count += 1)}.html`);
  writeFileSync(path, bytes);
  return pathToFileURL(path).href;
}
/** The page with whatever in its block. */
const withBlock = (inside) =>
  Buffer.concat([
    Buffer.from(
      `${published.slice(0, published.lastIndexOf("</body></html>"))}<script type="application/json" id="answers">`,
    ),
    Buffer.from(inside),
    Buffer.from("</script></body></html>"),
  ]);

/** Saves a copy as a person does; gives its bytes. */
async function saved(page) {
  const before = (await page.downloads(0)).length;
  await visit(page, "data");
  await click(page, { css: "button", text: "Save a copy of this page" });
  await page.element("dialog[open]");
  const [said] = await texts(page, "dialog");
  assert.match(said, /not encrypted.*Anyone who gets it can read it/);
  assert.match(said, /checksum is not the published one/);
  await click(page, { css: "dialog button", text: "Save copy" });
  const file = (await page.downloads(before + 1)).at(-1);
  assert.match(file.name, /\.html$/);
  return Buffer.from(file.bytes);
}
const inside = (bytes) => [...bytes.toString("utf8").matchAll(BLOCK)].map(([, json]) => json);
const filled = (page, text) => page.waitFor(async () => (await state(page)) === text, "the answers inside");
/** Firefox says itself that a file which is not all text is not. */
const errors = async (page) => (await page.consoleErrors()).filter((said) => !/byte stream was erroneous/.test(said));
const notices = (page) => texts(page, ".notice > p");

for (const engine of engines) {
  describe(`${engine}, a copy of the page`, { timeout: 240_000 }, () => {
    let page;
    before(async () => {
      page = await launch(engine);
    });
    after(() => page?.close());

    test("is the page's own bytes with one block, opens filled from a disk, and so does a copy of it", async () => {
      await started(page, offlineFile);
      await opened(page, HOSTILE);
      const copy = await saved(page);
      assert.equal(copy.toString("utf8").replace(BLOCK, ""), published, "nothing but the block differs");
      assert.equal(inside(copy).length, 1);
      assert.equal(Assessment.parse(inside(copy)[0]).toJSON(), HOSTILE);

      const address = laid(copy);
      await page.open(address);
      await filled(page, HOSTILE);
      await page.waitFor(() => page.evaluate(() => location.hash === "#/result"), "the result");
      assert.match((await notices(page)).join(), /copy of the page with answers inside/);
      assert.deepEqual(await page.requests(), []);
      assert.deepEqual(await errors(page), []);
      assert.equal(await page.evaluate(() => document.querySelectorAll("body > :not(script)").length), 1);
      assert.equal(await page.evaluate(() => typeof globalThis.__hit), "undefined");

      // The file that was opened holds the answers: leaving loses nothing.
      assert.equal(await page.evaluate(() => document.querySelector("iso27001-readiness").session.unsaved), false);
      assert.deepEqual(await saved(page), copy, "a copy of a copy is the same file");
      await jump(page, "assess/5");
      const now = await page.property(part("5.2", "2"), "checked");
      await answer(page, "5.2", now ? 3 : 2);
      const after = await state(page);
      const again = await saved(page);
      assert.equal(inside(again).length, 1, "one block");
      assert.equal(Assessment.parse(inside(again)[0]).toJSON(), after);
      await page.open("about:blank");
      await page.open(laid(again));
      await filled(page, after);
      assert.deepEqual(await errors(page), []);
    });

    test("opened or compared with a page, gives its answers; the published page has none to give", async () => {
      await started(page, offlineFile);
      await opened(page, HOSTILE);
      const copy = await saved(page);
      await page.open("about:blank");
      await started(page, `${offlineFile}#/data`);
      await page.setFile("#data-file", { name: "from a colleague.html", bytes: copy });
      await filled(page, HOSTILE);
      await visit(page, "compare");
      await page.setFile("#other-file", { name: "from a colleague.html", bytes: copy });
      await page.waitFor(
        () => page.evaluate(() => document.querySelector("iso27001-readiness").session.ui.other?.text !== undefined),
        "the copy to be compared with",
      );
      await visit(page, "data");
      await page.setFile("#data-file", { name: "published.html", bytes: published });
      const said = await page.waitFor(() => problems(page), "what is wrong");
      assert.match(said.text, /“published.html” could not be opened.*has no answers inside/s);
      assert.equal(await state(page), HOSTILE);
      // Bytes that are no text are refused in a block as in any file.
      const broken = copy.lastIndexOf('"note":"') + 8;
      await page.setFile("#data-file", {
        name: "broken.html",
        bytes: Buffer.concat([copy.subarray(0, broken), Buffer.of(0xff), copy.subarray(broken + 1)]),
      });
      await page.waitFor(async () => /UTF-8/.test((await problems(page))?.text), "what is wrong");
      assert.equal(await state(page), HOSTILE);
    });

    test("dropped anywhere on a page, gives its answers", async () => {
      await page.open("about:blank");
      await started(page, `${offlineFile}#/learn`);
      await page.waitFor(
        () => page.evaluate(() => document.querySelector("iso27001-readiness").deferred?.sheets !== undefined),
        "what takes a drop",
      );
      await page.evaluate(
        (base64) => {
          const carried = new DataTransfer();
          const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
          carried.items.add(new File([bytes], "from a colleague.html", { type: "text/html" }));
          const main = document.querySelector("iso27001-readiness").shadowRoot.querySelector("main");
          const how = { dataTransfer: carried, bubbles: true, composed: true, cancelable: true };
          for (const type of ["dragover", "drop"]) main.dispatchEvent(new DragEvent(type, how));
        },
        withBlock(HOSTILE.replaceAll("<", "\\u003c")).toString("base64"),
      );
      await filled(page, HOSTILE);
      assert.deepEqual(await errors(page), []);
    });

    test("whose block is damaged or foreign says so, starts empty and gives the bytes back", async () => {
      const whole = Buffer.from(Assessment.example("2022").toJSON().replaceAll("<", "\\u003c"));
      const cut = withBlock(whole);
      const cases = {
        foreign: ["name;level\nA.5.1;3\n", withBlock("name;level\nA.5.1;3\n")],
        "another file": ['{"a":1}', withBlock('{"a":1}')],
        empty: ["", withBlock("")],
        "not text": ["{\ufffd}", withBlock(Buffer.from([0x7b, 0xff, 0x7d]))],
        "cut off": [null, cut.subarray(0, cut.length - 400)],
        "too large": [null, withBlock(`{"x":"${"y".repeat(2 * 1024 * 1024)}"}`)],
      };
      for (const [name, [text, bytes]] of Object.entries(cases)) {
        await page.open("about:blank");
        await page.open(laid(bytes));
        const said = await page.waitFor(() => problems(page), `what is wrong with ${name}`);
        assert.match(said.text, /“Answers in this page” could not be opened/, name);
        await page.waitFor(async () => (await notices(page)).join().includes("The page starts empty"), name);
        const shown = JSON.parse(await state(page));
        assert.deepEqual([shown.requirements, shown.areas], [undefined, undefined], name);
        await page.evaluate(() => {
          URL.createObjectURL = (blob) => {
            globalThis.__offered = blob;
            return "";
          };
          HTMLAnchorElement.prototype.click = () => {};
        });
        await click(page, { css: ".notice button", text: "Save the damaged answers" });
        const back = await page.evaluate(() => globalThis.__offered.text());
        if (text === null) assert(back.length > 1000, name);
        else assert.equal(back, text, name);
        // The page works all the same.
        await jump(page, "assess/5");
        await answer(page, "5.2", 2);
      }
      assert.deepEqual(await errors(page), []);
    });

    test("on a site waits to be asked for, and becomes no draft before", async () => {
      hosted = published;
      await started(page, host);
      await page.evaluate(() => document.querySelector("iso27001-readiness").session.draft.allow());
      await jump(page, "assess/5");
      await answer(page, "5.2", 1);
      const own = await state(page);
      const stored = async (text) => Object.values((await held(page)) ?? {}).includes(text);
      await page.waitFor(() => stored(own), "the draft");
      hosted = withBlock(HOSTILE.replace(/[<\ufffd]/g, (sign) => (sign === "<" ? "\\u003c" : "\\ufffd")));
      await page.open("about:blank");
      await started(page, host);
      await page.waitFor(async () => (await notices(page)).join().includes("not shown yet"), "the offer");
      await filled(page, own);
      assert(await stored(own), "the draft is what it was");
      assert.equal(await stored(HOSTILE), false);
      await click(page, { css: ".notice button", text: "Open the answers" });
      await click(page, { css: "dialog button", text: "Replace" });
      await filled(page, HOSTILE);
      await drawn(page);
      await page.waitFor(() => stored(HOSTILE), "the draft, as of any file that is opened");
      assert.deepEqual(await errors(page), []);
    });
  });
}
