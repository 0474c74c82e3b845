import { ReadinessElement } from "../element.js";

ReadinessElement.define();

export { ReadinessElement };
