import load from "./core.js";

export { Assessment, catalog } from "./core.js";

let loading;

export function ready(wasm) {
  loading ??= load(wasm === undefined ? undefined : { module_or_path: wasm }).then(
    () => undefined,
    (error) => {
      // A connection that failed once may hold the next time.
      loading = undefined;
      throw error;
    },
  );
  return loading;
}
