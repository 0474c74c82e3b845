import "./import.js";
export { Assessment, catalog, verify } from "./core.js";
export type * from "./core.js";

/** A type of the platform's where the platform has it: nothing here needs the library of a browser. */
type Platform<Name extends string> = typeof globalThis extends Record<Name, { prototype: infer Instance }>
  ? Instance
  : never;
type CompiledModule = typeof globalThis extends { WebAssembly: { Module: { prototype: infer Instance } } }
  ? Instance
  : never;

/** Where the WebAssembly module is, or what it holds. */
export type ModuleSource =
  | string
  | Platform<"URL">
  | Platform<"Request">
  | Platform<"Response">
  | ArrayBuffer
  | ArrayBufferView
  | CompiledModule;

/**
 * Loads the WebAssembly module, once; nothing else may be called before it has settled: until then every call throws a
 * `ReadinessError` with the code `not-ready`. It may be called any number of times.
 * In Node the first call starts the module by itself, and this resolves at once.
 *
 * @param wasm Where `iso27001-readiness/core_bg.wasm` is, or what it holds; left out, it is fetched from beside this file,
 * and where it is not there the copy within the package is taken. Node ignores it.
 */
export function ready(wasm?: ModuleSource | Promise<ModuleSource>): Promise<void>;

/**
 * Loads the second module, once: what `propose` and `apply` of an assessment need beside the first, and what
 * `iso27001-readiness/exports` needs. Until it has settled they throw a `ReadinessError` with the code `not-ready`. In Node
 * the first of these calls starts it by itself.
 *
 * @param wasm Where `iso27001-readiness/deferred_bg.wasm` is, or what it holds; left out, as for `ready`.
 */
export function readyDeferred(wasm?: ModuleSource | Promise<ModuleSource>): Promise<void>;

/**
 * Loads the third module, once: what `fill` of `iso27001-readiness/exports` and `iso27001-readiness/oscal` need. Until it has
 * settled they throw a `ReadinessError` with the code `not-ready`. In Node the first of these calls starts it by itself.
 *
 * @param wasm Where `iso27001-readiness/exchange_bg.wasm` is, or what it holds; left out, as for `ready`.
 */
export function readyExchange(wasm?: ModuleSource | Promise<ModuleSource>): Promise<void>;
