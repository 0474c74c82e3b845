// The bill of materials of what is shipped, in CycloneDX: the crates inside the wasm and the npm packages inside the scripts.
// `node pkg-config/bom.mjs`, the last step of cargo xtask build. It holds no time and no serial number: the same commit gives
// the same bytes.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";

const ROOT = new URL("../", import.meta.url);
const TARGET = "wasm32-unknown-unknown";
const read = (path) => readFileSync(new URL(path, ROOT));
const json = (path) => JSON.parse(read(path));
const printed = (program, ...words) => execFileSync(program, words, { cwd: ROOT, encoding: "utf8", maxBuffer: 2 ** 28 });

/** Crates write the older `MIT/Apache-2.0` too. */
function component(kind, { name, version, license }) {
  const purl = `pkg:${kind}/${name.replace("@", "%40")}@${version}`;
  return { type: "library", "bom-ref": purl, name, version, licenses: [{ expression: license.replace("/", " OR ") }], purl };
}

/** Every crate that the wasm may hold code of, ours first. Procedural macros run in the compiler alone. */
function crates() {
  const { packages, resolve } = JSON.parse(printed("cargo", "metadata", "--locked", "--format-version", "1", "--filter-platform", TARGET));
  const of = new Map(packages.map((one) => [one.id, one]));
  const nodes = new Map(resolve.nodes.map((node) => [node.id, node]));
  const linked = (dep) => dep.dep_kinds.some(({ kind }) => kind === null) && !of.get(dep.pkg).targets.some(({ kind }) => kind.includes("proc-macro"));
  const needs = new Map();
  const visit = (id) => {
    if (needs.has(id)) return;
    needs.set(id, nodes.get(id).deps.filter(linked).map(({ pkg }) => pkg));
    needs.get(id).forEach(visit);
  };
  visit(packages.find(({ name }) => name === "iso27001-readiness").id);
  const made = new Map([...needs.keys()].map((id) => [id, component("cargo", of.get(id))]));
  return [...needs].map(([id, needed]) => ({ part: made.get(id), needs: needed.map((one) => made.get(one)["bom-ref"]) }));
}

/** Every package that went into a bundle, as the packages.json beside it says. */
function packages(lists) {
  const names = [...new Set(lists.flatMap(json))];
  const manifests = new Map(names.map((name) => [name, json(`node_modules/${name}/package.json`)]));
  const made = new Map(names.map((name) => [name, component("npm", manifests.get(name))]));
  return names.map((name) => ({
    part: made.get(name),
    needs: Object.keys(manifests.get(name).dependencies ?? {}).flatMap((needed) => made.get(needed)?.["bom-ref"] ?? []),
  }));
}

const [ours, ...others] = crates();
const scripts = packages(process.argv.slice(2));
const standard = component("generic", { name: "rust-std", version: printed("rustc", "--version").split(" ")[1], license: "MIT OR Apache-2.0" });
const name = (entry) => entry.part["bom-ref"];
const sorted = [...others, ...scripts, { part: standard, needs: [] }].sort((a, b) => (name(a) < name(b) ? -1 : 1));
const page = createHash("sha256").update(read("dist/iso27001-readiness.html")).digest("hex");
const bom = {
  bomFormat: "CycloneDX",
  specVersion: "1.6",
  version: 1,
  metadata: { component: { ...ours.part, type: "application", hashes: [{ alg: "SHA-256", content: page }] } },
  components: sorted.map(({ part }) => part),
  dependencies: [{ part: ours.part, needs: [...ours.needs, ...scripts.map(name), standard["bom-ref"]] }, ...sorted].map(({ part, needs }) => ({
    ref: part["bom-ref"],
    dependsOn: [...needs].sort(),
  })),
};
writeFileSync(new URL("dist/iso27001-readiness.cdx.json", ROOT), `${JSON.stringify(bom, null, 2)}\n`);
