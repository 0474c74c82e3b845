// Files that cannot be read: each is refused in a sentence that takes the focus, and the answers stay as they are.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { engines, launch, offlineFile } from "./driver/index.mjs";
import { chance } from "./support/chance.mjs";
import { Assessment } from "./support/core.mjs";
import { answer, jump, part, problems, started, state, visit } from "./support/steps.mjs";

const BASE = { format: "iso27001-readiness/assessment", version: 1, edition: "2022" };
const file = (more) => JSON.stringify({ ...BASE, ...more });
const example = Assessment.example("2022").toJSON();

/** What is wrong with it, the bytes, and what the summary has to say. */
const BAD = [
  [
    "a clause that is not applicable",
    file({ requirements: { 4.1: { answer: "not-applicable", reason: "no" } } }),
    /clause cannot be not applicable/,
    '$.requirements["4.1"].answer',
  ],
  [
    "a blank reason",
    file({ requirements: { "A.7.4": { answer: "not-applicable", reason: " \t " } } }),
    /needs a reason that is not blank/,
    '$.requirements["A.7.4"].reason',
  ],
  [
    "level 7",
    file({ requirements: { "A.5.1": { answer: 7 } } }),
    /level from 0 to 5/,
    '$.requirements["A.5.1"].answer',
  ],
  [
    "an unknown id",
    file({ requirements: { "A.9.9": { answer: 1 } } }),
    /id of a requirement/,
    '$.requirements["A.9.9"]',
  ],
  ["an end that is cut off", example.slice(0, example.length >> 1), /text ends where/, "line 1, column"],
  ["UTF-16", Buffer.from(`\ufeff${example}`, "utf16le"), /UTF-16.*UTF-8/, ""],
  ["more than 2 MiB", Buffer.alloc(2 * 1024 * 1024 + 1, " "), /larger than 2 MiB/, ""],
  ["a newer version", file({ version: 2 }), /newer version/, "$.version"],
];

/** Files made from the example by chance, and what the core says to each; those that it takes are left out. */
function broken(count, seed) {
  const random = chance(seed);
  const values = ["-1", "7", "1e999", "null", "[]", "{}", '""', "true", '"\\ud800"', "1.5", "[[[[]]]]"];
  const ways = [
    (text) => text.slice(0, random.below(text.length)),
    (text) => text.slice(1 + random.below(text.length)),
    (text, at = random.below(text.length)) =>
      text.slice(0, at) + random.pick([...'{}[]",:0\\\u0001\ufeff']) + text.slice(at),
    (text, at = random.below(text.length)) => text.slice(0, at) + text.slice(at + 1 + random.below(9)),
    (text) =>
      text.replace(/"answer":\d/g, (whole) => (random.below(20) === 0 ? `"answer":${random.pick(values)}` : whole)),
    (text) =>
      text.replace(/"(?:status|edition|format|target|due|at)":("[^"]*"|\d+)/g, (whole, value) =>
        random.below(9) === 0 ? whole.replace(value, random.pick(values)) : whole,
      ),
    (text) => text.replace(/"A\.(\d+)/g, (whole) => (random.below(50) === 0 ? `"A.${random.below(99)}` : whole)),
    (text) => `${text}${random.pick([..."{}[],x"])}`,
    (text) => text.replace("{", `{"${random.pick(["__proto__", "edition", "version"])}":${random.pick(values)},`),
    (text) => "[".repeat(40 + random.below(5000)) + text,
  ];
  const files = [];
  while (files.length < count) {
    const text = random.pick(ways)(example);
    try {
      Assessment.parse(text).free();
    } catch (error) {
      files.push({ name: `bad-${files.length}.json`, text, message: error.message, subject: error.subject });
    }
  }
  return files;
}

for (const engine of engines) {
  describe(`${engine}, files that cannot be read`, { timeout: 180_000 }, () => {
    let page;
    let own;
    before(async () => {
      page = await launch(engine);
      await started(page, offlineFile);
      await jump(page, "assess/governance");
      await answer(page, "A.5.1", 2);
      await answer(page, "A.5.2", "not-applicable", "nobody is there");
      own = await state(page);
      await visit(page, "data");
    });
    after(() => page?.close());

    for (const [what, bytes, message, place] of BAD) {
      test(`${what} is refused with its place, and nothing changes`, async () => {
        await page.setFile("#data-file", { name: `${what}.json`, bytes });
        const said = await page.waitFor(async () => {
          const now = await problems(page);
          return now?.text.includes(`“${what}.json”`) && now.focused && now;
        }, "the summary to have the focus");
        assert.match(said.text, message);
        assert(said.text.includes(place), `${place} in: ${said.text}`);
        assert.doesNotMatch(said.text, /\b(invalid|oops|please|undefined|null|\[object)\b/i);
        assert.equal(await state(page), own);
      });
    }

    test("a file that cannot be compared with is refused in the same words", async () => {
      await visit(page, "compare");
      await page.setFile("#other-file", { name: "other.json", bytes: BAD[2][1] });
      const said = await page.waitFor(() => problems(page), "the summary");
      assert.match(said.text, BAD[2][2]);
      assert.equal(await state(page), own);
      await visit(page, "data");
    });

    const files = broken(200, 27001);
    test(`${files.length} files broken by chance are refused in the core's own words, and nothing changes`, async () => {
      const said = await page.evaluate(async (list) => {
        const element = document.querySelector("iso27001-readiness");
        const root = element.shadowRoot;
        const seen = [];
        for (const { name, text } of list) {
          const carried = new DataTransfer();
          carried.items.add(new File([text], name));
          root
            .querySelector(".drop")
            .dispatchEvent(new DragEvent("drop", { dataTransfer: carried, bubbles: true, cancelable: true }));
          const heading = `“${name}” could not be opened`;
          const end = performance.now() + 5_000;
          const there = () =>
            root.getElementById("problems-title")?.textContent === heading && root.activeElement?.id === "problems";
          while (!there() && performance.now() < end) await new Promise((wake) => setTimeout(wake));
          seen.push({
            name,
            there: there(),
            text: root.getElementById("problems")?.textContent ?? "",
            state: element.session.store.text,
          });
        }
        return seen;
      }, files);
      for (const [at, { name, there, text, state: now }] of said.entries()) {
        assert(there, `${name} got no answer: ${files[at].text.slice(0, 200)}`);
        const { message, subject } = files[at];
        assert(text.includes(message.slice(1)), `${name}: ${message} in: ${text}`);
        if (subject !== "$") assert(text.includes(subject), `${name}: ${subject} in: ${text}`);
        assert.equal(now, own, name);
      }
    });

    test("a reason left blank on the page is asked for before the next page, and counts for nothing", async () => {
      await jump(page, "assess/governance");
      await page.click(part("A.5.3", "not-applicable"));
      await page.fill(part("A.5.3", "reason"), "   ");
      await page.click({ css: ".steps a.primary" });
      const said = await page.waitFor(async () => {
        const now = await problems(page);
        return now?.focused && now;
      }, "the summary to have the focus");
      assert.match(said.text, /A\.5\.3.*justification/);
      assert.equal(await state(page), own);
      await page.click("#problems a");
      await page.waitFor(
        () =>
          page.evaluate(
            (id) => document.querySelector("iso27001-readiness").shadowRoot.activeElement?.id === id,
            part("A.5.3", "reason").slice(1),
          ),
        "the field to have the focus",
      );
    });

    test("none of them shows as an error in the console", async () => assert.deepEqual(await page.consoleErrors(), []));
  });
}
