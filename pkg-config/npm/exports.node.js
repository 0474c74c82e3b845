// Started by the first call, as in node.js.
import { bytes, deferredBytes } from "./bytes.node.js";
import { startWith } from "./guarded.js";

export const { exportAs, exportNames, firstVersion } = startWith(bytes, deferredBytes);
