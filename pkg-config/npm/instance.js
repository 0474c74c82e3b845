// A module of the package and its only instance: started once, entered by one call at a time, replaced when it fails.
import { fault, isFault } from "./fault.js";

/** `prepare` runs on every fresh instance; `call` names what starts it, `loss` what goes with an instance that fails. */
export class Instance {
  #load;
  #glue;
  #prepare;
  #call;
  #loss;
  #bytesAtHand;
  #starting;
  #isReady = false;
  #isRunning = false;
  #isBroken = false;
  #count = 0;

  constructor({ load, glue, prepare = () => {}, call, loss = "" }) {
    this.#load = load;
    this.#glue = glue;
    this.#prepare = prepare;
    this.#call = call;
    this.#loss = loss;
  }

  /** Which instance it is: objects of another one are gone. */
  get count() {
    return this.#count;
  }

  get isBroken() {
    return this.#isBroken;
  }

  /** Where the bytes are at hand, the module starts with the first call. */
  startWith(bytes) {
    this.#bytesAtHand = bytes;
  }

  /** Starts the module once, from its bytes or compiled; what failed may be tried again. */
  start(source) {
    this.#starting ??= this.#begin(source).catch((error) => {
      this.#starting = undefined;
      throw error;
    });
    return this.#starting;
  }

  async #begin(source) {
    if (this.#bytesAtHand !== undefined) return this.#startNow();
    checkPlatform();
    const module = await source();
    if (this.#isReady) return;
    try {
      await this.#load({ module_or_path: module });
    } catch (cause) {
      throw notStarted(module, cause);
    }
    this.#begun();
  }

  #startNow() {
    if (this.#isReady) return;
    checkPlatform();
    const module = this.#bytesAtHand();
    try {
      this.#glue.initSync({ module });
    } catch (cause) {
      throw notStarted(module, cause);
    }
    this.#begun();
  }

  #begun() {
    this.#prepare();
    this.#isReady = true;
  }

  /** A fresh instance of the compiled module; every object of the old one is gone. */
  #rebuild() {
    this.#count += 1;
    this.#glue.__wbg_reset_state();
    this.#prepare();
    this.#isBroken = false;
  }

  /** Works in the module. What comes out of it and is no refusal of its own leaves it in a state that nobody knows. */
  run(act) {
    if (this.#isRunning)
      throw fault("not-usable", "", "the module is at work: nothing can be called from inside a call");
    if (!this.#isReady) {
      if (this.#bytesAtHand === undefined)
        throw fault("not-ready", "", `not started: call ${this.#call}() first, and wait for it`);
      this.#startNow();
    }
    let thrown;
    try {
      if (this.#isBroken) this.#rebuild();
      this.#isRunning = true;
      return act();
    } catch (error) {
      // Nothing is called in here: the stack may be at its end.
      this.#isBroken = true;
      thrown = error;
    } finally {
      this.#isRunning = false;
    }
    if (isFault(thrown)) {
      this.#isBroken = false;
      throw thrown;
    }
    try {
      this.#rebuild();
    } catch {
      // The next call tries again.
    }
    throw fault("trap", "", `the module failed and starts anew${this.#loss}`, thrown);
  }
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
