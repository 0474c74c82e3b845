import { start, startDeferred, startExchange } from "./guarded.js";
import besideThis, { bytesOf, deferredBesideThis, exchangeBesideThis } from "./module_bytes.js";

export { Assessment, catalog, verify } from "./guarded.js";

export function ready(wasm) {
  return start(() => (wasm === undefined ? besideThis() : bytesOf(wasm)));
}

export function readyDeferred(wasm) {
  return startDeferred(() => (wasm === undefined ? deferredBesideThis() : bytesOf(wasm)));
}

export function readyExchange(wasm) {
  return startExchange(() => (wasm === undefined ? exchangeBesideThis() : bytesOf(wasm)));
}
