import { readFileSync } from "node:fs";
import { initSync } from "./core.js";

export { Assessment, catalog } from "./core.js";

// At once and without a top-level await, so that `require()` can load it too.
initSync({ module: readFileSync(new URL("core_bg.wasm", import.meta.url)) });

export async function ready() {}
