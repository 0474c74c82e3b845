// Drafts found damaged: the page starts, the bytes are kept and offered, and nothing is written over them.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { page } from "./bundle.mjs";
import { chance } from "../browser/support/chance.mjs";
import { damaged, NEWER, RECORDS, WHOLE } from "./damage.mjs";
import { reign, World } from "./world.mjs";

const CASES = Number(process.env.CASES ?? (process.env.READINESS_LONG ? 10_000 : 1_000));

let leave;
let offered = null;
before(() => {
  leave = reign();
  // What the page hands to the browser to be saved.
  URL.createObjectURL = (blob) => void (offered = blob);
  globalThis.document = { createElement: () => ({ click() {} }) };
});
after(() => {
  delete globalThis.document;
  leave();
});

const text = page.Assessment.example("2022").toJSON();

/** A visit that finds this in the store. */
async function visit(found, faults = {}) {
  const world = new World(1);
  world.preferences.set("kept", '{"keep":"yes"}');
  world.records.set("current", found);
  Object.assign(world.faults, faults);
  return { world, ...(await again(world)) };
}
async function again(world) {
  const storage = { getItem: () => world.preferences.get("kept"), setItem: () => {}, removeItem: () => {} };
  const around = {
    router: new page.InnerRouter(),
    storage,
    place: "site",
    name: `tab ${Math.random()}`,
    redraw: () => Promise.resolve(),
    root: () => null,
    owner: null,
  };
  const session = new page.Session(around);
  const starting = session.draft.start();
  await world.run(world.now + 1_000);
  await starting;
  return { session, notices: session.ui.notices };
}
const press = (notice, label) => notice.actions.find((action) => action.label === label).act();
const saving = async (notice) => {
  press(notice, "Save the damaged draft");
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(await offered.arrayBuffer());
};
const answer = (session, note = "answered") =>
  session.change("a note", "", (assessment) => assessment.annotate("5.2", { note }));
const besides = (world) => [...world.records].filter(([key]) => key !== "current");

/** The page has started empty, offers these bytes, and keeps what it found when it writes. */
async function offersAndKeeps({ world, session, notices }, found, bytes) {
  assert(session.blank);
  assert.deepEqual(
    notices.map(({ id }) => id),
    ["current"],
  );
  assert.match(notices[0].text, /could not be read/);
  assert.equal(await saving(notices[0]), bytes);
  assert.deepEqual(world.records.get("current"), found, "nothing is written before the first answer");
  answer(session);
  await world.run();
  assert.equal(session.draft.state.state, "saved");
  assert.equal(world.records.get("current").text, session.text);
  assert.deepEqual(
    besides(world).map(([, value]) => value),
    [found],
  );
}

test(`of ${CASES} drafts with bits turned over or cut each is read, or kept to the byte and offered`, {
  timeout: 3_600_000,
}, async (context) => {
  const random = chance(27);
  const counts = { read: 0, "kept aside": 0 };
  const start = process.hrtime.bigint();
  let longest = 0;
  for (let n = 0; n < CASES; n++) {
    const found = {
      schema: 1,
      revision: 7,
      text: damaged(text, random),
      saved: "2026-01-01T00:00:00Z",
      file: { at: null, changes: 3 },
    };
    const from = process.hrtime.bigint();
    const visited = await visit(structuredClone(found));
    longest = Math.max(longest, Number(process.hrtime.bigint() - from) / 1e6);
    if (visited.session.blank) {
      counts["kept aside"] += 1;
      await offersAndKeeps(visited, found, found.text);
    } else {
      counts.read += 1;
      assert.deepEqual(visited.notices, []);
      assert.equal(
        visited.session.text,
        visited.session.store.try((copy) => copy.toJSON(), found.text),
      );
    }
  }
  assert(counts.read > 0 && counts["kept aside"] > 0);
  context.diagnostic(
    `${JSON.stringify(counts)} in ${Math.round(Number(process.hrtime.bigint() - start) / 1e9)} s, the slowest start ${Math.round(longest)} ms`,
  );
});

describe("what is no draft is kept and offered:", () => {
  for (const [name, { make, bytes }] of Object.entries(RECORDS)) {
    test(name, async () => {
      const found = make(text);
      await offersAndKeeps(await visit(found), found, bytes(text));
    });
  }
});

describe("where the text is whole, the answers are there:", () => {
  for (const [name, make] of Object.entries(WHOLE)) {
    test(name, async () => {
      const { world, session, notices } = await visit(make(text));
      assert.equal(session.text, text);
      assert.deepEqual(notices, []);
      answer(session);
      await world.run();
      assert.equal(session.draft.state.state, "saved");
      const { revision, text: written } = world.records.get("current");
      assert.equal(written, session.text);
      assert(Number.isSafeInteger(revision) && revision > 0);
      assert.deepEqual(besides(world), []);
    });
  }
});

describe("a newer page's draft is left alone, whatever is answered:", () => {
  for (const [name, make] of Object.entries(NEWER)) {
    test(name, async () => {
      const found = make(text);
      const { world, session } = await visit(found);
      assert.deepEqual(session.draft.state, { state: "off", why: "newer" });
      answer(session);
      await world.run();
      // "Keep a draft" on the page about the data.
      session.draft.allow();
      await world.run();
      assert.deepEqual(session.draft.state, { state: "off", why: "newer" });
      assert.deepEqual([...world.records], [["current", found]]);
    });
  }

  test("also where it comes while this page is open", async () => {
    const { world, session } = await visit({ schema: 1, revision: 7, text });
    const found = NEWER["as today"](text);
    world.records.set("current", found);
    answer(session);
    await world.run();
    assert.deepEqual(session.draft.state, { state: "off", why: "newer" });
    assert.deepEqual([...world.records], [["current", found]]);
  });
});

test("what was put aside is offered at every visit until the person deletes it", async () => {
  const found = { schema: 1, revision: 7, text: text.slice(0, 400) };
  const { world, session } = await visit(found);
  answer(session);
  await world.run();
  const [[key]] = besides(world);
  for (let visits = 0; visits < 2; visits++) {
    const { notices } = await again(world);
    assert.deepEqual(
      notices.map(({ id }) => id),
      [key],
    );
    assert.equal(await saving(notices[0]), found.text);
  }
  const { session: last, notices } = await again(world);
  press(notices[0], "Delete it");
  await world.run();
  assert.deepEqual(last.ui.notices, []);
  assert.deepEqual(besides(world), []);
  assert.equal(world.records.get("current").text, session.text);
});

test("a store without room for both keeps the damaged draft, and the page says that nothing is saved", async () => {
  const found = { schema: 1, revision: 7, text: text.slice(0, 400) };
  const { world, session } = await visit(found);
  world.faults.commit = 100;
  answer(session);
  await world.run(world.now + 5_000);
  assert.deepEqual(session.draft.state, { state: "failed", why: "full" });
  assert.deepEqual([...world.records], [["current", found]]);
  world.faults.commit = 0;
  await world.run();
  assert.equal(session.draft.state.state, "saved");
  assert.deepEqual(
    besides(world).map(([, value]) => value),
    [found],
  );
});

test("a draft that can be read only after the first answer is put aside by the write that replaces it, and can be opened", async () => {
  const found = { schema: 1, revision: 7, text, saved: "2026-01-01T00:00:00Z" };
  const { world, session } = await visit(found, { read: 100 });
  answer(session);
  assert.equal(session.draft.state.state, "failed");
  assert.deepEqual([...world.records], [["current", found]]);
  world.faults.read = 0;
  await world.run();
  assert.equal(session.draft.state.state, "saved");
  assert.equal(world.records.get("current").text, session.text);
  assert.deepEqual(
    besides(world).map(([, value]) => value),
    [found],
  );
  assert.deepEqual(
    session.ui.notices.map(({ id }) => id),
    ["current"],
  );

  const answered = session.text;
  const { session: next, notices } = await again(world);
  press(notices[0], "Open that draft");
  await world.run();
  assert.equal(next.text, text);
  assert.equal(world.records.get("current").text, text);
  assert.deepEqual(besides(world), []);
  next.step("undo");
  assert.equal(next.text, answered);
});
