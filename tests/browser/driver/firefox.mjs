import { once } from "node:events";
import { existsSync } from "node:fs";
import { cp, mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import puppeteer from "puppeteer-core";
import { scratch } from "./files.mjs";
import { Page } from "./page.mjs";
import { program } from "./program.mjs";

const TARGET = fileURLToPath(new URL("../../../target/", import.meta.url));
/**
 * What Firefox compiles of itself at its first start, taken from the first browser that ends: a third of what a start costs. It
 * holds nothing of any page, and Firefox throws it away itself where it is not its own, as compatibility.ini tells it.
 */
const WARM = join(TARGET, "firefox-start");
const KEPT = ["startupCache", "compatibility.ini"];
const copied = (from, to) => Promise.all(KEPT.map((name) => cp(join(from, name), join(to, name), { recursive: true })));

/** Another file of tests may do the same at the same time: the first to be whole stays. */
async function keepWarm(profile) {
  await mkdir(TARGET, { recursive: true });
  const made = await mkdtemp(`${WARM}-`);
  await copied(profile, made)
    .then(() => rename(made, WARM))
    .catch(() => rm(made, { recursive: true, force: true }));
}

export class Firefox extends Page {
  engine = "firefox";

  /** @param {{ profile?: string, prefs?: object, env?: object }} options */
  static async launch({ profile, prefs = {}, env = {} } = {}) {
    const self = new Firefox();
    self.files = await scratch();
    await mkdir(self.files.downloads);
    await mkdir(self.files.profile);
    if (profile === undefined && existsSync(WARM)) await copied(WARM, self.files.profile);
    self.browser = await puppeteer.launch({
      browser: "firefox",
      executablePath: program("firefox-esr"),
      headless: true,
      userDataDir: profile ?? self.files.profile,
      defaultViewport: { width: 1280, height: 800 },
      env: { ...process.env, ...env },
      extraPrefsFirefox: {
        "browser.download.dir": self.files.downloads,
        "browser.download.folderList": 2,
        "browser.download.always_ask_before_handling_new_types": false,
        // As people have it; automation switches it off.
        "security.fileuri.strict_origin_policy": true,
        ...prefs,
      },
    });
    // The page that is there at the start never has the focus, and without it keys press no buttons.
    self._watch(await self.browser.newPage());
    return self;
  }

  static mortal(options) {
    return Firefox.launch(options);
  }

  _watch(native) {
    this.native = native;
    native.on("console", (message) => message.type() === "error" && this.errors.push(message.text()));
    native.on("pageerror", (error) => this.errors.push(String(error)));
    native.on("request", (request) => request.isNavigationRequest() || this.requested.push(request.url()));
    native.on("dialog", (dialog) => dialog.accept());
  }

  async _tab() {
    const other = Object.assign(new Firefox(), { browser: this.browser, files: this.files });
    other._watch(await this.browser.newPage());
    other._close = () => other.native.close();
    return other;
  }

  async _early(run) {
    await this.native.evaluateOnNewDocument(run);
  }

  async _kill() {
    const family = this.browser.process();
    const gone = once(family, "exit");
    process.kill(-family.pid, "SIGKILL");
    await gone;
    await this.files.remove();
  }

  async _goto(url) {
    await this.native.goto(url);
  }

  async _handle(find, selector) {
    return (await this.native.evaluateHandle(find, selector)).asElement();
  }

  async _call(run, handle, argument) {
    return handle === undefined ? this.native.evaluate(run, argument) : handle.evaluate(run, argument);
  }

  async _click(handle) {
    // What stands at the foot of the window may lie over it; a person scrolls until it is free.
    await handle.evaluate((element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      const over = element.getRootNode().elementFromPoint(left + width / 2, top + height / 2);
      if (over && !element.contains(over)) element.scrollIntoView({ block: "center", behavior: "instant" });
    });
    await handle.click();
  }

  async _type(text) {
    await this.native.keyboard.type(text);
  }

  async _press(keys) {
    const modifiers = keys.split("+");
    const key = modifiers.pop();
    for (const modifier of modifiers) await this.native.keyboard.down(modifier);
    await this.native.keyboard.press(key);
    for (const modifier of modifiers.reverse()) await this.native.keyboard.up(modifier);
  }

  async _upload(handle, file) {
    await handle.uploadFile(await this.files.hand(file));
  }

  async _downloads() {
    return this.files.saved();
  }

  async _screenshot(path) {
    await this.native.screenshot({ path });
  }

  async _reload() {
    await this.native.reload();
  }

  async _resize(width, height) {
    await this.native.setViewport({ width, height });
  }

  async _close() {
    // A browser that ends by itself writes down what the next start could use; only the first is let do so.
    if (existsSync(WARM)) return this._kill();
    await this.browser.close();
    await keepWarm(this.files.profile);
    await this.files.remove();
  }
}
