// Work grows with the input, and no faster: hostile texts in every export and in a sheet that is taken in, at n, 2n, 4n and 8n.
import assert from "node:assert/strict";
import { test } from "node:test";
import { strToU8, zipSync } from "fflate";
import { Assessment, exports } from "./bundle.mjs";
import { make, sourceOf } from "./made.mjs";

const STEEPEST = 1.4;
const PATIENCE_MS = 15_000;
const SIZES = [16, 32, 64, 128].map((kilo) => kilo * 1024);

/** The slope of time over size, both as logarithms: 1 is linear, 2 quadratic. */
function slope(points) {
  const logs = points.map((point) => point.map(Math.log));
  const mean = (of) => logs.reduce((sum, point) => sum + of(point), 0) / logs.length;
  const [x, y] = [mean(([one]) => one), mean(([, one]) => one)];
  return mean(([one, other]) => (one - x) * (other - y)) / mean(([one]) => (one - x) ** 2);
}

/** What a busy machine adds only ever slows one size down: the fastest of all runs counts. */
function growsLinearly(name, work, inputs) {
  const points = inputs.map((input) => [input.length, Infinity]);
  const start = performance.now();
  let steepness = Infinity;
  while (performance.now() - start < PATIENCE_MS && !(steepness < STEEPEST)) {
    for (const [at, input] of inputs.entries()) {
      const before = performance.now();
      work(input);
      points[at][1] = Math.min(points[at][1], performance.now() - before);
    }
    steepness = slope(points);
  }
  assert.ok(steepness < STEEPEST, `${name}: ${steepness.toFixed(2)} of ${JSON.stringify(points)}`);
}

const HOSTILE = {
  spaces: (size) => " ".repeat(size),
  "spaces before a bracket": (size) => `${" ".repeat(size)}<x`,
  "spaces in lines": (size) => `a${" ".repeat(99)}\n`.repeat(size / 101),
  brackets: (size) => "<".repeat(size),
  "closing brackets": (size) => ">".repeat(size),
  "pairs of brackets": (size) => "a <b> ".repeat(size / 6),
  apostrophes: (size) => "'".repeat(size),
  "apostrophes after a separator": (size) => `;${"'".repeat(size)}`,
  separators: (size) => ";".repeat(size),
  tabs: (size) => "\t'".repeat(size / 2),
  digits: (size) => "1".repeat(size),
  hyphens: (size) => "-".repeat(size),
  "hyphens before a letter": (size) => `${"-".repeat(size)}a`,
  escapes: (size) => "_x005F".repeat(size / 6),
  "escapes of escapes": (size) => `_${"x005F".repeat(size / 5)}_`,
  underscores: (size) => "_".repeat(size),
  ampersands: (size) => "&".repeat(size),
  quotes: (size) => '"'.repeat(size),
};

for (const [name, shape] of Object.entries(HOSTILE)) {
  test(`every text of an export: ${name}`, () => {
    for (const [step, work] of Object.entries(exports.texts)) growsLinearly(`${step}, ${name}`, work, SIZES.map(shape));
  });
}

const example = Assessment.example("2022");
const cell = (text) => `"${text.replaceAll('"', '""')}"`;

test("a sheet with hostile cells is taken in within seconds, and nothing too long is taken", async () => {
  for (const [name, shape] of Object.entries(HOSTILE)) {
    for (const size of [31_000, 400_000]) {
      const rows = ["A.5.1", "A.5.2", "A.5.3"].map((id) => `${id},${cell(shape(size))},${cell(shape(size))}`);
      const bytes = new TextEncoder().encode(["Control,Owner,Evidence links", ...rows].join("\r\n"));
      const start = performance.now();
      const { sheets } = await exports.readSheets(bytes, { name: "sheet.csv" });
      const { changes, refused } = example.propose(sheets);
      const took = performance.now() - start;
      assert.ok(took < 3_000, `${name} of ${size}: ${took} ms`);
      assert.ok(refused.length <= 1000, name);
      for (const { field, to } of changes) if (field === "owner") assert.ok(to.length <= 10_000, name);
    }
  }
});

test("a workbook of a few kilobytes that stands for gigabytes of cells is read in seconds", async () => {
  const ids = sourceOf(example).statement.map(({ id }) => id);
  const xml = '<?xml version="1.0" encoding="UTF-8"?>';
  const labels = ["Control", "Owner", "Note", "Evidence links", "More on the justification", "Why it is excluded"];
  const strings = [...labels, ...ids, " ".repeat(1_500_000)];
  const content = [
    labels.map((_, at) => `<c t="s"><v>${at}</v></c>`).join(""),
    ...ids.map(
      (_, at) => `<c t="s"><v>${labels.length + at}</v></c>${`<c t="s"><v>${strings.length - 1}</v></c>`.repeat(5)}`,
    ),
  ];
  const bytes = zipSync(
    Object.fromEntries(
      Object.entries({
        "_rels/.rels": `${xml}<Relationships><Relationship Id="a" Type="x/officeDocument" Target="/xl/workbook.xml"/></Relationships>`,
        "xl/workbook.xml": `${xml}<x:workbook xmlns:x="m" xmlns:q="o"><x:sheets><x:sheet name="S" sheetId="1" q:id="b"/></x:sheets></x:workbook>`,
        "xl/_rels/workbook.xml.rels": `${xml}<Relationships><Relationship Id="b" Type="x/worksheet" Target="s.xml"/><Relationship Id="c" Type="x/sharedStrings" Target="t.xml"/></Relationships>`,
        "xl/t.xml": `${xml}<sst>${strings.map((text) => `<si><t>${text}</t></si>`).join("")}</sst>`,
        "xl/s.xml": `${xml}<worksheet><sheetData>${content.map((row) => `<row>${row}</row>`).join("")}</sheetData></worksheet>`,
      }).map(([name, text]) => [name, strToU8(text)]),
    ),
  );
  assert.ok(bytes.length < 8_000, `${bytes.length}`);
  const start = performance.now();
  const { sheets, notices } = await exports.readSheets(bytes);
  const { changes } = example.propose(sheets);
  const took = performance.now() - start;
  assert.ok(took < 6_000, `${took} ms`);
  assert.deepEqual(changes, []);
  assert.ok(notices.length > 0 && notices.length <= 201, `${notices.length}`);
});

test("every export of an assessment with tens of thousands of links and snapshots grows with them", () => {
  const file = (links) => {
    const assessment = JSON.parse(example.toJSON());
    assessment.requirements["A.5.1"].evidence = Array.from({ length: links }, (_, at) => ({
      label: "",
      href: `https://e.example/${at}`,
    }));
    assessment.snapshots = Array.from({ length: links / 2 }, () => ({
      at: "2026-01-01T00:00:00Z",
      label: "",
      overall: { low: 1, high: 2 },
    }));
    return Assessment.parse(JSON.stringify(assessment));
  };
  const sources = [2_000, 4_000, 8_000, 16_000].map((links) => Object.assign(sourceOf(file(links)), { length: links }));
  for (const name of ["report-html", "report-markdown", "statement", "workbook", "oscal-results", "gaps"]) {
    const start = performance.now();
    make(name, sources.at(-1));
    const took = performance.now() - start;
    assert.ok(took < 3_000, `${name}: ${took} ms`);
    growsLinearly(name, (source) => make(name, source), sources);
  }
});
