// The result: its verdict and first action on the first screen, what it rests on, and nothing claimed that a quick scan cannot know.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { engines, launch, offlineFile } from "./driver/index.mjs";
import { Assessment, catalog } from "./support/core.mjs";
import { click, drawn, focusOf, jump, opened, started, texts, visit, VIEWS, words } from "./support/steps.mjs";

const { areas, clauses, controls, documents, gates } = catalog("2022");
/** By id, as the page calls them: three clauses share the title "General" and go by a name of their own. */
const TITLES = new Map(
  [...clauses, ...controls].map(({ id, title, shortName }) => [
    id,
    title === "General" && shortName ? shortName : title,
  ]),
);
const NAMES = new Map(documents.map(({ key, name }) => [key, name]));
const WORDS = { met: "Met", open: "Not met", undetermined: "Not known yet" };
/** What nobody may read who has only done a quick scan. */
const CLAIMS = /100(\.0+)?\s?%|(in place for certain|certainly in place)|at least \d+\s?% is in place/i;
const SCREENS = [
  [1280, 900],
  [390, 844],
];
const PHONE_SCREENS = 4;

/** Every area at the same level, and nothing else. */
function scanned(level) {
  const made = Assessment.create("2022");
  for (const { key } of areas) made.respond(`area:${key}`, level);
  return made;
}

/** The lower edges of what has to be seen at once, on a page that is not scrolled. */
const edges = (page) =>
  page.evaluate(() => {
    const root = document.querySelector("iso27001-readiness").shadowRoot;
    const end = (css) => Math.ceil(root.querySelector(css).getBoundingClientRect().bottom + scrollY);
    return {
      verdict: end(".verdict"),
      reasons: end(".tiles:last-child"),
      action: end(".first-actions > li"),
      screen: innerHeight,
    };
  });

for (const engine of engines) {
  describe(`${engine}, the result`, { timeout: 180_000 }, () => {
    let page;
    before(async () => {
      page = await launch(engine);
      await started(page, offlineFile);
    });
    after(() => page?.close());

    for (const [width, height] of SCREENS) {
      test(`verdict, reasons and first action stand on the first screen at ${width}×${height}`, async () => {
        for (const level of [0, 1, 3]) {
          await page.resize(1280, 900);
          await opened(page, scanned(level).toJSON());
          await page.resize(width, height);
          await drawn(page);
          const { screen, ...lower } = await edges(page);
          await page.resize(1280, 900);
          for (const [what, edge] of Object.entries(lower))
            assert(edge <= screen, `all at ${level}: ${what} ends at ${edge} of ${screen}`);
        }
      });
    }

    test("a quick scan of nothing but level 3 claims nothing: neither here nor on any other view", async () => {
      const made = scanned(3);
      await opened(page, made.toJSON());
      assert.match((await texts(page, ".certainty"))[0], /^From the quick scan, not confirmed\.$/);
      assert((await texts(page, ".headline .tag")).filter((text) => text === "not confirmed").length >= 3);
      assert(await page.exists(".overall .bar .unconfirmed"));
      await click(page, ".ranked .small:not(.number)");
      const read = async (where) => {
        const said = await words(page);
        assert.doesNotMatch(said, CLAIMS, `${where}: ${CLAIMS.exec(said)?.[0]}`);
      };
      await read("result");
      const numbers = await page.evaluate(
        () => document.querySelector("iso27001-readiness").shadowRoot.querySelectorAll("main .number").length,
      );
      assert(numbers >= 8, `${numbers} scores`);
      for (const at of [0, 1, 2, 3, 5, numbers - 1]) {
        await page.evaluate(
          (n) => document.querySelector("iso27001-readiness").shadowRoot.querySelectorAll("main .number")[n].click(),
          at,
        );
        await page.element("dialog[open] .explained");
        const said = (await texts(page, "dialog")).join(" ");
        assert.doesNotMatch(said, CLAIMS, `explanation ${at}: ${CLAIMS.exec(said)?.[0]}`);
        await page.press("Escape");
        await page.waitFor(async () => !(await page.exists("dialog[open]")), "the dialog to close");
      }
      for (const view of Object.keys(VIEWS)) {
        if (view === "learn") continue;
        await jump(page, view === "assess" ? "assess/4" : view);
        await read(view);
      }
    });

    test(`after such a quick scan the whole result takes at most ${PHONE_SCREENS} screens of a phone`, async () => {
      await opened(page, scanned(3).toJSON());
      const [width, height] = SCREENS[1];
      await page.resize(width, height);
      await drawn(page);
      const all = await page.evaluate(() => document.documentElement.scrollHeight);
      await page.resize(1280, 900);
      assert(all <= PHONE_SCREENS * height, `${all} px are ${(all / height).toFixed(2)} screens`);
    });

    test("each must-have is a tile with its state, and opens what it is made of", async () => {
      for (const made of [Assessment.example("2022"), Assessment.example("2013"), scanned(1)]) {
        await opened(page, made.toJSON());
        const report = made.report();
        const tiles = await page.evaluate(() =>
          [...document.querySelector("iso27001-readiness").shadowRoot.querySelectorAll(".tiles button")].map((tile) => [
            tile.title,
            tile.querySelector(".word").textContent,
            tile.querySelector(".gate-title").textContent,
          ]),
        );
        const wanted = report.stages.flatMap((stage) => stage.gates);
        assert.deepEqual(
          tiles.map(([title, word]) => [title, word]),
          wanted.map(({ title, state }) => [title, WORDS[state]]),
        );
        for (const [title, , short] of tiles)
          assert(/^[A-Z]/.test(short) && short.length <= title.length, `${short} for ${title}`);
      }
      assert.equal(gates.length, 20);
      for (const { id, holding, awaited } of scanned(1)
        .report()
        .stages.flatMap((stage) => stage.gates)
        .filter(({ id }) => ["policy", "internal-audit"].includes(id))) {
        await click(page, `#gate-${id}`);
        await page.element("dialog[open]");
        const links = await texts(page, "dialog .gate-why a");
        const name = (ref) => NAMES.get(ref) ?? `${ref} ${TITLES.get(ref)}`;
        assert.deepEqual(links.sort(), [...holding, ...awaited].map(name).sort());
        await page.press("Escape");
        await page.waitFor(async () => (await focusOf(page)) === `gate-${id}`, "the tile to have the focus again");
      }
    });

    test("organisation and scope are asked for where they are missing, and no more once that is skipped", async () => {
      const about = () =>
        page.evaluate(() => document.querySelector("iso27001-readiness").session.file.organisation ?? {});
      await opened(page, scanned(3).toJSON());
      await page.fill("#whose-name", "Larkfield");
      await page.press("Tab");
      await page.waitFor(async () => (await about()).name === "Larkfield", "the name to be recorded");
      assert.equal(await focusOf(page), "whose-scope");
      await page.fill("#whose-scope", "The booking service");
      await page.press("Tab");
      await page.waitFor(async () => (await about()).scope === "The booking service", "the scope to be recorded");
      assert(await page.exists("#whose-scope"), "it does not go away under the hand");
      for (const view of ["report", "result"]) {
        await visit(page, view);
        assert.equal(await page.exists("#whose-name"), false, view);
      }
      await opened(page, scanned(1).toJSON());
      await page.element("#whose-name");
      await visit(page, "report");
      await click(page, "#whose-skip");
      await page.waitFor(async () => (await focusOf(page)) === "report-print", "the focus to go on");
      for (const view of ["report", "result"]) {
        await visit(page, view);
        assert.equal(await page.exists("#whose-name"), false, view);
      }
    });

    test("the first actions are the plan’s first, and findings and scores are those of the core", async () => {
      const made = Assessment.example("2022");
      await opened(page, made.toJSON());
      const { actions } = made.plan();
      assert.deepEqual(
        await texts(page, ".first-actions a"),
        actions.slice(0, 3).map(({ step }) => step),
      );
      const report = made.report();
      const counts = Object.values(report.findings).filter((n) => n > 0);
      assert.deepEqual((await texts(page, ".kinds h3 .count")).map(Number), counts);
      for (const more of await texts(page, ".kinds button, .ranked .small:not(.number)")) {
        await click(page, { css: ".kinds button, .ranked .small:not(.number)", text: more });
        await page.waitFor(async () => (await focusOf(page)) !== null, "the focus to be on what came");
      }
      const listed = await texts(page, ".kinds li");
      assert.equal(
        listed.length,
        counts.reduce((sum, n) => sum + n, 0),
      );
      const clauses = report.sections.filter(({ id, low }) => !id.startsWith("A.") && low !== null);
      const topics = report.areas.filter(
        ({ key, low }) => low !== null && areas.find((area) => area.key === key).refs[0].startsWith("A."),
      );
      const ends = [...clauses, ...topics]
        .sort((one, other) => one.low - other.low || one.high - other.high)
        .map(({ id, title }) => (id ? `${id} ${title}` : title));
      assert.deepEqual(await texts(page, ".ranked tbody th"), ends);
      await visit(page, "plan");
      assert.deepEqual(await page.consoleErrors(), []);
    });
  });
}
