import { decode } from "../app/model/wasm.js";
import { deferredModule, provideModule } from "../app/model/deferred_wasm.js";
import { register } from "../app/deferred.js";
import { askCopy, openHeld } from "../app/views/data/copy.js";

provideModule(() => {
  const encoded = document.getElementById("deferred-wasm");
  return decode(encoded?.textContent ?? "", Number(encoded?.dataset["code"]));
});
// A copy of the page is the page's alone: the element has none of its own.
register({ module: deferredModule, copy: { ask: askCopy, openHeld } });
