export { Assessment, catalog, verify } from "./core.js";
export type * from "./core.js";

/**
 * Loads the WebAssembly module, once; nothing else may be called before it has settled.
 * In Node everything is ready on import, and this resolves at once.
 *
 * @param wasm Where `iso27001-readiness/core_bg.wasm` is, or what it holds, for a bundler that does not copy it;
 * left out, it is fetched from beside this file. Node ignores it.
 */
export function ready(wasm?: string | URL | Request | Response | BufferSource | WebAssembly.Module): Promise<void>;
