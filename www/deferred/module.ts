import { decode } from "../app/model/wasm.js";
import { apply, calendar, exportAs, firstVersion, propose, provideModule } from "../app/model/deferred_wasm.js";
import { register } from "../app/deferred.js";

provideModule(() => {
  const encoded = document.getElementById("deferred-wasm");
  return decode(encoded?.textContent ?? "", Number(encoded?.dataset["code"]));
});
register({ module: { apply, calendar, exportAs, firstVersion, propose } });
