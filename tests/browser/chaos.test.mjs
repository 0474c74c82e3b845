// Anything in any order, as people do it: what is shown is what is held, and what was called saved is there after loading anew.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { engines, launch, sharedSite } from "./driver/index.mjs";
import { chance } from "./support/chance.mjs";
import { Assessment } from "./support/core.mjs";
import { kept, stored } from "./support/drafts.mjs";
import { drawn, jump, part, reloaded, started, state, timeless, VIEWS } from "./support/steps.mjs";

const SEED = Number(process.env.READINESS_SEED ?? Date.now() % 1_000_000);
const FOR_MS = process.env.READINESS_LONG ? 120_000 : 15_000;
const SECTIONS = { 4: ["4.1", "4.2", "4.3", "4.4"], 5: ["5.1", "5.2", "5.3"], equipment: ["A.7.8", "A.7.13"] };
const CHOICES = ["0", "1", "2", "3", "4", "5", "unknown"];
const FILES = ["2022", "2022"].map((edition, at) => {
  const file = Assessment.create(edition);
  file.respond("4.1", at + 1);
  file.annotate("4.2", { note: `from file ${at}` });
  return file.toJSON();
});

/** What the radios of a page of questions show, by requirement. */
const shown = (page) =>
  page.evaluate(() => {
    const root = document.querySelector("iso27001-readiness").shadowRoot;
    return Object.fromEntries(
      [...root.querySelectorAll("input[type=radio]:checked")].map((one) => [
        one.name,
        one.id.slice(one.name.length + 1),
      ]),
    );
  });

const host = sharedSite();

for (const engine of engines) {
  describe(`chaos in ${engine}`, { timeout: FOR_MS + 60_000 }, () => {
    let page;
    before(async () => {
      page = await launch(engine);
      await started(page, `${host.url}#/assess/4`);
    });
    after(() => page?.close());

    test(`random acts, seed ${SEED}`, async () => {
      console.log(`chaos: READINESS_SEED=${SEED}`);
      const { pick, below, odds } = chance(SEED);
      const acts = [];
      const session = (run, given) =>
        page.evaluate(
          new Function("given", `return (${run})(document.querySelector("iso27001-readiness").session, given)`),
          given,
        );
      /** What each step back leads to, as far as this visit has steps. */
      let [back, forth] = [[], []];
      const now = async () => timeless(await state(page));
      const section = async (name) => {
        await jump(page, `assess/${name}`);
        await page.element(part(SECTIONS[name][0], "3"));
      };
      const saved = () => page.waitFor(async () => /^Saved \d/.test(await kept(page)), "the page to say Saved");
      let last = "";
      /** One act that is one step, or none where nothing changes. */
      const step = async (field, act) => {
        // Changes of one field right after another are one step.
        if (field === last) await new Promise((wake) => setTimeout(wake, 1_600));
        last = field;
        const before = await now();
        await act();
        await session((one) => one.flush());
        await drawn(page);
        const after = await now();
        if (JSON.stringify(before) === JSON.stringify(after)) return;
        back.push([before, after]);
        forth = [];
      };
      const press = (id) =>
        page.evaluate(
          (of) => document.querySelector("iso27001-readiness").shadowRoot.getElementById(of).click(),
          id.slice(1),
        );
      const type = (id, text) =>
        page.evaluate(
          ([of, words]) => {
            const there = document.querySelector("iso27001-readiness").shadowRoot.getElementById(of);
            there.value = words;
            there.dispatchEvent(new Event("input", { bubbles: true }));
          },
          [id.slice(1), text],
        );
      const ACTS = {
        answer: async () => {
          const name = pick(Object.keys(SECTIONS));
          const id = pick(SECTIONS[name]);
          const choice = pick(CHOICES);
          await section(name);
          await step(`answer ${id}`, () => press(part(id, choice)));
          assert.equal(String(JSON.parse(await state(page)).requirements[id].answer), choice);
        },
        exclude: async () => {
          const id = pick(SECTIONS.equipment);
          await section("equipment");
          const reason = `reason ${below(1000)}`;
          await step(`exclude ${id}`, async () => {
            await press(part(id, "not-applicable"));
            await drawn(page);
            await type(part(id, "reason"), reason);
          });
          assert.equal(JSON.parse(await state(page)).requirements[id].reason, reason);
        },
        annotate: async () => {
          await section("4");
          const id = pick(SECTIONS[4]);
          await session((one, of) => void (one.ui.open.add(`${of}/notes`), one.refresh()), id);
          await page.element(part(id, "note"));
          const note = `note ${below(1000)}`;
          await step(`note ${id}`, () => type(part(id, "note"), note));
          assert.equal(JSON.parse(await state(page)).requirements[id].note, note);
        },
        "type and leave at once": async () => {
          await section("5");
          await session((one) => void (one.ui.open.add("5.2/notes"), one.refresh()));
          await page.element(part("5.2", "owner"));
          const owner = `owner ${below(1000)}`;
          await step("owner", async () => {
            await type(part("5.2", "owner"), owner);
            await jump(page, pick(Object.keys(VIEWS).filter((view) => view !== "assess")));
          });
          assert.equal(JSON.parse(await state(page)).requirements["5.2"].owner, owner);
        },
        "open a file": async () => {
          const file = pick(FILES);
          await jump(page, "data");
          await step("file", async () => {
            await page.setFile("#data-file", { name: "one.json", bytes: file });
            await page.waitFor(
              () => session((one) => one.ui.dialog !== null || location.hash === "#/result"),
              "the file to be read",
            );
            await page.evaluate(() => {
              const { shadowRoot } = document.querySelector("iso27001-readiness");
              [...shadowRoot.querySelectorAll("dialog[open] button")]
                .find((one) => /Replace/.test(one.textContent))
                ?.click();
            });
            await page.waitFor(() => page.evaluate(() => location.hash === "#/result"), "the file to be opened");
          });
          assert.deepEqual(await now(), timeless(file));
        },
        undo: async () => {
          const last = back.pop();
          await session((one) => one.step("undo"));
          if (!last) return;
          assert.deepEqual(await now(), last[0], "a step back");
          forth.push(last);
        },
        redo: async () => {
          const last = forth.pop();
          await session((one) => one.step("redo"));
          if (!last) return;
          assert.deepEqual(await now(), last[1], "a step forth");
          back.push(last);
        },
        navigate: () => jump(page, pick(Object.keys(VIEWS))),
        reload: async () => {
          await saved();
          const before = await state(page);
          assert.equal(await stored(page), before, "what is called saved is what the database holds");
          await reloaded(page);
          await page.waitFor(async () => /^Saved/.test(await kept(page)), "the draft to be read");
          assert.equal(await state(page), before, "nothing said to be saved is lost");
          [back, forth] = [[], []];
        },
      };
      // One answer, and the permission to keep a draft.
      await ACTS.answer();
      await page.click({ css: "button", text: "Keep a draft" });
      await saved();
      const end = Date.now() + FOR_MS;
      try {
        while (Date.now() < end) {
          const name = odds(8) ? "reload" : pick(Object.keys(ACTS).filter((one) => one !== "reload"));
          acts.push(name);
          await ACTS[name]();
          if (odds(25)) {
            const name = pick(Object.keys(SECTIONS));
            await section(name);
            await drawn(page);
            const { requirements = {} } = JSON.parse(await state(page));
            const seen = await shown(page);
            for (const id of SECTIONS[name]) {
              const given = requirements[id]?.answer;
              assert.equal(
                seen[part(id, "").slice(1, -1)],
                given === undefined ? undefined : String(given),
                `what ${id} shows`,
              );
            }
          }
        }
        await ACTS.reload();
      } catch (error) {
        error.message = `seed ${SEED}, after ${acts.slice(-12).join(", ")}: ${error.message}`;
        throw error;
      }
      assert.ok(acts.length >= 20, `${acts.length} acts`);
      assert.deepEqual(await page.consoleErrors(), []);
    });
  });
}
