// The calls of the package. Each checks its object and reads what it is given before the module is entered, so that nothing
// of the caller's runs while the module works; what fails inside is answered with a fresh instance.
import load, * as core from "./core.js";
import { fault, isFault } from "./fault.js";
import { plain } from "./plain.js";
import texts from "./texts.en.js";

let bytesAtHand;
let starting;
let isReady = false;
let isRunning = false;
let isBroken = false;
let instance = 0;

/** Where the bytes are at hand, the module starts with the first call. */
export function startWith(bytes) {
  bytesAtHand = bytes;
  return { Assessment, catalog, verify, ready: () => start() };
}

/** Starts the module once, from its bytes or compiled; what failed may be tried again. */
export function start(source) {
  starting ??= begin(source).catch((error) => {
    starting = undefined;
    throw error;
  });
  return starting;
}

async function begin(source) {
  if (bytesAtHand !== undefined) return startNow();
  checkPlatform();
  const module = await source();
  if (isReady) return;
  try {
    await load({ module_or_path: module });
  } catch (cause) {
    throw notStarted(module, cause);
  }
  begun();
}

function startNow() {
  if (isReady) return;
  checkPlatform();
  const module = bytesAtHand();
  try {
    core.initSync({ module });
  } catch (cause) {
    throw notStarted(module, cause);
  }
  begun();
}

function begun() {
  core.provideTexts(texts);
  isReady = true;
}

function checkPlatform() {
  if (typeof WebAssembly !== "object") throw fault("no-wasm", "", "there is no WebAssembly here");
}

function notStarted(module, cause) {
  const whole = module instanceof WebAssembly.Module || WebAssembly.validate(module);
  return whole
    ? fault("no-wasm", "", `WebAssembly may not be compiled or started here: ${cause.message}`, cause)
    : fault("damaged", "", `the module is damaged: ${cause.message}`, cause);
}

/** A fresh instance of the compiled module; every object of the old one is gone. */
function rebuild() {
  instance += 1;
  core.__wbg_reset_state();
  core.provideTexts(texts);
  isBroken = false;
}

/** Works in the module. What comes out of it and is no refusal of its own leaves it in a state that nobody knows. */
function run(act) {
  if (isRunning) throw fault("not-usable", "", "the module is at work: nothing can be called from inside a call");
  if (!isReady) {
    if (bytesAtHand === undefined) throw fault("not-ready", "", "not started: call ready() first, and wait for it");
    startNow();
  }
  let thrown;
  try {
    if (isBroken) rebuild();
    isRunning = true;
    return act();
  } catch (error) {
    // Nothing is called in here: the stack may be at its end.
    isBroken = true;
    thrown = error;
  } finally {
    isRunning = false;
  }
  if (isFault(thrown)) {
    isBroken = false;
    throw thrown;
  }
  try {
    rebuild();
  } catch {
    // The next call tries again.
  }
  throw fault(
    "trap",
    "",
    "the module failed and starts anew; assessments made before are gone: parse their text",
    thrown,
  );
}

/** The key of what an object stands for. What it holds cannot be changed, also not by a proxy, and nobody else has its like. */
const HANDLE = Symbol("assessment");
const states = new WeakMap();

function wrapped(it) {
  if (!(it instanceof core.Assessment)) return it;
  const handle = Object.freeze({});
  states.set(handle, { it, instance });
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
  if (state.instance !== instance)
    throw fault("gone", "", "the assessment went with a module that failed: parse its saved text");
  return state.it;
};

export class Assessment {
  constructor() {
    throw fault("not-usable", "", "an assessment is made by Assessment.create, parse or example");
  }

  free() {
    const state = stateOf(this);
    // What is gone with its module needs no freeing.
    if (state.instance === instance && !isBroken) run(() => living(state).free());
    state.it = undefined;
  }

  static {
    const isCall = (name) => !name.startsWith("__") && name !== "constructor" && name !== "free";
    const define = (target, name, descriptor) =>
      Object.defineProperty(target, name, { configurable: true, enumerable: false, ...descriptor });
    for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(core.Assessment))) {
      if (typeof value !== "function" || !isCall(name)) continue;
      const made = (...given) => {
        const values = plain(given);
        return wrapped(run(() => core.Assessment[name](...values)));
      };
      define(Assessment, name, { value: define(made, "name", { value: name }), writable: true });
    }
    for (const [name, { get }] of Object.entries(Object.getOwnPropertyDescriptors(core.Assessment.prototype))) {
      if (!isCall(name)) continue;
      const calls = {
        [name](...given) {
          const state = stateOf(this);
          const values = plain(given);
          return wrapped(run(() => (get === undefined ? living(state)[name](...values) : living(state)[name])));
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

export function catalog(...given) {
  const values = plain(given);
  return run(() => core.catalog(...values));
}

export function verify(envelope) {
  const [text] = plain([typeof envelope === "string" ? envelope : written(envelope)]);
  return run(() => core.verify(text));
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
