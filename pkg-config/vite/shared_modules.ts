// Lets the scripts behind the app's import the app's own modules plainly, and share them instead of holding copies.
//
// Classic scripts cannot import each other. So the app's script hands over, as members of one constant, the names that the
// others take from its modules; in the others an import from such a module reads that constant. Which modules those are
// follows from the imports alone: all that the app's entry reaches.
import { readFileSync } from "node:fs";
import { parseSync, type Plugin } from "vite";
import { reassignable, referencesOf } from "./syntax.ts";

/** The constant; it holds functions and classes of the page, and nothing of the person's. */
export const SHARED = "readinessShared";
const PREFIX = "\0shared:";
const ALL = `${PREFIX}all`;
/** Data is no code that could exist once too often: each script holds the part of a file that it uses. */
const CODE = /^[^\0?]+\.[jt]s$/;

type Resolve = (source: string, importer?: string) => Promise<string | null>;
/** The modules that an entry reaches, and what each takes from which. */
type Graph = Map<string, { module: string; names: (string | null)[] }[]>;

async function graphOf(entry: string, resolve: Resolve, stop: (module: string) => boolean): Promise<Graph> {
  const graph: Graph = new Map();
  const visit = async (module: string): Promise<void> => {
    if (graph.has(module)) return;
    const targets: { module: string; names: (string | null)[] }[] = [];
    graph.set(module, targets);
    for (const { source, names } of referencesOf(parse(module))) {
      const target = await resolve(source, module);
      if (target === null || !CODE.test(target)) continue;
      targets.push({ module: target, names });
      if (!stop(target)) await visit(target);
    }
  };
  await visit(entry);
  return graph;
}

const parse = (module: string): unknown => {
  const { program, errors } = parseSync(module, readFileSync(module, "utf8"));
  if (errors.length > 0) throw new Error(`${module}: ${errors[0]?.message}`);
  return program;
};

const key = (module: string, name: string): string => `${module}\n${name}`;

/** What an entry takes from modules of the app. */
async function takenBy(entry: string, app: Graph, resolve: Resolve): Promise<{ module: string; name: string }[]> {
  const graph = await graphOf(entry, resolve, (module) => app.has(module));
  const taken = new Map<string, { module: string; name: string }>();
  for (const [importer, targets] of graph) {
    for (const { module, names } of targets) {
      if (!app.has(module)) continue;
      for (const name of names) {
        if (name === null) throw new Error(`${importer} takes all of ${module}, which is shared: name what it takes`);
        if (reassignable(parse(module)).has(name))
          throw new Error(`${name} of ${module} is assigned anew: share a function`);
        taken.set(key(module, name), { module, name });
      }
    }
  }
  return [...taken.values()];
}

/** `app` and `deferred` are paths of entries; `entry` is the one that is being bundled. */
export function sharedModules(entry: string, app: string, deferred: string[]): Plugin {
  /** Empty until the graph is read, while every import is resolved as it is. */
  let graph: Graph = new Map();
  /** The short name of each shared name. */
  const short = new Map<string, string>();
  let shared: { module: string; name: string }[] = [];
  let mine: typeof shared = [];
  return {
    name: "shared-modules",
    enforce: "pre",
    async buildStart() {
      const resolve: Resolve = async (source, importer) =>
        (await this.resolve(source, importer, { skipSelf: true }))?.id ?? null;
      const appGraph = await graphOf(app, resolve, () => false);
      const all = new Map<string, { module: string; name: string }>();
      for (const script of [...deferred].sort()) {
        const taken = await takenBy(script, appGraph, resolve);
        for (const one of taken) all.set(key(one.module, one.name), one);
        if (script === entry) mine = taken;
      }
      shared = [...all.values()];
      graph = appGraph;
      shared.forEach((one, index) => short.set(key(one.module, one.name), `s${index.toString(36)}`));
    },
    async resolveId(source, importer) {
      if (source === ALL) return ALL;
      if (entry === app || importer === undefined) return null;
      if (importer.startsWith(PREFIX)) return null;
      const resolved = await this.resolve(source, importer, { skipSelf: true });
      return resolved && graph.has(resolved.id) ? PREFIX + resolved.id : null;
    },
    load(id) {
      if (id === ALL) {
        const names = mine.map(({ module, name }) => short.get(key(module, name)));
        return names.length === 0 ? "" : `export const { ${names.join(", ")} } = ${SHARED};`;
      }
      if (!id.startsWith(PREFIX)) return null;
      const module = id.slice(PREFIX.length);
      const names = mine.filter((one) => one.module === module);
      const list = names.map(({ name }) => `${short.get(key(module, name))} as ${name}`);
      return { code: `export { ${list.join(", ")} } from ${JSON.stringify(ALL)};`, moduleSideEffects: false };
    },
    transform(code, id) {
      if (entry !== app || id !== app) return null;
      const exports = shared.map(
        ({ module, name }) => `export { ${name} as ${short.get(key(module, name))} } from ${JSON.stringify(module)};`,
      );
      return { code: `${code}\n${exports.join("\n")}`, map: null };
    },
  };
}
