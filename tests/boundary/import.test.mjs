// Sheets of others by way of the package: the second module, which holds nothing, and the assessment of the first.
import assert from "node:assert/strict";
import { test } from "node:test";
import { bytes, deferredBytes, fresh, starved } from "./copy.mjs";
import { Assessment, dist, readyDeferred, thrown } from "./package.mjs";

const { readSheets } = await import(new URL("sheets.js", dist));
const SHEET = {
  name: "SoA",
  rows: [
    ["Control", "Status", "Owner"],
    ["A.5.1", "Umgesetzt", "Ana"],
    ["A.5.7", "teilweise", "Ben"],
    ["A.8.28", "see ticket", ""],
    ["A.99.1", "Umgesetzt", ""],
  ],
};
const answers = (a) => JSON.parse(a.toJSON()).requirements ?? {};
const refused = (act, code, subject) => {
  const error = thrown(act);
  assert.equal(error?.name, "ReadinessError", String(error));
  assert.deepEqual([error.code, error.subject], [code, subject], error.message);
  return error;
};

test("a proposal says what would change and why the rest is not taken, and changes nothing", () => {
  const a = Assessment.create("2022");
  const before = a.toJSON();
  const proposal = a.propose([SHEET]);
  assert.equal(a.toJSON(), before);
  assert.deepEqual(structuredClone(proposal), proposal);
  assert.deepEqual(Object.keys(proposal), ["changes", "edition", "notices", "refused", "sheets", "words"]);
  assert.deepEqual(proposal.changes[0], {
    field: "answer",
    from: null,
    id: "A.5.1",
    source: { column: "B", row: 2, sheet: "SoA" },
    to: 3,
  });
  assert.deepEqual(proposal.sheets[0].columns, { id: "A", owner: "C", status: "B" });
  const reasons = proposal.refused.map(({ source, reason }) => [source.row, reason]);
  assert.deepEqual(reasons, [[5, "unknown-id"]]);
  const ticket = proposal.words.find(({ word }) => word === "see ticket");
  assert.deepEqual(ticket, { count: 1, means: null, of: "status", word: "see ticket" });
  a.free();
});

test("words, columns and the edition go before what was found", () => {
  const a = Assessment.create("2022");
  const of = (options, id = "A.8.28") =>
    a.propose([SHEET], options).changes.find((change) => change.id === id && change.field !== "owner")?.to;
  assert.equal(of(undefined), "Status: see ticket", "in the note");
  assert.equal(of({ words: { "SEE Ticket": "unknown" } }), "unknown");
  assert.equal(of({ words: { umgesetzt: 5 } }, "A.5.1"), 5);
  assert.equal(
    of({ words: { __proto__: null, umgesetzt: null } }, "A.5.1"),
    "Status: Umgesetzt",
    "means nothing: a note",
  );
  const { sheets, changes } = a.propose([SHEET], { columns: { SoA: { status: null } } });
  assert.equal(sheets[0].columns.status, undefined);
  assert.ok(changes.every(({ field }) => field !== "answer"));
  assert.equal(a.propose([SHEET], { edition: "2013" }).edition, "2013");
  refused(() => a.propose([SHEET], { words: { done: "7" } }), "unknown-value", "done");
  refused(() => a.propose([SHEET], { words: { done: 7 } }), "level-out-of-range", "done");
  refused(() => a.propose([SHEET], { columns: { SoA: { colour: "A" } } }), "unknown-value", "colour");
  refused(() => a.propose([SHEET], { columns: { SoA: { id: "1" } } }), "unknown-value", "id");
  refused(() => a.propose([SHEET], { edition: "2005" }), "unknown-edition", "2005");
  a.free();
});

test("a proposal is taken as one change, whole or as far as it is wanted, also from its JSON", () => {
  const proposal = Assessment.create("2022").propose([SHEET]);
  const a = Assessment.create("2022");
  assert.equal(a.apply(JSON.parse(JSON.stringify(proposal)), { only: ({ field }) => field === "answer" }), undefined);
  assert.equal(answers(a)["A.5.1"].answer, 3);
  assert.equal(answers(a)["A.5.1"].owner, undefined);
  a.apply(proposal);
  assert.equal(answers(a)["A.5.1"].owner, "Ana");
  assert.deepEqual(a.propose([SHEET]).changes, [], "all of it is taken");
  // The object is the same one, and goes on.
  a.respond("A.5.1", 0);
  assert.equal(answers(a)["A.5.1"].answer, 0);
  a.free();
  refused(() => a.apply(proposal), "not-usable", "");
  refused(() => a.propose([]), "not-usable", "");
});

test("one change that is refused leaves all others out", () => {
  const a = Assessment.create("2022");
  const before = a.toJSON();
  const { changes } = a.propose([SHEET]);
  const more = (change) => ({ changes: [...changes, change] });
  refused(() => a.apply(more({ id: "4.1", field: "answer", to: "not-applicable" })), "clause-not-applicable", "4.1");
  refused(() => a.apply(more({ id: "A.7.4", field: "answer", to: "not-applicable" })), "blank-reason", "A.7.4");
  refused(() => a.apply(more({ id: "A.5.2", field: "due", to: "tomorrow" })), "bad-date", "A.5.2");
  refused(() => a.apply(more({ id: "A.77.1", field: "note", to: "" })), "unknown-id", "A.77.1");
  refused(() => a.apply(more({ id: "A.5.2", field: "status", to: "draft" })), "wrong-type", "A.5.2");
  refused(
    () => a.apply(more({ id: "document:isms_scope", field: "href", to: "javascript:1" })),
    "unsafe-address",
    "isms_scope",
  );
  assert.equal(a.toJSON(), before);
  a.free();
});

test("what chooses the changes runs before anything is changed, on copies, and may fail", () => {
  const a = Assessment.create("2022");
  const proposal = a.propose([SHEET]);
  const before = a.toJSON();
  const fail = () => {
    throw "text";
  };
  assert.equal(refused(() => a.apply(proposal, { only: fail }), "unreadable", "only").cause, "text");
  const getter = {
    get only() {
      throw new TypeError("no");
    },
  };
  refused(() => a.apply(proposal, getter), "unreadable", "only");
  refused(() => a.apply(proposal, { only: true }), "wrong-type", "only");
  refused(() => a.apply(proposal, 1), "wrong-type", "options");
  assert.equal(a.toJSON(), before);
  const link = { label: "policy", href: "" };
  const evidence = { changes: [{ id: "A.5.1", field: "evidence", to: [link] }] };
  a.apply(evidence, { only: ({ to }) => to.push({ label: "more", href: "" }) > 0 });
  assert.deepEqual(answers(a)["A.5.1"].evidence, [{ label: "policy" }]);
  // It may call the assessment, which is asked for its text after that.
  a.apply({ changes: [{ id: "A.5.2", field: "answer", to: 2 }] }, { only: () => a.respond("A.5.3", 1) ?? true });
  assert.deepEqual([answers(a)["A.5.2"].answer, answers(a)["A.5.3"].answer], [2, 1]);
  const freed = Assessment.create("2022");
  refused(
    () => freed.apply({ changes: proposal.changes.slice(0, 1) }, { only: () => freed.free() ?? true }),
    "not-usable",
    "",
  );
  a.free();
});

test("hostile sheets, options and proposals are read once and outside of the module", () => {
  const a = Assessment.create("2022");
  const before = a.toJSON();
  const { proxy, revoke } = Proxy.revocable([], {});
  revoke();
  const trap = new Proxy([], {
    get: () => {
      throw new Error("trap");
    },
  });
  const calling = {
    name: "S",
    get rows() {
      return a.respond("A.5.1", 5) ?? [];
    },
  };
  for (const sheets of [proxy, trap, [proxy], [{ name: "S", rows: trap }], [{ name: "S", rows: [trap] }]])
    refused(() => a.propose(sheets), "unreadable", "");
  for (const proposal of [proxy, { changes: proxy }, { changes: [trap] }])
    refused(() => a.apply(proposal), "unreadable", "");
  refused(() => a.propose([{ name: "S", rows: [["A.5.1", 3]] }]), "wrong-type", "sheets[0].rows[0]");
  refused(
    () =>
      a.propose([
        { name: "S", rows: [[]] },
        { name: "T", rows: [[], "x"] },
      ]),
    "wrong-type",
    "sheets[1].rows[1]",
  );
  refused(() => a.propose([{ name: "S" }]), "wrong-type", "sheets.rows");
  refused(() => a.propose({ sheets: [] }), "wrong-type", "sheets");
  assert.equal(a.toJSON(), before);
  // A getter may call the package; what it changes there is its own doing.
  a.propose([calling]);
  assert.equal(answers(a)["A.5.1"].answer, 5);
  const lone = a.propose([
    {
      name: "\ud800",
      rows: [
        ["Control", "Note"],
        ["A.5.1", "\udfff"],
      ],
    },
  ]);
  a.apply(lone);
  Assessment.parse(a.toJSON()).free();
  a.free();
});

test("a sheet that readSheets gives goes straight in", async () => {
  const { sheets } = await readSheets("Control;Status\nA.5.1;Erfüllt\n", { name: "soa.csv" });
  const a = Assessment.create("2022");
  a.apply(a.propose(sheets));
  assert.equal(answers(a)["A.5.1"].answer, 3);
  a.free();
});

test("in a browser the second module is loaded apart, and calls before that say what to do", async () => {
  const asked = [];
  const fetched = globalThis.fetch;
  globalThis.fetch = async (url) => {
    asked.push(String(url));
    return new Response(String(url).includes("deferred") ? deferredBytes : bytes);
  };
  try {
    const copy = await fresh("index.js");
    await copy.ready(bytes);
    const a = copy.Assessment.create("2022");
    assert.match(refused(() => a.propose([SHEET]), "not-ready", "").message, /call readyDeferred\(\) first/);
    refused(() => a.apply({ changes: [] }), "not-ready", "");
    await copy.readyDeferred(new URL("https://package.test/deferred_bg.wasm"));
    assert.equal(a.propose([SHEET]).changes[0].to, 3);
    assert.deepEqual(asked, ["https://package.test/deferred_bg.wasm"]);
    const inline = await fresh("inline.js");
    await inline.ready();
    await inline.readyDeferred();
    assert.equal(inline.Assessment.create("2022").propose([SHEET]).changes[0].to, 3);
    assert.deepEqual(Buffer.from(await inline.deferredWasm()), deferredBytes);
  } finally {
    globalThis.fetch = fetched;
  }
  assert.equal(await readyDeferred(), undefined);
});

test("where the second module's memory ends, it starts anew, and no assessment is lost", async () => {
  const copy = await fresh("index.js");
  await copy.ready(bytes);
  await copy.readyDeferred(starved(64, deferredBytes));
  const a = copy.Assessment.create("2022");
  a.respond("A.5.1", 2);
  const large = {
    name: "L",
    rows: Array.from({ length: 40_000 }, (_, row) => ["A.5.1", `word ${row} ${"x".repeat(200)}`]),
  };
  const error = refused(() => a.propose([large]), "trap", "");
  assert.doesNotMatch(error.message, /gone/);
  assert.equal(answers(a)["A.5.1"].answer, 2);
  assert.equal(a.propose([SHEET]).changes[0].to, 3);
  a.apply(a.propose([SHEET]));
  assert.equal(answers(a)["A.5.1"].answer, 3);
});

test("the second module holds all that the core exports and more, and no path", async () => {
  const text = deferredBytes.toString("latin1");
  for (const path of [/\/home\//, /\/root\//, /\/Users\//, /\.cargo/, /\.rustup/]) assert.doesNotMatch(text, path);
  const [core, whole] = [bytes, deferredBytes].map((bytes) => new WebAssembly.Module(bytes));
  assert.equal(WebAssembly.Module.customSections(whole, "name").length, 0);
  assert.deepEqual(WebAssembly.Module.imports(core), WebAssembly.Module.imports(whole));
  const [few, all] = [core, whole].map((module) => WebAssembly.Module.exports(module).map(({ name }) => name));
  assert.deepEqual(
    few,
    all.filter((name) => !["apply", "calendar", "exportAs", "exportNames", "firstVersion", "propose"].includes(name)),
  );
  assert.ok(all.includes("propose") && bytes.length < 0.8 * deferredBytes.length);
});
