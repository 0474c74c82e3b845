// The package in Next.js without a setting: a route that verifies, a page drawn on the server, and one in the browser.
import assert from "node:assert/strict";
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, test } from "node:test";
import { promisify } from "node:util";
import { launch } from "../browser/driver/index.mjs";
import { example, tarball } from "./consumer.mjs";

const run = promisify(execFile);
/** The newest major every day, the one before it in the long run as well. */
const VERSIONS = process.env.READINESS_LONG === "1" ? ["16.4.6", "15.5.29"] : ["16.4.6"];
const env = { ...process.env, NEXT_TELEMETRY_DISABLED: "1", NODE_ENV: "production" };
// A test runner's own variables would have the programs report to it.
delete env.NODE_TEST_CONTEXT;

const FILES = {
  "package.json": JSON.stringify({ name: "portal", private: true }),
  "app/layout.jsx": `export default function Layout({ children }) {
    return <html lang="en"><head><link rel="icon" href="data:," /></head><body>{children}</body></html>;
  }`,
  "app/page.jsx": `import { Assessment, catalog, verify } from "iso27001-readiness";
    export const dynamic = "force-dynamic";
    export default function Page() {
      const { ok, report } = verify(Assessment.example("2022").result());
      return <p>{[ok, report.overall.low > 0, catalog("2022").controls.length].join(" ")}</p>;
    }`,
  "app/browser/page.jsx": `"use client";
    import { useEffect, useState } from "react";
    import { Assessment, ready } from "iso27001-readiness";
    export default function Page() {
      const [edition, setEdition] = useState("");
      useEffect(() => void ready().then(() => setEdition(Assessment.create("2022").edition)), []);
      return <p id="edition">{edition}</p>;
    }`,
};

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  return port;
}

/** The built application, started; `use` is given its address. */
async function started(home, use) {
  const port = await freePort();
  const program = join(home, "node_modules/next/dist/bin/next");
  const server = spawn(process.execPath, [program, "start", "--hostname", "127.0.0.1", "--port", port], {
    cwd: home,
    env,
  });
  try {
    let said = "";
    await new Promise((ready, failed) => {
      for (const stream of [server.stdout, server.stderr])
        stream.on("data", (text) => {
          said += text;
          if (said.includes("Ready in")) ready();
        });
      server.once("exit", (code) => failed(new Error(`next start ended with ${code}: ${said}`)));
    });
    await use(`http://127.0.0.1:${port}/`);
    return said;
  } finally {
    server.removeAllListeners("exit");
    if (server.exitCode === null) {
      server.kill();
      await once(server, "exit");
    }
  }
}

for (const version of VERSIONS)
  describe(`Next.js ${version}`, { timeout: 600_000 }, () => {
    test("verifies on a route, draws on the server and starts in the browser", async (t) => {
      // Outside the repository, whose own packages it would find otherwise.
      const home = await mkdtemp(join(tmpdir(), "readiness-next-"));
      t.after(() => rm(home, { recursive: true, force: true }));
      const files = { ...FILES, "app/verify/route.js": await example("Next.js") };
      for (const [file, text] of Object.entries(files)) {
        await mkdir(dirname(join(home, file)), { recursive: true });
        await writeFile(join(home, file), text);
      }
      const { path } = await tarball();
      const packages = [`next@${version}`, "react@19", "react-dom@19", path];
      await run("npm", ["install", "--no-audit", "--no-fund", "--ignore-scripts", ...packages], { cwd: home });
      await run(process.execPath, [join(home, "node_modules/next/dist/bin/next"), "build"], { cwd: home, env });

      await started(home, async (url) => {
        assert.match(await (await fetch(url)).text(), /<p>true true 93<\/p>/);

        const { Assessment } = await import("../boundary/package.mjs");
        const post = async (body) => {
          const response = await fetch(`${url}verify`, { method: "POST", body: JSON.stringify(body) });
          return [response.status, await response.json()];
        };
        const result = Assessment.example("2022").result();
        assert.deepEqual(await post(result), [200, { ok: true, differences: [] }]);
        const { low } = result.report.overall;
        result.report.overall.low = low + 1;
        const [status, { ok, differences }] = await post(result);
        assert.deepEqual([status, ok], [200, false]);
        assert.deepEqual(
          differences.find((one) => one.path === "$.report.overall.low"),
          { path: "$.report.overall.low", claimed: String(low + 1), computed: String(low) },
        );
        assert.deepEqual(await post({}), [422, { code: "wrong-format", subject: "$.format" }]);

        const browser = await launch("chromium");
        try {
          await browser.open(`${url}browser`);
          await browser.waitFor({ css: "#edition", text: "2022" });
          assert.deepEqual(await browser.consoleErrors(), []);
        } finally {
          await browser.close();
        }
      });
    });
  });
