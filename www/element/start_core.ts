// Starts the core for all elements of a page, from wherever the module is.
import besideThis, { bytesOf } from "readiness-module-bytes";
import { load, StartFault } from "../app/model/wasm.js";

export type Source = Parameters<typeof bytesOf>[0];

let core: Promise<void> | undefined;

/** Once for all elements; what failed may be tried again. */
export function startCore(source: Source | undefined): Promise<void> {
  core ??= moduleOf(source)
    .then(load)
    .catch((error: unknown) => {
      core = undefined;
      throw error;
    });
  return core;
}

async function moduleOf(source: Source | undefined): ReturnType<typeof bytesOf> {
  try {
    return await (source === undefined ? besideThis() : bytesOf(source));
  } catch (cause) {
    throw new StartFault("damaged", { cause });
  }
}
