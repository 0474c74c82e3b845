// What is shipped, before tools of others: CycloneDX's own schema, html-validate and, in the long run, the Nu checker.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import Ajv from "ajv";
import { HtmlValidate } from "html-validate";
import { Assessment } from "../boundary/package.mjs";
import { fill, make, payloads, textOf } from "../exports/made.mjs";
import { root } from "./consumer.mjs";

const run = promisify(execFile);
const path = (file) => fileURLToPath(new URL(file, root));
const long = process.env.READINESS_LONG === "1";
const java = await run("java", ["-version"]).then(
  () => true,
  () => false,
);

describe("the bill of materials", () => {
  let bom;
  before(async () => {
    bom = JSON.parse(await readFile(path("dist/iso27001-readiness.cdx.json"), "utf8"));
  });

  test("is valid CycloneDX 1.6", async () => {
    const schema = async (name) =>
      JSON.parse(
        await readFile(
          path(`node_modules/@cyclonedx/cyclonedx-library/res/schema/${name}.SNAPSHOT.schema.json`),
          "utf8",
        ),
      );
    const ajv = new Ajv({ strict: false, validateFormats: false });
    for (const part of ["spdx", "jsf-0.82"])
      ajv.addSchema(await schema(part), `http://cyclonedx.org/schema/${part}.SNAPSHOT.schema.json`);
    const valid = ajv.compile(await schema("bom-1.6"));
    assert.ok(valid(bom), JSON.stringify(valid.errors));
    assert.equal(valid({ ...bom, components: [{ name: "without a type" }] }), false);
  });

  test("is of this page and this desk, and names neither time nor place", async () => {
    const { hashes, components } = bom.metadata.component;
    const digest = async (name) =>
      createHash("sha256")
        .update(await readFile(path(`dist/${name}`)))
        .digest("hex");
    assert.equal(hashes[0].content, await digest("iso27001-readiness.html"));
    assert.deepEqual(
      components.map(({ name }) => name),
      ["iso27001-readiness.html", "iso27001-desk.html"],
    );
    for (const { name, hashes } of components) {
      assert.deepEqual(hashes, [{ alg: "SHA-256", content: await digest(name) }], name);
      for (const folder of ["dist", "dist/site"])
        assert.equal(await readFile(path(`${folder}/${name}.sha256`), "utf8"), `${hashes[0].content}  ${name}\n`);
    }
    assert.deepEqual(Object.keys(bom.metadata), ["component"]);
    assert.equal(bom.serialNumber, undefined);
    assert.doesNotMatch(JSON.stringify(bom), /file:|\/(home|root|work|tmp)\//);
  });

  test("names what is inside, each with its licence, and nothing that only builds", () => {
    const named = new Map(bom.components.map((one) => [one.purl.replace(/@[^@]*$/, ""), one]));
    for (const name of [
      "cargo/wasm-bindgen",
      "cargo/serde",
      "cargo/sha2",
      "generic/rust-std",
      "npm/lit",
      "npm/lit-html",
    ])
      assert.ok(named.has(`pkg:${name}`), name);
    for (const name of [
      "cargo/serde_derive",
      "cargo/syn",
      "cargo/wasm-bindgen-cli-support",
      "cargo/proptest",
      "npm/vite",
      "npm/react",
    ])
      assert.ok(!named.has(`pkg:${name}`), name);
    const terms =
      /^\(?(0BSD|Zlib|MIT|Apache-2\.0|BSD-3-Clause|ISC|Unicode-3\.0)( (OR|AND) \(?(Zlib|MIT|Apache-2\.0|Unicode-3\.0)\)?)*$/;
    for (const { purl, licenses } of bom.components) assert.match(licenses[0].expression, terms, purl);
    const references = new Set([bom.metadata.component, ...bom.components].map((one) => one["bom-ref"]));
    assert.deepEqual(new Set(bom.dependencies.map(({ ref }) => ref)), references);
    for (const { dependsOn } of bom.dependencies) for (const one of dependsOn) assert.ok(references.has(one), one);
  });
});

test("page and package carry the notices that the licences ask for", async () => {
  const { components } = JSON.parse(await readFile(path("dist/iso27001-readiness.cdx.json"), "utf8"));
  const notices = await readFile(path("dist/npm/LICENSE-THIRD-PARTY"), "utf8");
  const page = await readFile(path("dist/iso27001-readiness.html"), "utf8");
  assert.ok(page.endsWith(`<!--\n${notices.trimEnd().replaceAll("--", "–")}\n-->\n`));
  for (const { name } of components) assert.match(notices, new RegExp(`[(, ]${name.replace("/", "\\/")}[,)]`), name);
  for (const words of [
    "Google LLC",
    "Permission is hereby granted, free of charge",
    "Redistributions in binary form must reproduce",
  ])
    assert.ok(notices.includes(words), words);
});

describe("what is written in HTML", { timeout: 120_000 }, () => {
  let folder;
  const pages = ["index", "vendor", "desk", "conformance"].map((name) => path(`pkg-config/portal/${name}.html`));
  const files = [path("dist/iso27001-readiness.html"), path("dist/iso27001-desk.html"), ...pages];
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "readiness-markup-"));
    for (const edition of ["2013", "2022"]) {
      const nasty = Assessment.create(edition, { id: "0b9a6f0e-52a1-4c0e-9d59-1f6a3b1f7f11" });
      fill(nasty, payloads);
      for (const [name, assessment] of Object.entries({ example: Assessment.example(edition), nasty })) {
        const file = join(folder, `${name}-${edition}.html`);
        await writeFile(file, textOf(make("report-html", assessment)));
        files.push(file);
      }
    }
  });
  after(() => rm(folder, { recursive: true, force: true }));

  test("html-validate finds nothing: the page, the exported reports, the portal's pages", async () => {
    // A box that scrolls is a region by its role; a section would mean one in the outline.
    const rules = {
      "doctype-style": ["error", { style: "lowercase" }],
      "prefer-native-element": ["error", { exclude: ["region"] }],
    };
    const checker = new HtmlValidate({ root: true, extends: ["html-validate:recommended"], rules });
    for (const file of files) {
      const { results } = await checker.validateString(await readFile(file, "utf8"));
      assert.deepEqual(
        results.flatMap(({ messages }) =>
          messages.map(({ line, column, message }) => `${file}:${line}:${column} ${message}`),
        ),
        [],
      );
    }
    const { valid } = await checker.validateString("<!doctype html><p><div></p>");
    assert.equal(valid, false);
  });

  test("so does the Nu checker", { skip: long ? !java && "no Java here" : "in the long run" }, async () => {
    const jar = createRequire(import.meta.url)("vnu-jar");
    const { stderr } = await run(
      "java",
      ["-jar", jar, "--errors-only", "--format", "json", "--exit-zero-always", ...files],
      { maxBuffer: 2 ** 26 },
    );
    assert.deepEqual(
      JSON.parse(stderr).messages.map(({ url, lastLine, message }) => `${url}:${lastLine} ${message}`),
      [],
    );
  });
});
