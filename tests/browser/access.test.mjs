// Access in Chromium, which alone can show forced colours to a test; the keyboard in every engine.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { engines, launch, offlineFile } from "./driver/index.mjs";
import { cut, focused, overflow, settled, small } from "./support/access.mjs";
import { Assessment, catalog } from "./support/core.mjs";
import { clean, PLAIN, show, TWO, WAYS } from "./support/looks.mjs";
import { answer, drawn, jump, part, started, visit, VIEWS } from "./support/steps.mjs";

/** Elements a view may have. */
const LARGEST = 1500;

describe("chromium", {
  timeout: 900_000,
  skip: engines.includes("chromium") ? false : "READINESS_ENGINES leaves Chromium out",
}, () => {
  let page;
  before(async () => {
    page = await launch("chromium");
    await started(page, offlineFile);
  });
  after(() => page?.close());

  for (const view of Object.keys(VIEWS)) {
    test(`${view}, still empty, breaks no rule of WCAG 2.2 AA and reaches nowhere sideways`, {
      timeout: 60_000,
    }, async () => {
      await show(page, PLAIN);
      await visit(page, view);
      await clean(page, TWO);
    });
  }

  test("the example is opened", async () => {
    await show(page, PLAIN);
    await visit(page, "start");
    await page.click({ css: "button", text: "Open the example" });
    await page.element({ css: "button", text: "Close the example" });
  });

  for (const view of Object.keys(VIEWS)) {
    test(`${view} breaks no rule in light and dark, own and forced colours, both directions, at 320 and 1280 px`, {
      timeout: 60_000,
    }, async () => {
      await show(page, PLAIN);
      await visit(page, view);
      await clean(page, WAYS);
    });

    test(`${view} keeps its text with wider spacing, with twice the text and at four times the size`, async () => {
      await show(page, { ...PLAIN, width: 320 });
      await jump(page, view);
      const found = [];
      const look = async (what) => {
        await settled(page);
        const [over, shortened] = [await overflow(page), await cut(page)];
        if (over) found.push(`${what}: ${over}`);
        found.push(...shortened.map((one) => `${what}: cut off: ${one}`));
      };
      await page.evaluate(() => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(
          "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }",
        );
        document.querySelector("iso27001-readiness").shadowRoot.adoptedStyleSheets.push(sheet);
      });
      await look("spacing");
      await page.evaluate(() => void document.querySelector("iso27001-readiness").shadowRoot.adoptedStyleSheets.pop());
      for (const width of [640, 1280]) {
        await page.resize(width, 800);
        await page.evaluate(() => void (document.documentElement.style.fontSize = "200%"));
        await look(`twice the text at ${width} px`);
        await page.evaluate(() => void (document.documentElement.style.fontSize = ""));
      }
      await page.resize(320, 256);
      await look("four times the size");
      assert.deepEqual(found, []);
    });

    test(`${view} has targets of 24 px, at most ${LARGEST} elements, and a title of its own without what was typed`, async () => {
      for (const width of [320, 1280]) {
        await page.resize(width, 800);
        await settled(page);
        assert.deepEqual(await small(page), [], `${width} px`);
      }
      const { count, title, typed } = await page.evaluate(() => {
        const all = (root) =>
          [...root.querySelectorAll("*")].reduce((sum, one) => sum + 1 + (one.shadowRoot ? all(one.shadowRoot) : 0), 0);
        const { file } = document.querySelector("iso27001-readiness").session;
        return { count: all(document), title: document.title, typed: [file.organisation.name, file.assessor] };
      });
      assert(count <= LARGEST, `${count} elements`);
      assert(title.includes(VIEWS[view]) && title.endsWith("ISO/IEC 27001 readiness"), title);
      for (const text of typed) assert(text === "" || !title.includes(text), title);
    });

    test(`${view} shows every stop of the Tab key, none behind what sticks`, async () => {
      const found = [];
      for (const [width, height] of [
        [1280, 800],
        [320, 256],
      ]) {
        await page.resize(width, height);
        await jump(page, view);
        await settled(page);
        await page.evaluate(() =>
          document.querySelector("iso27001-readiness").shadowRoot.getElementById("title").focus(),
        );
        const seen = new Set();
        for (let n = 0; n < 60; n++) {
          await page.press("Tab");
          const now = await focused(page);
          if (!now) break;
          if (now.hidden.length > 0) found.push(`${width} px: ${now.name}: ${now.hidden.join("; ")}`);
          seen.add(now.name);
        }
        assert(seen.size > 0 || view === "learn", "there are stops");
      }
      assert.deepEqual(found, []);
    });
  }

  test(`no view has more than ${LARGEST} elements, whatever is answered, in either edition`, {
    timeout: 60_000,
  }, async () => {
    const found = [];
    for (const edition of ["2022", "2013"]) {
      const { areas, clauses, controls } = catalog(edition);
      const all = [...clauses.filter(({ requirement }) => requirement), ...controls];
      const states = {
        empty: () => {},
        scanned: (made) => areas.forEach(({ key }) => made.respond(`area:${key}`, 2)),
        absent: (made) =>
          all.forEach(({ id }) => {
            made.respond(id, 0);
            made.annotate(id, {
              owner: "Ines",
              due: "2026-01-01",
              note: "To do",
              evidence: [{ label: "Ticket", href: "https://example.com/1" }],
            });
          }),
      };
      for (const [name, act] of Object.entries(states)) {
        const made = Assessment.create(edition);
        act(made);
        await page.evaluate(
          (text) => document.querySelector("iso27001-readiness").session.replaceFromHost(text, "test"),
          made.toJSON(),
        );
        for (const view of Object.keys(VIEWS)) {
          await jump(page, view);
          await settled(page);
          const count = await page.evaluate(
            () =>
              document.querySelectorAll("*").length +
              document.querySelector("iso27001-readiness").shadowRoot.querySelectorAll("*").length,
          );
          if (count > LARGEST) found.push(`${view} of ${edition}, ${name}: ${count}`);
        }
        made.free();
      }
    }
    assert.deepEqual(found, []);
  });

  test("while something is typed the live region is silent, and an answer is announced once", async () => {
    await jump(page, "assess/4");
    await page.evaluate(() => {
      const region = document.querySelector("iso27001-readiness").shadowRoot.querySelector("[role=status]");
      globalThis.__said = [];
      new MutationObserver(() => globalThis.__said.push(region.textContent)).observe(region, {
        childList: true,
        characterData: true,
        subtree: true,
      });
    });
    await page.click("#q-4-1 details:nth-of-type(2) > summary");
    await page.click(part("4.1", "note"));
    await page.native.keyboard.type("Interested parties and what they expect were listed in March", { delay: 30 });
    // Longer than the pause after which typing is recorded.
    await page.waitFor(
      () =>
        page.evaluate(() =>
          document.querySelector("iso27001-readiness").session.file.requirements["4.1"].note?.endsWith("March"),
        ),
      "the note to be recorded",
    );
    assert.deepEqual(await page.evaluate(() => globalThis.__said), []);
    await answer(page, "4.1", 1);
    await drawn(page);
    const said = await page.evaluate(() => globalThis.__said);
    assert.equal(said.length, 1, said.join(" | "));
    assert.match(said[0], /^4\.1: 1 /);
  });
});
