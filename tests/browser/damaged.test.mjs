// Drafts found damaged in a browser's own store: the page starts and shows its view, says so, and gives the bytes back.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { engines, launch, sharedSite } from "./driver/index.mjs";
import { damaged, NEWER, RECORDS, WHOLE } from "../drafts/damage.mjs";
import { Assessment } from "./support/core.mjs";
import { chance } from "./support/chance.mjs";
import { held, inStore, kept, lay } from "./support/drafts.mjs";
import { answer, started, state } from "./support/steps.mjs";

const long = Boolean(process.env.READINESS_LONG);
// tests/drafts puts a thousand such texts before the page's own modules in Node. Here a few show that a browser's store, the
// page and its notice do with each what the core says of it.
const FLIPS = { chromium: long ? 500 : 12, firefox: long ? 100 : 8, webkit: long ? 100 : 8 };
const text = Assessment.example("2022").toJSON();
const reads = (one) => {
  try {
    Assessment.parse(one).free();
    return true;
  } catch {
    return false;
  }
};

/** So many damaged texts, in turn one that the core reads all the same and one that it does not. */
function flipped(count) {
  const random = chance(31);
  const [read, refused] = [[], []];
  while (Math.min(read.length, refused.length) < count / 2) {
    const broken = damaged(text, random);
    (reads(broken) ? read : refused).push(broken);
  }
  return read.flatMap((one, at) => [one, refused[at]]).slice(0, count);
}

const notices = (page) =>
  page.evaluate(() =>
    [...document.querySelector("iso27001-readiness").shadowRoot.querySelectorAll(".notice > p")].map((one) =>
      one.textContent.trim(),
    ),
  );

const host = sharedSite();

/** An address of the site without the page, so that nobody else has the database open. */
const nowhere = () => `${host.url}iso27001-readiness.html.sha256`;

/** Lays this where the draft should be, past the page, and opens the page. */
async function find(page, make, ...words) {
  await page.open(nowhere());
  await lay(page, make, ...words);
  await started(page, `${host.url}#/assess/5`);
  await page.element("#q-5-1-2");
  await page.waitFor(
    async () =>
      (await page.evaluate(() => document.querySelector("iso27001-readiness").session.draft.state.state)) !==
      "starting",
    "the draft to be looked for",
  );
  assert.equal(await page.exists("main > .problems"), false);
}

/** What the browser is given to save. */
async function offered(page) {
  await page.evaluate(() => {
    URL.createObjectURL = (blob) => {
      globalThis.__offered = blob;
      return "";
    };
    HTMLAnchorElement.prototype.click = () => {};
  });
  await page.click({ css: ".notice button", text: "Save the damaged draft" });
  return page.evaluate(async () =>
    new TextDecoder("utf-8", { ignoreBOM: true }).decode(await globalThis.__offered.arrayBuffer()),
  );
}

for (const engine of engines) {
  const some = (cases) => Object.entries(cases).filter((_, at) => engine === "chromium" || long || at % 4 === 1);
  describe(`${engine}, a damaged draft`, { timeout: 1_200_000 }, () => {
    let page;
    before(async () => {
      page = await launch(engine);
    });
    after(() => page?.close());

    const keeps = async (bytes) => {
      assert((await notices(page)).some((one) => one.startsWith("The draft in this browser could not be read.")));
      assert.equal(await offered(page), bytes);
      await answer(page, "5.1", 2);
      await page.waitFor(async () => /^Saved \d/.test(await kept(page)), "the page to say Saved");
      const store = await held(page);
      assert.equal(store.current, await state(page));
      delete store.current;
      assert.deepEqual(Object.values(store), [bytes]);
    };

    test(`${FLIPS[engine]} texts with bits turned over or cut: each is read, or kept and offered`, async () => {
      for (const broken of flipped(FLIPS[engine])) {
        await find(
          page,
          (remains) => ({ schema: 1, revision: 7, text: remains, saved: "2026-01-01T00:00:00Z", file: null }),
          broken,
        );
        if (!reads(broken)) await keeps(broken);
        else {
          assert.deepEqual(await notices(page), []);
          const read = Assessment.parse(broken);
          assert.equal(await state(page), read.toJSON());
          read.free();
        }
      }
    });

    for (const [name, { make, bytes }] of some(RECORDS)) {
      test(`${name} in its place is kept and offered`, async () => {
        await find(page, make, text);
        await keeps(bytes(text));
      });
    }

    for (const [name, make] of some(WHOLE)) {
      test(`${name}, but a whole text: the answers are there`, async () => {
        await find(page, make, text);
        assert.equal(await state(page), text);
        await answer(page, "5.1", 0);
        await page.waitFor(async () => /^Saved \d/.test(await kept(page)), "the page to say Saved");
        assert.deepEqual(await held(page), { current: await state(page) });
      });
    }

    for (const [name, make] of some(NEWER)) {
      test(`a newer page's draft, ${name}, is left alone, and the page says so`, async () => {
        await find(page, make, text);
        const before = await held(page);
        await answer(page, "5.1", 2);
        assert.equal(await kept(page), "Not saved");
        assert(
          (await notices(page)).some((one) =>
            one.startsWith("This browser holds a draft of a newer version of this page."),
          ),
        );
        assert.deepEqual(await held(page), before);
      });
    }

    for (const [name, version] of [
      ["without its store", 1],
      ["of a later version", 2],
    ]) {
      test(`a database ${name}: the page works, says that nothing is kept and offers the file`, async () => {
        await page.open(nowhere());
        await inStore(
          page,
          (factory, number) =>
            new Promise((done, failed) => {
              factory.deleteDatabase("iso27001-readiness");
              const opening = factory.open("iso27001-readiness", number);
              opening.onerror = () => failed(opening.error);
              opening.onsuccess = () => done(opening.result.close());
            }),
          { make: true, word: version },
        );
        await started(page, `${host.url}#/assess/5`);
        await answer(page, "5.1", 2);
        await page.waitFor(async () => (await kept(page)) === "Save failed", "the page to say so");
        assert(
          (await notices(page)).some(
            (one) => one.includes("Save a file before you close the page") || one.includes("Save a file now"),
          ),
        );
        assert(await page.exists({ css: ".notice.waits button", text: "Save file" }));
      });
    }
  });
}
