import { mkdir, readFile } from "node:fs/promises";
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

  static async launch({ profile } = {}) {
    const self = new Chromium();
    self.files = await scratch();
    await mkdir(self.files.downloads);
    self.context = await chromium.launchPersistentContext(profile ?? self.files.profile, {
      executablePath: program("chromium"),
      args: QUIET,
      viewport: { width: 1280, height: 800 },
    });
    self.native = self.context.pages()[0];
    self.native.on("console", (message) => message.type() === "error" && self.errors.push(message.text()));
    self.native.on("pageerror", (error) => self.errors.push(String(error)));
    self.native.on("request", (request) => request.isNavigationRequest() || self.requested.push(request.url()));
    self.native.on("dialog", (dialog) => dialog.accept());
    self.native.on("download", (download) => {
      const name = download.suggestedFilename();
      self.saved.push(download.path().then(async (path) => ({ name, bytes: await readFile(path) })));
    });
    return self;
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
