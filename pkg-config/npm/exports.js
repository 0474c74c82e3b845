export { exportAs, exportNames } from "./guarded.js";
