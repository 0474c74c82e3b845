// Every view, dialog and page of the desk in two languages that nobody speaks: no English is left, nothing is cut, and the
// direction is kept. In Chromium alone: which words are drawn is the same in every engine, and tests/browser holds the layout to all three.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { after, before, beforeEach, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { launch } from "../browser/driver/index.mjs";
import { settled } from "../browser/support/access.mjs";
import { jump, part, started, VIEWS } from "../browser/support/steps.mjs";
import { made, packed } from "../browser/support/portfolio.mjs";
import { faultsOf } from "./faults.mjs";
import { LANGUAGES } from "./pseudo.mjs";

/** Opens all that is folded, three times: folds hold folds. */
async function unfolded(page) {
  for (let round = 0; round < 3; round += 1) {
    await page.evaluate(() => {
      for (const one of document
        .querySelector("iso27001-readiness, iso27001-desk")
        .shadowRoot.querySelectorAll("main details:not([open]) > summary"))
        one.click();
    });
    await settled(page);
  }
}

const HEADINGS = ["Control", "Level", "Owner", "Because of risk", "Note"];
const SHEET = [HEADINGS.join(";"), "A.5.1;9;1;yes;", "A.5.2;2;2;;3", "A.9.99;3;;;"].join("\r\n");

/** By the session's own call, since no test can read the button's name here. */
async function example(page) {
  await page.evaluate(() => document.querySelector("iso27001-readiness").session.openExample());
  await page.waitFor(
    () =>
      page.evaluate(
        () => location.hash === "#/result" && !document.querySelector("iso27001-readiness").session.store.empty,
      ),
    "the example",
  );
}

/** The example as the person's own answers, which a dialog asks about before they go. */
const own = (page) =>
  page.evaluate(() => {
    const { session } = document.querySelector("iso27001-readiness");
    session.takeOver("", session.store.text);
  });

/** The dialog that this opens. */
async function dialog(page, open) {
  await open();
  await page.element("dialog[open]");
}

/** Places that are no view of their own. */
const STATES = {
  "a question of the quick scan": (page) => jump(page, "assess/quick-context"),
  "questions with all their folds": async (page) => {
    await jump(page, "assess/governance");
    await unfolded(page);
  },
  "questions of a clause": async (page) => {
    await jump(page, "assess/6");
    await unfolded(page);
  },
  "an answer that waits for its reason": async (page) => {
    await jump(page, "assess/governance");
    await page.click(part("A.5.6", "not-applicable"));
    await page.click({ css: ".steps a.primary" });
    await page.element("#problems");
  },
  "how the score is made": async (page) => {
    await jump(page, "result");
    await page.click(".overall button");
    await page.element("dialog[open]");
  },
  "how a part of the score is made": async (page) => {
    await jump(page, "result");
    await dialog(page, () => page.click(".parts .number"));
  },
  "how the score of a topic is made": async (page) => {
    await jump(page, "result");
    await dialog(page, () => page.click("table .number"));
  },
  "a must-have": async (page) => {
    await jump(page, "result");
    await dialog(page, () => page.click("#gate-statement-complete"));
  },
  "the text of the file": async (page) => {
    await jump(page, "data");
    await dialog(page, () => page.click("section[aria-labelledby=save-title] button:not(.primary)"));
  },
  "a copy of the page with the answers inside": async (page) => {
    await jump(page, "data");
    await dialog(page, () => page.click("#data-copy"));
  },
  "starting over": async (page) => {
    await own(page);
    await dialog(page, () =>
      page.evaluate(() => document.querySelector("iso27001-readiness").session.start("2022", "#/start")),
    );
  },
  "deleting everything": async (page) => {
    await own(page);
    await jump(page, "data");
    await dialog(page, () => page.click("section.danger button.danger"));
  },
  "another file in the place of the answers": async (page) => {
    await own(page);
    await jump(page, "data");
    const bytes = made(3, { name: "3" }).text;
    await dialog(page, () => page.setFile("#data-file", { name: "3.iso27001.json", bytes }));
  },
  "carrying over is asked": async (page) => {
    await own(page);
    await jump(page, "compare/carry-over");
    await page.element("section[aria-labelledby=carry-merged]");
    await dialog(page, () => page.click("p.buttons > button.primary"));
  },
  "the answers of two assessors": async (page) => {
    await own(page);
    await jump(page, "compare");
    await page.setFile("#other-file", { name: "3.iso27001.json", bytes: made(3, { name: "3" }).text });
    await page.element(".clashes");
    await unfolded(page);
  },
  "a document with its details": async (page) => {
    await jump(page, "documents");
    await page.click("#d-isms_scope-legend");
    await page.element("#d-isms_scope-owner");
  },
  "a control in the Statement of Applicability": async (page) => {
    await jump(page, "statement");
    await unfolded(page);
    await page.click(".soa tbody tr:nth-child(2) button");
    await page.element(".soa .editor select");
  },
  "the plan with all its folds": async (page) => {
    await jump(page, "plan");
    await unfolded(page);
    // Made by the second module.
    await page.element(".fold dl.about dt");
  },
  "a spreadsheet that is looked at": async (page) => {
    await jump(page, "import");
    await page.setFile("#import-file", { name: "returned.csv", bytes: `${SHEET}\r\n` });
    await page.element("#import-refusals-title");
    await unfolded(page);
  },
  "a file that could not be opened": async (page) => {
    await jump(page, "data");
    await page.setFile("#data-file", { name: "bad.json", bytes: "{" });
    await page.element("#problems");
  },
  "carrying over": async (page) => {
    await jump(page, "compare/carry-over");
    await page.element("section[aria-labelledby=carry-merged]");
    await unfolded(page);
  },
  "the report with everything": async (page) => {
    await jump(page, "report");
    await page.click("#report-interviews");
    await page.element(".part-interviews");
    await unfolded(page);
  },
  "the clauses, to learn": (page) => jump(page, "learn/clauses"),
  "the glossary": (page) => jump(page, "learn/glossary"),
  "a topic to learn": (page) => jump(page, "learn/what-it-is"),
};

/** Words on the page that are somebody's own: those of their sheet, and the names of files. */
const THEIRS = { "a spreadsheet that is looked at": [...HEADINGS, "returned"] };

/** Files for the desk, with names that are no words. */
const DESK_FILES = {
  "1.json": made(3, { name: "1" }).text,
  "2.json": made(3, { name: "2", change: (assessment) => assessment.respond("A.5.1", 0) }).text,
  "3.json": made(6, { name: "3", edition: "2013" }).text,
  "4.json": "{",
  "5.json": "age-encryption.org/v1\n",
};

/** The pages of the desk, in the order in which they are opened. */
const DESK = {
  "the desk, empty": () => {},
  "the desk with files, one of which cannot be read and one of which waits for a passphrase": async (page) => {
    await page.setFile("#files", { name: "0.zip", bytes: packed(DESK_FILES) });
    await page.waitFor(
      () =>
        page.evaluate(() => {
          const { busy, rows, bad } = document.querySelector("iso27001-desk").desk;
          return !busy && rows.length === 3 && bad.length === 2;
        }),
      "five files",
    );
    await unfolded(page);
    await page.fill("#minimum-id", "A.5.1");
    await page.press("Enter");
    await page.select("#weight-policy", "5");
    await page.select("#group", "claim");
    await page.waitFor(
      () => page.evaluate(() => document.querySelector("iso27001-desk").desk.rows.every(({ own }) => own)),
      "own scores",
    );
  },
  "a vendor": async (page) => {
    await page.evaluate(() => void (location.hash = "#vendor-1"));
    await page.element(".gates");
    await unfolded(page);
  },
  "two vendors compared": async (page) => {
    await page.evaluate(() => void (location.hash = "#vendor-1-2"));
    await page.element("section table tbody");
  },
  "two editions compared": async (page) => {
    await page.evaluate(() => void (location.hash = "#vendor-1-3"));
    await page.element("section table tbody, h1 ~ *");
  },
  "the heat map": async (page) => {
    await page.evaluate(() => void (location.hash = "#map"));
    await page.element(".heat [data-band]");
  },
};

for (const { tag, direction } of LANGUAGES) {
  describe(tag, () => {
    const file = new URL(`../../dist/languages/${tag}/iso27001-readiness.html`, import.meta.url);
    let page;
    before(async () => {
      assert(existsSync(fileURLToPath(file)), "`cargo xtask test --only languages` builds the page in this language");
      page = await launch("chromium");
    });
    beforeEach(() => started(page, file.href));
    after(() => page?.close());

    const faults = (what, theirs) => faultsOf(page, page, what, theirs);

    test("the page says what language it is in and which way it runs", async () => {
      const said = await page.evaluate(() => {
        const root = document.querySelector("iso27001-readiness").shadowRoot.querySelector("main");
        const { lang, dir } = document.documentElement;
        return { lang, dir, computed: getComputedStyle(root).direction };
      });
      assert.deepEqual(said, { lang: tag, dir: direction, computed: direction });
    });

    test("every view, empty", async () => {
      const found = [];
      for (const view of Object.keys(VIEWS)) {
        await jump(page, view);
        found.push(...(await faults(view)));
      }
      assert.deepEqual(found, []);
    });

    test("every view, with the example", async () => {
      await example(page);
      const found = [];
      for (const view of Object.keys(VIEWS)) {
        await jump(page, view);
        found.push(...(await faults(view)));
      }
      assert.deepEqual(found, []);
    });

    test("every page of the desk", async () => {
      await page.resize(1280, 800);
      await page.open(new URL("iso27001-desk.html", file).href);
      await page.waitFor(
        () => page.evaluate(() => document.querySelector("iso27001-desk")?.desk.catalogs.size === 2),
        "the catalogs",
      );
      const found = [];
      for (const [what, open] of Object.entries(DESK)) {
        await open(page);
        await settled(page);
        found.push(...(await faults(what)));
      }
      assert.deepEqual(found, []);
    });

    for (const [what, open] of Object.entries(STATES))
      test(what, async () => {
        await page.resize(1280, 800);
        await example(page);
        await open(page);
        await settled(page);
        assert.deepEqual(await faults(what, THEIRS[what]), []);
      });
  });
}
