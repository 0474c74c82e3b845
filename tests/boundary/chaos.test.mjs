// Whoever misuses one object, or hands in what bites, harms nothing else: no call makes a later one on another object fail.
import assert from "node:assert/strict";
import { test } from "node:test";
import { chance } from "../browser/support/chance.mjs";
import { fresh, starved } from "./copy.mjs";
import { Assessment, catalog, thrown, verify } from "./package.mjs";

const ROUNDS = process.env.READINESS_LONG === "1" ? 300_000 : 12_000;
const REAL = { Date: globalThis.Date, crypto: Object.getOwnPropertyDescriptor(globalThis, "crypto") };

const members = Object.entries(Object.getOwnPropertyDescriptors(Assessment.prototype)).filter(
  ([name]) => name !== "constructor",
);
/** Calls a method of the class on anything, or asks a property of it. */
const on = (self, [, { get, value }], values = []) => (get ?? value).apply(self, values);

const refused = (act, code, what) => {
  const error = thrown(act);
  assert.ok(error instanceof Error && error.name === "ReadinessError", `${what}: ${String(error)}`);
  assert.equal(error.code, code, `${what}: ${error.message}`);
  assert.equal(typeof error.subject, "string", what);
};

test("the class has all the calls that its typings promise", () => {
  const names = members.map(([name]) => name);
  for (const name of ["respond", "toJSON", "edition", "free", "merge", "whatIf"]) assert.ok(names.includes(name), name);
  assert.ok(names.length > 25, `${names.length}`);
});

test("six hundred calls of every kind on a freed object leave every other one as it was", () => {
  const other = Assessment.example("2022");
  const before = other.toJSON();
  const freed = Assessment.create("2022");
  freed.free();
  for (const member of members)
    for (let n = 0; n < 600; n += 1) refused(() => on(freed, member, ["A.5.1", 3]), "not-usable", member[0]);
  assert.equal(other.toJSON(), before);
  other.respond("A.5.1", 0);
  other.free();
});

test("a method on something else than an assessment is refused before the module is entered", () => {
  const other = Assessment.create("2022");
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  const strangers = [
    undefined,
    null,
    0,
    "A.5.1",
    Symbol("s"),
    {},
    [],
    () => 1,
    new Date(),
    proxy,
    Assessment,
    Assessment.prototype,
    Object.create(Assessment.prototype),
    Object.assign(Object.create(Assessment.prototype), { __wbg_ptr: 1_114_112 }),
    { ...other },
    structuredClone(other),
  ];
  for (const self of strangers)
    for (const member of members) refused(() => on(self, member, ["A.5.1", 3]), "not-usable", member[0]);
  refused(() => new Assessment(), "not-usable", "new");
  other.respond("A.5.1", 3);
  assert.equal(other.summary().coverage.answered, 1);
  other.free();
});

test("a proxy around an assessment, as frameworks make it, is that assessment", () => {
  const a = Assessment.create("2022");
  const proxy = new Proxy(a, { get: (target, key, self) => Reflect.get(target, key, self) });
  proxy.respond("A.5.1", 3);
  assert.equal(proxy.edition, "2022");
  assert.equal(proxy.toJSON(), a.toJSON());
  a.free();
});

test("freed twice is refused; disposed after it was freed is nothing", () => {
  const a = Assessment.create("2022");
  a.free();
  refused(() => a.free(), "not-usable", "free");
  const dispose = Assessment.prototype[Symbol.dispose];
  dispose?.call(a);
  const b = Assessment.create("2022");
  dispose?.call(b);
  if (dispose) refused(() => b.edition, "not-usable", "edition");
});

test("an object freed by what it is just given is freed, and the call is refused", () => {
  const other = Assessment.create("2022");
  for (let n = 0; n < 600; n += 1) {
    const a = Assessment.create("2022");
    const given = {
      get note() {
        a.free();
        return "n";
      },
    };
    refused(() => a.annotate("A.5.1", given), "not-usable", "annotate");
    refused(() => a.toJSON(), "not-usable", "toJSON");
  }
  other.respond("A.5.1", 3);
  other.free();
});

test("what the caller's own getters do with assessments works", () => {
  const a = Assessment.create("2022");
  const b = Assessment.create("2022");
  a.annotate("A.5.1", {
    get note() {
      b.respond("A.5.1", 2);
      a.respond("A.5.1", 1);
      return "n";
    },
  });
  const { requirements } = JSON.parse(a.toJSON());
  assert.deepEqual([requirements["A.5.1"].answer, requirements["A.5.1"].note], [1, "n"]);
  assert.equal(JSON.parse(b.toJSON()).requirements["A.5.1"].answer, 2);
  a.free();
  b.free();
});

test("options may be of any class, frozen, without a prototype or from another realm's JSON", () => {
  class Note {
    get note() {
      return "of a class";
    }
  }
  const a = Assessment.create("2022");
  const noteOf = () => JSON.parse(a.toJSON()).requirements["A.5.1"].note;
  a.annotate("A.5.1", new Note());
  assert.equal(noteOf(), "of a class");
  a.annotate("A.5.1", Object.assign(Object.create(null), { note: "of none" }));
  assert.equal(noteOf(), "of none");
  a.annotate(
    "A.5.1",
    Object.freeze({ note: "frozen", evidence: Object.freeze([{ label: "l", href: "https://e.example" }]) }),
  );
  assert.equal(noteOf(), "frozen");
  a.free();
});

/** Values that bite: each is made anew. */
const biting = (d, objects) => {
  const bite = () => {
    throw d.pick([
      new TypeError("bitten"),
      "bitten",
      undefined,
      null,
      { name: "ReadinessError" },
      new WebAssembly.RuntimeError("unreachable"),
    ]);
  };
  const traps = Object.fromEntries(Object.getOwnPropertyNames(Reflect).map((name) => [name, bite]));
  const any = () => d.pick(objects);
  const endless = () => new Proxy({}, { getPrototypeOf: () => endless(), ownKeys: () => [] });
  const kinds = [
    () =>
      Object.defineProperty({}, d.pick(["note", "owner", "target", "id", "evidence", "label"]), {
        get: bite,
        enumerable: true,
      }),
    () => new Proxy({}, traps),
    () => new Proxy([], traps),
    () => {
      const { proxy, revoke } = Proxy.revocable({}, {});
      revoke();
      return proxy;
    },
    () =>
      new Proxy([1, 2], { get: (target, key) => (key === "length" ? d.pick([2 ** 40, -1, NaN, "x"]) : target[key]) }),
    () => endless(),
    () => ({ toString: bite, valueOf: bite, toJSON: bite, [Symbol.toPrimitive]: bite }),
    () => ({ evidence: new Proxy([{}], traps) }),
    () => ({ evidence: [Object.defineProperty({}, "href", { get: bite, enumerable: true })] }),
    () => {
      const circle = { note: "n" };
      circle.evidence = [circle];
      circle.self = circle;
      return circle;
    },
    () => ({
      get note() {
        return any().respond("A.5.1", 1);
      },
    }),
    () => ({
      get note() {
        return any().toJSON();
      },
    }),
    () => ({
      get note() {
        return verify({});
      },
    }),
    () => Assessment,
    () => any(),
    () => new Uint8Array(8),
    () => 2n ** 70n,
    () => "\ud800",
    () => "a".repeat(20_000),
    () => Symbol("s"),
    () => bite,
    () => undefined,
    () => ({ note: "n", evidence: [{ label: "l", href: "https://example.org" }] }),
  ];
  return d.pick(kinds)();
};

/** Clocks and random numbers that bite, or call back into the package. */
const platforms = (d, objects) => {
  const text = (of) =>
    class extends REAL.Date {
      toISOString() {
        return of();
      }
    };
  const inside = () => d.pick(objects).toJSON();
  return d.pick([
    () => {
      globalThis.Date = class {
        constructor() {
          throw new Error("no time");
        }
      };
    },
    () => {
      globalThis.Date = text(() => {
        throw new RangeError("Invalid time value");
      });
    },
    () => {
      globalThis.Date = text(() => d.pick([42, undefined, null, "tomorrow", Symbol("s"), {}, "2026-11-25T10:00:00Z"]));
    },
    () => {
      globalThis.Date = text(inside);
    },
    () => {
      globalThis.Date = undefined;
    },
    () => {
      Object.defineProperty(globalThis, "crypto", {
        configurable: true,
        get() {
          throw new Error("no crypto");
        },
      });
    },
    () => {
      Object.defineProperty(globalThis, "crypto", { configurable: true, value: { getRandomValues: inside } });
    },
    () => {
      Object.defineProperty(globalThis, "crypto", { configurable: true, value: undefined });
    },
  ]);
};
const mend = () => {
  globalThis.Date = REAL.Date;
  Object.defineProperty(globalThis, "crypto", REAL.crypto);
};

test(`${ROUNDS} hostile calls in any order harm no object but their own`, { timeout: 600_000 }, () => {
  const d = chance(20_261_125);
  const objects = Array.from({ length: 6 }, (_, n) => Assessment.create(n % 2 ? "2013" : "2022"));
  const statics = ["create", "parse", "example"];
  let errors = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const self = d.pick(objects);
    const values = Array.from({ length: d.below(4) }, () =>
      d.odds(45)
        ? d.pick(["A.5.1", "4.1", "2022", "isms_scope", "draft", "area:policy", 3, "unknown", "{}"])
        : biting(d, objects),
    );
    const before = self.toJSON();
    const platform = d.odds(15) ? platforms(d, objects) : undefined;
    const member = d.pick(members);
    const what = `round ${round}: ${member[0]}`;
    let result;
    const error = thrown(() => {
      platform?.();
      result = d.odds(80)
        ? on(self, member, values)
        : d.odds(50)
          ? Assessment[d.pick(statics)](...values)
          : d.pick([catalog, verify])(...values);
    });
    mend();
    if (error !== undefined) {
      errors += 1;
      assert.ok(
        error instanceof Error && error.name === "ReadinessError" && /^[a-z0-9-]+$/.test(error.code),
        `${what}: ${String(error)}`,
      );
      assert.ok(!["trap", "gone"].includes(error.code), `${what}: ${error.message}: ${error.cause?.stack}`);
    }
    if (result instanceof Assessment) objects.push(result);
    // A getter may have called on any of them; freed ones are told apart by their own refusal.
    for (const one of [...objects]) {
      const gone = thrown(() => (round % 50 === 0 ? one.toJSON() : one.isEmpty()));
      if (gone === undefined) continue;
      assert.equal(gone.code, "not-usable", `${what}: ${gone.message}`);
      assert.ok(member[0] === "free" && one === self, `${what}: another object cannot be read`);
      objects.splice(objects.indexOf(one), 1);
    }
    if (error !== undefined && !values.some((value) => Object(value) === value) && objects.includes(self))
      assert.equal(self.toJSON(), before, what);
    while (objects.length > 8) objects.pop().free();
    if (objects.length < 3) objects.push(Assessment.example("2022"));
  }
  assert.ok(errors > ROUNDS / 4, `${errors} refused`);
  for (const one of objects) {
    one.respond("4.1", 3);
    one.report();
    one.free();
  }
});

test("a getter that a page put into the prototype of all objects harms nothing", () => {
  const other = Assessment.example("2022");
  const a = Assessment.create("2022");
  try {
    for (const name of ["note", "owner", "target"])
      Object.defineProperty(Object.prototype, name, {
        configurable: true,
        get() {
          throw new Error("polluted");
        },
      });
    refused(() => a.annotate("A.5.1", {}), "wrong-type", "annotate");
    refused(() => Assessment.create("2022", {}), "wrong-type", "create");
  } finally {
    for (const name of ["note", "owner", "target"]) delete Object.prototype[name];
  }
  assert.equal(a.isEmpty(), true);
  assert.equal(Assessment.parse(other.toJSON()).toJSON(), other.toJSON());
  a.free();
  other.free();
});

test("without a clock or random numbers an assessment has no times and no id, and works", () => {
  try {
    globalThis.Date = class {
      constructor() {
        throw new Error("no time");
      }
    };
    Object.defineProperty(globalThis, "crypto", { configurable: true, value: undefined });
    const a = Assessment.create("2022");
    a.respond("A.5.1", 3);
    const file = JSON.parse(a.toJSON());
    assert.deepEqual([file.id, file.created, file.modified], [undefined, undefined, undefined]);
    a.free();
  } finally {
    mend();
  }
});

test("before ready() every call says so, and after it they work", async () => {
  const copy = await fresh();
  const calls = {
    catalog: () => copy.catalog("2022"),
    verify: () => copy.verify({}),
    create: () => copy.Assessment.create("2022"),
    parse: () => copy.Assessment.parse("{}"),
    example: () => copy.Assessment.example("2022"),
  };
  for (const [name, call] of Object.entries(calls)) refused(call, "not-ready", name);
  await Promise.all([copy.ready(), copy.ready(), copy.ready()]);
  await copy.ready();
  calls.create().free();
});

test("where memory runs out the caller is told, old objects say that they are gone, and new ones work", async () => {
  const copy = await fresh();
  await copy.ready(starved());
  for (let round = 0; round < 5; round += 1) {
    const kept = [];
    let error;
    for (let n = 0; n < 100_000 && error === undefined; n += 1)
      error = thrown(() => kept.push(copy.Assessment.example("2022")));
    assert.deepEqual([error?.name, error?.code], ["ReadinessError", "trap"], String(error));
    assert.ok(kept.length > 1);
    for (const one of kept) {
      refused(() => one.toJSON(), "gone", "toJSON");
      refused(() => one.respond("A.5.1", 3), "gone", "respond");
      one.free();
      refused(() => one.toJSON(), "not-usable", "toJSON after free");
    }
    const next = copy.Assessment.create("2022");
    next.respond("A.5.1", 3);
    assert.equal(next.summary().coverage.answered, 1);
    next.free();
    assert.notEqual(copy.catalog("2022").controls[0].guidance, "", "the texts are handed in again");
  }
});

test("at the end of the stack a call fails, and the next ones work", () => {
  for (let round = 0; round < 20; round += 1) {
    let a = Assessment.example("2022");
    const dive = (depth) => {
      try {
        return dive(depth + 1);
      } catch {
        a.report();
        return depth;
      }
    };
    thrown(() => dive(0));
    const error = thrown(() => a.report());
    if (error !== undefined) {
      assert.equal(error.code, "gone");
      a = Assessment.example("2022");
    }
    assert.equal(a.report().edition, "2022");
    a.free();
  }
});
