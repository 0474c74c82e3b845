// OSCAL out and in by way of the package, as by the command.
import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { command } from "./command.mjs";
import { exchangeBytes, freshEntries } from "./copy.mjs";
import { Assessment, exportAs, oscalBundle, readOscal, thrown } from "./package.mjs";

const DAY = "2026-11-23";
const textOf = ({ bytes }) => new TextDecoder().decode(bytes);
const refused = (act, code, subject) => {
  const error = thrown(act);
  assert.equal(error?.name, "ReadinessError", String(error));
  assert.deepEqual([error.code, error.subject], [code, subject], error.message);
};

/** The texts of an archive whose files are stored as they are. */
function stored(archive) {
  const found = {};
  for (let at = 0; archive.readUInt32LE(at) === 0x04034b50; ) {
    const [size, name, extra] = [
      archive.readUInt32LE(at + 18),
      archive.readUInt16LE(at + 26),
      archive.readUInt16LE(at + 28),
    ];
    const start = at + 30 + name + extra;
    found[archive.toString("utf8", at + 30, at + 30 + name)] = archive.toString("utf8", start, start + size);
    at = start + size;
  }
  return found;
}

test("the bundle and what is read are the command's", { timeout: 300_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), "readiness-oscal-"));
  try {
    const a = Assessment.example("2022");
    const [answers, bundle, empty] = ["a.json", "b.zip", "e.json"].map((name) => join(folder, name));
    await writeFile(answers, a.toJSON());
    const { code, said } = await command("report", answers, "--format", "oscal-bundle", "-o", bundle);
    assert.equal(code, 0, said);
    const made = oscalBundle(a, { day: DAY });
    assert.ok((await readFile(bundle)).equals(made.bytes));
    assert.deepEqual([made.name, made.type], ["tanglewick-software-fictional-2026-11-23-oscal.zip", "application/zip"]);
    assert.deepEqual(oscalBundle(a.toJSON(), { day: DAY }), made);
    const files = stored(Buffer.from(made.bytes));
    assert.deepEqual(Object.keys(files), [
      "catalog.json",
      "profile.json",
      "system-security-plan.json",
      "assessment-plan.json",
      "assessment-results.json",
      "poam.json",
    ]);
    const own = Assessment.create("2022");
    await writeFile(empty, own.toJSON());
    for (const name of ["assessment-results.json", "system-security-plan.json"]) {
      const path = join(folder, name);
      await writeFile(path, files[name]);
      const { stdout } = await command("import", path, "--into", empty, "--format", "json");
      assert.deepEqual(own.propose([readOscal(files[name])]), JSON.parse(stdout.toString()), name);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test("our own results come back with every answer", () => {
  for (const edition of ["2013", "2022"]) {
    const a = Assessment.example(edition);
    const sheet = readOscal(textOf(exportAs("oscal-results", a)));
    assert.deepEqual(Object.keys(sheet), ["name", "rows"]);
    assert.equal(sheet.name, "assessment-results");
    const back = Assessment.create(edition);
    back.apply(back.propose([sheet]));
    const answers = (of) =>
      Object.entries(JSON.parse(of.toJSON()).requirements)
        .filter(([, { answer }]) => answer !== undefined)
        .map(([id, { answer, reason, owner }]) => [id, answer, reason, owner]);
    assert.deepEqual(answers(back), answers(a), edition);
  }
});

test("the bundle leaves out what people typed if so wanted", () => {
  const a = Assessment.create("2022", { organisation: { name: "Quillworth" } });
  a.exclude("A.7.4", "no premises of Quillworth");
  assert.ok(textOf(oscalBundle(a)).includes("Quillworth"));
  const made = oscalBundle(a, { anonymous: true });
  assert.ok(!textOf(made).includes("Quillworth") && !made.name.includes("quillworth"));
});

test("what is no OSCAL, no text and no assessment is refused by name", () => {
  for (const wrong of ["{}", '{"catalog":{}}', "[]", "Control;Status\n"])
    assert.ok(["wrong-format", "wrong-type", "syntax"].includes(thrown(() => readOscal(wrong))?.code), wrong);
  refused(() => readOscal('{"catalog":{}}'), "wrong-format", "$");
  for (const wrong of [undefined, null, 7, {}, new Uint8Array(4)]) refused(() => readOscal(wrong), "wrong-type", "$");
  refused(() => readOscal('{"assessment-results":"\ud800"}'), "lone-surrogate", "$");
  refused(() => readOscal(`{"assessment-results":"${"x".repeat(2 ** 21)}"}`), "too-large", "$");
  refused(() => oscalBundle({}), "not-usable", "");
  refused(() => oscalBundle(Assessment.create("2022"), { day: "tomorrow" }), "bad-date", "day");
  refused(() => oscalBundle(Assessment.create("2022"), { language: "tlh" }), "unknown-value", "tlh");
});

test("in a browser both wait for the third module alone", async () => {
  const text = Assessment.example("2022").toJSON();
  const [index, oscal] = await freshEntries("index.js", "oscal.js");
  assert.match(thrown(() => oscal.oscalBundle(text)).message, /call readyExchange\(\) first/);
  refused(() => oscal.readOscal("{}"), "not-ready", "");
  await index.readyExchange(exchangeBytes);
  // With all words of the questionnaire.
  assert.deepEqual(oscal.oscalBundle(text, { day: DAY }), oscalBundle(text, { day: DAY }));
});
