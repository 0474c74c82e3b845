// The module's bytes out of the text that holds them.
import packed from "./core_bg.inline.js";

export async function inlineBytes() {
  const bytes = Uint8Array.from(atob(packed), (character) => character.charCodeAt(0));
  // Test environments that stand in for a browser lack streams, or have their own; Node is under them.
  const zlib = globalThis.process?.getBuiltinModule?.("node:zlib");
  if (zlib) return new Uint8Array(zlib.gunzipSync(bytes));
  const unpacked = new Response(bytes).body.pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(unpacked).arrayBuffer());
}
