import { find, prepare, put, steady } from "./find.mjs";

const PATIENCE = 10_000;
const PAUSE = 25;

/**
 * One browser with one page, the same to a test whatever the engine. Each engine gives the primitives named `_…`:
 * _goto, _handle(find, selector), _call(function, handle | undefined, argument), _click(handle), _type(text), _press(key),
 * _upload(handle, file), _screenshot(path), _reload, _resize, _close.
 */
export class Page {
  /** @type {"chromium" | "firefox" | "webkit"} */
  engine;
  errors = [];
  requested = [];

  async open(url) {
    await this._goto(url);
  }

  /** The element that a selector (see find.mjs) means, once it is there. */
  async element(selector, patience = PATIENCE) {
    return this.waitFor(() => this._handle(find, selector), `${JSON.stringify(selector)} in ${this.engine}`, patience);
  }

  async exists(selector) {
    return (await this._handle(find, selector)) !== null;
  }

  async click(selector) {
    const handle = await this.element(selector);
    // Chromium's driver waits by itself. A page that still scrolls would carry another thing under the pointer.
    if (this.engine !== "chromium") await this._call(steady, handle);
    await this._click(handle);
  }

  async fill(selector, text) {
    const handle = await this.element(selector);
    if (!(await this._call(prepare, handle))) await this._call(put, handle, text);
    else if (text === "") await this._press("Backspace");
    // Key by key is what people do; a whole page of text that way takes minutes.
    else if (text.length <= 60 && !text.includes("\n")) await this._type(text);
    else await this._call((_, words) => document.execCommand("insertText", false, words), handle, text);
  }

  async select(selector, value) {
    await this._call(put, await this.element(selector), value);
  }

  /** @param {{ name: string, bytes: Uint8Array | string }} file */
  async setFile(selector, file) {
    await this._upload(await this.element(selector), { name: file.name, bytes: Buffer.from(file.bytes) });
  }

  async text(selector) {
    return this._read(selector, (element) => element.innerText.trim());
  }

  async attribute(selector, name) {
    return this._read(selector, (element, key) => element.getAttribute(key), name);
  }

  async property(selector, name) {
    return this._read(selector, (element, key) => element[key], name);
  }

  /** Reads what a selector means; found once more where the view is drawn anew between finding and reading. */
  async _read(selector, read, argument) {
    const { value } = await this.waitFor(
      async () => {
        const handle = await this._handle(find, selector);
        return handle && { value: await this._call(read, handle, argument) };
      },
      `${JSON.stringify(selector)} in ${this.engine}`,
    );
    return value;
  }

  /** Runs a function in the page, with one argument that is plain data; returns plain data. */
  async evaluate(run, argument) {
    return this._call(run, undefined, argument);
  }

  /** Waits until the condition (a function here, or a selector) gives something; returns it. */
  async waitFor(condition, what = String(condition), patience = PATIENCE) {
    if (typeof condition !== "function") return this.element(condition, patience);
    const end = Date.now() + patience;
    let last;
    for (;;) {
      try {
        const found = await condition();
        if (found) return found;
        last = undefined;
      } catch (error) {
        // A view that is just being drawn anew detaches what was found.
        last = error;
      }
      if (Date.now() > end) throw new Error(`waited ${patience} ms for ${what}`, { cause: last });
      await new Promise((wake) => setTimeout(wake, PAUSE));
    }
  }

  /** A key, with its modifiers: "Enter", "Shift+Tab", "Control+z". */
  async press(key) {
    await this._press(key);
  }

  async reload() {
    await this._reload();
  }

  async resize(width, height) {
    await this._resize(width, height);
  }

  async screenshot(path) {
    await this._screenshot(path);
  }

  /** What was saved so far: [{ name, bytes }]; waits for as many as are expected. */
  async downloads(expected = 1, patience = PATIENCE) {
    return this.waitFor(
      async () => {
        const files = await this._downloads();
        return files.length >= expected && files;
      },
      `${expected} downloads in ${this.engine}`,
      patience,
    );
  }

  /** Addresses asked for since the page was opened, the page itself left out. */
  async requests() {
    const seen = await this.evaluate(() => performance.getEntriesByType("resource").map((entry) => entry.name));
    return [...new Set([...this.requested, ...seen])].filter((url) => !/^(blob|data|about):/.test(url));
  }

  /** What the console showed as an error, uncaught errors and refusals by the policy among it. */
  async consoleErrors() {
    return [...this.errors];
  }

  /** Another page of the same browser; not in WebKit, whose driver sees one page at a time. */
  async tab() {
    return this._tab();
  }

  /** Runs a function in each page before its own scripts; not in WebKit, whose driver has no means to. */
  async early(run) {
    await this._early(run);
  }

  /** Ends the browser as a crash would; for one that was launched as mortal. */
  async kill() {
    await this._kill();
  }

  async close() {
    await this._close();
  }
}
