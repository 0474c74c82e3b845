// The calls of the package. Each checks its object and reads what it is given before the module is entered, so that nothing
// of the caller's runs while the module works; what fails inside is answered with a fresh instance.
import load, * as core from "./core.js";
import loadDeferred, * as deferred from "./deferred.js";
import loadExchange, * as exchange from "./exchange.js";
import { fault } from "./fault.js";
import { Instance } from "./instance.js";
import { plain } from "./plain.js";
import texts from "./texts.js";

const first = new Instance({
  load,
  glue: core,
  prepare: () => core.provideTexts(texts),
  call: "ready",
  loss: "; assessments made before are gone: parse their text",
});
const second = new Instance({
  load: loadDeferred,
  glue: deferred,
  prepare: () => deferred.provideTexts(texts),
  call: "readyDeferred",
});
// A bundle without its calls goes without it.
const third = /* @__PURE__ */ new Instance({
  load: loadExchange,
  glue: exchange,
  prepare: () => exchange.provideTexts(texts),
  call: "readyExchange",
});

/** Where the bytes are at hand, each module starts with the first call that needs it. */
export function startWith(bytes, deferredBytes, exchangeBytes) {
  first.startWith(bytes);
  second.startWith(deferredBytes);
  third.startWith(exchangeBytes);
  const [ready, readyDeferred, readyExchange] = [() => start(), () => startDeferred(), () => startExchange()];
  const calls = { Assessment, catalog, exportAs, exportNames, firstVersion, oscalBundle, readOscal, verify };
  return { ...calls, ready, readyDeferred, readyExchange };
}

export const start = (source) => first.start(source);
export const startDeferred = (source) => second.start(source);
export const startExchange = (source) => third.start(source);

/** The key of what an object stands for. What it holds cannot be changed, also not by a proxy, and nobody else has its like. */
const HANDLE = Symbol("assessment");
const states = new WeakMap();

function wrapped(it) {
  if (!(it instanceof core.Assessment)) return it;
  const handle = Object.freeze({});
  states.set(handle, { it, instance: first.count });
  return Object.defineProperty(Object.create(Assessment.prototype), HANDLE, { value: handle });
}

function stateOf(object) {
  let state;
  try {
    state = states.get(object[HANDLE]);
  } catch {
    // Neither undefined nor a hostile proxy is one.
  }
  if (state === undefined)
    throw fault("not-usable", "", "called on something that is not an assessment of this package");
  if (state.it === undefined) throw fault("not-usable", "", "the assessment was freed");
  return state;
}

const living = (state) => {
  if (state.it === undefined) throw fault("not-usable", "", "the assessment was freed");
  if (state.instance !== first.count)
    throw fault("gone", "", "the assessment went with a module that failed: parse its saved text");
  return state.it;
};

const textOf = (state) => first.run(() => living(state).toJSON());

/** What each proposal was made of: its sheets, and how they were to be read. */
const proposals = new WeakMap();

export class Assessment {
  constructor() {
    throw fault("not-usable", "", "an assessment is made by Assessment.create, parse or example");
  }

  free() {
    const state = stateOf(this);
    // What is gone with its module needs no freeing.
    if (state.instance === first.count && !first.isBroken) first.run(() => living(state).free());
    state.it = undefined;
  }

  propose(sheets, options) {
    const state = stateOf(this);
    const given = plain([sheets, options]);
    const text = textOf(state);
    const proposal = second.run(() => deferred.propose(text, ...given));
    proposals.set(proposal, given);
    return proposal;
  }

  apply(proposal, options) {
    const state = stateOf(this);
    const changes = chosen(proposal, options);
    const text = textOf(state);
    const next = second.run(() => deferred.apply(text, changes));
    first.run(() => {
      const it = core.Assessment.parse(next);
      living(state).free();
      state.it = it;
    });
  }

  static {
    const isCall = (name) => !name.startsWith("__") && name !== "constructor" && name !== "free";
    const define = (target, name, descriptor) =>
      Object.defineProperty(target, name, { configurable: true, enumerable: false, ...descriptor });
    for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(core.Assessment))) {
      if (typeof value !== "function" || !isCall(name)) continue;
      const made = (...given) => {
        const values = plain(given);
        return wrapped(first.run(() => core.Assessment[name](...values)));
      };
      define(Assessment, name, { value: define(made, "name", { value: name }), writable: true });
    }
    for (const [name, { get }] of Object.entries(Object.getOwnPropertyDescriptors(core.Assessment.prototype))) {
      if (!isCall(name)) continue;
      const calls = {
        [name](...given) {
          const state = stateOf(this);
          const values = plain(given);
          return wrapped(first.run(() => (get === undefined ? living(state)[name](...values) : living(state)[name])));
        },
      };
      define(
        Assessment.prototype,
        name,
        get === undefined ? { value: calls[name], writable: true } : { get: calls[name] },
      );
    }
    // A block that disposes at its end may have freed before.
    if (Symbol.dispose)
      define(Assessment.prototype, Symbol.dispose, {
        value() {
          if (states.get(this[HANDLE])?.it !== undefined) this.free();
        },
        writable: true,
      });
  }
}

/** The changes of a proposal that are wanted. The caller's function runs here, before a module is entered. */
function chosen(proposal, options) {
  const [given] = plain([proposal]);
  const only = read(options, "only");
  if (only !== undefined && typeof only !== "function") throw fault("wrong-type", "only", "expected a function");
  const changes = given?.changes;
  if (!Array.isArray(changes)) throw fault("wrong-type", "proposal", "expected a proposal, as propose gives it");
  if (only === undefined) return changes;
  return changes.filter((change) => {
    try {
      // A copy, since what it is given is its own.
      return only(...plain([change]));
    } catch (cause) {
      throw fault("unreadable", "only", "the function that chooses the changes failed", cause);
    }
  });
}

function read(options, key) {
  if (options === undefined || options === null) return undefined;
  if (typeof options !== "object") throw fault("wrong-type", "options", "expected an object");
  try {
    return options[key];
  } catch (cause) {
    throw fault("unreadable", key, "what was given could not be read", cause);
  }
}

export function catalog(...given) {
  const values = plain(given);
  return first.run(() => core.catalog(...values));
}

export function verify(envelope) {
  const [text] = plain([typeof envelope === "string" ? envelope : written(envelope)]);
  return first.run(() => core.verify(text));
}

/** The text of a value; its own `toJSON` and getters may throw anything. */
function written(value) {
  let text;
  try {
    text = JSON.stringify(value);
  } catch (cause) {
    throw fault("unreadable", "$", "what was given cannot be written as JSON", cause);
  }
  if (text === undefined) throw fault("wrong-type", "$", "expected a result envelope, or its text");
  return text;
}

/** The text of an assessment, or of its file. */
export const wholeText = (assessment) => {
  const [text] = plain([typeof assessment === "string" ? assessment : null]);
  return text ?? textOf(stateOf(assessment));
};

/** A file of an assessment, or of its text. */
function made(instance, call, names, assessment, options) {
  const [wanted, how] = plain([names, options]);
  const text = wholeText(assessment);
  return instance.run(() => call(...wanted, text, how));
}

export const exportAs = (name, assessment, options) => made(second, deferred.exportAs, [name], assessment, options);

export const firstVersion = (document, format, assessment, options) =>
  made(second, deferred.firstVersion, [document, format], assessment, options);

export const exportNames = () => second.run(() => deferred.exportNames());

export const oscalBundle = (assessment, options) => made(third, exchange.oscalBundle, [], assessment, options);

export function readOscal(text) {
  const [given] = plain([text]);
  return third.run(() => exchange.readOscal(given));
}

/** The sheets that a proposal was made of, and how they were to be read: what it holds is for people, and may be changed. */
export function proposed(proposal) {
  // Anything may be asked for: what is no object is none.
  const given = proposals.get(proposal);
  if (given === undefined) {
    const expected = "expected the proposal itself, as propose gave it: a copy has not the sheets that it was made of";
    throw fault("wrong-type", "proposal", expected);
  }
  return given;
}

/** A file filled by the third module: of a text also what it says, and how text is put into its encoding. */
export function filled(text, given, bytes, written) {
  const [file, beside] = third.run(() =>
    written === undefined
      ? exchange.fillWorkbook(text, ...given, bytes)
      : exchange.fillText(text, ...given, bytes, written.text, written.encode),
  );
  return { bytes: file, ...beside };
}
