// What a person hears: Orca reads the page in Firefox, and says what it says into a file.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { program } from "../browser/driver/program.mjs";
import { offlineFile } from "../browser/driver/site.mjs";

/** So long Orca has said nothing more: it has said all. */
const QUIET_MS = 1_200;
const PATIENCE_MS = 60_000;
/** What Orca says of a key that does nothing by itself. */
const NUDGED = "left shift";
const PREFERENCES = {
  // Accessibility is on, whether or not the desktop asks for it.
  "accessibility.force_disabled": -1,
  "browser.shell.checkDefaultBrowser": false,
  "browser.aboutwelcome.enabled": false,
  "browser.startup.homepage_override.mstone": "ignore",
  "datareporting.policy.dataSubmissionEnabled": false,
  "termsofuse.bypassNotification": true,
};
const pause = (ms) => new Promise((wake) => setTimeout(wake, ms));

/** A screen, a session and a listener. */
class Listener {
  static async open(address) {
    const self = new Listener();
    self.folder = await mkdtemp(join(tmpdir(), "readiness-orca-"));
    for (const name of ["profile", "home", "run"]) await mkdir(join(self.folder, name), { mode: 0o700 });
    const lines = Object.entries(PREFERENCES).map(([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});`);
    await writeFile(join(self.folder, "profile/user.js"), lines.join("\n"));
    self.screen = spawn(program("Xvfb"), ["-displayfd", "3", "-screen", "0", "1280x900x24"], {
      stdio: ["ignore", "ignore", "ignore", "pipe"],
    });
    const display = await new Promise((found) =>
      self.screen.stdio[3].once("data", (text) => found(`:${`${text}`.trim()}`)),
    );
    self.env = {
      ...process.env,
      DISPLAY: display,
      HOME: join(self.folder, "home"),
      XDG_RUNTIME_DIR: join(self.folder, "run"),
      LANG: "C.UTF-8",
      LC_ALL: "C.UTF-8",
      NO_AT_BRIDGE: "0",
      GNOME_ACCESSIBILITY: "1",
    };
    self.session = spawn(
      program("dbus-run-session"),
      ["--", "sh", fileURLToPath(new URL("session.sh", import.meta.url)), self.folder, address],
      { env: self.env, stdio: "ignore", detached: true },
    );
    return self;
  }

  async #all() {
    const text = await readFile(join(this.folder, "said"), "utf8").catch(() => "");
    return [...text.matchAll(/SPEECH OUTPUT: '(.*?)'(?: ?\{.*)?$/gm)].map(([, words]) => words.trim());
  }

  /** What is said from a place on, once Orca is done; `wanted` is waited for, and nudged for with `nudge`. */
  async hear(wanted, from, nudge) {
    let [all, quiet] = [[], 0];
    for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await pause(100)) {
      const now = (await this.#all()).filter((words) => words !== NUDGED);
      quiet = now.length === all.length ? quiet + 100 : 0;
      all = now;
      if (quiet < QUIET_MS) continue;
      const said = all.slice(from);
      if (said.some((words) => words.includes(wanted))) return said;
      quiet = 0;
      await nudge?.();
    }
    throw new Error(`waited for ${JSON.stringify(wanted)} and heard ${JSON.stringify(all.slice(from))}`);
  }

  async #key(key) {
    const pressed = spawn(program("xdotool"), ["key", "--clearmodifiers", key], { env: this.env, stdio: "ignore" });
    await new Promise((done) => pressed.once("exit", done));
  }

  /** Presses a key, and gives what is said thereupon. Orca may keep back the last that it wrote until it writes more. */
  async press(key, wanted) {
    const from = (await this.#all()).filter((words) => words !== NUDGED).length;
    await this.#key(key);
    return this.hear(wanted, from, () => this.#key("Shift_L"));
  }

  async close() {
    try {
      process.kill(-this.session.pid, "SIGKILL");
    } catch {
      // It has ended by itself.
    }
    this.screen.kill("SIGKILL");
    await rm(this.folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
}

describe("by ear", () => {
  let orca;
  before(async () => {
    orca = await Listener.open(offlineFile);
  });
  after(() => orca?.close());

  test("the start page is read from its heading to its foot", async () => {
    const said = await orca.hear("Works offline and sends nothing.", 0);
    const at = (words) => {
      const place = said.findIndex((one) => one.includes(words));
      assert(place >= 0, `${words} is said, among ${JSON.stringify(said)}`);
      return place;
    };
    assert(at("How ready are you for ISO/IEC 27001?") < at("Start the quick scan"));
    assert(at("Start the quick scan") < at("Works offline and sends nothing."));
  });

  test("two stops and Enter lead to the first question, with its number and what it says", async () => {
    await orca.press("Tab", "tab");
    await orca.press("Return", "main content");
    await orca.press("Tab", "Start the quick scan link");
    const said = await orca.press("Return", "Question 1 of 37");
    assert.match(said.join(" "), /Context and interested parties You know the issues and parties/);
    assert(!said.includes("clickable."), "what is heard there can be pressed, and does nothing");
  });

  test("each level is read with its number, its name, what it means here and whether it is chosen", async () => {
    const said = await orca.press("Tab", "0 Absent");
    assert.match(said.join(" "), /0 Absent Nobody has listed issues or parties.* not selected radio button/);
    await orca.press("Insert+a", "Focus mode");
    const chosen = await orca.press("Down", "1 of 37 answered");
    assert.match(chosen.join(" "), /1 Ad hoc .* selected radio button/);
    assert(chosen.includes("4.1–4.2: 1 Ad hoc. 1 of 37 answered."), JSON.stringify(chosen));
  });

  test("Enter goes on to the next question and reads it", async () => {
    const said = await orca.press("Return", "Question 2 of 37");
    assert.match(said.join(" "), /Scope and the ISMS itself A written scope sets the boundaries of your ISMS/);
  });
});

describe("the result by ear", () => {
  let orca;
  before(async () => {
    orca = await Listener.open(offlineFile);
  });
  after(() => orca?.close());

  test("it begins with the verdict, and then says what is in the way", async () => {
    await orca.hear("Works offline and sends nothing.", 0);
    for (let stop = 0; ; stop += 1) {
      assert(stop < 12, "the button for the example is among the first of the page");
      if ((await orca.press("b", "button")).join(" ").includes("Open the example")) break;
    }
    await orca.press("Return", "");
    const heard = [];
    for (let line = 0; line < 6; line += 1) heard.push(...(await orca.press("Down", "")));
    const text = heard.join(" ");
    assert.match(text, /Not ready for stage 1: 2 of 11 must-haves are not met\. Not ready for stage 2: \d+ of 20/);
    assert.match(text, /Must-haves for the audit heading level 2/);
    assert.match(text, /Stage 1 heading level 3\. 2 not met\. 1 not known yet\. 8 met\./);
  });
});
