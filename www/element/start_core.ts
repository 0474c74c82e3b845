// Starts the core for all elements of a page, from wherever the module is.
import besideThis, { bytesOf, type ModuleSource } from "readiness-module-bytes";
import { load, StartFault } from "../app/model/wasm.js";

let core: Promise<void> | undefined;

/** Once for all elements; what failed may be tried again. */
export function startCore(source: ModuleSource | Promise<ModuleSource> | undefined): Promise<void> {
  core ??= moduleOf(source)
    .then(load)
    .catch((error: unknown) => {
      core = undefined;
      throw error;
    });
  return core;
}

async function moduleOf(source: ModuleSource | Promise<ModuleSource> | undefined): ReturnType<typeof bytesOf> {
  try {
    return await (source === undefined ? besideThis() : bytesOf(source));
  } catch (cause) {
    throw new StartFault("damaged", { cause });
  }
}
