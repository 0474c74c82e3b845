// Work grows with the input, and no faster: hostile texts in every export, and many links and snapshots.
import { test } from "node:test";
import { Assessment, exports } from "./bundle.mjs";
import { growsLinearly, HOSTILE, SIZES } from "../sheets/support/growth.mjs";
import { make, sourceOf } from "./made.mjs";

for (const [name, shape] of Object.entries(HOSTILE)) {
  test(`every text of an export: ${name}`, async () => {
    for (const [step, work] of Object.entries(exports.texts))
      await growsLinearly(`${step}, ${name}`, work, SIZES, shape);
  });
}

const example = Assessment.example("2022");
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
    return Assessment.parse(JSON.stringify(assessment));
  };
  const sizes = [2_000, 4_000, 8_000, 16_000];
  const sources = new Map(sizes.map((links) => [links, sourceOf(file(links))]));
  for (const name of ["report-html", "report-markdown", "statement", "workbook", "oscal-results", "gaps"])
    await growsLinearly(
      name,
      (source) => make(name, source),
      sizes,
      (links) => sources.get(links),
    );
});
