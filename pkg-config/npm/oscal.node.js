// Started by the first call, as in node.js.
import { bytes, deferredBytes, exchangeBytes } from "./bytes.node.js";
import { startWith } from "./guarded.js";

export const { oscalBundle, readOscal } = startWith(bytes, deferredBytes, exchangeBytes);
