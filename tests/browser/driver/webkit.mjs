import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { Builder, Key, WebElement } from "selenium-webdriver";
import { scratch } from "./files.mjs";
import { Page } from "./page.mjs";
import { miniBrowser, program } from "./program.mjs";

const KEYS = {
  Backspace: Key.BACK_SPACE,
  Control: Key.CONTROL,
  Shift: Key.SHIFT,
  Alt: Key.ALT,
  Meta: Key.META,
  " ": Key.SPACE,
  Space: Key.SPACE,
};
const key = (name) => KEYS[name] ?? Key[name.replace(/([a-z])([A-Z])/g, "$1_$2").toUpperCase()] ?? name;

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}

/** A display of its own, so that tests neither need nor disturb a desktop. */
async function display() {
  const server = spawn(program("Xvfb"), ["-displayfd", "3", "-screen", "0", "1400x1000x24", "-nolisten", "tcp"], {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  const [number] = await once(server.stdio[3], "data");
  return { name: `:${String(number).trim()}`, stop: () => server.kill() };
}

function environment(display, files) {
  return {
    ...process.env,
    DISPLAY: display.name,
    GDK_BACKEND: "x11",
    XDG_CONFIG_HOME: files.profile,
    XDG_DATA_HOME: files.profile,
    XDG_CACHE_HOME: files.profile,
    MESA_SHADER_CACHE_DISABLE: "true",
    LIBGL_ALWAYS_SOFTWARE: "1",
    // Without a graphics card its shared buffers cost more than they save: a third of all that it computes.
    WEBKIT_DISABLE_DMABUF_RENDERER: "1",
    // The page plays nothing; looking for what could play it takes half a second at each start.
    GST_PLUGIN_SYSTEM_PATH_1_0: "",
    // Its sandbox needs user namespaces, which containers often forbid.
    WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1",
  };
}

/** Runs in the page: keeps what goes wrong from here on, since the driver has no console to read. */
function record() {
  if (globalThis.__errors) return;
  const errors = (globalThis.__errors = []);
  const say = console.error;
  console.error = (...words) => {
    errors.push(words.join(" "));
    say.apply(console, words);
  };
  addEventListener("error", (event) => errors.push(String(event.error ?? event.message)));
  addEventListener("unhandledrejection", (event) => errors.push(String(event.reason)));
  addEventListener("securitypolicyviolation", (event) =>
    errors.push(`${event.effectiveDirective} refused ${event.blockedURI}`),
  );
}

export class WebKit extends Page {
  engine = "webkit";

  /** @param {{ env?: object, args?: string[] }} options */
  static async launch({ env = {}, args = [] } = {}) {
    const self = new WebKit();
    self.files = await scratch();
    await mkdir(self.files.downloads);
    await mkdir(self.files.profile);
    await writeFile(`${self.files.profile}/user-dirs.dirs`, `XDG_DOWNLOAD_DIR="${self.files.downloads}"\n`);
    self.display = await display();
    const port = await freePort();
    self.server = spawn(program("WebKitWebDriver"), [`--port=${port}`, "--host=127.0.0.1"], {
      env: { ...environment(self.display, self.files), ...env },
      stdio: "ignore",
    });
    const build = () =>
      new Builder()
        .usingServer(`http://127.0.0.1:${port}`)
        .withCapabilities({
          browserName: "MiniBrowser",
          unhandledPromptBehavior: "accept",
          "webkitgtk:browserOptions": {
            binary: miniBrowser(),
            args: ["--automation", "--geometry=1280x900", ...args],
          },
        })
        .build();
    try {
      self.native = await self.waitFor(build, "WebKitWebDriver to answer");
    } catch (error) {
      await self._close();
      throw error;
    }
    return self;
  }

  /**
   * What the console shows while a page starts. An automated session prints nothing, and a recorder comes too late for the start:
   * so the page is opened once more as a person would, with the console where it can be read (on stderr, whatever the option's name).
   */
  static async startErrors(url, watched = 3_000) {
    const [screen, files] = [await display(), await scratch()];
    await mkdir(files.profile);
    const browser = spawn(miniBrowser(), ["--enable-write-console-messages-to-stdout=true", url], {
      env: environment(screen, files),
      stdio: ["ignore", "ignore", "pipe"],
    });
    let printed = "";
    browser.stderr.on("data", (data) => (printed += data));
    await new Promise((wake) => setTimeout(wake, watched));
    browser.kill();
    await once(browser, "close");
    screen.stop();
    await files.remove();
    return printed.split("\n").filter((line) => /CONSOLE .*ERROR/.test(line));
  }

  async consoleErrors() {
    return [...this.errors, ...(await this.evaluate(() => globalThis.__errors))];
  }

  async _goto(url) {
    await this.native.get(url);
    await this.native.executeScript(`(${record})()`);
  }

  async _handle(find, selector) {
    const found = await this.native.executeScript(`return (${find})(arguments[0])`, selector);
    return found instanceof WebElement ? found : null;
  }

  async _call(run, handle, argument) {
    const first = handle === undefined ? "(arguments[1])" : "(arguments[0], arguments[1])";
    return this.native.executeScript(`return (${run})${first}`, handle ?? null, argument ?? null);
  }

  async _click(handle) {
    // To what lies just below the fold, or under what stands at the foot of the window, this driver does not scroll; it
    // only says that it cannot be reached.
    const attempt = () =>
      handle.click().then(
        () => true,
        (refusal) => {
          if (!["ElementNotInteractableError", "ElementClickInterceptedError"].includes(refusal.name)) throw refusal;
          return this.native.executeScript(
            "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })",
            handle,
          );
        },
      );
    await this.waitFor(attempt, "the element to be in view");
  }

  async _type(text) {
    await this.native.actions({ async: false }).sendKeys(text).perform();
  }

  async _press(keys) {
    const modifiers = keys.split("+").map(key);
    const last = modifiers.pop();
    const actions = this.native.actions({ async: false });
    for (const modifier of modifiers) actions.keyDown(modifier);
    actions.keyDown(last).keyUp(last);
    for (const modifier of modifiers.reverse()) actions.keyUp(modifier);
    await actions.perform();
  }

  async _upload(handle, file) {
    await handle.sendKeys(await this.files.hand(file));
  }

  async _downloads() {
    return this.files.saved();
  }

  async _screenshot(path) {
    await writeFile(path, await this.native.takeScreenshot(), "base64");
  }

  async _reload() {
    this.errors.push(...(await this.evaluate(() => globalThis.__errors)));
    await this.native.navigate().refresh();
    await this.native.executeScript(`(${record})()`);
  }

  async _resize(width, height) {
    // The window is larger than the page by its bars, which differ by theme.
    const [inner, outer] = [
      await this.evaluate(() => [innerWidth, innerHeight]),
      await this.native.manage().window().getRect(),
    ];
    await this.native
      .manage()
      .window()
      .setRect({
        ...outer,
        width: width + outer.width - inner[0],
        height: height + outer.height - inner[1],
      });
  }

  async _close() {
    await this.native?.quit().catch(() => undefined);
    this.server.kill();
    this.display.stop();
    await this.files.remove();
  }
}
