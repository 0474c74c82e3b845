import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { test } from "node:test";
import { files } from "../../pkg-config/hosting/files.mjs";
import { alone, desk, framed } from "../../pkg-config/hosting/headers.mjs";

const folder = new URL("../../pkg-config/hosting/", import.meta.url);

test("the hosts' files are those that headers.txt gives", async () => {
  for (const [name, text] of Object.entries(files())) {
    assert.equal(
      await readFile(new URL(name, folder), "utf8"),
      text,
      `${name}: node pkg-config/hosting/files.mjs makes it anew`,
    );
  }
});

test("on its own nobody may frame the page; under embed portals may, isolated ones too", () => {
  const [own, embed] = [alone(), framed("https://a.example https://b.example")].map((list) => new Map(list));
  const [single, others] = [own, embed].map((list) => list.get("Content-Security-Policy").split(/(?=frame-ancestors)/));
  assert.deepEqual(
    [single[1], others[1]],
    ["frame-ancestors 'none'", "frame-ancestors https://a.example https://b.example"],
  );
  assert.equal(single[0], others[0]);
  assert.equal(embed.get("Cross-Origin-Resource-Policy"), "cross-origin");
  for (const name of ["X-Content-Type-Options", "Referrer-Policy", "Permissions-Policy", "Strict-Transport-Security"])
    assert.equal(embed.get(name), own.get(name), name);
  for (const [name, value] of [...own, ...embed])
    assert.match(`${name}: ${value}`, /^[A-Za-z-]+: [^"\n\\$]{1,1900}$/, name);
});

test("every header of both places stands in every file, and no address has two rules", async () => {
  for (const name of Object.keys(files())) {
    const text = await readFile(new URL(name, folder), "utf8");
    for (const [header, value] of [...alone(), ...desk(), ...framed("https://portal.example")])
      assert.ok(text.includes(header) && text.includes(value), `${name}: ${header}`);
    const paths = text.split("\n").filter((line) => line.startsWith("/"));
    assert.equal(new Set(paths).size, paths.length, name);
    assert.ok(!paths.includes("/*"), name);
  }
});

test("the policy in the headers is that of the page, but for its hashes", async () => {
  for (const [name, headers] of [
    ["index", alone()],
    ["iso27001-desk", desk()],
  ]) {
    const page = await readFile(new URL(`../../dist/site/${name}.html`, import.meta.url), "utf8");
    const [, own] = page.match(/<meta http-equiv="Content-Security-Policy" content="([^"]*)"/);
    const without = own.replace(/'sha256-[^']*'( 'sha256-[^']*')*/g, "'unsafe-inline'");
    assert.notEqual(without, own);
    assert.equal(new Map(headers).get("Content-Security-Policy"), `${without}; frame-ancestors 'none'`, name);
  }
});

test("the frame stands under the version of its messages and under its own, the same bytes", async () => {
  const { version } = JSON.parse(await readFile(new URL("../../dist/npm/package.json", import.meta.url), "utf8"));
  const embed = new URL("../../dist/site/embed/", import.meta.url);
  assert.ok((await readdir(embed)).includes(version), version);
  const [newest, exact] = await Promise.all(
    ["v1", version].map((name) => readFile(new URL(`${name}/index.html`, embed))),
  );
  assert.deepEqual(newest, exact);
});
