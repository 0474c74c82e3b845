import { mkdir } from "node:fs/promises";
import puppeteer from "puppeteer-core";
import { scratch } from "./files.mjs";
import { Page } from "./page.mjs";
import { program } from "./program.mjs";

export class Firefox extends Page {
  engine = "firefox";

  static async launch({ profile } = {}) {
    const self = new Firefox();
    self.files = await scratch();
    await mkdir(self.files.downloads);
    await mkdir(self.files.profile);
    self.browser = await puppeteer.launch({
      browser: "firefox",
      executablePath: program("firefox-esr"),
      headless: true,
      userDataDir: profile ?? self.files.profile,
      defaultViewport: { width: 1280, height: 800 },
      extraPrefsFirefox: {
        "browser.download.dir": self.files.downloads,
        "browser.download.folderList": 2,
        "browser.download.always_ask_before_handling_new_types": false,
        // As people have it; automation switches it off.
        "security.fileuri.strict_origin_policy": true,
      },
    });
    self.native = (await self.browser.pages())[0] ?? (await self.browser.newPage());
    self.native.on("console", (message) => message.type() === "error" && self.errors.push(message.text()));
    self.native.on("pageerror", (error) => self.errors.push(String(error)));
    self.native.on("request", (request) => request.isNavigationRequest() || self.requested.push(request.url()));
    self.native.on("dialog", (dialog) => dialog.accept());
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
    await this.browser.close();
    await this.files.remove();
  }
}
