// The main job, end to end and by real clicks: one text for every engine, from a host and from a file.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { engines, launch, sharedSite } from "./driver/index.mjs";
import { Assessment, catalog } from "./support/core.mjs";
import {
  addressOf,
  answer,
  drawn,
  gates,
  jump,
  part,
  pattern,
  PLACES,
  reloaded,
  rest,
  started,
  state,
  still,
  texts,
  timeless,
  visit,
} from "./support/steps.mjs";

const { areas, clauses, controls, documents, gates: GATES } = catalog("2022");
const ANSWERS = pattern(areas);
/**
 * Overall scores in basis points, as the second reading of the method has them: the answers of `pattern` written as a
 * file and given to `python3 tests/vectors/readiness.py FILE`; then with 5.2 at level 1; then with 5.2 at level 3 and
 * the policy in force.
 */
const QUICK = { low: 4719, high: 6719 };
const LOWERED = { low: 4610, high: 6610 };
const FULL = { low: 4788, high: 6719 };
const POLICY = GATES.find((gate) => gate.id === "policy").title;

const whole = (points) => Math.round(points / 100);
const shown = ({ low, high }) => `${whole(low)}–${whole(high)}%`;
const exact = (points) => (points / 100).toFixed(2);

/** What the clauses, the controls and the documents weigh in the core, of 100: what each gives when it alone is whole. */
const WEIGHTS = [
  (whole) => clauses.forEach(({ id, requirement }) => requirement && whole.respond(id, 3)),
  (whole) => controls.forEach(({ id }) => whole.respond(id, 3)),
  (whole) => documents.forEach(({ key }) => whole.setDocument(key, "in-force")),
].map((act) => {
  const assessment = Assessment.create("2022");
  act(assessment);
  return assessment.summary().overall.low / 100;
});

test("the weights that the texts name are those of the core", () => {
  const read = (name) => readFileSync(new URL(`../../languages/en/${name}`, import.meta.url), "utf8");
  assert(
    read("page.json").includes(
      `weighs clauses 4 to 10 at ${WEIGHTS[0]}, Annex A controls at ${WEIGHTS[1]} and required documents at ${WEIGHTS[2]}.`,
    ),
  );
  assert(read("learn.json").includes(`weighted ${WEIGHTS.join(":")}`));
  const { gates } = catalog("2022");
  const [first, second] = [1, 2].map((stage) => gates.filter((gate) => gate.stage === stage).length);
  assert(read("learn.json").includes(`Must-haves: ${first} for stage 1 and ${second} for stage 2`));
});

const host = sharedSite();

for (const engine of engines) {
  for (const place of PLACES) {
    describe(`${engine}, from ${place}`, { timeout: 180_000 }, () => {
      let page;
      // The same acts on the package.
      const expected = Assessment.create("2022");
      before(async () => {
        page = await launch(engine);
        await started(page, addressOf(place, host));
      });
      after(() => page?.close());

      test("a quick scan of 37 areas is answered by its radios, one a screen: it goes on by itself until that is switched off", async () => {
        await page.click({ css: "a.button", text: "Start the quick scan" });
        for (const [at, { key, answer: level, reason }] of ANSWERS.entries()) {
          await page.element(part(`area:${key}`, "0"));
          assert.equal(await page.text(".scan-head > p"), `Question ${at + 1} of ${areas.length}`);
          const title = await page.text("h1#title");
          if (at === 3) await page.click("#scan-goes-on");
          await answer(page, `area:${key}`, level, reason);
          if (reason === undefined) expected.respond(`area:${key}`, level);
          else expected.exclude(`area:${key}`, reason);
          if (at >= 3 || (await still(page))) await page.click(".steps a.primary");
          await page.waitFor(async () => (await page.text("h1#title")) !== title, "the next question");
          if (at < 3) await rest();
        }
        assert.deepEqual(timeless(await state(page)), timeless(expected.toJSON()));
      });

      test("the score shown is that of the method, to the basis point", async () => {
        assert.deepEqual(expected.summary().overall, QUICK);
        assert.equal(await page.text(".overall .figure"), shown(QUICK));
        await page.click(".overall button");
        const explained = await page.text("dialog[open]");
        assert.deepEqual((await texts(page, "dialog[open] tbody td:nth-child(2)")).map(Number), WEIGHTS);
        for (const points of [QUICK.low, QUICK.high - QUICK.low, 10000 - QUICK.high]) {
          assert(explained.includes(exact(points)), `${exact(points)} in: ${explained}`);
        }
        await page.press("Escape");
        await page.waitFor(async () => !(await page.exists("dialog[open]")), "the dialog to close");
      });

      test("a gate of stage 1 is undetermined after the quick scan, open after a low answer, met by full ones and their document", async () => {
        assert.equal((await gates(page))[POLICY], "undetermined");
        await jump(page, "assess/5");
        await answer(page, "5.2", 1);
        assert.equal(await page.text(".standing .figure"), shown(LOWERED));
        await visit(page, "result");
        assert.equal((await gates(page))[POLICY], "open");

        await page.click("#gate-policy");
        await page.click({ css: "dialog a", text: "5.2 Policy" });
        await answer(page, "5.2", 3);
        await visit(page, "documents");
        await page.click("#d-security_policy-in-force");
        await drawn(page);
        await visit(page, "result");
        assert.equal((await gates(page))[POLICY], "met");
        assert.equal(await page.text(".overall .figure"), shown(FULL));
        expected.respond("5.2", 3);
        expected.setDocument("security_policy", "in-force");
        assert.deepEqual(expected.summary().overall, FULL);
        assert.deepEqual(timeless(await state(page)), timeless(expected.toJSON()));
      });

      test("each change can be undone and redone", async () => {
        const last = await state(page);
        const undo = { css: "button", text: "Undo" };
        await page.click(undo);
        await page.waitFor(async () => (await gates(page))[POLICY] === "undetermined", "the document to be taken back");
        const before = await state(page);
        assert.deepEqual(timeless(before).documents ?? {}, {});
        await page.click({ css: "button", text: "Redo" });
        await page.waitFor(async () => (await gates(page))[POLICY] === "met", "the document to be in force again");
        assert.equal(await state(page), last);
        assert.equal(await page.property({ css: "button", text: "Redo" }, "disabled"), true);
      });

      test("the example opens and closes without touching what was answered", async () => {
        const own = await state(page);
        await visit(page, "start");
        await page.click({ css: "button", text: "Open the example" });
        await page.element({ css: "button", text: "Close the example" });
        assert.notEqual(await state(page), own);
        await visit(page, "documents");
        await page.click("#d-isms_scope-missing");
        await page.click({ css: "button", text: "Close the example" });
        await page.waitFor(
          async () => !(await page.exists({ css: "button", text: "Close the example" })),
          "the example to close",
        );
        assert.equal(await state(page), own);
      });

      test("saved, loaded anew, opened and saved again, it is the same bytes", async () => {
        await visit(page, "data");
        const text = await state(page);
        await page.click({ css: "button", text: "Save file" });
        const [file] = await page.downloads(1);
        assert.equal(file.bytes.toString(), text);
        assert.match(file.name, /^iso27001-assessment-\d{4}-\d\d-\d\d\.iso27001\.json$/);
        assert.equal(Assessment.parse(text).toJSON(), text, "the text is canonical");

        await reloaded(page);
        await page.element("#data-file");
        assert.deepEqual(timeless(await state(page)), timeless(Assessment.create("2022").toJSON()));
        await page.setFile("#data-file", file);
        await page.waitFor(async () => (await page.text(".overall .figure")) === shown(FULL), "the score of the file");
        assert.equal((await gates(page))[POLICY], "met");
        assert.equal(await state(page), text);

        await visit(page, "data");
        await page.click({ css: "button", text: "Save file" });
        const files = await page.downloads(2);
        for (const one of files) assert.deepEqual(one.bytes, file.bytes);
      });

      test("nothing went wrong on the way and nothing was asked for", async () => {
        assert.deepEqual(await page.consoleErrors(), []);
        assert.deepEqual(await page.requests(), []);
      });
    });
  }
}
