import { decode } from "../app/model/wasm.js";
import { deferredModule, provideModule } from "../app/model/deferred_wasm.js";
import { register } from "../app/deferred.js";

provideModule(() => {
  const encoded = document.getElementById("deferred-wasm");
  return decode(encoded?.textContent ?? "", Number(encoded?.dataset["code"]));
});
register({ module: deferredModule });
