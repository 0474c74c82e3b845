import { deferredInlineBytes } from "./deferred_inline_bytes.js";
import { exchangeInlineBytes } from "./exchange_inline_bytes.js";
import { start, startDeferred, startExchange } from "./guarded.js";
import { inlineBytes } from "./inline_bytes.js";

export { Assessment, catalog, verify } from "./guarded.js";
export { deferredInlineBytes as deferredWasm } from "./deferred_inline_bytes.js";
export { inlineBytes as wasm } from "./inline_bytes.js";

export function ready() {
  return start(inlineBytes);
}

export function readyDeferred() {
  return startDeferred(deferredInlineBytes);
}

export function readyExchange() {
  return startExchange(exchangeInlineBytes);
}
