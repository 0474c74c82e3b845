import load from "./core.js";

export { Assessment, catalog } from "./core.js";

export async function ready(wasm) {
  await load(wasm === undefined ? undefined : { module_or_path: wasm });
}
