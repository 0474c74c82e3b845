export { fill } from "./fill.js";
export { exportAs, exportNames, firstVersion } from "./guarded.js";
