import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { test } from "node:test";
import { transformWithOxc } from "vite";
import { Assessment, catalog, verify } from "../../dist/npm/node.js";
import { assessment, fromFrame, fromHost, holds, load, result } from "./support/schemas.mjs";

const ROOT = new URL("../../", import.meta.url);
const EDITIONS = ["2022", "2013"];
const json = async (path) => JSON.parse(await readFile(new URL(path, ROOT), "utf8"));
const head = (more) => ({ format: "iso27001-readiness/assessment", version: 1, edition: "2022", ...more });
const answered = (id, response, more) => head({ requirements: { [id]: response }, ...more });
const parses = (value) => {
  try {
    Assessment.parse(JSON.stringify(value)).free();
    return true;
  } catch {
    return false;
  }
};

test("the ids in the schema are those of the catalog", () => {
  const { $defs } = load("assessment-v1");
  for (const edition of EDITIONS) {
    const { clauses, controls, areas, documents } = catalog(edition);
    const isControl = ({ refs }) => refs[0].startsWith("A.");
    assert.deepEqual(
      $defs[`clauses-${edition}`].enum,
      clauses.filter((one) => one.requirement).map((one) => one.id),
    );
    assert.deepEqual(
      $defs[`controls-${edition}`].enum,
      controls.map((one) => one.id),
    );
    assert.deepEqual(
      $defs[`control-areas-${edition}`].enum,
      areas.filter(isControl).map((one) => one.key),
    );
    assert.deepEqual(
      $defs[`clause-areas-${edition}`].enum,
      areas.filter((one) => !isControl(one)).map((one) => one.key),
    );
    assert.deepEqual(
      $defs[`documents-${edition}`].enum,
      documents.map((one) => one.key),
    );
  }
});

test("examples, the fixture, every vector and what the core writes of them fit the schemas", async () => {
  const files = ["tests/data/assessment-v1.json", ...EDITIONS.map((edition) => `languages/en/example_${edition}.json`)];
  for (const file of files) holds(assessment, await json(file), file);
  const texts = await Promise.all(files.map(async (file) => JSON.stringify(await json(file))));
  for (const name of (await readdir(new URL("tests/vectors/cases/", ROOT))).filter((name) => name.endsWith(".json"))) {
    const vector = await json(`tests/vectors/cases/${name}`);
    if (vector.assessment?.format) texts.push(JSON.stringify(vector.assessment));
  }
  for (const edition of EDITIONS) texts.push(Assessment.create(edition).toJSON(), Assessment.example(edition).toJSON());
  for (const text of texts) {
    const read = Assessment.parse(text);
    holds(assessment, JSON.parse(read.toJSON()), text.slice(0, 80));
    holds(result, read.result(), text.slice(0, 80));
    read.free();
  }
  assert.ok(texts.length > 100, `${texts.length} assessments`);
});

const BAD = {
  "no object": [],
  "no format": { version: 1, edition: "2022" },
  "another format": head({ format: "iso27001-readiness/result" }),
  "a newer version": head({ version: 2 }),
  "a version as text": head({ version: "1" }),
  "no edition": { format: "iso27001-readiness/assessment", version: 1 },
  "an edition as a number": head({ edition: 2022 }),
  "an unknown edition": head({ edition: "2005" }),
  "a target of 0": head({ target: 0 }),
  "a target of 6": head({ target: 6 }),
  "a level of 6": answered("4.1", { answer: 6 }),
  "a level of -1": answered("4.1", { answer: -1 }),
  "a level of 2.5": answered("4.1", { answer: 2.5 }),
  "a level as text": answered("4.1", { answer: "3" }),
  "an unknown word": answered("4.1", { answer: "maybe" }),
  "an answer of null": answered("4.1", { answer: null }),
  "a clause heading": answered("4", { answer: 1 }),
  "an unknown control": answered("A.5.38", { answer: 1 }),
  "a control of the other edition": answered("A.5.1.1", { answer: 1 }),
  "a clause that does not apply": answered("4.1", { answer: "not-applicable", reason: "no" }),
  "no reason": answered("A.7.4", { answer: "not-applicable" }),
  "a blank reason": answered("A.7.4", { answer: "not-applicable", reason: "  " }),
  "a note that is no text": answered("4.1", { note: 1 }),
  "a note of 10,001": answered("4.1", { note: "x".repeat(10_001) }),
  "a date in words": answered("4.1", { due: "tomorrow" }),
  "a month 13": answered("4.1", { due: "2026-13-01" }),
  "evidence that is no list": answered("4.1", { evidence: {} }),
  "evidence of texts": answered("4.1", { evidence: ["x"] }),
  "evidence with a script for an address": answered("4.1", { evidence: [{ href: "javascript:alert(1)" }] }),
  "evidence with words for an address": answered("4.1", { evidence: [{ href: "in the safe" }] }),
  "evidence with a line break in its address": answered("4.1", { evidence: [{ href: "https://example.com/\n" }] }),
  "a document at a file": head({ documents: { isms_scope: { href: "file:///etc/passwd" } } }),
  "an unknown inclusion": answered("A.5.1", { inclusion: { because: ["mood"] } }),
  "an unknown area": head({ areas: { weather: { answer: 1 } } }),
  "an area of the other edition": head({ areas: { "A.9": { answer: 1 } } }),
  "an area of clauses that does not apply": head({ areas: { policy: { answer: "not-applicable", reason: "no" } } }),
  "an unknown document": head({ documents: { diary: { status: "draft" } } }),
  "an unknown status": head({ documents: { isms_scope: { status: "done" } } }),
  "a headcount of 0": head({ organisation: { headcount: 0 } }),
  "a headcount of ten million and one": head({ organisation: { headcount: 10_000_001 } }),
  "an organisation as text": head({ organisation: "we" }),
  "a snapshot without its score": head({ snapshots: [{ at: "", label: "" }] }),
  "a snapshot over 100 %": head({ snapshots: [{ overall: { low: 0, high: 10_001 } }] }),
};

test("what the core refuses, the schema refuses", () => {
  for (const [name, value] of Object.entries(BAD)) {
    assert.equal(assessment(value), false, name);
    assert.equal(parses(value), false, `the core takes ${name}`);
  }
});

test("an envelope with a wrong shape is refused", () => {
  const whole = () => Assessment.example("2022").result();
  const bad = {
    "another format": { ...whole(), format: "x" },
    "no seal": (({ sha256, ...rest }) => rest)(whole()),
    "a short seal": { ...whole(), sha256: "ab" },
    "one member more": { ...whole(), note: "" },
    "a score of 120 %": { ...whole(), report: { ...whole().report, overall: { low: 0, high: 12_000 } } },
    "a score in decimals": { ...whole(), report: { ...whole().report, overall: { low: 0.5, high: 1 } } },
    "no engine": (({ engine, ...rest }) => rest)(whole()),
    "a time in words": { ...whole(), assessment: { ...whole().assessment, modified: "yesterday" } },
    "a snapshot at no time": {
      ...whole(),
      assessment: { ...whole().assessment, snapshots: [{ at: "Q4", overall: { low: 0, high: 1 } }] },
    },
    "a binding without an audience": { ...whole(), binding: { nonce: "1" } },
    "a binding with more": { ...whole(), binding: { nonce: "1", audience: "2", more: 3 } },
    "no report": { ...whole(), report: null },
    "one stage": { ...whole(), report: { ...whole().report, stages: whole().report.stages.slice(1) } },
    "an assessment that is wrong": { ...whole(), assessment: BAD["a level of 6"] },
  };
  for (const [name, value] of Object.entries(bad)) {
    assert.equal(result(value), false, name);
    let ok = false;
    try {
      ({ ok } = verify(value));
    } catch (error) {
      assert.equal(error.name, "ReadinessError", name);
    }
    assert.equal(ok, false, `verify takes ${name}`);
  }
  const bound = Assessment.example("2022").result({ nonce: "n", audience: "https://portal.example" });
  holds(result, bound);
  assert.deepEqual(verify(bound).binding, { nonce: "n", audience: "https://portal.example" });
});

const say = (type, payload, more) => ({
  ns: "iso27001-readiness",
  v: 1,
  type,
  ...(payload === undefined ? {} : { payload }),
  ...more,
});
const GOOD = [
  say("welcome", { version: 1 }),
  say("load"),
  say("load", {}, { id: "1" }),
  say(
    "load",
    { edition: "2013", mode: "full", lang: "en-GB", theme: "dark", readonly: true, keepDraft: false, assessment: "{}" },
    { id: "x".repeat(64) },
  ),
  say("load", { assessment: head(), later: { unknown: 1 } }),
  say("load", { binding: { nonce: "n", audience: "https://portal.example", later: 1 } }),
  say("set", { binding: null }),
  say("set", { theme: "system" }),
  say("set", { lang: "de" }, { later: 1 }),
  say("focus", { id: "A.5.1" }, { id: "a" }),
];
const WRONG = [
  null,
  [],
  "load",
  {},
  say("welcome"),
  say("welcome", { version: 2 }),
  say("load", null),
  say("load", []),
  say("load", "x"),
  say("load", { edition: 2013 }),
  say("load", { edition: "2005" }),
  say("load", { mode: "both" }),
  say("load", { theme: "black" }),
  say("load", { readonly: "yes" }),
  say("load", { keepDraft: 1 }),
  say("load", { assessment: 1 }),
  say("load", { assessment: null }),
  say("load", { assessment: [] }),
  say("load", { binding: "n" }),
  say("load", { binding: { nonce: "n" } }),
  say("load", { binding: { nonce: "", audience: "a" } }),
  say("set", { binding: { nonce: "n", audience: "a".repeat(257) } }),
  say("set", { binding: { nonce: 1, audience: "a" } }),
  say("set", { lang: "" }),
  say("set", { lang: "en_GB" }),
  say("focus"),
  say("focus", {}),
  say("focus", { id: "" }),
  say("focus", { id: "x".repeat(65) }),
  say("load", {}, { id: "" }),
  say("load", {}, { id: 1 }),
  say("load", {}, { ns: "other" }),
  say("load", {}, { v: "1" }),
  say("load", {}, { v: 2 }),
  say("hello", { versions: [1] }),
  say("constructor", {}),
  say("__proto__", {}),
];

test("the frame and the schema of its messages agree on every one", async () => {
  const path = new URL("www/frame/protocol.ts", ROOT);
  const { code } = await transformWithOxc(await readFile(path, "utf8"), "protocol.ts");
  const { read } = await import(`data:text/javascript,${encodeURIComponent(code)}`);
  for (const message of GOOD) {
    holds(fromHost, message);
    assert.ok(read(message), JSON.stringify(message));
  }
  for (const message of WRONG) {
    assert.equal(fromHost(message), false, JSON.stringify(message));
    assert.equal(read(message), null, JSON.stringify(message));
  }
  const limit = (size) => say("set", { more: "x".repeat(size) });
  const room = 64 * 1024 - JSON.stringify(limit(0)).length;
  assert.ok(read(limit(room)));
  assert.equal(read(limit(room + 1)), null);
});

test("what a host says is not what a frame says", () => {
  for (const message of [
    ...GOOD,
    say("hello", { versions: [1] }, { id: "1" }),
    say("hello", { versions: [1], origin: "x" }),
    say("complete", { result: {} }),
    say("resize", { height: "1" }),
  ])
    assert.equal(fromFrame(message), false, JSON.stringify(message));
  for (const message of [
    say("hello", { versions: [1] }),
    say("exit", {}),
    say("error", { code: "busy", message: "" }, { id: "1" }),
  ])
    holds(fromFrame, message);
});
