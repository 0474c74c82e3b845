const NS = "iso27001-readiness";
const SANDBOX = "allow-scripts allow-forms allow-downloads allow-modals";
const FROM_FRAME = new Set(["ready", "resize", "dirty", "draft", "complete", "error", "exit"]);
const PATIENCE_MS = 20_000;

const fault = ({ code, message, subject = "" }) =>
  Object.assign(new Error(message), { name: "ReadinessError", code, subject });

/** The assessment in a frame of its own, from the side of the page around it. */
class ReadinessFrame extends EventTarget {
  #port;
  #count = 0;
  #waiting = new Map();
  #loaded;
  #settle;
  #most;
  #patience;

  constructor(parent, { src, title = "ISO/IEC 27001 readiness", maxHeight, load }) {
    super();
    this.#most = maxHeight;
    this.#loaded = load;
    this.ready = new Promise((done, failed) => (this.#settle = { done, failed }));
    // Whoever does not wait for it hears of it by the event.
    this.ready.catch(() => {});
    this.element = document.createElement("iframe");
    this.element.setAttribute("sandbox", SANDBOX);
    this.element.setAttribute("allow", "");
    this.element.referrerPolicy = "no-referrer";
    Object.assign(this.element.style, { inlineSize: "100%", blockSize: "40rem", border: "0", display: "block" });
    this.element.title = title;
    this.element.src = src;
    addEventListener("message", this.#hello);
    this.#patience = setTimeout(() => {
      const error = fault({
        code: "no-answer",
        message: "the frame did not answer: is src right, and may it be framed here?",
      });
      this.#settle.failed(error);
      this.#tell("error", error);
    }, PATIENCE_MS);
    parent.append(this.element);
  }

  load(payload) {
    this.#loaded = payload;
    return this.#ask("load", payload);
  }

  set(payload) {
    // So that a frame that starts anew has it too.
    if (this.#loaded) this.#loaded = { ...this.#loaded, ...payload };
    return this.#ask("set", payload);
  }

  focus(id) {
    return this.#ask("focus", { id });
  }

  close() {
    clearTimeout(this.#patience);
    removeEventListener("message", this.#hello);
    this.#port?.close();
    this.#port = undefined;
    this.element.remove();
    const error = fault({ code: "closed", message: "the frame was closed" });
    for (const { failed } of this.#waiting.values()) failed(error);
    this.#waiting.clear();
    this.#settle.failed(error);
  }

  #hello = ({ source, origin, data, ports: [port] }) => {
    // Its origin is opaque because of the sandbox; so the window is what tells it from others.
    if (source !== this.element.contentWindow || origin !== "null" || !port) return;
    if (data?.ns !== NS || data.v !== 1 || data.type !== "hello" || !data.payload?.versions?.includes?.(1)) return;
    // Once more when the frame was loaded anew: the old line is dead then.
    this.#port?.close();
    this.#port = port;
    port.onmessage = ({ data }) => this.#heard(data);
    // An opaque origin has no name to send to, and this holds nothing to hide.
    source.postMessage({ ns: NS, v: 1, type: "welcome", payload: { version: 1 } }, "*");
    if (this.#loaded) this.#ask("load", this.#loaded).then(this.#settle.done, this.#settle.failed);
  };

  #heard(data) {
    const { ns, v, type, id, payload } = data ?? {};
    if (ns !== NS || v !== 1 || !FROM_FRAME.has(type) || typeof payload !== "object" || payload === null) return;
    clearTimeout(this.#patience);
    const asked = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (type === "resize" && payload.height > 0)
      this.element.style.blockSize = `${Math.min(payload.height, this.#most ?? innerHeight)}px`;
    // A frame that starts anew goes on from the draft.
    if (type === "draft") this.#loaded = { ...this.#loaded, assessment: payload.assessment };
    if (type === "ready") {
      asked?.done(payload);
      if (!this.#loaded) this.#settle.done(payload);
    }
    const said = type === "error" ? fault(payload) : payload;
    if (type === "error" && asked) asked.failed(said);
    else if (!asked) this.#tell(type, said);
  }

  #ask(type, payload) {
    return new Promise((done, failed) => {
      const id = `${(this.#count += 1)}`;
      if (!this.#port)
        return void failed(fault({ code: "not-connected", message: "the frame is not ready: wait for `ready`" }));
      this.#waiting.set(id, { done, failed });
      this.#port.postMessage({ ns: NS, v: 1, type, id, payload });
    });
  }

  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

export const embed = (parent, options) => new ReadinessFrame(parent, options);
