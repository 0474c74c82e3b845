// The exports by way of the package: what is said before the second module is there, and that nothing is lost with it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { bytes, deferredBytes, freshEntries, starved } from "./copy.mjs";
import { Assessment, exportAs, exportNames, thrown } from "./package.mjs";

const DAY = "2026-11-23";
const example = Assessment.example("2022").toJSON();
const textOf = ({ bytes: made }) => new TextDecoder().decode(made);

test("every name is an export, and each is a file with a name, a type and bytes", () => {
  assert.equal(new Set(exportNames()).size, 12);
  for (const name of exportNames()) {
    const made = exportAs(name, example, { day: DAY });
    assert.deepEqual(Object.keys(made), ["name", "type", "bytes"]);
    assert.ok(made.name.includes(DAY) && made.bytes instanceof Uint8Array && made.bytes.length > 100, name);
    assert.match(made.type, /^(text|application)\//);
    assert.ok(!exportAs(name, example).name.includes(DAY), name);
  }
});

test("an assessment file and a result are those of the assessment", () => {
  const assessment = Assessment.parse(example);
  assert.equal(textOf(exportAs("assessment", assessment)), example);
  assert.deepEqual(JSON.parse(textOf(exportAs("result", assessment))), assessment.result());
  assessment.free();
});

test("in a browser the exports wait for the second module alone, fetched or from the copy that is a script", async () => {
  const [index, exports] = await freshEntries("index.js", "exports.js");
  assert.match(thrown(() => exports.exportNames()).message, /call readyDeferred\(\) first/);
  assert.equal(thrown(() => exports.exportAs("plan", example)).code, "not-ready");
  await index.readyDeferred(deferredBytes);
  const made = exportAs("oscal-catalog", example);
  assert.deepEqual(exports.exportAs("oscal-catalog", example), made);
  // Its assessments are of the first module.
  assert.equal(thrown(() => exports.exportAs("plan", Assessment.parse(example))).code, "not-usable");
  await index.ready(bytes);
  assert.deepEqual(exports.exportAs("plan", index.Assessment.parse(example)), exportAs("plan", example));
  const [inline, inlined] = await freshEntries("inline.js", "exports.js");
  await inline.readyDeferred();
  assert.deepEqual(inlined.exportAs("oscal-catalog", example), made);
});

test("a second module that failed starts anew with all words of the questionnaire", async () => {
  const [index, exports] = await freshEntries("index.js", "exports.js");
  await index.readyDeferred(starved(64, deferredBytes));
  const file = JSON.parse(example);
  file.snapshots = Array.from({ length: 40_000 }, () => ({ label: "x".repeat(200), overall: { low: 1, high: 2 } }));
  assert.equal(thrown(() => exports.exportAs("report-html", JSON.stringify(file))).code, "trap");
  const made = exports.exportAs("oscal-catalog", example);
  assert.deepEqual(made, exportAs("oscal-catalog", example));
});

test("what an option's getter does happens before the module is entered", () => {
  const assessment = Assessment.parse(example);
  const options = {
    get day() {
      assessment.free();
      return DAY;
    },
  };
  assert.equal(thrown(() => exportAs("plan", assessment, options)).code, "not-usable");
  const failing = {
    get day() {
      throw new TypeError("a getter of the caller's");
    },
  };
  assert.equal(thrown(() => exportAs("plan", example, failing)).code, "unreadable");
  assert.equal(exportAs("plan", example, { day: DAY }).name, "tanglewick-software-fictional-2026-11-23-plan.csv");
});
