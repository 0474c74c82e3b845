// Starts the core for all elements of a page, from wherever the module is.
import siblingModule from "readiness-core-url";
import { load, StartFault } from "../app/model/wasm.js";

export type Source = string | URL | Request | Response | ArrayBuffer | ArrayBufferView<ArrayBuffer>;

let core: Promise<void> | undefined;

/** Once for all elements; what failed may be tried again. */
export function startCore(source: Source | Promise<Source> = siblingModule()): Promise<void> {
  core ??= bytesOf(source)
    .then(load)
    .catch((error: unknown) => {
      core = undefined;
      throw error;
    });
  return core;
}

async function bytesOf(source: Source | Promise<Source>): Promise<Uint8Array<ArrayBuffer>> {
  const given = await source;
  if (given instanceof ArrayBuffer) return new Uint8Array(given);
  if (ArrayBuffer.isView(given)) return new Uint8Array(given.buffer, given.byteOffset, given.byteLength);
  try {
    const response = given instanceof Response ? given : await fetch(given);
    if (response.ok) return new Uint8Array(await response.arrayBuffer());
  } catch (cause) {
    throw new StartFault("damaged", { cause });
  }
  throw new StartFault("damaged");
}
