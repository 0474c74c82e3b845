import { start } from "./guarded.js";
import besideThis, { bytesOf } from "./module_bytes.js";

export { Assessment, catalog, verify } from "./guarded.js";

export function ready(wasm) {
  return start(() => (wasm === undefined ? besideThis() : bytesOf(wasm)));
}
