// What is left on the disk when everything was deleted: the browser's own files are searched for what was typed.
import assert from "node:assert/strict";
import { randomInt } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import { engines, launch, sharedSite } from "./driver/index.mjs";
import { kept, stored, traces } from "./support/drafts.mjs";
import { reloaded, started, state, visit } from "./support/steps.mjs";

/** WebKit's driver does not say where its profile lies. */
const able = engines.filter((engine) => engine !== "webkit");
const ALLOW = { css: "button", text: "Keep a draft" };
const DELETE = { css: "button", text: "Delete everything on this device" };
const SURE = { css: "dialog button", text: "Delete everything on this device" };
const saved = (page) => page.waitFor(async () => /^Saved \d/.test(await kept(page)), "the page to say Saved");

const said = (page) =>
  page.evaluate(
    () =>
      document.querySelector("iso27001-readiness").shadowRoot.querySelector(".notice > p")?.textContent.trim() ?? "",
  );

/** Letters that nothing else in a file here has, none twice: so no compression of the browser's finds them elsewhere. */
const secretWord = () => {
  const letters = Array.from({ length: 33 }, (_, at) => String.fromCodePoint(0x10d0 + at));
  return Array.from({ length: 12 }, () => letters.splice(randomInt(letters.length), 1)[0]).join("");
};

/** The files of a folder that hold this text or a half of it. */
async function holding(folder, text) {
  const forms = [text.slice(0, 6), text.slice(6)].flatMap((half) => [Buffer.from(half), Buffer.from(half, "utf16le")]);
  const found = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = `${entry.parentPath ?? entry.path}/${entry.name}`;
    // A file that goes while it is looked for holds nothing.
    const bytes = await readFile(path).catch(() => Buffer.alloc(0));
    if (forms.some((form) => bytes.includes(form))) found.push(path.slice(folder.length + 1));
  }
  return found;
}

const host = sharedSite();

for (const engine of able) {
  describe(`deleting in ${engine}`, { timeout: 120_000 }, () => {
    const secret = secretWord();
    let page;
    before(async () => {
      page = await launch(engine);
      await started(page, `${host.url}#/data`);
      await page.fill("#about-scope", secret);
      await page.waitFor(async () => (await state(page)).includes(secret), "the page to take it");
      await page.click(ALLOW);
      await saved(page);
    });
    after(() => page?.close());

    test("before, the browser's files hold what was typed: the search finds it", async () => {
      await page.waitFor(async () => (await holding(page.files.profile, secret)).length > 0, "the draft on the disk");
      assert.match(await stored(page), new RegExp(secret));
    });

    test("afterwards no file of the browser does, while it runs", async () => {
      await visit(page, "data");
      await page.click(DELETE);
      await page.click(SURE);
      await page.waitFor(
        async () => (await said(page)).startsWith("Everything is deleted."),
        "the page to say that it is",
      );
      assert.deepEqual(await traces(page), { databases: [], keys: [] });
      await page.waitFor(async () => (await holding(page.files.profile, secret)).length === 0, "the files to be gone");
    });

    test("undone and deleted again by leaving, a draft is kept and goes as the one before", async () => {
      await page.click({ css: ".notice button", text: "Undo" });
      await saved(page);
      assert.match(await stored(page), new RegExp(secret));
      await page.click(DELETE);
      await page.click(SURE);
      await page.waitFor(async () => (await stored(page)) === null, "the database to be gone");
      await reloaded(page);
      assert.doesNotMatch(await state(page), new RegExp(secret));
      await page.waitFor(async () => (await holding(page.files.profile, secret)).length === 0, "the files to be gone");
    });

    test("a second tab lets go of the database, and keeps nothing after", async () => {
      await started(page, `${host.url}#/data`);
      await page.fill("#about-scope", secret);
      await page.click(ALLOW);
      await saved(page);
      const other = await page.tab();
      await started(other, `${host.url}#/data`);
      // A draft that takes longer to read comes into the page that is there.
      await page.waitFor(async () => (await state(other)).includes(secret), "the draft in the second tab");
      await page.click(DELETE);
      await page.click(SURE);
      await page.waitFor(
        async () => (await said(page)).startsWith("Everything is deleted."),
        "the page to say that it is",
      );
      await other.waitFor(async () => (await kept(other)) === "Not saved", "the other tab to hear of it");
      await page.waitFor(async () => (await holding(page.files.profile, secret)).length === 0, "the files to be gone");
      await other.close();
    });
  });
}
