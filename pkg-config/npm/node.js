// Started by the first call.
import { bytes, deferredBytes, exchangeBytes } from "./bytes.node.js";
import { startWith } from "./guarded.js";

// Its own bindings and no re-exports, which a bundler would take from where they are made, without what is done here.
export const { Assessment, catalog, ready, readyDeferred, readyExchange, verify } = startWith(
  bytes,
  deferredBytes,
  exchangeBytes,
);
