// Work grows with the input, and no faster: hostile texts in every export, and many links and snapshots.
import { test } from "node:test";
import { Assessment, firstVersion } from "../boundary/package.mjs";
import { growsLinearly, HOSTILE } from "../sheets/support/growth.mjs";
import { make } from "./made.mjs";

/** Up to the longest text that a field takes, in as many fields as make the texts most of the work. */
const LENGTHS = [1_200, 2_400, 4_800, 9_600];
const FIELDS = 6;
/** Together they write every kind of text: cells, XML, HTML, Markdown, prose. */
const WRITERS = ["statement", "workbook", "report-html", "report-markdown", "oscal-results"];

const example = Assessment.example("2022");
const ids = example.soa().map(({ id }) => id);

/** The example with a text in many fields, as the text of its file. */
function holding(text) {
  const file = JSON.parse(example.toJSON());
  file.organisation.name = text;
  for (const id of ids.slice(0, FIELDS))
    Object.assign(file.requirements[id], { answer: 0, note: text, owner: text, evidence: [{ label: text, href: "" }] });
  return JSON.stringify(file);
}

for (const [name, shape] of Object.entries(HOSTILE)) {
  test(`every text of an export: ${name}`, async () => {
    const files = new Map(LENGTHS.map((length) => [length, holding(shape(length))]));
    for (const writer of WRITERS)
      await growsLinearly(
        `${writer}, ${name}`,
        (text) => make(writer, text),
        LENGTHS,
        (length) => files.get(length),
      );
  });
}

test("every text of a document's first version", async () => {
  for (const [name, shape] of Object.entries(HOSTILE)) {
    const made = (length) => {
      const assessment = Assessment.create("2022", { organisation: { name: shape(length), scope: shape(length) } });
      const text = assessment.toJSON();
      assessment.free();
      return text;
    };
    for (const format of ["html", "markdown"]) {
      const write = (text) => firstVersion("isms_scope", format, text);
      await growsLinearly(`${format}, ${name}`, write, LENGTHS, made);
    }
  }
});

test("every export of an assessment with tens of thousands of links and snapshots grows with them", async () => {
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
    return JSON.stringify(assessment);
  };
  const sizes = [2_000, 4_000, 8_000, 16_000];
  const files = new Map(sizes.map((links) => [links, file(links)]));
  for (const name of ["report-html", "report-markdown", "statement", "workbook", "oscal-results", "gaps"])
    await growsLinearly(
      name,
      (text) => make(name, text),
      sizes,
      (links) => files.get(links),
    );
});
