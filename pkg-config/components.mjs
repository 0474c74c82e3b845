// What is shipped: the crates inside the wasm and the npm packages inside the scripts.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = new URL("../", import.meta.url);
const TARGET = "wasm32-unknown-unknown";
/** Those that the build compiles the wasm with. */
const FEATURES = "encryption";
export const read = (path) => readFileSync(new URL(path, ROOT));
const json = (path) => JSON.parse(read(path));
const printed = (program, ...words) =>
  execFileSync(program, words, { cwd: ROOT, encoding: "utf8", maxBuffer: 2 ** 28 });

/** Crates write the older `MIT/Apache-2.0` too. */
function component(kind, { name, version, license }) {
  const purl = `pkg:${kind}/${name.replace("@", "%40")}@${version}`;
  return {
    type: "library",
    "bom-ref": purl,
    name,
    version,
    licenses: [{ expression: license.replace("/", " OR ") }],
    purl,
  };
}

/** Every crate that the wasm may hold code of, ours first. Procedural macros run in the compiler alone. */
function crates() {
  const { packages, resolve } = JSON.parse(
    printed(
      "cargo",
      "metadata",
      "--locked",
      "--features",
      FEATURES,
      "--format-version",
      "1",
      "--filter-platform",
      TARGET,
    ),
  );
  const of = new Map(packages.map((one) => [one.id, one]));
  const nodes = new Map(resolve.nodes.map((node) => [node.id, node]));
  const linked = (dep) =>
    dep.dep_kinds.some(({ kind }) => kind === null) &&
    !of.get(dep.pkg).targets.some(({ kind }) => kind.includes("proc-macro"));
  const needs = new Map();
  const visit = (id) => {
    if (needs.has(id)) return;
    needs.set(
      id,
      nodes
        .get(id)
        .deps.filter(linked)
        .map(({ pkg }) => pkg),
    );
    needs.get(id).forEach(visit);
  };
  visit(packages.find(({ name }) => name === "iso27001-readiness").id);
  const made = new Map([...needs.keys()].map((id) => [id, component("cargo", of.get(id))]));
  return [...needs].map(([id, needed]) => ({
    component: made.get(id),
    needs: needed.map((one) => made.get(one)["bom-ref"]),
    folder: dirname(of.get(id).manifest_path),
    authors: of.get(id).authors,
  }));
}

/** Every package that went into a bundle, as the packages.json beside it says. */
function packages(lists) {
  const names = [...new Set(lists.flatMap(json))];
  const manifests = new Map(names.map((name) => [name, json(`node_modules/${name}/package.json`)]));
  const made = new Map(names.map((name) => [name, component("npm", manifests.get(name))]));
  return names.map((name) => ({
    component: made.get(name),
    needs: Object.keys(manifests.get(name).dependencies ?? {}).flatMap((needed) => made.get(needed)?.["bom-ref"] ?? []),
    folder: fileURLToPath(new URL(`node_modules/${name}`, ROOT)),
    authors: [],
  }));
}

/** It is in the wasm as well, and in no lock file. */
function standardLibrary() {
  const [, version] = printed("rustc", "--version").split(" ");
  return {
    component: component("generic", { name: "rust-std", version, license: "MIT OR Apache-2.0" }),
    needs: [],
    folder: null,
    authors: ["The Rust Project Contributors"],
  };
}

/** Ours, what is in it, and what of that it takes directly. `lists` are the packages.json of the bundles. */
export function components(lists) {
  const [ours, ...others] = crates();
  const scripts = packages(lists);
  const standard = standardLibrary();
  const name = ({ component }) => component["bom-ref"];
  const all = [...others, ...scripts, standard].sort((a, b) => (name(a) < name(b) ? -1 : 1));
  return { ours: { ...ours, needs: [...ours.needs, ...[...scripts, standard].map(name)] }, all };
}
