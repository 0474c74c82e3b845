import advice from "./advice.en.js";
import load, { provideAdvice } from "./core.js";
import packed from "./core_bg.inline.js";

export { Assessment, catalog, verify } from "./core.js";

let started;

export async function wasm() {
  const bytes = Uint8Array.from(atob(packed), (character) => character.charCodeAt(0));
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(unpacked).arrayBuffer());
}

export function ready() {
  started ??= load({ module_or_path: wasm() }).then(
    () => provideAdvice(advice),
    (error) => {
      started = undefined;
      throw error;
    },
  );
  return started;
}
