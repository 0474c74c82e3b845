import "./import.js";
export { Assessment, catalog, verify } from "./core.js";
export type * from "./core.js";

/**
 * Starts the WebAssembly module that this file holds, once; nothing else may be called before it has settled. For bundlers
 * that copy no files, and wherever nothing can be fetched.
 */
export function ready(): Promise<void>;

/** The module's bytes, for `ReadinessElement.wasm`. */
export function wasm(): Promise<Uint8Array>;

/** Starts the second module, once, which this file holds too: what `propose` and `apply` of an assessment, and the exports, need. */
export function readyDeferred(): Promise<void>;

/** The second module's bytes, for `ReadinessElement.deferredWasm`. */
export function deferredWasm(): Promise<Uint8Array>;

/** Starts the third module, once, which this file holds too: what `fill` and `iso27001-readiness/oscal` need. */
export function readyExchange(): Promise<void>;
