// A sheet of somebody else is read and proposed in time that grows with it, and whatever is too long is told.
import assert from "node:assert/strict";
import { test } from "node:test";
import { strToU8, zipSync } from "fflate";
import { Assessment, readyDeferred } from "../boundary/package.mjs";
import { readSheets } from "./bundle.mjs";
import { growsLinearly, HOSTILE } from "./support/growth.mjs";

await readyDeferred();
const example = Assessment.example("2022");
const ids = example.soa().map(({ id }) => id);
/** As much as a spreadsheet itself puts into a cell, in UTF-16 code units. */
const MOST_IN_CELL = 32_767;
/** The longest text of an assessment, in characters. */
const MOST_IN_TEXT = 10_000;

const utf8 = (text) => new TextEncoder().encode(text);
const cell = (text) => `"${text.replaceAll('"', '""')}"`;
/** A sheet with the same two texts in each row. */
const sheetOf = (rows, owner, links) =>
  utf8(["Control,Owner,Evidence links", ...rows.map((id) => `${id},${cell(owner)},${cell(links)}`)].join("\r\n"));
const read = async (bytes) => {
  const { sheets, notices } = await readSheets(bytes, { name: "sheet.csv" });
  return { ...example.propose(sheets), grids: sheets, told: notices };
};

for (const [name, shape] of Object.entries(HOSTILE)) {
  test(`cells of ${name} are read in time that grows with them, and what is too long is told`, async () => {
    const sizes = [4_000, 8_000, 16_000, 32_000];
    await growsLinearly(name, read, sizes, (size) => sheetOf(ids.slice(0, 16), shape(size), shape(size)));
    const rows = ids.slice(0, 3);
    for (const size of [9_000, 31_000, 400_000]) {
      const text = shape(size);
      const { grids, told, changes, refused } = await read(sheetOf(rows, text, text));
      const cells = grids.flatMap(({ rows }) => rows.flat());
      assert.ok(
        cells.every(({ length }) => length <= MOST_IN_CELL),
        `${name} of ${size}`,
      );
      // A cell that is cut when it is read, by its row.
      const cut = told.filter(({ kind }) => kind === "cut-cell").map(({ row }) => row);
      assert.deepEqual(cut, text.length > MOST_IN_CELL ? [2, 2, 3, 3, 4, 4] : [], `${name} of ${size}`);
      // And one that no field of an assessment has room for.
      const left = grids[0].rows[1]?.[1]?.trim() ?? "";
      const long = refused.filter(({ reason, value }) => reason === "too-long" && value === "owner");
      const expected = left.length > MOST_IN_TEXT ? [2, 3, 4] : [];
      assert.deepEqual(
        long.map(({ source }) => source.row),
        expected,
        `${name} of ${size}`,
      );
      for (const { field, to } of changes) {
        const texts = field === "evidence" ? to.map(({ label }) => label) : [to];
        assert.ok(
          texts.every(({ length }) => length <= MOST_IN_TEXT),
          `${name} of ${size}`,
        );
      }
    }
  });
}

const XML = '<?xml version="1.0" encoding="UTF-8"?>';
/** Rows of five cells that share one text of so many spaces. */
function workbook(rows, spaces, more = "") {
  const labels = ["Control", "Owner", "Note", "Evidence links", "More on the justification", "Why it is excluded"];
  const strings = [...labels, ...ids, " ".repeat(spaces)];
  const content = [
    labels.map((_, at) => `<c t="s"><v>${at}</v></c>`).join(""),
    ...Array.from(
      { length: rows },
      (_, at) =>
        `<c t="s"><v>${labels.length + (at % ids.length)}</v></c>${`<c t="s"><v>${strings.length - 1}</v></c>`.repeat(5)}`,
    ),
  ];
  const parts = {
    "_rels/.rels": `${XML}<Relationships><Relationship Id="a" Type="x/officeDocument" Target="/xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `${XML}<x:workbook xmlns:x="m" xmlns:q="o"><x:sheets><x:sheet name="S" sheetId="1" q:id="b"/></x:sheets></x:workbook>`,
    "xl/_rels/workbook.xml.rels": `${XML}<Relationships><Relationship Id="b" Type="x/worksheet" Target="s.xml"/><Relationship Id="c" Type="x/sharedStrings" Target="t.xml"/></Relationships>`,
    "xl/t.xml": `${XML}<sst>${strings.map((text) => `<si><t>${text}</t></si>`).join("")}</sst>`,
    "xl/s.xml": `${XML}<worksheet><sheetData>${content.map((row) => `<row>${row}</row>`).join("")}${more}</sheetData></worksheet>`,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}

test("a workbook of a few kilobytes that stands for hundreds of megabytes of cells is read in time that grows with it", async () => {
  const whole = workbook(ids.length, 1_500_000);
  assert.ok(whole.length < 8_000, `${whole.length} bytes`);
  const { changes, refused, told } = await read(whole);
  assert.deepEqual([changes, refused], [[], []]);
  // Two hundred cells are told one by one, the others together.
  assert.equal(told.length, 201);
  assert.equal(told.at(-1).kind, "more");
  await growsLinearly("rows of the workbook", read, [12, 24, 48, 93], (rows) => workbook(rows, 1_500_000));
  await growsLinearly("a text of the workbook", read, [4_000, 8_000, 16_000, 32_000], (spaces) => workbook(93, spaces));
});

for (const [name, make] of Object.entries({
  quotes: (size) => '"'.repeat(size),
  "quotes in lines": (size) => `"a\n""b" x,`.repeat(size / 8),
  "open quotes": (size) => `"\n"${"x".repeat(96)}\n`.repeat(size / 100),
  "tables in tables": (size) => "<table><tr><td>".repeat(size / 16),
  styles: (size) => `<table>${"<style>".repeat(size / 8)}`,
  "lines of a Markdown table": (size) => `| a | b |\n|${"---|".repeat(size / 8)}\n`,
  "hyphens of a Markdown table": (size) => `|-${" -".repeat(size / 4)}`,
  backslashes: (size) => `é${"\\|".repeat(size / 4)}\n|---|---|\n`,
  attributes: (size) => workbook(0, 1, `<row${" a".repeat(size / 8)}>`),
  "attributes with values": (size) => workbook(0, 1, `<row${' a="b"'.repeat(size / 16)}/>`),
}))
  test(`a file of ${name} is read or refused in time that grows with it`, () =>
    growsLinearly(
      name,
      (bytes) => readSheets(bytes).catch(() => undefined),
      [50_000, 100_000, 200_000, 400_000],
      make,
    ));
