// Says beside a bundle which packages of npm went into it: the bill of materials is made from that.
import type { Plugin } from "vite";

export const listPackages: Plugin = {
  name: "list-packages",
  generateBundle(_, bundle) {
    const modules = Object.values(bundle).flatMap((part) => (part.type === "chunk" ? part.moduleIds : []));
    const names = modules.flatMap((id) => /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1] ?? []);
    this.emitFile({ type: "asset", fileName: "packages.json", source: JSON.stringify([...new Set(names)].sort()) });
  },
};
