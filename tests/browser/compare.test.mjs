// Snapshots, another assessor's file and the other edition: what the page makes of them is what the core makes.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { engines, launch, sharedSite } from "./driver/index.mjs";
import { Assessment, catalog } from "./support/core.mjs";
import {
  addressOf,
  agrees,
  click,
  dom,
  jump,
  opened,
  part,
  PLACES,
  problems,
  shown,
  started,
  state,
  texts,
  timeless,
  visit,
} from "./support/steps.mjs";

const CHANGES = ["merged", "split", "new", "dropped", "kept"];

/** Two assessors of one organisation, with each kind of likeness between them. */
function assessors() {
  const here = Assessment.create("2022");
  const there = Assessment.create("2022");
  here.setAssessor("Ines");
  there.setAssessor("Bo");
  for (const one of [here, there]) {
    one.respond("4.1", 3);
    one.respond("area:backup", 2);
    one.respond("5.1", 2);
  }
  here.annotate("5.1", { note: "Asked the managing director" });
  here.respond("4.2", 1);
  there.respond("4.3", 4);
  there.setDocument("security_policy", "in-force");
  here.respond("A.5.1", 4);
  there.respond("A.5.1", 2);
  here.respond("A.5.2", 1);
  there.respond("A.5.2", 3);
  here.respond("A.7.4", 3);
  there.exclude("A.7.4", "No premises");
  here.setDocument("isms_scope", "in-force");
  there.setDocument("isms_scope", "draft");
  here.setTarget(4);
  here.setOrganisation({ name: "Larkfield", scope: "The booking service" });
  there.setOrganisation({ name: "Larkfield Ltd", scope: "The booking service" });
  return { here, there };
}
/** Whose counts, by hand and by the lower level. */
const CHOICES = {
  "A.5.1": "there",
  "organisation.name": "there",
  "A.5.2": "lower",
  "A.7.4": "lower",
  "document:isms_scope": "lower",
  target: "lower",
};

const host = sharedSite();

// What two files have in common is found alike wherever the page comes from: every day each engine does it from one place.
const HERE = { chromium: PLACES[0], firefox: PLACES[1], webkit: PLACES[0] };
const places = (engine) => (process.env.READINESS_LONG ? PLACES : [HERE[engine]]);

for (const engine of engines) {
  for (const place of places(engine)) {
    describe(`${engine}, from ${place}, comparing`, { timeout: 180_000 }, () => {
      let page;
      before(async () => {
        page = await launch(engine);
        await started(page, addressOf(place, host));
      });
      after(() => page?.close());

      test("snapshots are named, drawn as a line with its table, and removed", async () => {
        const expected = Assessment.create("2022");
        await opened(page, expected.toJSON());
        await visit(page, "compare");
        const moments = [
          ["Before the audit", "5.1", 3],
          ["", "5.2", 3],
          ["<b>Q4</b>", "A.5.1", 5],
        ].map(([label, id, level]) => ({ label, id, level }));
        for (const moment of moments) {
          expected.respond(moment.id, moment.level);
          moment.overall = expected.summary().overall;
          expected.snapshot(moment.label);
          await jump(page, `assess/${moment.id.startsWith("A") ? "governance" : "5"}`);
          await click(page, part(moment.id, moment.level));
          await visit(page, "compare");
          if (moment.label !== "") await page.fill("#snapshot-label", moment.label);
          await click(page, { css: "button", text: "Take a snapshot" });
          await agrees(page, expected);
        }
        const now = expected.summary().overall;
        const table = async () => texts(page, "section[aria-labelledby=snapshots-title] tbody .figures");
        await page.waitFor(async () => (await table()).length === moments.length + 1, "a row for each");
        assert.deepEqual(await table(), [...moments.map(({ overall }) => shown(overall)), shown(now)]);
        const said = await texts(page, "section[aria-labelledby=snapshots-title] p");
        const change = `the score went from ${shown(moments.at(-1).overall)} to ${shown(now)}.`;
        assert(
          said.some((text) => text.startsWith("Since the last snapshot of ") && text.endsWith(change)),
          said.join(" | "),
        );
        const points = () =>
          page.evaluate(() =>
            ["low", "high"].map((end) =>
              document
                .querySelector("iso27001-readiness")
                .shadowRoot.querySelector(`figure.line polyline.${end}`)
                .getAttribute("points")
                .split(" ")
                .map((point) => Math.round(100 * (100 - Number(point.split(",")[1])))),
            ),
          );
        const ends = ["low", "high"].map((end) => [...moments.map(({ overall }) => overall[end]), now[end]]);
        assert.deepEqual(await points(), ends);

        await click(page, "section[aria-labelledby=snapshots-title] tbody tr:nth-child(2) button");
        expected.removeSnapshot(1);
        await agrees(page, expected);
        assert.equal((await table()).length, moments.length);
        await click(page, { css: "button", text: "Undo" });
        await page.waitFor(
          async () => JSON.parse(await state(page)).snapshots.length === moments.length,
          "the snapshot to be back",
        );
      });

      test("another assessor’s file is merged as the core merges it, clash by clash, with who said what", async () => {
        const { here, there } = assessors();
        await opened(page, here.toJSON());
        await visit(page, "compare");
        await page.setFile("#other-file", { name: "bo.iso27001.json", bytes: there.toJSON() });
        const rows = here.compare(there.toJSON());
        const clashes = rows.filter((row) => row.here !== "" && row.there !== "" && row.here !== row.there);
        assert.deepEqual(clashes.map(({ id }) => id).sort(), Object.keys(CHOICES).sort());
        await page.element({ css: ".clashes caption", text: `${clashes.length} clashes` });
        const folds = await texts(page, ".likenesses summary");
        const of = (likeness) => rows.filter((row) => row.likeness === likeness && !clashes.includes(row)).length;
        assert.deepEqual(
          folds.map((text) => Number(/^\d+/.exec(text))),
          ["same", "only-here", "only-there", "differs"].map(of),
        );
        assert(
          folds.every((text) => !text.startsWith("0")),
          folds.join(),
        );
        const said = await texts(page, "section[aria-labelledby=other-title] p");
        const changed = `Against the other file, 2 answers and documents here are better and 1 worse. ${of("only-here")} are new here, and ${of("only-there")} are only there.`;
        assert(said.includes(changed), said.join(" | "));
        const sides = async () => texts(page, ".sides dd.figure");
        const lower = Assessment.parse(here.toJSON());
        lower.merge(there.toJSON(), {});
        assert.deepEqual(
          await sides(),
          [here, there, lower].map((one) => shown(one.summary().overall)),
        );

        const text = await state(page);
        await click(page, "#compare-merge");
        await page.waitFor(async () => (await problems(page))?.focused, "the summary of problems to have the focus");
        assert((await problems(page)).text.includes(`${clashes.length} clashes are not settled yet.`));
        assert.equal(await state(page), text);
        for (const id of ["A.5.1", "organisation.name"]) await click(page, `#settle-${dom(id)}-${CHOICES[id]}`);
        assert.equal(await page.exists(`#settle-${dom("organisation.name")}-lower`), false);
        await click(page, { css: "button", text: "Take the lower level for all 4" });
        await page.waitFor(
          () =>
            page.evaluate(
              (id) => document.querySelector("iso27001-readiness").shadowRoot.getElementById(id).checked,
              `settle-${dom("A.7.4")}-lower`,
            ),
          "the lower level to be taken",
        );
        await click(page, "#compare-merge");
        here.merge(there.toJSON(), CHOICES);
        await agrees(page, here);
        const merged = timeless(here.toJSON()).requirements;
        assert.deepEqual(merged["A.5.1"], { answer: 2, provenance: ["Ines: 4", "Bo: 2"] });
        await click(page, { css: "summary", text: "3 questions keep who said what" });
        await page.element({ css: "section[aria-labelledby=joined-title] bdi", text: "Bo: 2 Developing" });

        await click(page, { css: "button", text: "Undo" });
        await page.waitFor(async () => (await state(page)) === text, "the merge to be taken back in one step");
      });

      test("a file of the other edition is refused with a reason, and nothing changes", async () => {
        const text = await state(page);
        await page.setFile("#other-file", { name: "old.iso27001.json", bytes: Assessment.example("2013").toJSON() });
        await page.waitFor(async () => (await problems(page))?.focused, "the summary of problems to have the focus");
        assert.match((await problems(page)).text, /The file is for the 2013 edition/);
        assert.equal(await state(page), text);
      });

      for (const [from, to] of [
        ["2013", "2022"],
        ["2022", "2013"],
      ]) {
        test(`${from} is carried over to ${to} as the core does it, with what to look at again, and back by undo`, async () => {
          const source = Assessment.example(from);
          source.clear(catalog(from).controls[0].id);
          const made = source.carryOver();
          const of = (change) => made.review.filter((one) => one.change === change);
          await opened(page, source.toJSON());
          await visit(page, "compare");
          await click(page, { css: "a.button", text: `Carry these answers over to ${to}` });
          await page.element({ css: "h1", text: `Carry over to ISO/IEC 27001:${to}` });
          assert.deepEqual(
            (await texts(page, ".tallies dd")).map(Number),
            CHANGES.map((change) => of(change).length),
          );
          const open = { css: "main button", text: `Carry these answers over to ${to}` };

          // Nobody may change anything meanwhile: then the question that is already open does nothing.
          await click(page, open);
          await page.element("dialog[open]");
          await page.evaluate(() => void (document.querySelector("iso27001-readiness").session.readonly = true));
          await click(page, { css: "dialog button", text: "Carry over" });
          await page.waitFor(async () => !(await page.exists("dialog[open]")), "the dialog to close");
          assert.equal(await state(page), source.toJSON());
          await page.evaluate(() => {
            const { session } = document.querySelector("iso27001-readiness");
            session.readonly = false;
            session.refresh();
          });
          await page.waitFor(async () => !(await page.property(open, "disabled")), "changes to be allowed again");

          await click(page, open);
          await click(page, { css: "dialog button", text: "Carry over" });
          await page.element({ css: "h1", text: `Carried over to ISO/IEC 27001:${to}: check these answers` });
          await agrees(page, Assessment.parse(made.assessment));
          const listed = {};
          for (const change of CHANGES.filter((one) => of(one).length > 0)) {
            const section = `section[aria-labelledby=carry-${change}]`;
            if (!(await page.exists(`${section} details[open]`))) await click(page, `${section} summary`);
            await page.element(`${section} tbody tr`);
            listed[change] = await texts(page, `${section} tbody th .ref`);
          }
          assert.deepEqual(
            listed,
            Object.fromEntries(
              CHANGES.filter((one) => of(one).length > 0).map((change) => [change, of(change).map(({ id }) => id)]),
            ),
          );
          const [first] = of("merged");
          const sources = (
            await texts(page, "section[aria-labelledby=carry-merged] tbody tr:first-child li .ref")
          ).sort();
          assert.deepEqual(sources, first.sources.map(({ id }) => id).sort());

          await click(page, { css: "button", text: "Undo" });
          await page.waitFor(
            async () => (await state(page)) === source.toJSON(),
            "the carrying over to be taken back in one step",
          );
          await page.element({ css: "h1", text: `Carry over to ISO/IEC 27001:${to}` });
          source.free();
        });
      }

      test("nothing went wrong on the way", async () => assert.deepEqual(await page.consoleErrors(), []));
    });
  }
}
