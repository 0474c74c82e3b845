// The Statement of Applicability edited by hand: what is done on the page is what the same calls do to the package.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { engines, launch, offlineFile } from "./driver/index.mjs";
import { Assessment, catalog } from "./support/core.mjs";
import {
  agrees,
  click,
  dom,
  drawn,
  focusOf,
  opened,
  part,
  problems,
  started,
  state,
  texts,
  visit,
  words,
} from "./support/steps.mjs";

const { areas, clauses, controls } = catalog("2022");
const ROWS = ".soa tbody tr:not(.editor)";
/** What may stand above the table on a desktop of 1280×900. */
const FIRST_ROW = 320;
/** Every area answered by the quick scan, some controls on their own. */
function assessment() {
  const made = Assessment.create("2022");
  for (const { key } of areas) made.respond(`area:${key}`, 3);
  for (const [id, level, owner] of [
    ["A.5.1", 2, "Ines"],
    ["A.5.7", "unknown", ""],
    ["A.6.3", 4, "Bo"],
    ["A.7.1", 3, "Abel"],
    ["A.8.2", 1, ""],
  ]) {
    made.respond(id, level);
    if (owner !== "") made.annotate(id, { owner });
  }
  return made;
}

/** Opens what is behind a button above the table, unless an earlier test left it open: 1 what is to finish, 2 whose it is, 5 suggestions. */
async function unfold(page, n) {
  const open = await page.evaluate(
    (at) => document.querySelector("iso27001-readiness").shadowRoot.querySelector(at).open,
    `.bulk details:nth-of-type(${n})`,
  );
  if (!open) await click(page, `.bulk details:nth-of-type(${n}) > summary`);
}
const ids = (page) => texts(page, ".soa tbody tr > th .ref");
const caption = async (page) => (await texts(page, ".soa caption"))[0];
const rowOf = (page, id) =>
  page.evaluate(
    (key) =>
      [
        ...document.querySelector("iso27001-readiness").shadowRoot.getElementById(`${key}-edit`).closest("tr").cells,
      ].map((cell) => cell.textContent.trim().replace(/\s+/g, " ")),
    dom(id),
  );
const edit = (page, id) => click(page, part(id, "edit"));
const choose = async (page, name, value) => {
  await page.select(`#statement-${name}`, value);
  await drawn(page);
};
const captioned = (page, n) =>
  page.waitFor(
    async () => (await caption(page)) === `${n} of ${controls.length} controls`,
    `${n} controls to be shown`,
  );

for (const engine of engines) {
  describe(`${engine}, the Statement of Applicability`, { timeout: 180_000 }, () => {
    let page;
    const expected = assessment();
    before(async () => {
      page = await launch(engine);
      await started(page, offlineFile);
      await opened(page, expected.toJSON());
      await visit(page, "statement");
    });
    after(() => page?.close());

    test("every control is there in its order, all of them at once, the first near the top of a desktop", async () => {
      assert.deepEqual(
        await ids(page),
        controls.map(({ id }) => id),
      );
      await page.resize(1280, 900);
      await drawn(page);
      const top = await page.evaluate(
        (css) => document.querySelector("iso27001-readiness").shadowRoot.querySelector(css).getBoundingClientRect().top,
        ROWS,
      );
      assert(top <= FIRST_ROW, `the first row at ${top}`);
    });

    test("what nobody decided says so, and what only the quick scan said names it", async () => {
      await opened(page, Assessment.create("2022").toJSON().replace("{", '{"assessor":"Ada",'));
      await visit(page, "statement");
      const undecided = await rowOf(page, "A.5.1");
      assert.deepEqual([undecided[1], undecided[3]], ["Not decided", "Not decided"]);
      await opened(page, expected.toJSON());
      await visit(page, "statement");
      assert.equal((await rowOf(page, "A.5.2"))[3], "Implemented from the quick scan");
      assert.equal((await rowOf(page, "A.6.3"))[3], "Implemented");
    });

    test("reasons for inclusion and more on the justification are given in place", async () => {
      await edit(page, "A.5.1");
      await page.waitFor(async () => (await focusOf(page)) === `${dom("A.5.1")}-answer`, "the level to have the focus");
      for (const reason of ["risk", "contract"]) await click(page, part("A.5.1", reason));
      await page.fill(part("A.5.1", "inclusion"), "Two customers ask for it");
      await page.press("Tab");
      expected.justify("A.5.1", { because: ["risk", "contract"], note: "Two customers ask for it" });
      await agrees(page, expected);
      assert.equal((await rowOf(page, "A.5.1"))[2], "Treats a risk; Required by contract; Two customers ask for it");
      await click(page, part("A.5.1", "risk"));
      expected.justify("A.5.1", { because: ["contract"] });
      await agrees(page, expected);
    });

    test("level, owner and note are edited in place", async () => {
      await page.select(part("A.5.1", "answer"), "4");
      await page.fill(part("A.5.1", "owner"), "Noor");
      await page.fill(part("A.5.1", "note"), "Version 3 since May");
      await page.press("Tab");
      expected.respond("A.5.1", 4);
      expected.annotate("A.5.1", { owner: "Noor", note: "Version 3 since May" });
      await agrees(page, expected);
      const [, applies, , implementation, owner] = await rowOf(page, "A.5.1");
      assert.deepEqual([applies, implementation, owner], ["Yes", "Implemented", "Noor"]);
      await edit(page, "A.5.1");
      await page.waitFor(async () => !(await page.exists(".soa .editor")), "the editor to close");
    });

    test("a control is excluded in place only once its reason is there", async () => {
      const text = await state(page);
      await edit(page, "A.7.1");
      await page.select(part("A.7.1", "answer"), "not-applicable");
      await page.waitFor(
        async () => (await focusOf(page)) === `${dom("A.7.1")}-reason`,
        "the reason to have the focus",
      );
      assert.equal(await state(page), text);
      // Closing the row does not lose the choice without a word.
      await edit(page, "A.7.1");
      await page.waitFor(async () => /A\.7\.1/.test((await problems(page))?.text ?? ""), "the problem to be told");
      await page.waitFor(async () => (await focusOf(page)) === "problems", "the problem to have the focus");
      assert(await page.exists(part("A.7.1", "reason")));
      await page.fill(part("A.7.1", "reason"), "No premises of our own");
      await page.press("Tab");
      expected.exclude("A.7.1", "No premises of our own");
      await agrees(page, expected);
      const [, applies, why, implementation] = await rowOf(page, "A.7.1");
      assert.deepEqual([applies, why, implementation], ["No", "No premises of our own", "Excluded"]);
      await edit(page, "A.7.1");
    });

    test("search, group, state and order show what the core’s rows say", async () => {
      const rows = expected.soa();
      const search = async (text, fits) => {
        await page.fill("#statement-words", text);
        await captioned(page, rows.filter(fits).length);
      };
      await search("logging", (row) => row.title.toLowerCase().includes("logging"));
      assert.deepEqual(
        await ids(page),
        rows.filter((row) => row.title.toLowerCase().includes("logging")).map(({ id }) => id),
      );
      await search("two customers", ({ id }) => id === "A.5.1");
      await search("", () => true);

      await choose(page, "group", "A.6");
      await captioned(page, controls.filter(({ group }) => group === "A.6").length);
      assert.deepEqual(
        await ids(page),
        controls.filter(({ group }) => group === "A.6").map(({ id }) => id),
      );
      await choose(page, "group", "all");

      const states = {
        excluded: (row) => row.state === "excluded",
        unknown: (row) => row.state === "unknown",
        provisional: (row) => row.provisional,
        unreasoned: (row) => row.applicable === true && row.because.length === 0 && row.inclusionNote === "",
      };
      for (const [name, fits] of Object.entries(states)) {
        await choose(page, "state", name);
        const wanted = rows.filter(fits);
        await captioned(page, wanted.length);
        assert.deepEqual(
          await ids(page),
          wanted.map(({ id }) => id),
        );
      }
      await choose(page, "state", "all");

      await choose(page, "sort", "owner");
      const owned = rows.filter(({ owner }) => owner !== "").sort((one, other) => one.owner.localeCompare(other.owner));
      await page.waitFor(async () => (await ids(page))[0] === owned[0].id, "the order by owner");
      assert.deepEqual(
        (await ids(page)).slice(0, owned.length),
        owned.map(({ id }) => id),
      );
      await choose(page, "sort", "state");
      await page.waitFor(async () => (await ids(page))[0] === "A.7.1", "the order by implementation");
      const order = ["undecided", "excluded", "not-implemented", "partly", "implemented", "unknown"];
      const seen = (await ids(page)).map((id) => order.indexOf(rows.find((row) => row.id === id).state));
      assert.deepEqual(
        seen,
        [...seen].sort((one, other) => one - other),
      );
      await choose(page, "sort", "catalog");
    });

    test("one reason goes to all controls that the filters show, and undo takes it back as one step", async () => {
      const text = await state(page);
      await choose(page, "group", "A.7");
      await click(page, { css: ".bulk summary", text: "Justify all shown" });
      const open = expected.soa().filter((row) => row.group === "A.7" && row.applicable === true);
      const act = { css: "button", text: `Add to ${open.length} controls` };
      await click(page, act);
      assert((await problems(page)).text.includes("Tick at least one justification."));
      await click(page, "#statement-bulk-good-practice");
      await click(page, act);
      for (const row of open) expected.justify(row.id, { because: [...row.because, "good-practice"] });
      await agrees(page, expected);
      await click(page, { css: "button", text: "Undo" });
      await page.waitFor(async () => (await state(page)) === text, "the reasons to be taken back");
      await click(page, { css: "button", text: "Redo" });
      await agrees(page, expected);
      await choose(page, "group", "all");
    });

    test("a whole area is excluded with one reason, and not without", async () => {
      await click(page, { css: ".bulk summary", text: "Exclude a whole area" });
      await page.select("#statement-area", "development");
      const n = areas.find(({ key }) => key === "development").refs.length;
      const act = { css: ".bulk button", text: `Exclude ${n} controls` };
      const text = await state(page);
      await click(page, act);
      await page.waitFor(async () => (await problems(page))?.focused, "the summary of problems to have the focus");
      assert.equal(await state(page), text);
      await page.fill("#statement-exclude", "We write no software");
      await click(page, act);
      expected.excludeArea("development", "We write no software");
      await agrees(page, expected);
      assert.equal(expected.soa().filter(({ state }) => state === "excluded").length, n + 1);
      await choose(page, "state", "excluded");
      await captioned(page, n + 1);
      await choose(page, "state", "all");
    });

    test("a way of working suggests exclusions, each of which waits for its reason, and says what stays", async () => {
      const { profiles } = catalog("2022");
      const of = (key) => profiles.find((one) => one.key === key);
      const shown = async () =>
        Promise.all([1, 2].map((n) => texts(page, `.suggested:nth-of-type(${n}) > li > a .ref`)));
      await unfold(page, 5);
      await click(page, "#profile-under-ten");
      await drawn(page);
      assert.deepEqual(await shown(), [of("under-ten").keeps, []], "size takes nothing away");
      assert((await words(page)).includes("None of this takes a control away by itself."));
      await click(page, "#profile-under-ten");
      await click(page, "#profile-public-cloud");
      await click(page, "#profile-no-premises");
      await drawn(page);
      const both = (what) =>
        controls
          .map(({ id }) => id)
          .filter((id) => ["no-premises", "public-cloud"].some((key) => of(key)[what].includes(id)));
      assert.deepEqual(await shown(), [both("excludes"), both("keeps")]);
      await agrees(page, expected);

      const drafted = controls.find(({ id }) => id === "A.7.4").exclusionText;
      const act = (id) => ({ css: ".suggested button", text: `Exclude ${id}` });
      await click(page, act("A.7.4"));
      expected.exclude("A.7.4", drafted);
      await agrees(page, expected);
      await page.waitFor(
        async () => (await focusOf(page)) === "q-A-7-4-profile-done",
        "the focus to stay in its place",
      );

      const text = await state(page);
      await page.fill("#q-A-7-3-profile", "We rent no room.");
      await click(page, act("A.7.3"));
      expected.exclude("A.7.3", "We rent no room.");
      await agrees(page, expected);
      await click(page, { css: "button", text: "Undo" });
      await page.waitFor(async () => (await state(page)) === text, "the exclusion to be taken back");
      await click(page, { css: "button", text: "Redo" });
      await agrees(page, expected);

      await page.fill("#q-A-7-5-profile", " ");
      await click(page, act("A.7.5"));
      await page.waitFor(async () => (await problems(page))?.focused, "the summary of problems to have the focus");
      await agrees(page, expected);
      await page.fill("#q-A-7-5-profile", "Neither sites nor rooms are ours.");
      await click(page, act("A.7.5"));
      expected.exclude("A.7.5", "Neither sites nor rooms are ours.");
      await agrees(page, expected);
    });

    test("the head names the organisation, the scope, the version and who approved it, and stands on the report", async () => {
      const head = { name: "Larkfield", scope: "The booking service", version: "1.2", approver: "Managing Director" };
      const lacks = async () =>
        (await texts(page, ".standing-text li")).find((text) => text.startsWith("Missing details"));
      await unfold(page, 1);
      assert.match(await page.waitFor(lacks, "what is missing"), /Version, Approved by, Date of approval/);
      await unfold(page, 2);
      for (const [name, text] of Object.entries(head)) {
        await page.fill(`#statement-${name}`, text);
        await page.press("Tab");
      }
      await page.fill("#statement-date", "2026-11-02");
      expected.setOrganisation({ name: head.name, scope: head.scope });
      expected.setStatement({ version: head.version, approver: head.approver, date: "2026-11-02" });
      await agrees(page, expected);
      assert.equal(await lacks(), undefined);
      await visit(page, "report");
      const stamp = await page.text(".part-statement .about");
      for (const text of [...Object.values(head), "2 Nov 2026"]) assert(stamp.includes(text), `${text} in: ${stamp}`);
    });

    test("a table in which nothing is lacking does not read as ready", async () => {
      const full = Assessment.parse(expected.toJSON());
      for (const { id } of controls) {
        full.respond(id, 5);
        full.justify(id, { because: ["risk"] });
      }
      for (const { id, requirement } of clauses) if (requirement) full.respond(id, 1);
      await opened(page, full.toJSON());
      await visit(page, "statement");
      await unfold(page, 1);
      const [said] = await texts(page, ".standing-text");
      assert(said.includes(`${controls.length} of ${controls.length} applicable controls are implemented`), said);
      assert(said.includes("The must-haves say whether you are ready, not this table."), said);
      assert.deepEqual(await texts(page, ".gates-say .state"), ["Not ready", "Not ready"]);
      const rest = (await words(page))
        .replaceAll("The must-haves say whether you are ready, not this table.", "")
        .replaceAll("Not ready", "");
      assert.doesNotMatch(rest, /\bready\b/i);
      full.free();
    });

    test("a returned sheet that was read goes with everything else when everything is deleted", async () => {
      await visit(page, "import");
      await page.setFile("#import-file", { name: "returned.csv", bytes: "Control;Owner\r\nA.5.1;Jo\r\n" });
      await page.element("#take-q-A-5-1-owner");
      await visit(page, "data");
      await click(page, { css: "button", text: "Delete everything on this device" });
      await click(page, { css: "dialog button", text: "Delete everything on this device" });
      await page.waitFor(async () => !(await state(page)).includes("Larkfield"), "the answers to be gone");
      await visit(page, "import");
      await page.element("#import-file");
      assert.equal(await page.exists("#take-q-A-5-1-owner"), false);
      assert.deepEqual(await page.consoleErrors(), []);
    });
  });
}
