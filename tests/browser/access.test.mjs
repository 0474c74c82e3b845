// Access in Chromium, which alone can show forced colours to a test; the keyboard in every engine.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { engines, launch, offlineFile } from "./driver/index.mjs";
import { cut, focused, overflow, settled, small, violations } from "./support/access.mjs";
import { Assessment, catalog } from "./support/core.mjs";
import { answer, drawn, jump, part, started, visit, VIEWS } from "./support/steps.mjs";

const LOOKS = ["light", "dark"].flatMap((colorScheme) =>
  ["none", "active"].map((forcedColors) => ({ colorScheme, forcedColors, reducedMotion: "reduce" })),
);
const WAYS = LOOKS.flatMap((look) =>
  ["ltr", "rtl"].flatMap((dir) => [320, 1280].map((width) => ({ look, dir, width }))),
);
/** Each look, direction and width at least once. */
const FEW = [WAYS[1], WAYS[6], WAYS[8], WAYS[15]];
/** Light and dark, wide and narrow, with own and forced colours. */
const STATE_WAYS = [...FEW, WAYS[0], WAYS[9]];
/** Elements a view may have. */
const LARGEST = 1500;

async function show(page, { look, dir, width }) {
  await page.native.emulateMedia(look);
  await page.resize(width, 800);
  await page.evaluate((to) => void (document.documentElement.dir = to), dir);
}
const named = ({ look, dir, width }) =>
  `${look.colorScheme}, ${look.forcedColors === "active" ? "forced" : "own"} colours, ${dir}, ${width} px`;

async function clean(page, ways) {
  const found = [];
  for (const way of ways) {
    await show(page, way);
    for (const one of await violations(page)) found.push(`${named(way)}: ${one}`);
    const over = await overflow(page);
    if (over) found.push(`${named(way)}: reaches sideways out of the window: ${over}`);
  }
  assert.deepEqual(found, []);
}

/** Parts of views that are not there at first. */
const STATES = {
  "a question with all its folds open": async (page) => {
    await jump(page, "assess/governance");
    await page.evaluate(() => {
      for (const fold of document
        .querySelector("iso27001-readiness")
        .shadowRoot.querySelectorAll("main details.fold > summary"))
        fold.click();
    });
    await page.element(part("A.5.1", "note"));
  },
  "an answer that waits for its reason": async (page) => {
    await jump(page, "assess/governance");
    await page.click(part("A.5.6", "not-applicable"));
    await page.click({ css: ".steps a.primary" });
    await page.element("#problems");
  },
  "exclusions that a way of working suggests": async (page) => {
    await jump(page, "statement");
    await page.click(".bulk details:nth-of-type(5) > summary");
    await page.click("#profile-no-premises");
    await page.element("#q-A-7-4-profile");
  },
  "the quick scan": (page) => jump(page, "assess/quick-context"),
  "what a filter found": async (page) => {
    await jump(page, "assess/4");
    await page.click({ css: "button.chip", text: "Below conformity" });
    await page.element({ css: "h1", text: "Questions: Below conformity" });
  },
  "how the score is made": async (page) => {
    await visit(page, "result");
    await page.click(".overall button");
    await page.element("dialog[open]");
  },
  "a document with its details open": async (page) => {
    await visit(page, "documents");
    await page.click("#d-isms_scope-legend");
    await page.element("#d-isms_scope-owner");
  },
  "a control edited in the Statement of Applicability": async (page) => {
    await visit(page, "statement");
    for (const n of [1, 2, 3, 4]) await page.click(`.bulk details:nth-of-type(${n}) > summary`);
    await page.click(".soa tbody tr:nth-child(2) button");
    await page.element(".soa .editor select");
  },
  "the plan with a what-if": async (page) => {
    await visit(page, "plan");
    await page.click({ css: "button", text: "All that block a must-have" });
    await page.element({ css: "button", text: "Untick all" });
  },
  "the plan with its shortest ways unfolded": async (page) => {
    await visit(page, "plan");
    for (const stage of [1, 2]) {
      const fold = `section[aria-labelledby=way-title] details:nth-of-type(${stage})`;
      await page.waitFor(async () => /to answer$/.test(await page.text(`${fold} > summary`)), "the way to be found");
      await page.click(`${fold} > summary`);
      await page.element(`${fold} .way`);
    }
  },
  "a spreadsheet that is looked at": async (page) => {
    await visit(page, "import");
    const rows = [
      "Control;Level;Owner;Because of risk;Note",
      "A.5.1;9;Jo;yes;",
      "A.5.2;2;Sam;;A long note: what was agreed with the supplier in March and written down since",
      "A.9.99;3;;;",
    ];
    await page.setFile("#import-file", { name: "returned.csv", bytes: `${rows.join("\r\n")}\r\n` });
    await page.element(".changes tbody tr");
    await page.element("#import-refusals-title");
    await page.click("main details summary");
    await page.element("main details select");
  },
  "a file that is no spreadsheet": async (page) => {
    await visit(page, "import");
    await page.setFile("#import-file", { name: "empty.csv", bytes: "\r\n" });
    await page.element("#import-fault");
  },
  "another assessor's file with clashes, one of them settled": async (page) => {
    const other = Assessment.example("2022");
    other.respond("A.5.1", 0);
    other.respond("4.1", 0);
    other.annotate("4.2", { note: "Asked two customers" });
    other.setDocument("supplier_security_policy", "draft");
    other.setOrganisation({ name: "Tanglewick Software Group with a name that needs more than one line" });
    await visit(page, "compare");
    await page.setFile("#other-file", { name: "other.json", bytes: other.toJSON() });
    await page.element({ css: "caption", text: "4 clashes" });
    await page.click("#settle-q-4-1-there");
    await page.click({ css: "summary", text: "1 that differs in notes or details alone, which are joined" });
    await page.click("#compare-merge");
    await page.element("#problems");
  },
  "what carrying over would give": async (page) => {
    await jump(page, "compare/carry-over");
    await page.element({ css: "h1", text: "Carry over to ISO/IEC 27001:2013" });
    await page.click("section[aria-labelledby=carry-merged] summary");
    await page.element("section[aria-labelledby=carry-merged] tbody tr");
  },
  "what was carried over, to be looked at again": async (page) => {
    await jump(page, "compare/carry-over");
    await page.click({ css: "main button", text: "Carry these answers over to 2013" });
    await page.click({ css: "dialog button", text: "Carry over" });
    await page.element({ css: "h1", text: "Carried over to ISO/IEC 27001:2013: check these answers" });
    for (const change of ["split", "dropped"]) await page.click(`section[aria-labelledby=carry-${change}] summary`);
    await page.element("section[aria-labelledby=carry-dropped] tbody tr");
  },
  "the report with everything unfolded": async (page) => {
    await visit(page, "report");
    await page.click("#report-interviews");
    await page.element(".part-interviews");
    await page.evaluate(() => {
      for (const fold of document
        .querySelector("iso27001-readiness")
        .shadowRoot.querySelectorAll("main details.fold:not([open]) > summary"))
        fold.click();
    });
    await page.waitFor(
      () =>
        page.evaluate(
          () =>
            document.querySelector("iso27001-readiness").shadowRoot.querySelectorAll(".paper tbody tr").length > 200,
        ),
      "the long tables",
    );
  },
  "the clauses, to learn": (page) => jump(page, "learn/clauses"),
  "the glossary": (page) => jump(page, "learn/glossary"),
  "the question before everything is deleted": async (page) => {
    await visit(page, "data");
    await page.click({ css: "button", text: "Delete everything on this device" });
    await page.element("dialog[open]");
  },
  "a file that could not be opened": async (page) => {
    await visit(page, "data");
    await page.setFile("#data-file", { name: "bad.json", bytes: "{" });
    await page.element("#problems");
  },
};

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
      await show(page, WAYS[1]);
      await visit(page, view);
      await clean(page, [FEW[0], FEW[3]]);
    });
  }

  test("the example is opened", async () => {
    await show(page, WAYS[1]);
    await visit(page, "start");
    await page.click({ css: "button", text: "Open the example" });
    await page.element({ css: "button", text: "Close the example" });
  });

  for (const view of Object.keys(VIEWS)) {
    test(`${view} breaks no rule in light and dark, own and forced colours, both directions, at 320 and 1280 px`, {
      timeout: 60_000,
    }, async () => {
      await show(page, WAYS[1]);
      await visit(page, view);
      await clean(page, WAYS);
    });

    test(`${view} keeps its text with wider spacing, with twice the text and at four times the size`, async () => {
      await show(page, WAYS[0]);
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

  const filled = Assessment.example("2022").toJSON();
  for (const [name, reach] of Object.entries(STATES)) {
    test(`${name}: no rule broken, nothing sideways, no target too small`, async () => {
      await show(page, WAYS[1]);
      await jump(page, "start");
      // What one of them changes must not reach the next.
      await page.evaluate(
        (text) => document.querySelector("iso27001-readiness").session.replaceFromHost(text, "test"),
        filled,
      );
      await reach(page);
      assert.deepEqual(await small(page), []);
      await clean(page, STATE_WAYS);
      await show(page, WAYS[1]);
      await page.press("Escape");
    });
  }

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
