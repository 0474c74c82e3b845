/** The page's own modules on the package's core, with a store of this folder in the place of the browser's. */
import { rolldown } from "rolldown";
import { mkdirSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const file = path(`../../target/drafts/drafts-${process.pid}.mjs`);
mkdirSync(path("../../target/drafts"), { recursive: true });

const places = { "readiness-core": path("./core.mjs"), "./database.js": path("./world.mjs") };
const bundle = await rolldown({
  input: path("./entry.ts"),
  resolve: { alias: { language: path("../../languages/en") } },
  platform: "node",
  // Before the aliases of the page's own configuration.
  plugins: [
    { name: "places", resolveId: (name) => (places[name] ? { id: places[name], external: "absolute" } : null) },
  ],
});
await bundle.write({ file, format: "esm" });
await bundle.close();

export const page = await import(file);
rmSync(file);
