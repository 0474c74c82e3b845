/** Registers `<iso27001-readiness>`; where the name is taken already, nothing happens. */
export { ReadinessElement } from "../element.js";
