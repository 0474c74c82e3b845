import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { test } from "node:test";
import { serve } from "../browser/driver/serve.mjs";
import { bytes, fresh } from "./copy.mjs";
import { dist } from "./package.mjs";

const manifest = JSON.parse(await readFile(new URL("package.json", dist), "utf8"));
const files = (entry) => (typeof entry === "string" ? [entry] : Object.values(entry).flatMap(files));

test("every entry of the manifest is a file of the package, typings first", async () => {
  for (const [name, entry] of Object.entries(manifest.exports)) {
    for (const file of files(entry)) await readFile(new URL(file, dist)).catch(() => assert.fail(`${name}: ${file}`));
    if (typeof entry === "object") assert.equal(Object.keys(entry)[0], "types", name);
  }
});

test("the package has the crate's version, no dependency and no script", async () => {
  const crate = await readFile(new URL("../../Cargo.toml", import.meta.url), "utf8");
  assert.equal(manifest.version, /^version = "(.+)"$/m.exec(crate)[1]);
  for (const key of ["dependencies", "peerDependencies", "optionalDependencies", "scripts"])
    assert.equal(manifest[key], undefined, key);
});

test("both licences and the README are in the package", async () => {
  const names = await readdir(dist);
  for (const name of ["LICENSE-MIT", "LICENSE-APACHE", "README.md"]) assert.ok(names.includes(name), name);
});

test("in Node everything works at once after import, and ready() resolves", async () => {
  const { ready, Assessment } = await fresh("node.js");
  Assessment.create("2022").free();
  assert.equal(await ready(), undefined);
  assert.equal(await ready(), undefined);
});

test("the package asks everything in words of both editions", async () => {
  const { catalog } = await fresh("node.js");
  for (const edition of ["2013", "2022"]) {
    const { clauses, controls, areas, documents } = catalog(edition);
    for (const row of [...clauses.filter((clause) => clause.requirement), ...controls, ...areas]) {
      const place = `${edition} ${row.id ?? row.key}`;
      assert.equal(row.question, row.statement, place);
      assert.equal(row.levels.length, 6, place);
      const { statement, levels, example, refs } = row;
      const helps = refs ? [] : [row.guidance, row.sampling, row.commonFinding, row.nextStep, row.smallOrganisations];
      const named = refs ? [] : [row.group ? row.exclusionText : row.shortName];
      for (const text of [statement, ...levels, example, ...helps, ...named]) assert.match(text, /\S/, place);
    }
    for (const { key, outline } of documents) assert(outline.length >= 5, key);
  }
});

test("CommonJS can require it", () => {
  const required = createRequire(import.meta.url)(new URL("node.js", dist).pathname);
  assert.equal(required.catalog("2022").edition, "2022");
});

test("in a browser the module is fetched once from beside the script, or from where ready() is told", async () => {
  const asked = [];
  const fetched = globalThis.fetch;
  globalThis.fetch = async (url) => {
    asked.push(String(url));
    return new Response(bytes, { headers: { "Content-Type": "application/wasm" } });
  };
  try {
    const copy = await fresh("index.js", "https://package.test/here/module_bytes.js");
    assert.equal(copy.ready(), copy.ready());
    await copy.ready();
    assert.deepEqual(asked, ["https://package.test/here/core_bg.wasm"]);
    assert.equal(copy.catalog("2013").edition, "2013");
  } finally {
    globalThis.fetch = fetched;
  }
});

test("a module that cannot be had rejects ready() with the address and what came, and a later call may succeed", async () => {
  const page = "<!doctype html><title>Not found</title>";
  const server = await serve((request, response) => {
    const good = request.url === "/good.wasm";
    response.setHeader("Content-Type", good ? "application/wasm" : "text/html");
    response.writeHead(request.url === "/gone.wasm" ? 404 : 200).end(good ? bytes : page);
  });
  const at = (name) => `${server.url}${name}`;
  try {
    const copy = await fresh();
    for (const [name, status] of [
      ["page.wasm", 200],
      ["gone.wasm", 404],
    ]) {
      await assert.rejects(copy.ready(at(name)), ({ name: kind, code, subject, message }) => {
        assert.deepEqual([kind, code, subject], ["ReadinessError", "damaged", at(name)]);
        assert.ok(message.includes(`${at(name)} is not the module: ${status}, text/html`), message);
        assert.ok(message.includes("<!doctype html>"), message);
        return true;
      });
    }
    await assert.rejects(
      copy.ready("http://127.0.0.1:1/core_bg.wasm"),
      /127\.0\.0\.1:1\/core_bg\.wasm could not be fetched/,
    );
    await assert.rejects(copy.ready(bytes.subarray(0, 1000)), { name: "ReadinessError", code: "damaged" });
    await copy.ready(new URL(at("good.wasm")));
    assert.equal(copy.catalog("2022").edition, "2022");
  } finally {
    server.close();
  }
});

test("ready() takes whatever holds the module: bytes, a compiled one as in a worker, an answer, a promise", async () => {
  const sources = {
    bytes: bytes,
    buffer: new Uint8Array(bytes).buffer,
    module: new WebAssembly.Module(bytes),
    answer: new Response(bytes),
    promise: Promise.resolve(bytes),
  };
  for (const [name, source] of Object.entries(sources)) {
    const copy = await fresh();
    await copy.ready(source);
    assert.equal(copy.catalog("2022").edition, "2022", name);
  }
});

test("where a tool moved the script away from the module, what it has as a script is taken", async () => {
  const fetched = globalThis.fetch;
  const moved = { "": undefined, "file:///elsewhere/module_bytes.js": 0, "https://dev.test/.vite/deps/index.js": 1 };
  try {
    for (const [address, times] of Object.entries(moved)) {
      let asked = 0;
      // The development server of Vite answers every address with the page.
      globalThis.fetch = async () => {
        asked += 1;
        return new Response("<!doctype html>", { headers: { "Content-Type": "text/html" } });
      };
      const copy = await fresh("index.js", address);
      await copy.ready();
      assert.notEqual(copy.catalog("2022").controls[0].guidance, "");
      assert.equal(asked, times ?? 0, address);
    }
  } finally {
    globalThis.fetch = fetched;
  }
});

test("the module holds no path of the machine that built it, and no section but what it needs", async () => {
  const text = bytes.toString("latin1");
  for (const path of [/\/home\//, /\/root\//, /\/Users\//, /[A-Z]:\\/, /\.cargo/, /\.rustup/])
    assert.doesNotMatch(text, path);
  assert.ok(!text.includes(new URL("../../", import.meta.url).pathname), "the folder of the build");
  const module = new WebAssembly.Module(bytes);
  for (const section of ["name", "producers", "target_features", "sourceMappingURL"]) {
    assert.equal(WebAssembly.Module.customSections(module, section).length, 0, section);
  }
});

test("the inline entry needs nothing but itself, holds the same module, and may be called again", async () => {
  const fetched = globalThis.fetch;
  globalThis.fetch = () => assert.fail("fetched");
  try {
    const copy = await fresh("inline.js");
    assert.deepEqual(Buffer.from(await copy.wasm()), bytes);
    await Promise.all([copy.ready(), copy.ready()]);
    await copy.ready();
    assert.notEqual(copy.catalog("2022").controls[0].guidance, "");
  } finally {
    globalThis.fetch = fetched;
  }
});

test("CommonJS can require the inline entry", async () => {
  const required = createRequire(import.meta.url)(new URL("inline.js", dist).pathname);
  await required.ready();
  assert.equal(required.Assessment.create("2013").edition, "2013");
});
