// Started by the first call, as in node.js.
import { bytes, deferredBytes, exchangeBytes } from "./bytes.node.js";
import { fill as fillSpreadsheet } from "./fill.js";
import { startWith } from "./guarded.js";

export const { exportAs, exportNames, firstVersion } = startWith(bytes, deferredBytes, exchangeBytes);
export const fill = (...given) => fillSpreadsheet(...given);
