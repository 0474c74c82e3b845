// Tabs over a faulty store, simulated: nothing that was called saved is lost, and nothing goes without a word.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Simulation } from "./simulate.mjs";
import { reign } from "./world.mjs";

const { hrtime } = process;
const SEEDS = Number(process.env.SEEDS ?? (process.env.READINESS_LONG ? 100_000 : 0));
const FROM = Number(process.env.SEED ?? 1);
/** Every day: as many as there is time for, and never fewer than this. */
const [EVERYDAY_MS, LEAST] = [10_000, 200];

let leave;
before(() => (leave = reign()));
after(() => leave());

test("tabs agree in the end, with each other and with the draft, and every answer is kept, was replaced by hand or told", {
  timeout: 7_200_000,
}, async (context) => {
  const start = hrtime.bigint();
  const spent = () => Number(hrtime.bigint() - start) / 1e6;
  const sums = {};
  let seeds = 0;
  for (; SEEDS ? seeds < SEEDS : seeds < LEAST || spent() < EVERYDAY_MS; seeds++) {
    const seed = FROM + seeds;
    const counts = await new Simulation(seed).run().catch((error) => {
      error.message = `seed ${seed}: ${error.message}`;
      throw error;
    });
    for (const [name, n] of Object.entries(counts)) sums[name] = (sums[name] ?? 0) + n;
  }
  context.diagnostic(`${seeds} seeds from ${FROM} in ${Math.round(spent() / 1000)} s: ${JSON.stringify(sums)}`);
  // A simulation in which nothing happens would hold as well.
  for (const [name, n] of Object.entries(sums)) assert(n > 0, `no ${name}`);
});

const note = (tab, item) => JSON.parse(tab.session.text).requirements?.[item]?.note;
const put = (tab, item, text) =>
  tab.session.change("a note", "", (assessment) => assessment.annotate(item, { note: text }));
/** Two tabs that share a draft with one note. */
async function two(allow = true) {
  const simulation = new Simulation(1);
  const { world } = simulation;
  world.settled = () => {};
  const [one, other] = [simulation.open(), simulation.open()];
  await world.run(1_000);
  if (allow) {
    put(one, "5.2", "first");
    one.session.draft.allow();
    await world.run(2_000);
  }
  return { world, one, other };
}

test("a tab that was open before the draft was allowed keeps its answers too", async () => {
  const { world, one, other } = await two();
  assert.equal(note(other, "5.2"), "first");
  put(other, "4.1", "second");
  await world.run();
  assert.equal(other.session.draft.state.state, "saved");
  assert.equal(note(one, "4.1"), "second");
  assert.equal(world.records.get("current").text, other.session.text);
});

test("a tab that was open before, with answers of its own, keeps them and asks; allowed, it puts the other draft aside", async () => {
  const { world, one, other } = await two(false);
  put(other, "4.1", "mine");
  put(one, "5.2", "first");
  one.session.draft.allow();
  await world.run();
  assert.deepEqual(
    [note(other, "4.1"), note(other, "5.2"), other.session.draft.state.state],
    ["mine", undefined, "ask"],
  );
  const { text } = one.session;
  other.session.draft.allow();
  await world.run();
  assert.deepEqual([...world.records.values()].map((record) => record.text).sort(), [text, other.session.text].sort());
  // The other tab shows what is kept now, and one step leads back.
  assert.equal(one.session.text, other.session.text);
  one.session.step("undo");
  assert.equal(one.session.text, text);
});

test("what another tab took back stays taken back, though the write that had joined it failed", async () => {
  const { world, one, other } = await two();
  world.faults.message = 100;
  put(one, "4.1", "taken back");
  await world.run(world.now + 1_000);
  world.faults.commit = 100;
  put(other, "6.1.1", "mine");
  await world.run(world.now + 1_000);
  assert.deepEqual([note(other, "4.1"), other.session.draft.state.state], ["taken back", "failed"]);
  world.faults.commit = 0;
  one.session.step("undo");
  await world.run();
  assert.deepEqual([note(other, "4.1"), note(other, "6.1.1"), note(other, "5.2")], [undefined, "mine", "first"]);
});

test("a store that does not delete says so to whoever asked, and to nobody else", async () => {
  const { world, one } = await two();
  world.faults.write = 100;
  for (let tries = 0; tries < 8; tries++) {
    const deleting = assert.rejects(one.session.draft.deleteAll(), DOMException);
    await world.run();
    await deleting;
  }
  assert.deepEqual([...world.records.keys()], ["current"]);
});

test("of two answers to one question the later stays, and the other can be had, after a second clash too", async () => {
  const { world, one, other } = await two();
  world.faults.message = 100;
  for (const item of ["5.2", "4.1"]) {
    put(one, item, `one of ${item}`);
    await world.run(world.now + 1_000);
    put(other, item, `other of ${item}`);
    await world.run(world.now + 1_000);
  }
  assert.deepEqual([note(other, "5.2"), note(other, "4.1")], ["other of 5.2", "other of 4.1"]);
  const [notice] = other.session.ui.notices;
  notice.actions[0].act();
  assert.deepEqual([note(other, "5.2"), note(other, "4.1")], ["one of 5.2", "one of 4.1"]);
  await world.run();
  void one.session.draft.look();
  await world.run();
  assert.equal(one.session.text, other.session.text);
});
