// Calls and element together in a browser: one download, and in a development server that moves scripts away from the module.
import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { launch } from "../browser/driver/index.mjs";
import { consumer, installed, serve } from "./consumer.mjs";

const TAG = "iso27001-readiness";
const PAGE = (main) =>
  `<!doctype html><html lang="en"><head><title>Host</title></head><body><script type="module" src="${main}"></script></body></html>`;
const program = (calls, element) => `
  import { ready, Assessment } from "${calls}";
  import "${element}";
  const element = document.createElement("${TAG}");
  element.mode = "full";
  document.body.append(element);
  await Promise.all([ready(), ready()]);
  const assessment = Assessment.create("2022");
  assessment.respond("4.1", 3);
  element.assessment = assessment.toJSON();
`;

describe("calls and element in one page", { timeout: 300_000 }, () => {
  let browser;
  before(async () => {
    browser = await launch("chromium");
  });
  after(() => browser?.close());

  const shows = async (url) => {
    browser.errors.length = 0;
    await browser.open(url);
    await browser.waitFor({ css: "#q-4-1-3" });
    assert.equal(await browser.property({ css: "#q-4-1-3" }, "checked"), true);
  };

  test("share one download of the module", async () => {
    const home = await consumer("shared", {
      "main.js": program(`/${TAG}/index.js`, `/${TAG}/element/define.js`),
      "index.html": PAGE("/main.js"),
    });
    const host = await serve({ [`/${TAG}/`]: installed(home), "/": home });
    try {
      await shows(host.url);
      assert.deepEqual(
        host.asked.filter((path) => /\.wasm$|inline/.test(path)),
        [`/${TAG}/core_bg.wasm`],
      );
      assert.deepEqual(await browser.consoleErrors(), []);
    } finally {
      host.close();
    }
  });

  test("are bundled by esbuild without copying the module", async () => {
    const home = await consumer("esbuild-alone", { "main.js": program(TAG, `${TAG}/element/define`) });
    const { build } = await import("esbuild");
    await build({
      absWorkingDir: home,
      entryPoints: ["main.js"],
      outfile: join(home, "out/main.js"),
      bundle: true,
      format: "esm",
      target: "es2022",
      logLevel: "error",
    });
    const host = await serve({ "/": join(home, "out") }, { "/": PAGE("/main.js") });
    try {
      await shows(host.url);
      assert.deepEqual(host.missing, ["/core_bg.wasm"]);
    } finally {
      host.close();
    }
  });

  for (const name of ["vite", "vite7"])
    test(`start in the development server of ${name} without settings`, async () => {
      const home = await consumer(`${name}-development`, {
        "main.js": program(TAG, `${TAG}/element/define`),
        "index.html": PAGE("/main.js"),
      });
      const { createServer } = await import(name);
      const server = await createServer({
        root: home,
        configFile: false,
        logLevel: "error",
        cacheDir: join(home, ".vite"),
        server: { host: "127.0.0.1", port: 0, hmr: false },
      });
      try {
        await server.listen();
        await shows(`http://127.0.0.1:${server.httpServer.address().port}/`);
      } finally {
        await server.close();
      }
    });
});
