import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { once } from "node:events";
import { test } from "node:test";
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
  const { ready, Assessment } = await import(new URL("node.js", dist));
  Assessment.create("2022").free();
  assert.equal(await ready(), undefined);
  assert.equal(await ready(), undefined);
});

test("CommonJS can require it", () => {
  const required = createRequire(import.meta.url)(new URL("node.js", dist).pathname);
  assert.equal(required.catalog("2022").edition, "2022");
});

test("in a browser the module is fetched once from beside the script, or from where ready() is told", async () => {
  const bytes = await readFile(new URL("core_bg.wasm", dist));
  const asked = [];
  const fetched = globalThis.fetch;
  globalThis.fetch = async (url) => {
    asked.push(String(url));
    return new Response(bytes, { headers: { "Content-Type": "application/wasm" } });
  };
  try {
    // A query makes a second instance of the modules, so that each starts without its wasm.
    const copy = await load("beside");
    await Promise.all([copy.ready(), copy.ready()]);
    await copy.ready();
    assert.deepEqual(
      asked.map((url) => url.replace(/\?.*/, "").split("/").at(-1)),
      ["core_bg.wasm"],
    );
    assert.equal(copy.catalog("2013").edition, "2013");
  } finally {
    globalThis.fetch = fetched;
  }
});

test("a module that cannot be had rejects ready(), and a later call may succeed", async () => {
  const bytes = await readFile(new URL("core_bg.wasm", dist));
  const server = createServer((request, response) => {
    response.setHeader("Content-Type", "application/wasm");
    response.writeHead(request.url === "/good.wasm" ? 200 : 503).end(request.url === "/good.wasm" ? bytes : "");
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const at = (name) => `http://127.0.0.1:${server.address().port}/${name}`;
  try {
    const copy = await load("retry");
    await assert.rejects(copy.ready(at("bad.wasm")));
    await copy.ready(at("good.wasm"));
    assert.equal(copy.catalog("2022").edition, "2022");
  } finally {
    server.close();
    server.closeAllConnections();
  }
});

test("the module holds no path of the machine that built it, and no section but what it needs", async () => {
  const bytes = await readFile(new URL("core_bg.wasm", dist));
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
    const copy = await load("inline", "inline.js");
    assert.deepEqual(Buffer.from(await copy.wasm()), await readFile(new URL("core_bg.wasm", dist)));
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

/** An entry in an instance of its own: the same files with the bindings' address made unique. */
async function load(name, entry = "index.js") {
  const source = await readFile(new URL(entry, dist), "utf8");
  const text = source
    .replace(/"\.\/([\w.]+)"/g, (_, file) =>
      JSON.stringify(new URL(file === "core.js" ? `core.js?${name}` : file, dist).href),
    )
    .replaceAll("import.meta.url", JSON.stringify(dist.href));
  return import(`data:text/javascript,${encodeURIComponent(text)}`);
}
