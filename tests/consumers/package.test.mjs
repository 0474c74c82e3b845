import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { before, describe, test } from "node:test";
import { promisify } from "node:util";
import { consumer, example, installed, node, root, tarball } from "./consumer.mjs";

const run = promisify(execFile);
const tool = (path) => fileURLToPath(new URL(`node_modules/${path}`, root));

describe("the packed package", { timeout: 120_000 }, () => {
  let home;
  before(async () => {
    home = await consumer("node");
  });
  const program = async (name, text) => {
    const { writeFile } = await import("node:fs/promises");
    await writeFile(join(home, name), text);
    return node(home, name);
  };

  test("holds what its manifest names and nothing else, and installs nothing besides itself", async () => {
    const { files } = await tarball();
    const manifest = JSON.parse(await readFile(installed(home, "package.json"), "utf8"));
    const named = (entry) => (typeof entry === "string" ? [entry.slice(2)] : Object.values(entry).flatMap(named));
    for (const file of [manifest.customElements, ...Object.values(manifest.exports).flatMap(named)])
      assert.ok(files.includes(file), file);
    assert.deepEqual(
      files.filter((file) => !/\.(js|d\.ts|wasm|json|md)$|^LICENSE-/.test(file)),
      [],
    );
    assert.deepEqual(
      (await readdir(join(home, "node_modules"))).filter((name) => !name.startsWith(".")),
      ["iso27001-readiness"],
    );
  });

  test("the README's first example runs in Node, as a module and required", async () => {
    const text = await example("");
    assert.match(await program("first.mjs", text), /low: \d+/);
    const required = text.replace(/import (.+) from (.+);/, "const $1 = require($2);");
    assert.match(await program("first.cjs", `(async () => {${required}})();`), /low: \d+/);
  });

  test("the README's example of a receiver finds a raised score", async () => {
    const text = `${await example("", 1)}
      import { Assessment } from "iso27001-readiness";
      const result = Assessment.example("2022").result();
      const forged = structuredClone(result);
      forged.report.overall.low += 1000;
      console.log(received(result).method, received(forged).map(({ path }) => path).join());`;
    assert.match(await program("verify.mjs", text), /^readiness\/2 .*overall\.low/);
  });

  test("the README's example of a signature runs", async () => {
    assert.equal(await program("signature.mjs", await example("", 2)), "true true\n");
  });

  test("the README's examples of a filled spreadsheet and of OSCAL run", async () => {
    const filling = `${await example("", 4)}
      import { Assessment } from "iso27001-readiness";
      const assessment = Assessment.create("2022");
      assessment.respond("A.5.1", 0);
      const made = await answer(assessment, Buffer.from("Control;Status\\nA.5.1;ok\\n"));
      console.log(Buffer.from(made).toString());`;
    assert.equal(await program("fill.mjs", filling), "1 [] {} []\nControl;Status\nA.5.1;Not implemented\n\n");
    const oscal = `${await example("", 5)}
      import { Assessment } from "iso27001-readiness";
      import { exportAs } from "iso27001-readiness/exports";
      const was = Assessment.example("2022");
      const assessment = Assessment.create("2022");
      const text = Buffer.from(exportAs("oscal-results", was).bytes).toString();
      const { name, type } = await exchange(assessment, text);
      console.log(name, type, assessment.summary().coverage.answered === was.summary().coverage.answered);`;
    assert.equal(await program("oscal.mjs", oscal), "iso27001-2026-11-23-oscal.zip application/zip true\n");
  });

  test("the README's example of unknown members runs, and they stay", async () => {
    const at = await example("The element", 1);
    assert.equal(await program("unknown.mjs", at), "2026-114\n");
  });

  test("a call on an assessment that was freed is refused in the form of every refusal", async () => {
    const text = `import { Assessment } from "iso27001-readiness";
      const assessment = Assessment.create("2022");
      assessment.free();
      try { assessment.summary(); } catch ({ name, code, subject }) { console.log(name, code, JSON.stringify(subject)); }
      console.log(Assessment.create("2022").edition);`;
    assert.equal(await program("freed.mjs", text), 'ReadinessError not-usable ""\n2022\n');
  });

  test("the inline entry runs in Node as a module and required, without its file", async () => {
    const text = "await ready(); console.log(catalog('2022').controls.length);";
    assert.equal(
      await program("inline.mjs", `import { ready, catalog } from "iso27001-readiness/inline"; ${text}`),
      "93\n",
    );
    assert.equal(
      await program(
        "inline.cjs",
        `(async () => { const { ready, catalog } = require("iso27001-readiness/inline"); ${text} })();`,
      ),
      "93\n",
    );
  });

  test("the element can be imported and registered where there is no document, and leaves nothing there but Lit's lists", async () => {
    const before = "const before = new Set(Object.getOwnPropertyNames(globalThis));";
    const after =
      "for (const name of Object.getOwnPropertyNames(globalThis)) if (!before.has(name) && !/^(lit|reactive)\\w+(Versions|Metadata)$/.test(name)) console.log(name);";
    const shown = "function readiness-change\n";
    assert.equal(await program("ssr.mjs", await example("Rendered on a server")), shown);
    const required = `${before} const { ReadinessElement, ReadinessChangeEvent } = require("iso27001-readiness/element");
      require("iso27001-readiness/element/define"); console.log(typeof ReadinessElement, ReadinessChangeEvent.type); ${after}`;
    assert.equal(await program("ssr.cjs", required), shown);
  });

  test("publint finds nothing to say", async () => {
    const { publint } = await import("publint");
    const { formatMessage } = await import("publint/utils");
    const { messages, pkg } = await publint({ pkgDir: installed(home), strict: true, pack: false });
    assert.deepEqual(
      messages.map((message) => formatMessage(message, pkg, { color: false })),
      [],
    );
  });

  test("the types are right for every way to resolve them", async () => {
    const { path } = await tarball();
    // `require` of a module gives a module: that is how the package means it.
    const options = [
      "--ignore-rules",
      "cjs-resolves-to-esm",
      "--exclude-entrypoints",
      "core_bg.wasm",
      "deferred_bg.wasm",
      "exchange_bg.wasm",
      "custom-elements.json",
      "--format",
      "ascii",
      "--no-emoji",
    ];
    await run(process.execPath, [tool("@arethetypeswrong/cli/dist/index.js"), path, ...options]).catch((error) =>
      assert.fail(error.stdout),
    );
  });

  test("a strict user of the element compiles, by Node's rules and by a bundler's", async () => {
    const { writeFile, copyFile } = await import("node:fs/promises");
    await copyFile(new URL("element.ts", import.meta.url), join(home, "use.ts"));
    for (const [module, moduleResolution] of [
      ["NodeNext", "NodeNext"],
      ["ESNext", "Bundler"],
    ]) {
      const compilerOptions = {
        strict: true,
        exactOptionalPropertyTypes: true,
        noEmit: true,
        target: "ES2022",
        lib: ["ES2023", "DOM"],
        module,
        moduleResolution,
        types: [],
      };
      await writeFile(join(home, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["use.ts"] }));
      await run(process.execPath, [tool("typescript/bin/tsc"), "--project", home]).catch((error) =>
        assert.fail(error.stdout),
      );
    }
  });

  test("the README's worker answers with the module that its build compiled", async () => {
    const compiled = `const module = new WebAssembly.Module(readFileSync(new URL(import.meta.resolve("iso27001-readiness/core_bg.wasm"))));`;
    // Workers take the entry of browsers; Node is told to.
    const worker = (await example("Bundlers", 1))
      .replace(/import module from .*;/, `import { readFileSync } from "node:fs"; ${compiled}`)
      .replace('"iso27001-readiness"', '"./node_modules/iso27001-readiness/index.js"');
    const text = `${worker.replace("export default", "const worker =")}
      const { compile, instantiate } = WebAssembly;
      // Node's own fetch compiles a small module for itself.
      WebAssembly.compile = WebAssembly.instantiate = (bytes, ...more) => {
        if (!(bytes instanceof WebAssembly.Module) && bytes.byteLength > 200_000) throw new Error("no code from bytes here");
        return bytes instanceof WebAssembly.Module ? instantiate(bytes, ...more) : compile(bytes);
      };
      import { Assessment } from "iso27001-readiness/inline";
      const refused = await worker.fetch(new Request("https://w.test", { method: "POST", body: "{}" })).catch(({ code }) => code);
      const body = JSON.stringify(Assessment.example("2022").result());
      const { ok } = await (await worker.fetch(new Request("https://w.test", { method: "POST", body }))).json();
      console.log(refused, ok);`;
    assert.equal(await program("worker.mjs", text), "wrong-format true\n");
  });

  test("a worker hands over every module that its build compiled", async () => {
    const compiled = (name) =>
      `new WebAssembly.Module(readFileSync(new URL(import.meta.resolve("iso27001-readiness/${name}_bg.wasm"))))`;
    // Workers take the entries of browsers; Node is told to.
    const text = `import { readFileSync } from "node:fs";
      import { Assessment, ready, readyDeferred, readyExchange } from "./node_modules/iso27001-readiness/index.js";
      import { fill } from "./node_modules/iso27001-readiness/exports.js";
      import { oscalBundle } from "./node_modules/iso27001-readiness/oscal.js";
      import { readSheets } from "iso27001-readiness/sheets";
      const [core, deferred, exchange] = [${["core", "deferred", "exchange"].map(compiled).join()}];
      const { instantiate } = WebAssembly;
      WebAssembly.instantiate = (module, ...more) => {
        if (!(module instanceof WebAssembly.Module)) throw new Error("no code from bytes here");
        return instantiate(module, ...more);
      };
      await Promise.all([ready(core), readyDeferred(deferred), readyExchange(exchange)]);
      const a = Assessment.create("2022");
      a.respond("A.5.1", 0);
      const bytes = Buffer.from("Control;Status\\nA.5.1;ok\\n");
      const { sheets } = await readSheets(bytes);
      const filled = await fill(bytes, a.propose(sheets), a);
      console.log(filled.cells[0].to, oscalBundle(a).bytes.length > 100_000);`;
    assert.equal(await program("workers.mjs", text), "Not implemented true\n");
  });

  test("a bundle for a browser holds nothing of the third module where it calls nothing of it", async () => {
    const { build } = await import("esbuild");
    const { writeFile } = await import("node:fs/promises");
    const bundle = async (text) => {
      await writeFile(join(home, "browser.js"), text);
      const options = { absWorkingDir: home, entryPoints: ["browser.js"], bundle: true, format: "esm", write: false };
      return (await build({ ...options, logLevel: "error" })).outputFiles[0].text;
    };
    const third = /exchange_bg|fillText|text_file/;
    const calls = 'import { Assessment, ready, readyDeferred, verify } from "iso27001-readiness";';
    const exports = 'import { exportAs, firstVersion } from "iso27001-readiness/exports";';
    const used = "console.log(Assessment, ready, readyDeferred, verify, exportAs, firstVersion);";
    assert.doesNotMatch(await bundle(calls + exports + used), third);
    assert.match(await bundle('import { fill } from "iso27001-readiness/exports"; console.log(fill);'), third);
  });

  test("a strict user of the calls compiles without a browser's types, and the package's own typings are checked too", async () => {
    const { writeFile } = await import("node:fs/promises");
    const text = `import { Assessment, catalog, type ModuleSource, ready, type ReadinessError, verify } from "iso27001-readiness";
      export async function use(given: unknown, bytes: Uint8Array): Promise<boolean> {
        const source: ModuleSource = bytes;
        await ready(source);
        await ready(Promise.resolve("core_bg.wasm"));
        // @ts-expect-error a number is none
        await ready(7);
        const a: Assessment = Assessment.create("2022");
        a.respond(catalog("2022").controls[0]?.id ?? "A.5.1", 3);
        try { return verify(given).ok; } catch (error) { return (error as ReadinessError).code === "syntax"; }
      }`;
    await writeFile(join(home, "plain.ts"), text);
    const browser =
      "export const more = [new URL('x:'), new Response(), new WebAssembly.Module(new Uint8Array())] as const;";
    await writeFile(
      join(home, "browser.ts"),
      `import { ready } from "iso27001-readiness"; ${browser} for (const one of more) void ready(one);`,
    );
    const everywhere = [
      "",
      "/inline",
      "/element",
      "/element/define",
      "/exports",
      "/host",
      "/oscal",
      "/sheets",
      "/signature",
    ];
    await writeFile(
      join(home, "entries.ts"),
      everywhere.map((entry, at) => `export * as e${at} from "iso27001-readiness${entry}";`).join("\n"),
    );
    const programs = [
      { files: ["plain.ts"], lib: ["ES2022"] },
      { files: ["browser.ts", "entries.ts"], lib: ["ES2022", "DOM", "DOM.Iterable"] },
    ];
    for (const { files, lib } of programs)
      for (const [module, moduleResolution] of [
        ["NodeNext", "NodeNext"],
        ["ESNext", "Bundler"],
      ]) {
        const compilerOptions = {
          strict: true,
          exactOptionalPropertyTypes: true,
          skipLibCheck: false,
          noEmit: true,
          target: "ES2022",
          lib,
          module,
          moduleResolution,
          types: [],
        };
        await writeFile(join(home, "tsconfig.json"), JSON.stringify({ compilerOptions, files }));
        await run(process.execPath, [tool("typescript/bin/tsc"), "--project", home]).catch((error) =>
          assert.fail(error.stdout),
        );
      }
  });

  test("custom-elements.json, the typings and the README name the same things", async () => {
    const { modules } = JSON.parse(await readFile(installed(home, "custom-elements.json"), "utf8"));
    const [element] = modules[0].declarations;
    const typings = await readFile(installed(home, "element.d.ts"), "utf8");
    const readme = await readFile(installed(home, "README.md"), "utf8");
    const { ReadinessElement } = await import(installed(home, "element.js"));
    const inner = /^(constructor|createRenderRoot|render|main)$|Callback$/;
    const named = (list) => list.map(({ name }) => name).sort();
    // Its own members, those of a form's control and those of its attributes; behind them is the page's element.
    const behind = Object.getPrototypeOf(ReadinessElement.prototype);
    const of = [ReadinessElement.prototype, behind, Object.getPrototypeOf(behind)];
    const shown = of.flatMap((one) => Object.getOwnPropertyNames(one)).filter((name) => !inner.test(name));
    assert.deepEqual(named(element.members.filter((member) => !member.static)), shown.sort());
    assert.deepEqual(named(element.members.filter((member) => member.static)), [
      "deferredWasm",
      "define",
      "formAssociated",
      "wasm",
    ]);
    // What can be set, a framework may set before the element is defined.
    const early = await readFile(new URL("www/element/early.ts", root), "utf8");
    const settable = element.members.filter((one) => one.kind === "field" && !one.static && !one.readonly);
    assert.deepEqual(named(settable), JSON.parse(`[${/= \[([^\]]+),\s*\]/.exec(early)[1]}]`).sort());
    for (const one of [...element.members, ...element.attributes, ...element.events])
      assert.match(one.description, /[.:`]$/, one.name);
    const observed = ReadinessElement.observedAttributes;
    for (const name of ["edition", "mode", "readonly", "hide", "lock"]) assert.ok(observed.includes(name), name);
    for (const { name } of element.members) assert.match(typings, new RegExp(`\\b${name}\\b`), name);
    for (const { name } of element.attributes) assert.ok(readme.includes(`\`${name}\``), name);
    for (const { name } of element.events) assert.ok(readme.includes(name) && typings.includes(`"${name}"`), name);
    for (const { name } of element.cssProperties) assert.ok(readme.includes(`${name}:`), name);
    for (const { name } of [...element.cssParts, ...element.slots]) assert.ok(readme.includes(`\`${name}\``), name);
  });

  test("custom-elements.json names every part, property, slot, event and attribute that the source has, and no other", async () => {
    const { modules } = JSON.parse(await readFile(installed(home, "custom-elements.json"), "utf8"));
    const [element] = modules[0].declarations;
    const texts = await Promise.all(
      ["app", "element"].map(async (folder) => {
        const names = await readdir(new URL(`www/${folder}/`, root), { recursive: true });
        const files = names.filter((name) => name.endsWith(".ts"));
        return Promise.all(files.map((name) => readFile(new URL(`www/${folder}/${name}`, root), "utf8")));
      }),
    );
    const source = texts.flat().join("\n");
    const found = (pattern) =>
      [...new Set([...source.matchAll(pattern)].flatMap(([, names]) => names.split(" ")))].sort();
    const named = (list) => list.map(({ name }) => name).sort();
    assert.deepEqual(named(element.cssParts), found(/\bpart="([^"$]+)"/g));
    assert.deepEqual(named(element.cssProperties), found(/var\((--readiness-[a-z-]+)/g));
    assert.deepEqual(named(element.slots), found(/<slot\b[^>]*\bname="([^"]+)"/g));
    assert.deepEqual(named(element.events), found(/static readonly type = "(readiness-[a-z]+)"/g));
    const { ReadinessElement } = await import(installed(home, "element.js"));
    const attributes = named(element.attributes);
    for (const name of ReadinessElement.observedAttributes) assert.ok(attributes.includes(name), name);
    const used = found(/Attribute\("([a-z]+)"/g);
    // `lang` is every element's own; so far there is one language.
    for (const name of attributes.filter((name) => name !== "lang"))
      assert.ok(
        used.includes(name) ||
          ReadinessElement.observedAttributes.includes(name) ||
          source.includes(`reflect(this, "${name}"`),
        name,
      );
  });
});
