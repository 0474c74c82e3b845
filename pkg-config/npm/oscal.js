export { oscalBundle, readOscal } from "./guarded.js";
