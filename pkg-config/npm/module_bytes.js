// The module's bytes, fetched once for the calls and the element together.
import { fault } from "./fault.js";

/** From beside this file; where another tool moved the file away from the module, from the copy that is a script. */
export default /* @__PURE__ */ once(
  () => beside(() => new URL("core_bg.wasm", import.meta.url)),
  async () => (await import("./inline_bytes.js")).inlineBytes(),
);

/** The second module. */
export const deferredBesideThis = /* @__PURE__ */ once(
  () => beside(() => new URL("deferred_bg.wasm", import.meta.url)),
  async () => (await import("./deferred_inline_bytes.js")).deferredInlineBytes(),
);

/** The third. */
export const exchangeBesideThis = /* @__PURE__ */ once(
  () => beside(() => new URL("exchange_bg.wasm", import.meta.url)),
  async () => (await import("./exchange_inline_bytes.js")).exchangeInlineBytes(),
);

function once(first, copy) {
  let bytes;
  return () =>
    (bytes ??= first()
      .catch(async (cause) => {
        try {
          return await copy();
        } catch {
          throw cause;
        }
      })
      .catch((error) => {
        bytes = undefined;
        throw error;
      }));
}

async function beside(place) {
  const address = place();
  // A file is not fetched: not by a browser, and not by Node.
  if (address.protocol === "file:") throw fault("damaged", address.href, `${address.href} cannot be fetched`);
  return bytesOf(address);
}

/** What the caller says the module is: bytes, a compiled module, an answer, an address, or a promise of one of them. */
export async function bytesOf(source) {
  const given = await source;
  if (typeof WebAssembly === "object" && given instanceof WebAssembly.Module) return given;
  if (given instanceof ArrayBuffer || ArrayBuffer.isView(given)) return given;
  const address = String(given?.url ?? given);
  let response = given;
  if (typeof given?.arrayBuffer !== "function" || typeof given.ok !== "boolean") {
    try {
      response = await fetch(given);
    } catch (cause) {
      throw fault("damaged", address, `${address} could not be fetched: ${cause.message}`, cause);
    }
  }
  const bytes = new Uint8Array(await response.arrayBuffer());
  // Every module begins with these four.
  if (response.ok && String.fromCharCode(...bytes.subarray(0, 4)) === "\0asm") return bytes;
  const type = response.headers.get("Content-Type") ?? "of no type";
  const start = JSON.stringify(String.fromCharCode(...bytes.subarray(0, 40)));
  throw fault(
    "damaged",
    address,
    `${address} is not the module: ${response.status}, ${type}, ${bytes.length} bytes from ${start}`,
  );
}
