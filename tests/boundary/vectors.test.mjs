import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { test } from "node:test";
import { Assessment } from "./package.mjs";

const folder = new URL("../vectors/cases/", import.meta.url);
const names = (await readdir(folder)).filter((name) => name.endsWith(".json")).sort();

/** A vector holds some keys of the report, each in full. */
const pick = (whole, keys) => Object.fromEntries(keys.map((key) => [key, whole[key]]));

for (const name of names) {
  test(`the package gives what the independent reading of the method gives: ${name}`, async () => {
    const vector = JSON.parse(await readFile(new URL(name, folder), "utf8"));
    const assessment = Assessment.parse(JSON.stringify(vector.assessment));
    assert.deepEqual(pick(assessment.report(), Object.keys(vector.report)), vector.report);
    for (const [id, answer, gain] of vector.whatIf ?? []) {
      const area = id.startsWith("area:");
      const subject = area || /^(A\.)?\d/.test(id) ? id : `document:${id}`;
      assert.equal(assessment.whatIf(subject, answer), gain, `${subject} ${answer}`);
    }
    const summary = assessment.summary();
    const report = assessment.report();
    assert.deepEqual(pick(summary, ["overall", "coverage", "parts"]), pick(report, ["overall", "coverage", "parts"]));
    assessment.free();
  });
}
