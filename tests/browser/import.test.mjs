// Other people's sheets, taken over by hand: what the page makes of them is what the package makes of them.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { strToU8, zipSync } from "fflate";
import { engines, launch, offlineFile } from "./driver/index.mjs";
import { overflow } from "./support/access.mjs";
import { Assessment } from "./support/core.mjs";
import {
  agrees,
  answer,
  click,
  drawn,
  focusOf,
  jump,
  problems,
  started,
  state,
  texts,
  visit,
} from "./support/steps.mjs";

const { readSheets } = await import(new URL("../../dist/npm/sheets.js", import.meta.url));
const file = (name) => readFileSync(new URL(`../sheets/files/${name}`, import.meta.url));
const TICKED = "th input[type=checkbox]";

/** A workbook that unpacks to more than is read; made once, since it takes seconds. */
let packed;
const bomb = () =>
  (packed ??= zipSync(
    { "_rels/.rels": strToU8("<Relationships/>"), "xl/workbook.xml": new Uint8Array(97 * 1024 * 1024).fill(32) },
    { level: 1 },
  ));

/** What the package makes of the same bytes, with what was said about words. */
async function expected(bytes, before, options, only) {
  const assessment = Assessment.parse(before);
  const { sheets } = await readSheets(bytes, { name: "list.csv", ...options?.read });
  const proposal = assessment.propose(sheets, { words: options?.words ?? {} });
  assessment.apply(proposal, only ? { only } : undefined);
  return assessment;
}

/** The rows of the table of changes, cell by cell. */
const rows = (page) =>
  page.evaluate(() =>
    [...document.querySelector("iso27001-readiness").shadowRoot.querySelectorAll(".changes tbody tr")].map((row) =>
      [...row.cells].map((cell) => cell.innerText.trim().replace(/\s+/g, " ")),
    ),
  );
const row = async (page, id, what) =>
  (await rows(page)).find(([of, field]) => of.startsWith(`${id} `) && field === what);

/** The place where files and cells are given, whatever was looked at before. */
async function begun(page) {
  await visit(page, "import");
  const cancel = { css: "main button", text: "Cancel" };
  if (await page.exists(cancel)) await click(page, cancel);
  await page.element("#import-file");
}

/** Gives a file and waits for what becomes of it. */
async function give(page, name, bytes) {
  await begun(page);
  await page.setFile("#import-file", { name, bytes });
  await page.waitFor(
    async () => (await page.exists("#import-columns-title")) || (await page.exists("#import-fault")),
    `${name} to be read`,
    60_000,
  );
}

const takeOver = async (page) => {
  await click(page, "main .primary");
  await page.waitFor(() => page.evaluate(() => location.hash === "#/result"), "the result");
};

const undone = async (page, before) => {
  await click(page, { css: "header button", text: "Undo" });
  await page.waitFor(async () => (await state(page)) === before, "all of it to be taken back");
};

/** What a person's drop is to the page, and whether it was taken; a number instead of a text is a file of so many bytes. */
const drop = (page, name, content) =>
  page.evaluate(
    ([called, given]) => {
      const content = typeof given === "number" ? new Uint8Array(given).fill(65) : given;
      const carried = new DataTransfer();
      carried.items.add(new File([content], called));
      const main = document.querySelector("iso27001-readiness").shadowRoot.querySelector("main");
      const left = ["dragover", "drop"].filter((type) =>
        main.dispatchEvent(
          new DragEvent(type, { dataTransfer: carried, bubbles: true, composed: true, cancelable: true }),
        ),
      );
      return left.length === 0 ? "taken" : `left: ${left}`;
    },
    [name, content],
  );

for (const engine of engines) {
  describe(`${engine}, sheets of others`, { timeout: 240_000 }, () => {
    let page;
    before(async () => {
      page = await launch(engine);
      await started(page, offlineFile);
    });
    after(() => page?.close());

    test("a German workbook, told by its content, with a word that means something else, in one step", async () => {
      const bytes = file("statement-de.xlsx");
      const before = await state(page);
      await give(page, "Kopie von SoA (final).json.bak", bytes);
      assert.equal(await state(page), before, "a proposal changes nothing");
      await page.waitFor(async () => (await focusOf(page)) === "title", "the heading to have the focus");
      assert.equal((await row(page, "A.5.2", "Answer"))[3], "2 Developing");
      await page.select({ label: "Teilweise umgesetzt: taken as" }, "3");
      await page.waitFor(async () => (await row(page, "A.5.2", "Answer"))[3] === "3 Defined", "the other meaning");
      // An exclusion without a justification waits for one, and says where it stands.
      assert.match((await texts(page, "#import-refusals-title + ul")).join(), /row 7.*has no justification/);
      const one = await row(page, "A.5.1", "Owner");
      assert.deepEqual(one.slice(2), ["(blank)", "Jörg Müller", "F2"]);
      await takeOver(page);
      await agrees(page, await expected(bytes, before, { words: { "Teilweise umgesetzt": 3 } }));
      await undone(page, before);
    });

    test("a French text in an encoding that it does not name, as far as it is ticked", async () => {
      const bytes = file("statement-fr.csv");
      const before = await state(page);
      await give(page, "mesures.csv", bytes);
      assert.equal((await row(page, "A.5.1", "Owner"))[3], "Zoé");
      await page.select("#import-encoding", "macintosh");
      await page.waitFor(async () => (await row(page, "A.5.1", "Owner"))?.[3] === "ZoÈ", "the other letters");
      await page.select("#import-encoding", "windows-1252");
      await page.waitFor(async () => (await row(page, "A.5.1", "Owner"))?.[3] === "Zoé", "the right letters");
      await page.click("#import-filter-exclusions");
      await drawn(page);
      assert.deepEqual(
        (await rows(page)).map(([of]) => of.split(" ")[0]),
        ["A.7.4", "A.7.4"],
      );
      await page.click("#import-all");
      await page.click("#import-filter-all");
      await drawn(page);
      assert.equal(await page.property("#import-all", "indeterminate"), true);
      const open = await page.evaluate(
        (css) =>
          [...document.querySelector("iso27001-readiness").shadowRoot.querySelectorAll(css)].filter(
            ({ checked }) => !checked,
          ).length,
        TICKED,
      );
      assert.equal(open, 2);
      await takeOver(page);
      const only = ({ id, field }) => !(id === "A.7.4" && (field === "answer" || field === "reason"));
      await agrees(page, await expected(bytes, before, undefined, only));
      await undone(page, before);
    });

    test("a column means what the person says, and one that is not read is named", async () => {
      await give(page, "list.csv", "Control;Status;Colour\r\nA.5.1;Implemented;Ana\r\n");
      assert.match((await texts(page, "#import-notices-title + ul")).join(), /not read: Colour/);
      await click(page, "main details summary");
      await page.select({ label: "Column C, Colour: taken as" }, "owner");
      await page.waitFor(async () => (await row(page, "A.5.1", "Owner"))?.[3] === "Ana", "the owner to be read");
      await page.waitFor(async () => !(await page.exists("#import-notices-title")), "nothing to be unread");
    });

    test("cells that are pasted, as text by hand and as a table by the clipboard", async () => {
      const before = await state(page);
      await begun(page);
      await page.fill("#import-cells", "Control\tLevel\tNote\nA.5.1\t4\tfrom cells\n");
      await click(page, { css: "main button", text: "Read cells" });
      await page.element("#import-columns-title");
      assert.equal((await row(page, "A.5.1", "Answer"))[3], "4 Managed");
      await begun(page);
      await page.evaluate(() => {
        const data = "<table><tr><th>Control<th>Owner<tr><td>A.5.2<td><b>Kim</b></table>";
        const clipboardData = new DataTransfer();
        clipboardData.setData("text/html", data);
        clipboardData.setData("text/plain", "Control\tOwner\nA.5.2\tKim");
        const main = document.querySelector("iso27001-readiness").shadowRoot.querySelector("main");
        main.dispatchEvent(
          // Firefox fills the clipboard of an event that a script makes by data and dataType alone.
          new ClipboardEvent("paste", {
            clipboardData,
            data,
            dataType: "text/html",
            bubbles: true,
            composed: true,
            cancelable: true,
          }),
        );
      });
      await page.element("#import-columns-title");
      assert.deepEqual(
        (await rows(page)).map((cells) => cells.slice(1, 4)),
        [["Owner", "(blank)", "Kim"]],
      );
      assert.equal(await state(page), before);
    });

    test("an answer that is given meanwhile stays, and the proposal follows it", async () => {
      await give(page, "list.csv", "Control;Level;Owner\r\nA.5.1;4;Ana\r\nA.5.2;2;Ben\r\n");
      const before = await state(page);
      await jump(page, "assess/governance/A.5.1");
      await answer(page, "A.5.1", 1);
      await answer(page, "A.5.3", 5);
      await visit(page, "import");
      await page.waitFor(async () => (await row(page, "A.5.1", "Answer"))?.[2] === "1 Ad hoc", "what is here now");
      await takeOver(page);
      const wanted = Assessment.parse(before);
      wanted.respond("A.5.3", 5);
      wanted.respond("A.5.1", 4);
      wanted.respond("A.5.2", 2);
      wanted.annotate("A.5.1", { owner: "Ana" });
      wanted.annotate("A.5.2", { owner: "Ben" });
      await agrees(page, wanted);
    });

    test("hostile sheets end in a proposal or in one sentence, and nothing in them runs", async () => {
      const before = await state(page);
      await give(page, "hostile.csv", file("hostile.csv"));
      assert.ok(await page.exists("#import-columns-title"));
      await give(page, "numbers.csv", "Ref;Status\r\n5.1;Implemented\r\n");
      assert.match(
        (await texts(page, "#import-refusals-title + ul")).join(),
        /row 2.*“5\.1” can be a clause or a control/,
      );
      assert.equal((await rows(page)).length, 0);
      const markup = '<img src=x onerror="document.title=1">';
      await give(page, `${markup}.csv`, `Control;Owner;${markup}\r\nA.5.1;${markup};x\r\n`);
      assert.equal((await row(page, "A.5.1", "Owner"))[3], markup);
      for (const [name, bytes, said] of [
        ["old.xls", file("old.xls"), /old XLS/],
        ["cut.xlsx", file("statement-de.xlsx").subarray(0, 3000), /damaged or cut off/],
        ["empty.csv", "\r\n \r\n", /holds nothing/],
        ["picture.csv", Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), /neither an assessment nor a spreadsheet/],
        ["wide.csv", `${"a;".repeat(150)}\r\n`.repeat(1400), /too large.*200,000 cells/],
        ["bomb.xlsx", bomb(), /too large|damaged/],
      ]) {
        await give(page, name, bytes);
        assert.match(await page.text("#import-fault"), said, name);
        assert.equal((await texts(page, "main .primary")).length, 0, name);
      }
      await begun(page);
      await drop(page, "large.csv", 20 * 1024 * 1024 + 1);
      assert.match(await page.text("#import-fault"), /too large.*20 MiB/);
      const letter = "Dear colleague,\r\nsee you on Monday\r\n";
      await give(page, "letter.csv", letter);
      assert.match((await texts(page, "#import-notices-title + ul")).join(), /was not read, because its rows are not/);
      assert.equal(await state(page), before);
      assert.doesNotMatch(await page.evaluate(() => document.title), /^1/);
    });

    test("files dropped anywhere: a sheet is looked at, an assessment is opened", async () => {
      await jump(page, "assess/governance/A.5.6");
      await answer(page, "A.5.6", 3);
      await jump(page, "plan");
      await drop(page, "sheet", "Control;Owner\r\nA.5.4;Kim\r\n");
      await page.waitFor(async () => (await row(page, "A.5.4", "Owner"))?.[3] === "Kim", "the sheet to be read");
      await drop(page, "list.csv", "{");
      await page.waitFor(
        async () => (await problems(page))?.text.includes("“list.csv” could not be opened"),
        "the refusal",
      );
      const other = Assessment.create("2022");
      other.respond("A.5.1", 2);
      const text = other.toJSON();
      await drop(page, "list.csv", text);
      const replace = { css: "dialog button", text: "Replace" };
      await page.element(replace);
      // The browser leaves the page for a file that nobody takes.
      assert.equal(await drop(page, "other", "a;b"), "taken");
      await click(page, replace);
      await page.waitFor(async () => (await state(page)) === text, "the assessment to be opened");
      // What was read belonged to the assessment before.
      await visit(page, "import");
      await page.element("#import-file");
    });

    test("by the keyboard alone: cells typed, a word chosen, taken over and taken back", async () => {
      const before = await state(page);
      await begun(page);
      const tabTo = async (wanted) => {
        for (let steps = 0; steps < 60; steps += 1) {
          if (await wanted()) return;
          await page.press("Tab");
        }
        assert.fail("the focus never came there");
      };
      const named = (text) => async () =>
        page.evaluate(
          (words) =>
            document
              .querySelector("iso27001-readiness")
              .shadowRoot.activeElement?.textContent.trim()
              .startsWith(words) ?? false,
          text,
        );
      await page.evaluate(() => document.querySelector("iso27001-readiness").session.focusOn("title"));
      await page.waitFor(async () => (await focusOf(page)) === "title", "the heading to have the focus");
      await tabTo(async () => (await focusOf(page)) === "import-cells");
      await page.fill("#import-cells", "Control;Owner\nA.5.5;Kim\n");
      await tabTo(named("Read cells"));
      await page.press("Enter");
      await page.waitFor(async () => (await focusOf(page)) === "title", "the heading to have the focus");
      await page.element(".changes");
      await tabTo(named("Take over 1 change"));
      await page.press("Enter");
      await page.waitFor(async () => (await state(page)).includes('"Kim"'), "the owner to be taken over");
      await page.press("Control+z");
      await page.waitFor(async () => (await state(page)) === before, "it to be taken back");
    });

    test("nothing reaches sideways out of a phone", async () => {
      await page.resize(1280, 800);
      await give(page, "iso27k.csv", file("iso27k-gap.csv"));
      for (const width of [390, 320]) {
        await page.resize(width, 800);
        await drawn(page);
        assert.equal(await overflow(page), null, `${width} px`);
      }
      await page.resize(1280, 800);
      await begun(page);
      for (const width of [390, 320]) {
        await page.resize(width, 800);
        await drawn(page);
        assert.equal(await overflow(page), null, `${width} px, at the start`);
      }
      assert.deepEqual(await page.consoleErrors(), []);
    });
  });
}
