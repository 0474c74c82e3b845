// What stands around every view: the bar and its lists, saving by a key, and the warning before answers are lost.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { engines, launch, offlineFile } from "./driver/index.mjs";
import { Assessment } from "./support/core.mjs";
import { answer, drawn, focusOf, jump, opened, part, started, state, texts, visit, VIEWS } from "./support/steps.mjs";

const SAVE = { css: "header button", text: "Save" };
const UNDO = { css: "header button", text: "Undo" };

/** Whether the browser would be asked to warn before the page is left. */
const warns = async (page) => {
  await drawn(page);
  return page.evaluate(() => !dispatchEvent(new Event("beforeunload", { cancelable: true })));
};
const open = (page, list) =>
  page.evaluate(
    (id) => document.querySelector("iso27001-readiness").shadowRoot.getElementById(id).checkVisibility(),
    list,
  );
const saved = async (page, n) => {
  const files = await page.downloads(n);
  return files.at(-1).bytes.toString();
};

for (const engine of engines) {
  describe(`${engine}, the bar`, { timeout: 120_000 }, () => {
    let page;
    before(async () => {
      page = await launch(engine);
      await started(page, offlineFile);
    });
    after(() => page?.close());

    test("it has six destinations, and More has the rest", async () => {
      assert.deepEqual(await texts(page, "#views a"), [
        "Questions",
        "Result",
        "Plan",
        "Documents",
        "Statement",
        "Report",
      ]);
      assert.deepEqual(await texts(page, "#more a"), [
        "Open or import",
        "Compare",
        "Convert to the 2013 edition",
        "Learn",
        "Settings and privacy",
      ]);
    });

    test("every link leads where it says, and the focus to the heading", async () => {
      for (const view of Object.keys(VIEWS)) {
        await visit(page, view);
        const wanted = view === "assess" ? "q-area-context-legend" : "title";
        await page.waitFor(async () => (await focusOf(page)) === wanted, `the focus on ${wanted} of ${view}`);
        assert.equal((await texts(page, "h1")).length, 1, view);
      }
      const text = "Convert to the 2013 edition";
      await page.click("#more-button");
      await page.click({ css: "#more a", text });
      await page.element({ css: "h1", text: "Carry over to ISO/IEC 27001:2013" });
      assert.equal(await open(page, "more"), false);
      assert.deepEqual(await texts(page, "#more a[aria-current=page]"), [text]);
    });

    test("every view has one h1 that comes first, headings that skip no level, and landmarks of different names", async () => {
      for (const view of Object.keys(VIEWS)) {
        await jump(page, view);
        await drawn(page);
        const { headings, landmarks, navigations } = await page.evaluate(() => {
          const { shadowRoot } = document.querySelector("iso27001-readiness");
          const seen = (css) => [...shadowRoot.querySelectorAll(css)].filter((one) => one.checkVisibility());
          return {
            headings: seen("main :is(h1, h2, h3, h4, h5, h6, [role=heading])").map((one) => ({
              level: Number(one.getAttribute("aria-level") ?? one.localName[1]),
              text: one.textContent.trim(),
            })),
            landmarks: ["header", "main", "footer"].map((css) => shadowRoot.querySelectorAll(css).length),
            navigations: seen("nav").map((one) => one.getAttribute("aria-label")),
          };
        });
        assert.equal(headings[0]?.level, 1, view);
        assert.equal(headings.filter(({ level }) => level === 1).length, 1, view);
        for (const [at, { level, text }] of headings.entries()) {
          assert.notEqual(text, "", view);
          assert(at === 0 || level <= headings[at - 1].level + 1, `${view}: ${text} skips a level`);
        }
        assert.deepEqual(landmarks, [1, 1, 1], view);
        assert(navigations.length > 0 && navigations.every(Boolean), view);
        assert.equal(new Set(navigations).size, navigations.length, view);
      }
    });

    test("addresses of earlier versions go on working", async () => {
      for (const route of [
        ...Object.keys(VIEWS),
        "assess/5/5.2",
        "assess/quick-context",
        "documents/isms_scope",
        "compare/carry-over",
        "data/open",
        "learn/glossary",
      ]) {
        await jump(page, route);
        const there = await page.evaluate(() => location.hash);
        assert(there.startsWith(`#/${route}`), `${route} became ${there}`);
      }
      assert.deepEqual(await page.consoleErrors(), []);
    });

    test("a list of the bar closes by Escape, which gives the focus back, and when the focus leaves it", async () => {
      await jump(page, "result");
      await page.click("#more-button");
      assert.equal(await open(page, "more"), true);
      await page.press("Tab");
      await page.press("Escape");
      await page.waitFor(async () => (await focusOf(page)) === "more-button", "the focus to be back");
      assert.equal(await open(page, "more"), false);
      await page.press("Enter");
      await page.waitFor(() => open(page, "more"), "the list");
      await page.press("Shift+Tab");
      await page.waitFor(async () => !(await open(page, "more")), "the list to close");
      await page.click("#more-button");
      await page.click("h1#title");
      await page.waitFor(async () => !(await open(page, "more")), "the list to close");
    });

    test("on a phone the header takes two rows, with a file and a draft named in it", async () => {
      await page.resize(320, 640);
      await jump(page, "assess/4");
      await answer(page, "4.1", 1);
      await page.click(SAVE);
      await page.downloads(1);
      await answer(page, "4.1", 2);
      for (const at of [null, new Date("2026-11-30T12:34:00")]) {
        const rows = await page.evaluate(async (moment) => {
          const element = document.querySelector("iso27001-readiness");
          if (moment) element.session.draft.state = { state: "saved", at: new Date(moment) };
          element.requestUpdate();
          await element.updateComplete;
          const [bar, views] = [".bar-top", ".views"].map((css) => element.shadowRoot.querySelector(css).offsetHeight);
          return { bar, views };
        }, at?.toISOString());
        assert(rows.bar <= 56 && rows.views <= 48, JSON.stringify(rows));
      }
      await page.click("#views-button");
      await page.click({ css: "#views a", text: "Plan" });
      await page.waitFor(() => page.evaluate(() => location.hash === "#/plan"), "the plan");
    });
  });

  describe(`${engine}, saving and leaving`, { timeout: 120_000 }, () => {
    let page;
    let files = 0;
    before(async () => {
      page = await launch(engine);
      await started(page, `${offlineFile}#/assess/4`);
      await page.element(part("4.1", 0));
    });
    after(() => page?.close());

    test("a fresh page is left without a warning, an answer is not", async () => {
      assert.equal(await warns(page), false);
      await answer(page, "4.1", 1);
      assert.equal(await warns(page), true);
    });

    test("a saved file takes the warning away, the next answer brings it back, undo to what was saved takes it away", async () => {
      await page.click(SAVE);
      assert.equal(await saved(page, ++files), await state(page));
      assert.equal(await warns(page), false);
      await answer(page, "4.1", 4);
      assert.equal(await warns(page), true);
      await page.click(UNDO);
      await drawn(page);
      assert.equal(await warns(page), false);
      assert.match(await page.text("a.save"), /file of/);
      assert.doesNotMatch(await page.text("a.save"), /since/);
    });

    test("undone to before the file was saved, leaving is warned of again", async () => {
      await page.click(UNDO);
      // Nothing is left that could be lost.
      assert.equal(await warns(page), false);
      await answer(page, "4.2", 3);
      assert.equal(await warns(page), true);
    });

    test("the example hides no answers that would be lost", async () => {
      await visit(page, "start");
      await page.click({ css: "button", text: "Open the example" });
      await page.element({ css: "button", text: "Close the example" });
      assert.equal(await warns(page), true);
      await page.click({ css: "button", text: "Close the example" });
      await page.waitFor(async () => JSON.parse(await state(page)).requirements?.["4.2"], "the own answers");
      assert.equal(await warns(page), true);
    });

    test("a file that is only opened is not warned of; a change of it is", async () => {
      const made = Assessment.example("2022");
      await opened(page, made.toJSON());
      made.free();
      assert.equal(await warns(page), false);
      await jump(page, "assess/4");
      await answer(page, "4.1", 0);
      assert.equal(await warns(page), true);
      await page.click(UNDO);
      await drawn(page);
      assert.equal(await warns(page), false);
    });

    test("Ctrl+S saves the file, from the page and from a field with what is just typed", async () => {
      await jump(page, "assess/4");
      await page.press("Control+s");
      assert.equal(await saved(page, ++files), await state(page));
      await page.click("#q-4-2 details:nth-of-type(2) > summary");
      await page.click(part("4.2", "note"));
      await page._type("Agreed in March");
      await page.press("Control+s");
      const text = await saved(page, ++files);
      assert.match(JSON.parse(text).requirements["4.2"].note, /Agreed in March/);
      assert.equal(text, await state(page));
      assert.equal(await warns(page), false);
    });

    test("while a dialog asks, Ctrl+S saves nothing", async () => {
      await visit(page, "data");
      await page.click({ css: "button", text: "Delete everything on this device" });
      await page.element("dialog[open]");
      await page.press("Control+s");
      await new Promise((wake) => setTimeout(wake, 500));
      await page.press("Escape");
      await page.waitFor(async () => !(await page.exists("dialog[open]")), "the dialog to close");
      // The file that comes now is the next one.
      await page.click(SAVE);
      await page.downloads(++files);
      assert.deepEqual(await page.consoleErrors(), []);
    });
  });
}
