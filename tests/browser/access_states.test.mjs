// Dialogs, folds and refusals, for access: what a view shows only after something was done. In Chromium, which alone can show
// forced colours to a test.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { engines, launch, offlineFile } from "./driver/index.mjs";
import { small } from "./support/access.mjs";
import { Assessment } from "./support/core.mjs";
import { clean, PLAIN, show, SOME, TURNED } from "./support/looks.mjs";
import { jump, part, started, visit } from "./support/steps.mjs";

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

  const filled = Assessment.example("2022").toJSON();
  for (const [name, reach] of Object.entries(STATES)) {
    test(`${name}: no rule broken, nothing sideways, no target too small`, async () => {
      await show(page, PLAIN);
      await jump(page, "start");
      // What one of them changes must not reach the next.
      await page.evaluate(
        (text) => document.querySelector("iso27001-readiness").session.replaceFromHost(text, "test"),
        filled,
      );
      await reach(page);
      assert.deepEqual(await small(page), []);
      await clean(page, SOME, TURNED);
      await show(page, PLAIN);
      await page.press("Escape");
    });
  }
});
