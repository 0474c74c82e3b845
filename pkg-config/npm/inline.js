import { start } from "./guarded.js";
import { inlineBytes } from "./inline_bytes.js";

export { Assessment, catalog, verify } from "./guarded.js";
export { inlineBytes as wasm } from "./inline_bytes.js";

export function ready() {
  return start(inlineBytes);
}
