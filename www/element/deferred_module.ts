// The second module, for all elements of a page, from wherever it is.
import { bytesOf, deferredBesideThis } from "readiness-module-bytes";
import { deferredModule, provideModule } from "../app/model/deferred_wasm.js";
import { register } from "../app/deferred.js";
import { ReadinessElement } from "./element.js";

provideModule(() => {
  const { deferredWasm } = ReadinessElement;
  return deferredWasm === undefined ? deferredBesideThis() : bytesOf(deferredWasm);
});
register({ module: deferredModule });
