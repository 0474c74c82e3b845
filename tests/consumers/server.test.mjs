// The package in a server's bundle: made by each bundler without settings, moved away from everything, and run.
import assert from "node:assert/strict";
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { consumer, node } from "./consumer.mjs";

const NAME = "iso27001-readiness";
/** `verify` alone is what a portal's server takes: nothing else then holds the entry in the bundle. */
const PROGRAMS = {
  verify: `import { verify } from "${NAME}";
    try { verify({}); } catch ({ name, code, subject }) { console.log(name, code, subject); }`,
  everything: `import { Assessment, catalog, ready, verify } from "${NAME}";
    (async () => {
      await ready();
      const a = Assessment.example("2022");
      const { ok } = verify(a.result());
      console.log(ok, catalog("2022").controls[0].guidance !== "", a.summary().overall.low > 0);
    })();`,
  "spreadsheets and OSCAL": `import { Assessment, readyExchange } from "${NAME}";
    import { fill } from "${NAME}/exports";
    import { oscalBundle, readOscal } from "${NAME}/oscal";
    import { readSheets } from "${NAME}/sheets";
    (async () => {
      await readyExchange();
      const a = Assessment.create("2022");
      a.respond("A.5.1", 0);
      const bytes = Buffer.from("Control;Status\\nA.5.1;ok\\n");
      const { sheets } = await readSheets(bytes);
      const { cells } = await fill(bytes, a.propose(sheets), a);
      const { name } = readOscal('{"assessment-results":{}}');
      console.log(cells[0].to, name, oscalBundle(a).bytes.length > 100_000);
    })();`,
  "inline, and the element": `import { Assessment, ready } from "${NAME}/inline";
    import { ReadinessElement } from "${NAME}/element";
    import "${NAME}/element/define";
    (async () => {
      await ready();
      console.log(Assessment.create("2022").edition, typeof ReadinessElement);
    })();`,
};
const PRINTS = {
  verify: "ReadinessError wrong-format $.format\n",
  everything: "true true true\n",
  "spreadsheets and OSCAL": "Not implemented assessment-results true\n",
  "inline, and the element": "2022 function\n",
};

const rolled = (load) => async (home, format, out) => {
  const bundler = await load();
  const bundle = await bundler.rolldown({
    input: join(home, "main.js"),
    platform: "node",
    cwd: home,
    logLevel: "silent",
  });
  await bundle.write({ dir: out, format, entryFileNames: `main.${format === "cjs" ? "cjs" : "mjs"}` });
};
const vited = (load) => async (home, format, out) => {
  const { build } = await load();
  const entryFileNames = `main.${format === "cjs" ? "cjs" : "mjs"}`;
  await build({
    root: home,
    configFile: false,
    logLevel: "error",
    // The package is bundled, as for a server without node_modules.
    ssr: { noExternal: true },
    build: { ssr: "main.js", outDir: out, rollupOptions: { output: { format, entryFileNames } } },
  });
};

const BUNDLERS = {
  async esbuild(home, format, out) {
    const { build } = await import("esbuild");
    await build({
      absWorkingDir: home,
      entryPoints: ["main.js"],
      outfile: join(out, `main.${format === "cjs" ? "cjs" : "mjs"}`),
      bundle: true,
      platform: "node",
      format,
      logLevel: "error",
      // What esbuild says of an address that a bundle of this form does not have; the package does without.
      logOverride: { "empty-import-meta": "silent" },
    });
  },
  rolldown: rolled(() => import("rolldown")),
  "Vite 8": vited(() => import("vite")),
  "Vite 7, with Rollup": vited(() => import("vite7")),
  async webpack(home, format, out) {
    const { default: webpack } = await import("webpack");
    const esm = format === "esm";
    const stats = await new Promise((done, failed) =>
      webpack(
        {
          mode: "production",
          context: home,
          entry: "./main.js",
          target: "node20",
          experiments: { outputModule: esm },
          output: {
            path: out,
            filename: `main.${esm ? "mjs" : "cjs"}`,
            ...(esm ? { library: { type: "module" }, chunkFormat: "module" } : {}),
          },
        },
        (error, stats) => (error ? failed(error) : done(stats)),
      ),
    );
    assert.deepEqual(stats.toJson({ all: false, errors: true }).errors, []);
  },
};

describe("the package in a bundle for a server, moved to another folder", { timeout: 300_000 }, () => {
  let home;
  let folder;
  before(async () => {
    home = await consumer("server");
    folder = await mkdtemp(join(tmpdir(), "readiness-server-"));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  for (const [bundler, bundle] of Object.entries(BUNDLERS))
    for (const format of ["esm", "cjs"])
      test(`${bundler}, as ${format}`, async () => {
        for (const [name, program] of Object.entries(PROGRAMS)) {
          await writeFile(join(home, "main.js"), program);
          const out = join(home, "out");
          await rm(out, { recursive: true, force: true });
          await bundle(home, format, out);
          const moved = await mkdtemp(join(folder, "moved-"));
          // Its wasm is left behind, as by whoever copies only scripts.
          await cp(out, moved, { recursive: true, filter: (path) => !path.endsWith(".wasm") });
          await rm(out, { recursive: true });
          const main = (await readdir(moved)).find((file) => file.startsWith("main."));
          const bundled = await readFile(join(moved, main), "utf8");
          assert.doesNotMatch(bundled, new RegExp(`from ["']${NAME}|require\\(["']${NAME}`), `${name}: not bundled`);
          assert.equal(await node(moved, main), PRINTS[name], name);
        }
      });
});

test("CommonJS that is not bundled requires the package", async () => {
  const home = await consumer("required", {}, {});
  const require = createRequire(join(home, "main.js"));
  assert.equal(require(NAME).catalog("2022").controls.length, 93);
  assert.equal(require(`${NAME}/oscal`).readOscal('{"assessment-results":{}}').name, "assessment-results");
  await assert.rejects(require(`${NAME}/exports`).fill(new Uint8Array(), {}, "{}"), { code: "wrong-type" });
});
