import assert from "node:assert/strict";
import { test } from "node:test";
import { Assessment, catalog, exportAs, firstVersion, thrown } from "./package.mjs";

const wrong = [
  undefined,
  null,
  0,
  -1,
  1.5,
  NaN,
  1e999,
  2n ** 70n,
  true,
  "",
  "nonsense",
  "\ud800",
  "__proto__",
  Symbol("s"),
  {},
  [],
  () => 1,
];
const hostile = {
  get note() {
    throw new TypeError("a getter of the caller's");
  },
};

/** Every call that takes something, with a good argument in every other place. */
const calls = (a) => ({
  catalog: (x) => catalog(x),
  create: (x) => Assessment.create(x).free(),
  example: (x) => Assessment.example(x).free(),
  parse: (x) => Assessment.parse(x).free(),
  "create target": (x) => Assessment.create("2022", { target: x }).free(),
  "create organisation": (x) => Assessment.create("2022", { organisation: x }).free(),
  "respond id": (x) => a.respond(x, 3),
  "respond answer": (x) => a.respond("A.5.1", x),
  "exclude id": (x) => a.exclude(x, "no premises"),
  "exclude reason": (x) => a.exclude("A.7.4", x),
  "excludeArea key": (x) => a.excludeArea(x, "none"),
  clear: (x) => a.clear(x),
  "annotate id": (x) => a.annotate(x, { note: "n" }),
  "annotate annotation": (x) => a.annotate("A.5.1", x),
  "annotate due": (x) => a.annotate("A.5.1", { due: x }),
  "annotate evidence": (x) => a.annotate("A.5.1", { evidence: x }),
  "justify id": (x) => a.justify(x, { note: "n" }),
  "justify because": (x) => a.justify("A.5.1", { because: x }),
  "setDocument key": (x) => a.setDocument(x, "draft"),
  "setDocument status": (x) => a.setDocument("isms_scope", x),
  "setDocument details": (x) => a.setDocument("isms_scope", "draft", x),
  setOrganisation: (x) => a.setOrganisation(x),
  "setOrganisation headcount": (x) => a.setOrganisation({ headcount: x }),
  setAssessor: (x) => a.setAssessor(x),
  setTarget: (x) => a.setTarget(x),
  setStatement: (x) => a.setStatement(x),
  snapshot: (x) => a.snapshot(x),
  removeSnapshot: (x) => a.removeSnapshot(x),
  "exportAs name": (x) => exportAs(x, a),
  "exportAs assessment": (x) => exportAs("plan", x),
  "exportAs options": (x) => exportAs("plan", a, x),
  "exportAs day": (x) => exportAs("plan", a, { day: x }),
  "exportAs anonymous": (x) => exportAs("plan", a, { anonymous: x }),
  "exportAs language": (x) => exportAs("plan", a, { language: x }),
  "firstVersion document": (x) => firstVersion(x, "html", a),
  "firstVersion format": (x) => firstVersion("isms_scope", x, a),
  "firstVersion assessment": (x) => firstVersion("isms_scope", "html", x),
  "firstVersion options": (x) => firstVersion("isms_scope", "html", a, x),
  "propose sheets": (x) => a.propose(x),
  "propose sheet": (x) => a.propose([x]),
  "propose name": (x) => a.propose([{ name: x, rows: [] }]),
  "propose rows": (x) => a.propose([{ name: "S", rows: x }]),
  "propose row": (x) => a.propose([{ name: "S", rows: [x] }]),
  "propose cell": (x) => a.propose([{ name: "S", rows: [[x]] }]),
  "propose options": (x) => a.propose([], x),
  "propose words": (x) => a.propose([], { words: x }),
  "propose meaning": (x) => a.propose([], { words: { done: x } }),
  "propose columns": (x) => a.propose([], { columns: x }),
  "propose roles": (x) => a.propose([], { columns: { S: x } }),
  "propose column": (x) => a.propose([], { columns: { S: { id: x } } }),
  "propose edition": (x) => a.propose([], { edition: x }),
  apply: (x) => a.apply(x),
  "apply changes": (x) => a.apply({ changes: x }),
  "apply change": (x) => a.apply({ changes: [x] }),
  "apply id": (x) => a.apply({ changes: [{ id: x, field: "answer", to: 3 }] }),
  "apply field": (x) => a.apply({ changes: [{ id: "A.5.1", field: x, to: 3 }] }),
  "apply answer": (x) => a.apply({ changes: [{ id: "A.5.1", field: "answer", to: x }] }),
  "apply note": (x) => a.apply({ changes: [{ id: "A.5.1", field: "note", to: x }] }),
  "apply evidence": (x) => a.apply({ changes: [{ id: "A.5.1", field: "evidence", to: x }] }),
  "apply link": (x) => a.apply({ changes: [{ id: "A.5.1", field: "evidence", to: [x] }] }),
  "apply because": (x) => a.apply({ changes: [{ id: "A.5.1", field: "because", to: [x] }] }),
  "apply status": (x) => a.apply({ changes: [{ id: "document:isms_scope", field: "status", to: x }] }),
  "apply only": (x) => a.apply({ changes: [{ id: "A.5.1", field: "answer", to: 3 }] }, { only: x }),
  "apply options": (x) => a.apply({ changes: [] }, x),
  "whatIf id": (x) => a.whatIf(x, 3),
  "whatIf answer": (x) => a.whatIf("A.5.1", x),
});

for (const name of Object.keys(calls())) {
  test(`${name} takes any value without a trap, and what it refuses changes nothing`, () => {
    const a = Assessment.example("2022");
    for (const value of [...wrong, hostile]) {
      const before = a.toJSON();
      const error = thrown(() => calls(a)[name](value));
      if (error === undefined) continue;
      const what = `${name}(${typeof value === "symbol" ? "Symbol" : String(value)}): ${error}`;
      assert.ok(error instanceof Error && !(error instanceof WebAssembly.RuntimeError), what);
      assert.equal(a.toJSON(), before, what);
      if (value === hostile) continue;
      assert.equal(error.name, "ReadinessError", what);
      assert.match(error.code, /^[a-z0-9]+(-[a-z0-9]+)*$/, what);
      assert.equal(typeof error.subject, "string", what);
      assert.ok(error.message.length > 0, what);
    }
    a.free();
  });
}

test("what is essential is refused: no edition, no id, no answer", () => {
  const a = Assessment.create("2022");
  for (const name of [
    "catalog",
    "create",
    "example",
    "parse",
    "respond id",
    "respond answer",
    "clear",
    "setTarget",
    "whatIf id",
    "setDocument key",
  ]) {
    for (const value of [undefined, "nonsense", {}]) {
      assert.equal(thrown(() => calls(a)[name](value))?.name, "ReadinessError", `${name}(${value})`);
    }
  }
  a.free();
});

test("results are plain data: structuredClone and JSON keep them whole", () => {
  for (const edition of ["2013", "2022"]) {
    const a = Assessment.example(edition);
    a.setOrganisation({ headcount: 120 });
    const results = {
      catalog: catalog(edition),
      summary: a.summary(),
      report: a.report(),
      plan: a.plan(),
      checklist: a.checklist(),
      soa: a.soa(),
      estimate: a.estimate(),
    };
    for (const [name, result] of Object.entries(results)) {
      assert.deepEqual(structuredClone(result), result, name);
      assert.deepEqual(JSON.parse(JSON.stringify(result)), result, name);
    }
    a.free();
  }
});

test("every number of a report is a whole one", () => {
  const a = Assessment.example("2022");
  const walk = (value, path) => {
    if (typeof value === "number") assert.ok(Number.isSafeInteger(value), `${path}: ${value}`);
    else if (value && typeof value === "object")
      for (const [key, inner] of Object.entries(value)) walk(inner, `${path}.${key}`);
  };
  for (const name of ["summary", "report", "plan", "estimate"]) walk(a[name](), name);
  a.free();
});

test("writing what was read gives the same bytes", () => {
  for (const edition of ["2013", "2022"]) {
    const a = Assessment.example(edition);
    const text = a.toJSON();
    const again = Assessment.parse(text);
    assert.equal(again.toJSON(), text);
    a.free();
    again.free();
  }
});

test("what would make the file too large to be read again is refused, and what is held can be saved and read", () => {
  const a = Assessment.create("2022");
  const ids = [...catalog("2022").clauses.filter((clause) => clause.requirement), ...catalog("2022").controls].map(
    (one) => one.id,
  );
  const href = `https://example.com/${"a".repeat(9_000)}`;
  let refused = 0;
  for (const id of ids) {
    const before = refused > 0 ? "" : a.toJSON();
    const error = thrown(() => a.annotate(id, { note: "n".repeat(10_000), evidence: [{ label: "l", href }] }));
    if (error === undefined) continue;
    refused += 1;
    assert.deepEqual([error.name, error.code, error.subject], ["ReadinessError", "too-large", id]);
    assert.match(error.message, /^the file would be larger than 2 MiB .* shorten or remove notes or evidence$/);
    if (before !== "") assert.equal(a.toJSON(), before);
  }
  assert.ok(refused > 5, `${refused} refused`);
  assert.ok(a.toJSON().length > 1_900_000);
  Assessment.parse(a.toJSON()).free();
  a.annotate(ids[0], { note: "short", evidence: [] });
  a.annotate(ids.at(-1), { note: "n".repeat(10_000) });
  a.free();
});

test("prototypes are untouched by hostile files", () => {
  for (const key of ["__proto__", "constructor", "prototype"]) {
    const text = `{"format":"iso27001-readiness/assessment","version":1,"edition":"2022","${key}":{"polluted":1},"requirements":{"A.5.1":{"answer":3,"${key}":{"polluted":1}}}}`;
    const a = Assessment.parse(text);
    a.report();
    assert.equal({}.polluted, undefined);
    assert.ok(a.toJSON().includes("polluted"), "unknown keys are kept");
    a.free();
  }
});

test("free() can be called on each of ten thousand assessments", () => {
  for (let n = 0; n < 10_000; n++) Assessment.create("2022").free();
});
