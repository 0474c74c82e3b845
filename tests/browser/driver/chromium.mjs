import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, readFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import { chromium } from "@playwright/test";
import { scratch } from "./files.mjs";
import { Page } from "./page.mjs";
import { program } from "./program.mjs";

const QUIET = [
  "--no-sandbox",
  "--disable-gpu",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-quic",
];

export class Chromium extends Page {
  engine = "chromium";
  saved = [];

  /** @param {{ profile?: string, args?: string[], context?: object }} options `context` as Playwright has it: locale, time zone, … */
  static async launch({ profile, args = [], context = {} } = {}) {
    const self = new Chromium();
    self.files = await scratch();
    await mkdir(self.files.downloads);
    self.context = await chromium.launchPersistentContext(profile ?? self.files.profile, {
      executablePath: program("chromium"),
      args: [...QUIET, ...args],
      viewport: { width: 1280, height: 800 },
      ...context,
    });
    self._watch(self.context.pages()[0]);
    return self;
  }

  /** One that can be killed as a crash would, with its whole family of processes. */
  static async mortal({ profile }) {
    const self = new Chromium();
    self.files = await scratch();
    const family = spawn(
      program("chromium"),
      [
        ...QUIET,
        "--headless=new",
        "--remote-debugging-port=0",
        "--no-default-browser-check",
        `--user-data-dir=${profile}`,
        "about:blank",
      ],
      { detached: true, stdio: ["ignore", "ignore", "pipe"] },
    );
    self._kill = async () => {
      const gone = once(family, "exit");
      process.kill(-family.pid, "SIGKILL");
      await gone;
      await self.files.remove();
    };
    for await (const line of createInterface(family.stderr)) {
      const address = line.match(/DevTools listening on (ws:.*)/)?.[1];
      if (!address) continue;
      self.browser = await chromium.connectOverCDP(address);
      break;
    }
    family.stderr.resume();
    self.context = self.browser.contexts()[0];
    self._watch(self.context.pages()[0]);
    return self;
  }

  _watch(native) {
    this.native = native;
    native.on("console", (message) => message.type() === "error" && this.errors.push(message.text()));
    native.on("pageerror", (error) => this.errors.push(String(error)));
    native.on("request", (request) => request.isNavigationRequest() || this.requested.push(request.url()));
    native.on("dialog", (dialog) => dialog.accept());
    native.on("download", (download) => {
      const name = download.suggestedFilename();
      this.saved.push(download.path().then(async (path) => ({ name, bytes: await readFile(path) })));
    });
  }

  async _tab() {
    const other = Object.assign(new Chromium(), { context: this.context });
    other._watch(await this.context.newPage());
    other._close = () => other.native.close();
    return other;
  }

  async _early(run) {
    await this.native.addInitScript(run);
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
    await handle.click();
  }

  async _type(text) {
    await this.native.keyboard.type(text);
  }

  async _press(key) {
    await this.native.keyboard.press(key);
  }

  async _upload(handle, file) {
    await handle.setInputFiles({ name: file.name, mimeType: "application/octet-stream", buffer: file.bytes });
  }

  async _downloads() {
    return Promise.all(this.saved);
  }

  async _screenshot(path) {
    await this.native.screenshot({ path });
  }

  async _reload() {
    await this.native.reload();
  }

  async _resize(width, height) {
    await this.native.setViewportSize({ width, height });
  }

  async _close() {
    await this.context.close();
    await this.files.remove();
  }
}
