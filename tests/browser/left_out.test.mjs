// A file whose every test is left out ends at once, though it serves the page to them.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const TESTS = new URL("../", import.meta.url);

test("a file without a test for this engine ends", async () => {
  const file = fileURLToPath(new URL("browser/deleted.test.mjs", TESTS));
  const { NODE_TEST_CONTEXT: _, ...env } = process.env;
  const ran = await promisify(execFile)(process.execPath, ["--test", file], {
    env: { ...env, READINESS_ENGINES: "webkit" },
    timeout: 30_000,
  });
  assert.match(ran.stdout, /^. pass 1$/m);
});

test("every server of the tests is one that lets its file end", async () => {
  const names = await readdir(TESTS, { recursive: true });
  const files = names.filter((name) => name.endsWith(".mjs") && !name.startsWith("bench"));
  const own = [];
  for (const name of files) if (/\bfrom "node:http"/.test(await readFile(new URL(name, TESTS), "utf8"))) own.push(name);
  assert.deepEqual(own, ["browser/driver/serve.mjs"]);
});
