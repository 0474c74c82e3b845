/**
 * A browser in small: tabs that share a store, a channel and preferences, all driven by one queue of events, so that a
 * seed decides everything. Faults are drawn from the seed too. Time is the queue's; the clock may say anything.
 */
import { chance } from "../browser/support/chance.mjs";

/** Whatever is written for the page's own timers, clock and channel goes to the world that runs. */
let running = null;
const turn = () => new Promise((done) => setImmediate(done));

export class World {
  now = 0;
  clock = Date.UTC(2026, 0, 1);
  records = new Map();
  preferences = new Map();
  /** How often, of a hundred, a read, a write or a whole transaction fails, and a message is lost. */
  faults = { read: 0, write: 0, commit: 0, message: 0 };
  /** Called with the store after each transaction that changed it. */
  committed = () => {};
  /** Called after each event, once all promises have been heard. */
  settled = () => {};
  #events = [];
  #count = 0;
  #channels = new Set();
  #transactions = [];
  #dead = new Set();

  constructor(seed) {
    this.random = chance(seed);
    running = this;
  }

  odds(percent) {
    return percent > 0 && this.random.below(1000) < percent * 10;
  }
  /** Does it later, if the tab lives then. */
  at(delay, act, tab) {
    const event = { time: this.now + delay, order: this.#count++, act, tab };
    this.#events.push(event);
    return event;
  }
  cancel(event) {
    if (event) event.act = null;
  }
  kill(tab) {
    this.#dead.add(tab);
    for (const channel of [...this.#channels]) if (channel.name === tab) channel.close();
  }

  /** Runs what is due until the queue is empty, or until then; after each event all promises. */
  async run(until = Infinity) {
    await turn();
    for (;;) {
      let next = -1;
      this.#events.forEach(({ time, order }, at) => {
        const least = this.#events[next];
        if (!least || time < least.time || (time === least.time && order < least.order)) next = at;
      });
      if (next === -1 || this.#events[next].time > until) break;
      const [{ time, act, tab }] = this.#events.splice(next, 1);
      this.now = Math.max(this.now, time);
      if (!act || this.#dead.has(tab)) continue;
      act();
      await turn();
      this.settled();
    }
    if (until !== Infinity) this.now = Math.max(this.now, until);
  }

  open(tab) {
    return new Promise((done, failed) => {
      const fails = this.odds(this.faults.read);
      this.at(
        this.random.below(30),
        () => {
          if (fails) return failed(new DOMException("no store", "UnknownError"));
          done(new Database(this, tab));
        },
        tab,
      );
    });
  }

  /** One transaction after the other, in the order in which they were begun. */
  begin(transaction) {
    this.#transactions.push(transaction);
    if (this.#transactions.length === 1) transaction.start();
  }
  end(transaction) {
    const place = this.#transactions.indexOf(transaction);
    this.#transactions.splice(place, 1);
    if (place === 0) this.#transactions[0]?.start();
  }

  join(channel) {
    this.#channels.add(channel);
  }
  leave(channel) {
    this.#channels.delete(channel);
  }
  tell(from, data) {
    for (const channel of this.#channels) {
      if (channel === from || this.odds(this.faults.message)) continue;
      const late = this.odds(10) ? 400 : 12;
      this.at(
        this.random.below(late),
        () => this.#channels.has(channel) && channel.onmessage?.({ data }),
        channel.name,
      );
    }
  }
  dead(tab) {
    return this.#dead.has(tab);
  }
}

class Database {
  constructor(world, tab) {
    Object.assign(this, { world, tab });
  }
  begin(mode = "readwrite") {
    return new Transaction(this.world, this.tab, mode);
  }
  async #one(act) {
    const transaction = this.begin("readonly");
    transaction.done.catch(() => undefined);
    return act(transaction);
  }
  get(key) {
    return this.#one((transaction) => transaction.get(key));
  }
  keys() {
    return this.#one((transaction) => transaction.keys());
  }
  close() {}
}

class Transaction {
  #waiting = [];
  #state = "queued";
  constructor(world, tab, mode) {
    Object.assign(this, { world, tab, mode });
    this.done = new Promise((done, failed) => {
      this.complete = done;
      this.fail = failed;
    });
    const asks =
      (kind, act) =>
      (...words) =>
        this.#ask(kind, act, words);
    Object.assign(this, {
      get: asks("read", (key) => this.records.get(key)),
      keys: asks("read", () => [...this.records.keys()].sort()),
      put: asks("write", (value, key) => void this.records.set(key, structuredClone(value))),
      delete: asks("write", (key) => void this.records.delete(key)),
      clear: asks("write", () => this.records.clear()),
    });
    world.begin(this);
  }

  start() {
    this.#state = "active";
    this.records = new Map(this.world.records);
    this.#next();
  }

  #ask(kind, act, words) {
    if (this.#state === "over") throw new DOMException("the transaction is over", "TransactionInactiveError");
    if (kind === "write" && this.world.odds(this.world.faults.write / 2))
      throw new DOMException("no room", "QuotaExceededError");
    return new Promise((done, failed) => {
      this.#waiting.push({ kind, act, words, done, failed });
    });
  }

  // Without a tab of its own: a transaction of a tab that died must make way for the others.
  #next() {
    this.world.at(1 + this.world.random.below(3), () => {
      if (this.#state === "over") return;
      if (this.world.dead(this.tab) && !(this.#waiting.length === 0 && this.world.odds(50))) return this.#end(null);
      const request = this.#waiting.shift();
      if (!request) return this.#commit();
      if (this.world.odds(this.world.faults[request.kind])) {
        const error = new DOMException("it failed", "UnknownError");
        request.failed(error);
        return this.#end(error);
      }
      request.done(request.act(...request.words));
      this.#next();
    });
  }

  #commit() {
    if (this.mode === "readwrite") {
      if (this.world.odds(this.world.faults.commit))
        return this.#end(new DOMException("no room", "QuotaExceededError"));
      const before = this.world.records;
      this.world.records = this.records;
      this.world.committed(before, this.records, this.tab);
    }
    this.#state = "over";
    if (!this.world.dead(this.tab)) this.complete();
    this.world.end(this);
  }
  abort() {
    if (this.#state === "over") throw new DOMException("the transaction is over", "InvalidStateError");
    this.#end(new DOMException("given up", "AbortError"));
  }
  #end(error) {
    this.#state = "over";
    // A tab that died hears nothing more.
    if (error) for (const { failed } of this.#waiting.splice(0)) failed(error);
    if (error) this.fail(error);
    this.world.end(this);
  }
}

/** What the page's module of the database exports. A database is named after its tab, and all are the same. */
export const openDatabase = (name) => running.open(name);
export async function eraseDatabase(name) {
  const transaction = new Transaction(running, name, "readwrite");
  await Promise.all([transaction.clear(), transaction.done]);
  return running.records.size === 0;
}

class Channel {
  onmessage = null;
  constructor(name) {
    this.name = name;
    running.join(this);
  }
  postMessage(data) {
    if (!running.dead(this.name)) running.tell(this, data);
  }
  close() {
    running.leave(this);
  }
}

const { Date: RealDate } = globalThis;
class WorldDate extends RealDate {
  constructor(...words) {
    super(...(words.length === 0 ? [WorldDate.now()] : words));
  }
  static now() {
    return running ? running.clock + running.now : RealDate.now();
  }
}

/** Puts the world's clock, timers and channel in the place of Node's. */
export function reign() {
  const { now } = performance;
  performance.now = () => running.now;
  const own = {
    setTimeout: globalThis.setTimeout,
    clearTimeout: globalThis.clearTimeout,
    Date: RealDate,
    BroadcastChannel: globalThis.BroadcastChannel,
  };
  Object.assign(globalThis, {
    setTimeout: (act, delay = 0) => running.at(delay, act),
    clearTimeout: (event) => running.cancel(event),
    Date: WorldDate,
    BroadcastChannel: Channel,
    indexedDB: {},
  });
  return () => {
    running = null;
    Object.assign(globalThis, own);
    performance.now = now;
    delete globalThis.indexedDB;
  };
}
