import { decode } from "../app/model/wasm.js";
import { whole } from "../app/model/shared_functions.js";
import { deferredModule, provideModule } from "../app/model/deferred_wasm.js";
import { register } from "../app/deferred.js";
import { askCopy, openHeld } from "../app/views/data/copy.js";

const bytes = (id: string): Uint8Array => {
  const encoded = document.getElementById(id);
  return decode(encoded?.textContent ?? "", Number(encoded?.dataset["code"]));
};
provideModule(() => whole(bytes("deferred-wasm"), bytes("wasm")));
// A copy of the page is the page's alone: the element has none of its own.
register({ module: deferredModule, copy: { ask: askCopy, openHeld } });
