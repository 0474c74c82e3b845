/** One seed: two to five tabs of the page's own sessions over a faulty store, and what must hold at its end. */
import assert from "node:assert/strict";
import { page } from "./bundle.mjs";
import { World } from "./world.mjs";

const ITEMS = ["4.1", "5.2", "6.1.1", "A.5.1", "A.5.2", "A.8.9"];
const STEP_MS = 120;

/** The notes by item: each holds one token that is written once. */
const tokens = (text) => {
  const { requirements = {} } = JSON.parse(text);
  return new Map(Object.entries(requirements).flatMap(([item, { note }]) => (note ? [[item, note]] : [])));
};

export class Simulation {
  tabs = [];
  /** Of each token: who wrote it, what took its place by somebody's hand, whether its loss was told. */
  written = new Map();
  counts = { edits: 0, merges: 0, clashes: 0, asides: 0, kills: 0, failures: 0 };
  broken = null;
  #names = 0;
  #token = 0;

  constructor(seed) {
    this.world = new World(seed);
    this.random = this.world.random;
    this.world.committed = (before, after) => this.#committed(before, after);
    this.world.settled = () => this.#watch();
  }

  get live() {
    return this.tabs.filter((tab) => tab.alive);
  }

  // Tabs

  open() {
    const { world } = this;
    const name = `tab ${this.#names++}`;
    const storage = {
      getItem: () => world.preferences.get("kept") ?? null,
      setItem: (_, text) => world.preferences.set("kept", text),
      removeItem: () => world.preferences.delete("kept"),
    };
    const session = new page.Session({
      router: new page.InnerRouter(),
      storage,
      place: "site",
      name,
      redraw: () => Promise.resolve(),
      root: () => null,
      owner: null,
    });
    const tab = { name, session, alive: true, own: new Set(), last: null };
    const { owner } = session.draft;
    const { aside, join } = owner;
    owner.join = (base, theirs) => {
      const before = tokens(session.text);
      const joined = join.call(owner, base, theirs);
      try {
        this.#joined(tab, before, joined);
      } catch (error) {
        // The page takes whatever is thrown here for a fault of the store.
        this.broken ??= error;
      }
      return joined;
    };
    owner.aside = (key, remains) => {
      this.counts.asides += 1;
      aside.call(owner, key, remains);
    };
    this.tabs.push(tab);
    void session.draft.start();
    return tab;
  }
  kill(tab) {
    tab.alive = false;
    this.counts.kills += 1;
    this.world.kill(tab.name);
  }

  /** What a join did: nothing of ours may go without a word. */
  #joined(tab, before, { verdict, clashes }) {
    this.counts.merges += 1;
    this.counts.clashes += clashes.length;
    for (const { id, mine, theirs } of clashes) {
      assert.equal(tokens(tab.session.text).get(id), mine.note, "what was chosen here stays");
      if (theirs.note) this.written.get(theirs.note).told = true;
    }
    if (clashes.length > 0)
      assert(
        tab.session.ui.notices.some(({ id, text }) => id === "clash" && text.includes(clashes[0].id)),
        "a clash without a notice",
      );
    if (verdict !== "joined")
      assert.deepEqual([...tokens(tab.session.text)], [...before], "what cannot be joined changes nothing");
  }

  // What people do

  /** Runs an act of the person at that tab: what it replaces was seen to. */
  act(tab, what) {
    const before = tokens(tab.session.text);
    const id = JSON.parse(tab.session.text).id;
    what(tab.session);
    const after = tokens(tab.session.text);
    const same = JSON.parse(tab.session.text).id === id;
    const changed = ITEMS.filter((item) => before.get(item) !== after.get(item));
    for (const [item, token] of before) {
      if (after.get(item) === token) continue;
      const entry = this.written.get(token);
      // Opened anew, everything is replaced at once; otherwise by what stands there now, or by nothing.
      if (same && after.has(item)) entry.by.add(after.get(item));
      else entry.seen = true;
    }
    return { changed, replaced: changed.filter((item) => before.has(item)), same };
  }
  write(tab, item = this.random.pick(ITEMS)) {
    const token = `t${this.#token++}`;
    this.written.set(token, { item, tab, by: new Set(), seen: false, told: false, saved: false });
    this.counts.edits += 1;
    this.own(tab, (session) =>
      session.change("a note", "", (assessment) => assessment.annotate(item, { note: token })),
    );
  }
  /** An act that this tab can undo. */
  own(tab, what) {
    for (const item of this.act(tab, what).changed) tab.own.add(item);
  }
  undo(tab) {
    const { replaced, same } = this.act(tab, (session) => session.step("undo"));
    if (same)
      for (const item of replaced)
        assert(tab.own.has(item), `undo in ${tab.name} took back ${item}, which only another tab had changed`);
  }
  anything(tab) {
    const { session } = tab;
    const kind = this.random.below(100);
    if (kind < 68) return this.write(tab);
    if (kind < 78) return this.undo(tab);
    if (kind < 83) return this.own(tab, () => session.step("redo"));
    if (kind < 87) return void session.draft.look();
    if (kind < 91) return this.kill(tab);
    if (kind < 93) return this.own(tab, () => session.store.create("2022", "another"));
    if (kind < 95) return this.take(tab);
    if (session.draft.state.state === "ask") return session.draft.allow();
    this.write(tab);
  }
  take(tab) {
    const notice = tab.session.ui.notices.find(({ id }) => id === "clash");
    if (notice) this.own(tab, () => notice.actions[0].act());
  }

  // What is watched all the time

  #committed(before, after) {
    const [old, now] = [before.get("current"), after.get("current")];
    if (!now) return;
    if (old) assert(now.revision > old.revision || now === old, `revision ${now.revision} after ${old.revision}`);
  }
  #watch() {
    for (const tab of this.live) {
      const { state } = tab.session.draft;
      if (state === tab.last) continue;
      tab.last = state;
      if (state.state === "failed") this.counts.failures += 1;
      if (state.state !== "saved" || !state.at) continue;
      for (const token of tokens(tab.session.text).values()) this.written.get(token).saved = true;
    }
  }

  // The whole run

  async run() {
    const { random, world } = this;
    const first = this.open();
    await world.run(world.now + STEP_MS);
    this.write(first);
    if (random.below(4) > 0) first.session.draft.allow();
    await world.run(world.now + STEP_MS);
    const tabs = 2 + random.below(4);
    const steps = 8 + random.below(18);
    for (let step = 0; step < steps; step++) {
      if (random.below(4) === 0) this.weather();
      if (random.below(6) === 0) world.clock += (random.below(2001) - 1000) * 86_400_000;
      if (this.live.length < tabs && random.below(2) === 0) this.open();
      else if (this.live.length > 0) this.anything(random.pick(this.live));
      // Now and then two people act within one write, now and then long after.
      if (random.below(3) > 0) await world.run(world.now + random.below(random.below(8) === 0 ? 30_000 : STEP_MS));
    }
    await this.calm();
    this.check();
    if (random.below(10) === 0) await this.remove();
    return this.counts;
  }
  weather() {
    const { random } = this;
    const bad = () => (random.below(3) === 0 ? random.below(60) : 0);
    this.world.faults = { read: bad() / 3, write: bad(), commit: bad(), message: bad() };
  }
  /** The faults end, and each tab comes into sight once. */
  async calm() {
    const { world } = this;
    world.faults = { read: 0, write: 0, commit: 0, message: 0 };
    if (this.live.length === 0) this.open();
    await world.run(world.now + 60_000);
    for (const tab of this.live) if (tab.session.draft.state.state === "ask") tab.session.draft.allow();
    await world.run(world.now + 60_000);
    for (const tab of this.live) void tab.session.draft.look();
    await world.run();
  }

  check() {
    if (this.broken) throw this.broken;
    const { records } = this.world;
    const draft = records.get("current");
    for (const { name, session } of this.live) {
      assert.equal(session.draft.state.state, "saved", `${name} is ${JSON.stringify(session.draft.state)}`);
      if (draft) assert.equal(session.text, draft.text, `${name} and the draft differ`);
    }
    const kept = new Set();
    for (const { text } of records.values()) for (const token of tokens(text).values()) kept.add(token);
    const accounted = (token, way = new Set()) => {
      if (kept.has(token)) return true;
      const { seen, told, by } = this.written.get(token);
      way.add(token);
      return seen || told || [...by].some((next) => !way.has(next) && accounted(next, way));
    };
    for (const [token, { tab, saved, item }] of this.written) {
      if (saved || tab.alive)
        assert(
          accounted(token),
          `${token} of ${item} from ${tab.name}${saved ? ", called saved," : ""} is lost without a word`,
        );
    }
  }

  /** Everything is deleted in one tab while messages are lost: no other brings it back. */
  async remove() {
    const { random, world } = this;
    const gone = new Set([...world.records.values()].flatMap(({ text }) => [...tokens(text).values()]));
    world.faults = { read: 0, write: 0, commit: 0, message: 60 };
    const tab = random.pick(this.live);
    void tab.session.draft.deleteAll();
    await world.run(world.now + random.below(200));
    for (const other of this.live) if (other !== tab) this.write(other);
    await world.run();
    const back = [...world.records.values()]
      .flatMap(({ text }) => [...tokens(text).values()])
      .filter((token) => gone.has(token));
    assert.deepEqual(back, [], "what was deleted came back");
    for (const other of this.live)
      assert.equal(other.session.draft.state.state, "off", `${other.name} after everything was deleted`);
  }
}
