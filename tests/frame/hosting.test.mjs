import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { files } from "../../pkg-config/hosting/files.mjs";
import { alone, framed } from "../../pkg-config/hosting/headers.mjs";

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
  assert.equal(own.get("Content-Security-Policy"), "frame-ancestors 'none'");
  assert.equal(embed.get("Content-Security-Policy"), "frame-ancestors https://a.example https://b.example");
  assert.equal(embed.get("Cross-Origin-Resource-Policy"), "cross-origin");
  for (const name of ["X-Content-Type-Options", "Referrer-Policy", "Permissions-Policy"])
    assert.equal(embed.get(name), own.get(name), name);
  for (const [name, value] of [...own, ...embed])
    assert.match(`${name}: ${value}`, /^[A-Za-z-]+: [^"\n\\$]{1,1900}$/, name);
});

test("every header of both places stands in every file, and no address has two rules", async () => {
  for (const name of Object.keys(files())) {
    const text = await readFile(new URL(name, folder), "utf8");
    for (const [header, value] of [...alone(), ...framed("https://portal.example")])
      assert.ok(text.includes(header) && text.includes(value), `${name}: ${header}`);
    const paths = text.split("\n").filter((line) => line.startsWith("/"));
    assert.equal(new Set(paths).size, paths.length, name);
    assert.ok(!paths.includes("/*"), name);
  }
});
