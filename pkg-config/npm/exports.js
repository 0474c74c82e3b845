export { exportAs, exportNames, firstVersion } from "./guarded.js";
