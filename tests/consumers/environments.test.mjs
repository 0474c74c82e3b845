// The README's recipes for test runners, run as they stand: in Node, jsdom and happy-dom.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { consumer, example, root } from "./consumer.mjs";

const run = promisify(execFile);
const tool = (path) => fileURLToPath(new URL(`node_modules/${path}`, root));
/** Of the entry for spreadsheets: what is packed in a workbook needs streams, which jsdom's Blob has not. */
const SHEETS = (workbook) => `
  import { readSheets } from "iso27001-readiness/sheets";
  test("a workbook is read", async () => {
    const bytes = Uint8Array.from(atob("${workbook.toString("base64")}"), (character) => character.charCodeAt(0));
    const { sheets } = await readSheets(bytes, { name: "statement.xlsx" });
    expect(sheets[0].rows.length).toBeGreaterThan(1);
  });
`;
/** What people do in the element, without a layout: what the environment lacks is left out and stops nothing. */
const WALK = `
  test("a person goes through the element", async () => {
    const element = document.createElement("iso27001-readiness");
    const started = new Promise((done) => element.addEventListener("readiness-ready", done, { once: true }));
    element.mode = "full";
    document.body.append(element);
    await started;
    const drawn = async () => {
      await element.updateComplete;
      await new Promise((wake) => setTimeout(wake, 50));
      return element.shadowRoot;
    };
    const press = async (css) => {
      const found = (await drawn()).querySelector(css);
      if (!found) throw new Error("nothing is " + css + " in " + element.shadowRoot.textContent);
      found.click();
      return drawn();
    };
    await press('a[href="#/assess"]');
    await press("input[type=radio][value='3']");
    await press('a[href="#/result"]');
    const open = await press(".overall button");
    expect(open.querySelector("dialog").open).toBe(true);
    await press("dialog button");
    expect(element.shadowRoot.querySelector("dialog")?.open ?? false).toBe(false);
    await press('a[href="#/statement"]');
    await press(".soa tbody button");
    expect(element.shadowRoot.querySelectorAll(".editor select").length).toBe(1);
    element.remove();
  });
`;
const workbook = await readFile(new URL("tests/sheets/files/statement-en.xlsx", root));

/** What a runner says of a project; its own colours would hide the words. */
async function said(home, ...words) {
  const env = { ...process.env, NO_COLOR: "1", FORCE_COLOR: "0", CI: "1" };
  // Set by the runner of this file, and no matter of another.
  delete env.NODE_TEST_CONTEXT;
  const { stdout, stderr } = await run(process.execPath, words, { cwd: home, env }).catch((error) =>
    assert.fail(`${error.stdout}\n${error.stderr}`),
  );
  return stdout + stderr;
}

describe("the package in test environments", { timeout: 300_000 }, () => {
  for (const environment of ["jsdom", "happy-dom"])
    test(`Vitest with ${environment}, as the README has it`, async () => {
      const config = (await example("Vitest")).replace("jsdom", environment);
      const home = await consumer(`vitest-${environment}`, {
        "vitest.config.js": config,
        "readiness.test.js": (await example("Vitest", 1)) + SHEETS(workbook) + WALK,
      });
      const text = await said(home, tool("vitest/vitest.mjs"), "run", "--root", home);
      assert.match(text, /Tests\s+4 passed/, text);
      assert.doesNotMatch(text, /Unhandled/, text);
    });

  test("Jest with jsdom, as the README has it", async () => {
    const tests = ((await example("Vitest", 1)) + WALK).replace(/^import .* from "vitest";\n/m, "");
    const home = await consumer("jest", { "jest.config.json": await example("Jest"), "readiness.test.js": tests });
    const text = await said(home, "--experimental-vm-modules", tool("jest/bin/jest.js"), "--rootDir", home);
    assert.match(text, /Tests:\s+3 passed, 3 total/, text);
  });
});
