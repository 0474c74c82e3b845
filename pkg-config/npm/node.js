import { readFileSync } from "node:fs";
import advice from "./advice.en.js";
import { initSync, provideAdvice } from "./core.js";

export { Assessment, catalog, verify } from "./core.js";

// At once and without a top-level await, so that `require()` can load it too.
initSync({ module: readFileSync(new URL("core_bg.wasm", import.meta.url)) });
provideAdvice(advice);

export async function ready() {}
