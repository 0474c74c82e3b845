import advice from "./advice.en.js";
import load, { provideAdvice } from "./core.js";

export { Assessment, catalog, verify } from "./core.js";

export async function ready(wasm) {
  await load({ module_or_path: wasm ?? new URL("core_bg.wasm", import.meta.url) });
  provideAdvice(advice);
}
