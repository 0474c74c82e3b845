// The parts that a session is wired from, each by itself on a port that holds nothing else.
import assert from "node:assert/strict";
import { describe, mock, test } from "node:test";
import { page } from "./bundle.mjs";

const { Assessment, Conflicts, Notices, Store, Typing, newUiState, targetOf } = page;

/** An assessment of one id with these notes, as text. */
const base = Assessment.create("2022").toJSON();
function noted(notes) {
  const made = Assessment.parse(base);
  for (const [id, note] of Object.entries(notes)) made.annotate(id, { note });
  const text = made.toJSON();
  made.free();
  return text;
}
const record = (text) => ({ schema: 1, revision: 1, text, saved: "", file: { at: null, changes: 0 } });

function port(text, more = {}) {
  const calls = [];
  const call =
    (name) =>
    (...given) => {
      calls.push([name, ...given]);
      return true;
    };
  const names = ["replaceFromRemote", "takeOver", "settleDraft", "notice", "dismiss", "refresh", "remind"];
  const none = new Map();
  const questions = { catalog: { levels: [] }, documents: none, areas: none, requirements: none };
  const calling = Object.fromEntries(names.map((name) => [name, call(name)]));
  return { calls, text, blank: false, touched: false, questions, ui: newUiState(), ...calling, ...more };
}

describe("conflicts", () => {
  test("a draft found at the start is put in as another visit's, without a step back", () => {
    const text = noted({ 4.1: "found" });
    const visit = port(base);
    assert.equal(new Conflicts(visit).found(record(text)), "taken");
    assert.deepEqual(visit.calls, [["replaceFromRemote", text, null, null], ["remind"]]);
  });

  test("a draft that a file holds keeps the file's time; one that was changed since does not", () => {
    const at = "2026-01-02T03:04:05.000Z";
    for (const [changes, filed] of [
      [0, at],
      [1, null],
    ]) {
      const visit = port(base);
      const text = noted({ 4.1: "found" });
      new Conflicts(visit).found({ ...record(text), file: { at, changes } });
      assert.deepEqual(visit.calls[0], ["replaceFromRemote", text, null, filed]);
    }
  });

  test("a draft found after the person has begun replaces nothing and is offered", () => {
    const visit = port(noted({ 5.2: "mine" }), { touched: true });
    assert.equal(new Conflicts(visit).found(record(noted({ 4.1: "found" }))), "late");
    assert.deepEqual(
      visit.calls.map(([name, notice]) => [name, notice.id]),
      [["notice", "current"]],
    );
  });

  test("what cannot be read is named damaged, and nothing is put in", () => {
    const visit = port(base);
    assert.equal(new Conflicts(visit).found(record("{")), "damaged");
    assert.deepEqual(visit.calls, []);
  });

  test("answers to different questions are joined; of two to one, the other's can be taken after all", () => {
    const visit = port(noted({ 4.1: "mine", 5.2: "both" }));
    const theirs = noted({ 4.1: "theirs", 6.2: "new" });
    const { verdict, clashes } = new Conflicts(visit).join(base, record(theirs));
    assert.equal(verdict, "joined");
    assert.deepEqual(
      clashes.map(({ id }) => id),
      ["4.1"],
    );
    const [put, told] = visit.calls;
    const { requirements } = JSON.parse(put[1]);
    assert.deepEqual(
      ["4.1", "5.2", "6.2"].map((id) => requirements[id].note),
      ["mine", "both", "new"],
    );
    visit.text = put[1];
    told[1].actions[0].act();
    const [name, , taken] = visit.calls.at(-2);
    assert.equal(name, "takeOver");
    assert.equal(JSON.parse(taken).requirements["4.1"].note, "theirs");
    assert.deepEqual(visit.calls.at(-1), ["dismiss", "clash"]);
  });

  /** An assessment of the same id after these acts, as text. */
  const made = (act) => {
    const made = Assessment.parse(base);
    act(made);
    const text = made.toJSON();
    made.free();
    return text;
  };
  const joined = (mine, theirs) => {
    const visit = port(made(mine));
    const { verdict, clashes } = new Conflicts(visit).join(base, record(made(theirs)));
    assert.equal(verdict, "joined");
    const [put, told] = visit.calls;
    return { visit, clashes, file: JSON.parse(put?.[0] === "replaceFromRemote" ? put[1] : visit.text), told };
  };

  test("two fields of one question are both kept, whoever wrote them", () => {
    const { clashes, file, told } = joined(
      (here) => here.respond("A.5.1", 3),
      (there) => there.annotate("A.5.1", { owner: "Ana", due: "2026-12-24" }),
    );
    assert.deepEqual(clashes, []);
    assert.equal(told, undefined);
    const { answer, owner, due } = file.requirements["A.5.1"];
    assert.deepEqual({ answer, owner, due }, { answer: 3, owner: "Ana", due: "2026-12-24" });
  });

  test("an exclusion and its reason go together", () => {
    const { visit, clashes, file, told } = joined(
      (here) => here.respond("A.7.4", 2),
      (there) => there.exclude("A.7.4", "No premises"),
    );
    assert.deepEqual(
      clashes.map(({ id, field }) => [id, field]),
      [["A.7.4", "answer"]],
    );
    assert.deepEqual([file.requirements["A.7.4"].answer, file.requirements["A.7.4"].reason], [2, undefined]);
    visit.text = JSON.stringify(file);
    told?.[1].actions[0].act();
    const { answer, reason } = JSON.parse(visit.calls.findLast(([name]) => name === "takeOver")[2]).requirements[
      "A.7.4"
    ];
    assert.deepEqual({ answer, reason }, { answer: "not-applicable", reason: "No premises" });
  });

  test("a clash names the field and both sides, and those that are not named are counted", () => {
    const owned = (name, ids) => (made) => ids.forEach((id) => made.annotate(id, { owner: name }));
    const ids = ["4.1", "4.2", "A.5.1", "A.5.2", "A.5.3"];
    const { visit } = joined(owned("Ana", ids), owned("Ben", ids));
    const { text } = visit.calls.find(([name]) => name === "notice")[1];
    assert.match(text, /4\.1 .*\(Owner\): here Ana, there Ben\./);
    assert.match(text, /2 more differ\./);
    const long = joined(owned("A".repeat(100), ["4.1"]), owned("Ben", ["4.1"]));
    assert.match(long.visit.calls.find(([name]) => name === "notice")[1].text, /4\.1 .*\(Owner\) differs\./);
    const notes = joined(
      (here) => here.annotate("4.1", { note: "x" }),
      (there) => there.annotate("4.1", { note: "y" }),
    );
    assert.match(notes.visit.calls.find(([name]) => name === "notice")[1].text, /4\.1 .*\(Note\) differs\./);
    // A newer version may have fields of any name, also of what every object has.
    const newer = (value) => {
      const file = JSON.parse(base);
      return JSON.stringify({ ...file, requirements: { 4.1: { answer: 1, constructor: value } } });
    };
    const later = port(Assessment.parse(newer("x")).toJSON());
    new Conflicts(later).join(base, record(newer("y")));
    assert.match(later.calls.find(([name]) => name === "notice")[1].text, /4\.1 .*\(constructor\) differs\./);
  });
});

describe("the store", () => {
  test("says of every change where it comes from", () => {
    const store = new Store("2022");
    const heard = [];
    store.subscribe((what, source) => heard.push([what, source]));
    store.change("a note", "", (assessment) => assessment.annotate("4.1", { note: "x" }));
    store.replace(noted({ 4.1: "y" }), null, "remote");
    store.replace(noted({}), null, "host");
    store.replace(noted({ 4.1: "z" }), null, "example");
    store.create("2022", "anew");
    assert.deepEqual(heard, [
      ["change", "person"],
      ["replace", "remote"],
      ["replace", "host"],
      ["replace", "example"],
      ["replace", "person"],
    ]);
  });
});

describe("typing", () => {
  test("is recorded once after a pause, and at once when asked", () => {
    mock.timers.enable({ apis: ["setTimeout"] });
    try {
      const typing = new Typing();
      const done = [];
      typing.later("a", () => done.push("first"));
      typing.later("a", () => done.push("second"));
      mock.timers.tick(10_000);
      assert.deepEqual(done, ["second"]);
      typing.later("b", () => done.push("b"));
      typing.later("c", () => done.push("c"));
      typing.flush("c");
      assert.deepEqual(done, ["second", "c"]);
      mock.timers.tick(10_000);
      assert.deepEqual(done, ["second", "c", "b"]);
    } finally {
      mock.timers.reset();
    }
  });
});

describe("notices", () => {
  const shown = () => {
    const ui = newUiState();
    return { ui, notices: new Notices({ ui, refresh() {}, saveFile() {} }) };
  };
  const ids = (ui) => ui.notices.map(({ id }) => id);

  test("a notice replaces the one of the same id, and goes when it is dismissed", () => {
    const { ui, notices } = shown();
    notices.show({ id: "a", tone: "info", text: "one" });
    notices.show({ id: "a", tone: "info", text: "two" });
    assert.deepEqual(
      ui.notices.map(({ text }) => text),
      ["two"],
    );
    notices.dismiss("a");
    assert.deepEqual(ids(ui), []);
  });

  test("the reminder comes after 25 changes or seven days, once, and never in an element", () => {
    const day = 86_400_000;
    for (const [place, changes, days, wanted] of [
      ["site", 24, 6, []],
      ["site", 25, 0, ["remind"]],
      ["site", 1, 7, ["remind"]],
      ["site", 0, 30, []],
      ["host", 25, 30, []],
    ]) {
      const { ui, notices } = shown();
      const file = { at: new Date(0).toISOString(), changes };
      notices.remind(place, file, days * day);
      assert.deepEqual(ids(ui), wanted, `${place}, ${changes} changes, ${days} days`);
      notices.dismiss("remind");
      notices.remind(place, file, days * day);
      assert.deepEqual(ids(ui), [], "once");
    }
  });
});

test("a route names what it leads to inside its view, or nothing", () => {
  assert.equal(targetOf({ view: "assess", rest: ["4", "4.1"] }), "q-4-1-legend");
  assert.equal(targetOf({ view: "documents", rest: ["isms_scope"] }), "d-isms_scope-legend");
  assert.equal(targetOf({ view: "learn", rest: ["glossary", "risk"] }), "term-risk");
  assert.equal(targetOf({ view: "result", rest: [] }), null);
});
