// The verdict in words: what the page says of situations an auditor has judged, held against the core's report.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { engines, launch, sharedSite } from "./driver/index.mjs";
import { Assessment } from "./support/core.mjs";
import { jump, opened, started, texts, visit } from "./support/steps.mjs";

const SITUATIONS = JSON.parse(readFileSync(new URL("../vectors/situations.json", import.meta.url), "utf8"));
/** As the page writes it, so that it can be seen when the file is open. */
const canonical = (assessment) => Assessment.parse(JSON.stringify(assessment)).toJSON();
const file = (name, more = {}) => canonical({ ...SITUATIONS[name].assessment, ...more });
const NEVER = "An auditor would not accept this exclusion: every organisation has this. It counts as a gap.";
const excluded = { answer: "not-applicable", reason: "no need of it" };

/** What stands in the way of a stage: of its own must-haves and, for stage 2, of those of stage 1. */
function counted(report, stage, state) {
  const gates = report.stages.filter((one) => one.stage <= stage).flatMap((one) => one.gates);
  return { n: gates.filter((gate) => gate.state === state).length, of: gates.length };
}

/** The report as it is on paper: everything open. */
async function unfolded(page) {
  await visit(page, "report");
  await page.evaluate(() => {
    const { shadowRoot } = document.querySelector("iso27001-readiness");
    for (const fold of shadowRoot.querySelectorAll("main details.fold:not([open]) > summary")) fold.click();
  });
  await page.waitFor(async () => (await texts(page, ".paper tbody tr")).length > 100, "the report to be unfolded");
}

const host = sharedSite();

for (const engine of engines) {
  describe(`${engine}, the verdict`, { timeout: 180_000 }, () => {
    let page;
    before(async () => {
      page = await launch(engine);
      await started(page, host.url);
    });
    after(() => page?.close());

    const shows = async (text) => {
      await opened(page, text);
      await visit(page, "result");
      return [Assessment.parse(text).report(), (await texts(page, ".verdict, .minors")).join(" ")];
    };

    test("what is ready says so, for both stages", async () => {
      const [report, words] = await shows(file("all at 3"));
      assert.deepEqual(
        report.stages.map(({ state }) => state),
        ["ready", "ready"],
      );
      assert.match(words, /Ready for stage 1: all 11 must-haves are met\./);
      assert.match(words, /Ready for stage 2: all 20 must-haves are met\./);
    });

    test("what is not ready says how many must-haves are not met, and how many minors stand beside", async () => {
      const [report, words] = await shows(file("paper: documents in force, all at 1"));
      for (const stage of [1, 2]) {
        const { n, of } = counted(report, stage, "open");
        assert(words.includes(`Not ready for stage ${stage}: ${n} of ${of} must-haves are not met.`), words);
      }
      assert(words.includes(`You have ${report.findings.minor} minor findings.`), words);
    });

    test("a quick scan proves nothing: all of it at 3 is not known yet", async () => {
      const areas = structuredClone(SITUATIONS["quick scan only, all 2"].assessment.areas);
      for (const area of Object.values(areas)) area.answer = 3;
      const [report, words] = await shows(file("quick scan only, all 2", { areas }));
      const { n, of } = counted(report, 1, "undetermined");
      assert(words.includes(`Not known yet for stage 1: ${n} of ${of} must-haves need`), words);
    });

    test("small findings that add up are named, each in a sentence", async () => {
      const [report] = await shows(file("clause 7 all at 2"));
      assert(report.accumulated.length > 0);
      const list = await texts(page, ".accumulated li");
      assert.equal(list.length, report.accumulated.length);
      const touched = report.accumulated.find(({ scope }) => scope === "clause").touched.length;
      const { applicable } = report.sections.find(({ id }) => id === "7");
      const said = `Clause 7: ${touched} of ${applicable} requirements have findings. Together a likely major.`;
      assert(list.includes(said), list.join());
      await unfolded(page);
      assert((await texts(page, ".paper li")).includes(said));
    });

    test("an exclusion that no auditor would accept is named where it is made and in the statement", async () => {
      const requirements = { "A.5.1": excluded, "A.7.4": excluded };
      const text = canonical({
        format: "iso27001-readiness/assessment",
        version: 1,
        edition: "2022",
        requirements,
      });
      const [report] = await shows(text);
      const refused = report.requirements.filter((one) => one.refused).map(({ id }) => id);
      assert.deepEqual(refused, ["A.5.1"]);
      await jump(page, "assess/governance/A.5.1");
      await page.element({ css: "fieldset .warn", text: NEVER });
      await visit(page, "statement");
      const rows = await texts(page, ".soa tbody tr");
      const tagged = rows.filter((row) => row.includes("Exclusion not accepted"));
      assert.deepEqual(
        tagged.map((row) => row.split(" ")[0]),
        refused,
      );
      await unfolded(page);
      const printed = (await texts(page, ".paper tr")).filter((row) => row.includes("Exclusion not accepted"));
      assert.deepEqual(
        printed.map((row) => row.split(" ")[0]),
        refused,
      );
    });

    test("an ambition above conformity is a second score, and nothing else moves", async () => {
      const [plain, before] = await shows(file("one minor: 9.1 at 2"));
      assert.equal(plain.ambition, null);
      const [report, words] = await shows(file("one minor: 9.1 at 2", { target: 5 }));
      assert.equal(words, before);
      assert((await texts(page, ".overall")).join(" ").includes("Your own ambition, level 5 Optimizing"));
      assert.deepEqual(report.stages, plain.stages);
    });

    test("nobody can be certified against 2013, and the page says so", async () => {
      const [report, words] = await shows(Assessment.example("2013").toJSON());
      assert(report.stages.every(({ certifiable }) => !certifiable));
      assert.match(words, /Nobody can be certified against the 2013 edition any more\./);
      assert.doesNotMatch(words, /Give the number of people|Months to the certificate/);
    });
  });
}
