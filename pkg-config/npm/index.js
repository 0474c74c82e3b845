import advice from "./advice.en.js";
import load, { provideAdvice } from "./core.js";

export { Assessment, catalog, verify } from "./core.js";

export async function ready(wasm) {
  await load(wasm === undefined ? undefined : { module_or_path: wasm });
  provideAdvice(advice);
}
