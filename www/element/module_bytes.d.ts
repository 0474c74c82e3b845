declare module "readiness-module-bytes" {
  export type ModuleSource =
    | string
    | URL
    | Request
    | Response
    | ArrayBuffer
    | ArrayBufferView<ArrayBuffer>
    | WebAssembly.Module;
  type Bytes = ArrayBuffer | ArrayBufferView<ArrayBuffer> | WebAssembly.Module;

  /** From beside the package's files, fetched once for calls and element. */
  const besideThis: () => Promise<Bytes>;
  export default besideThis;
  /** The second module, fetched once likewise. */
  export const deferredBesideThis: () => Promise<Bytes>;
  /** Refuses with a `ReadinessError` that names the address and what came. */
  export const bytesOf: (source: ModuleSource | Promise<ModuleSource>) => Promise<Bytes>;
}
