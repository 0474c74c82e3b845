import { start, startDeferred } from "./guarded.js";
import besideThis, { bytesOf, deferredBesideThis } from "./module_bytes.js";

export { Assessment, catalog, verify } from "./guarded.js";

export function ready(wasm) {
  return start(() => (wasm === undefined ? besideThis() : bytesOf(wasm)));
}

export function readyDeferred(wasm) {
  return startDeferred(() => (wasm === undefined ? deferredBesideThis() : bytesOf(wasm)));
}
