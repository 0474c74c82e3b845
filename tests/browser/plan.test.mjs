// The plan: its order, who does what by when, what would follow, and the shortest way to each stage, held against the core.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { engines, launch, sharedSite } from "./driver/index.mjs";
import { Assessment, catalog } from "./support/core.mjs";
import { agrees, click, dom, drawn, focusOf, opened, shown, started, state, texts, visit } from "./support/steps.mjs";

const { gates } = catalog("2022");
const STEP = 25;
/** What may stand above the table on a desktop of 1280×900. */
const FIRST_ROW = 320;
const keyOf = ({ id, kind }) => (kind === "document" ? `document:${id}` : id);
const raise = (assessment, key) =>
  key.startsWith("document:") ? assessment.setDocument(key.slice(9), "in-force") : assessment.respond(key, 3);
const rows = (page) =>
  page.evaluate(() =>
    [
      ...document.querySelector("iso27001-readiness").shadowRoot.querySelectorAll(".plan tbody input[type=checkbox]"),
    ].map((one) => one.id),
  );
const boxOf = (action) => `${dom(keyOf(action))}-raise`;
const stateOf = (report, stage) => report.stages.find((one) => one.stage === stage).state;

const host = sharedSite();

for (const engine of engines) {
  describe(`${engine}, the plan`, { timeout: 180_000 }, () => {
    let page;
    const expected = Assessment.example("2022");
    before(async () => {
      page = await launch(engine);
      await started(page, host.url);
      await opened(page, expected.toJSON());
      await visit(page, "plan");
    });
    after(() => page?.close());

    test("its actions are those of the core in the core’s order", async () => {
      const { actions } = expected.plan();
      assert(actions.length > STEP);
      assert.deepEqual(await rows(page), actions.slice(0, STEP).map(boxOf));
      for (let n = STEP; n < actions.length; n += STEP) {
        await click(page, {
          css: "button",
          text: `Show ${Math.min(STEP, actions.length - n)} more of ${actions.length}`,
        });
        await page.waitFor(
          async () => (await focusOf(page)) === boxOf(actions[n]),
          "the first new action to have the focus",
        );
      }
      assert.deepEqual(await rows(page), actions.map(boxOf));
      await page.resize(1280, 900);
      await drawn(page);
      const top = await page.evaluate(() => {
        scrollTo(0, 0);
        return document
          .querySelector("iso27001-readiness")
          .shadowRoot.querySelector(".plan tbody tr")
          .getBoundingClientRect().top;
      });
      assert(top <= FIRST_ROW, `the first row at ${top}`);
      // What to do comes first, in our words, and what asks for it behind it; the must-haves stand in the details.
      const first = await page.text(".plan tbody tr:first-child th");
      assert(first.startsWith(actions[0].step) && first.includes(` ${actions[0].id} `), first);
      const opener = `#${dom(keyOf(actions[0]))}-edit`;
      await click(page, opener);
      const titles = new Map(gates.map(({ id, title }) => [id, title]));
      const details = await page.text(".plan .editor");
      for (const gate of actions[0].gates) assert(details.includes(titles.get(gate)), `${gate} in: ${details}`);
      await click(page, opener);
    });

    test("a filter shows what blocks a stage, in the same order", async () => {
      for (const stage of [1, 2]) {
        const wanted = expected.plan().actions.filter((action) => action.stage === stage);
        await click(page, { css: "button.chip", text: `Blocks stage ${stage}` });
        await page.element({ css: ".plan caption", text: `${wanted.length} actions` });
        assert.deepEqual(await rows(page), wanted.slice(0, STEP).map(boxOf));
      }
      await click(page, { css: "button.chip", text: "All" });
    });

    test("an owner and a due date are given in the row that is opened, and what is late is told", async () => {
      await click(page, "#q-6-1-3-edit");
      await page.fill("#q-6-1-3-plan-owner", "Noor");
      await page.press("Tab");
      await page.fill("#q-6-1-3-plan-due", "2020-02-29");
      await click(page, "#q-document-risk_treatment_plan-edit");
      await page.fill("#q-document-risk_treatment_plan-plan-owner", "Bo");
      await page.press("Tab");
      await click(page, "#q-document-risk_treatment_plan-edit");
      expected.annotate("6.1.3", { owner: "Noor", due: "2020-02-29" });
      expected.setDocument("risk_treatment_plan", "draft", { owner: "Bo" });
      await agrees(page, expected);
      // The question about a draft came with the first change and waits in sight until it is answered.
      await click(page, { css: "button", text: "No, I save files" });
      const today = new Date().toISOString().slice(0, 10);
      const late = expected
        .plan()
        .actions.filter(({ due }) => due !== "" && due < today)
        .sort((one, other) => one.due.localeCompare(other.due));
      await page.element({ css: ".plan .error", text: "Overdue since 29 Feb 2020" });
      await click(page, { css: "button.chip", text: `Overdue ${late.length}` });
      await page.waitFor(async () => (await rows(page)).length === late.length, "what is late");
      assert.deepEqual(await rows(page), late.map(boxOf));
      await click(page, { css: "button.chip", text: "All" });
    });

    test("the what-if moves the score and the gates and changes nothing; recorded it is what it showed, and undone as one step", async () => {
      const text = await state(page);
      const before = expected.report();
      const chosen = expected.plan().actions.filter(({ stage }) => stage === 1);
      const then = Assessment.parse(text);
      await page.element(`#${boxOf(chosen[0])}`);
      await click(page, `#${boxOf(chosen[0])}`);
      raise(then, keyOf(chosen[0]));
      await page.element({ css: ".whatif .quiet", text: "With 1 action done" });
      const scores = [shown(before.overall), shown(then.report().overall)];
      assert.deepEqual(await texts(page, ".whatif .before-after .strong"), scores);
      const gain = ((then.report().overall.low - before.overall.low) / 100).toFixed(2);
      assert.deepEqual(await texts(page, ".whatif .gained"), [`+${gain} points at the lower end`]);
      // The panel may be far above the row that was ticked: the same stands in a line that stays in sight, and is said.
      const line = `With 1 action done, ${scores[0]} becomes ${scores[1]} (+${gain}).`;
      assert((await texts(page, ".moving span"))[0].startsWith(line));
      await page.waitFor(async () => (await texts(page, "[role=status]"))[0].startsWith(line), "the line to be said");
      assert(
        await page.evaluate(
          () =>
            document.querySelector("iso27001-readiness").shadowRoot.querySelector(".moving").getBoundingClientRect()
              .bottom <= innerHeight,
        ),
      );
      await click(page, ".moving button");
      await page.waitFor(async () => (await focusOf(page)) === "whatif-title", "the what-if to have the focus");

      await click(page, { css: "button", text: "Untick all" });
      await click(page, { css: "button", text: "All that block stage 1" });
      await page.element({ css: ".whatif .quiet", text: `With ${chosen.length} actions done` });
      for (const action of chosen) raise(then, keyOf(action));
      const after = then.report();
      assert.deepEqual(await texts(page, ".whatif .before-after .strong"), [
        shown(before.overall),
        shown(after.overall),
      ]);
      const state1 = { ready: "Ready", "not-ready": "Not ready", undetermined: "Not known yet" };
      assert.deepEqual(
        await texts(page, ".whatif .stage-line .state"),
        [1, 2].map((stage) => state1[stateOf(after, stage)]),
      );
      const names = { met: "Met", open: "Not met", undetermined: "Not known yet" };
      const moved = before.stages.flatMap((stage, at) =>
        stage.gates.flatMap((gate, index) => {
          const now = after.stages[at].gates[index];
          return now.state === gate.state ? [] : [`${names[now.state]} ${gate.title} at present: ${names[gate.state]}`];
        }),
      );
      assert(moved.length > 0);
      assert.deepEqual(await texts(page, ".whatif .gate-moves li"), moved);
      assert.equal(await state(page), text);

      await click(page, { css: ".whatif button", text: `Record ${chosen.length} as done` });
      await agrees(page, then);
      await visit(page, "result");
      assert.equal(await page.text(".overall .figure"), shown(after.overall));
      await click(page, { css: "button", text: "Undo" });
      await page.waitFor(async () => (await state(page)) === text, "the actions to be taken back");
      await visit(page, "plan");
      then.free();
    });

    for (const stage of [1, 2]) {
      test(`the shortest way to stage ${stage} reaches it, and nothing of it can be left out`, async () => {
        const fold = `section[aria-labelledby=way-title] details:nth-of-type(${stage})`;
        const counts = await page.waitFor(
          async () => /(\d+) actions?, (\d+) questions? to answer$/.exec(await page.text(`${fold} > summary`)),
          "the way to be found",
        );
        await click(page, `${fold} > summary`);
        await page.element(`${fold} .way`);
        const keys = await page.evaluate(
          (css) =>
            [...document.querySelector("iso27001-readiness").shadowRoot.querySelectorAll(`${css} .way a`)].map(
              (one) => {
                const [view, ...rest] = one.getAttribute("href").slice(2).split("/");
                return view === "documents" ? `document:${rest[0]}` : decodeURIComponent(rest[1]);
              },
            ),
          fold,
        );
        assert.equal(keys.length, Number(counts[1]) + Number(counts[2]));
        const reaches = (some) => {
          const copy = Assessment.parse(expected.toJSON());
          for (const key of some) raise(copy, key);
          const reached = stateOf(copy.report(), stage);
          copy.free();
          return reached === "ready";
        };
        assert(reaches(keys));
        for (const key of keys) assert(!reaches(keys.filter((one) => one !== key)), `${key} can be left out`);

        await click(page, { css: `${fold} button`, text: `Add the ${counts[1]} actions to the what-if` });
        await page.element({ css: ".whatif .quiet", text: `With ${counts[1]} actions done` });
        await page.waitFor(async () => (await focusOf(page)) === "whatif-title", "the what-if to have the focus");
        await click(page, { css: "button", text: "Untick all" });
        await click(page, `${fold} > summary`);
        await drawn(page);
      });
    }

    test("nothing went wrong on the way", async () => assert.deepEqual(await page.consoleErrors(), []));
  });
}
