import { provideTexts } from "../app/model/wasm.js";
import { deferredParts } from "../app/deferred.js";
import { extend } from "../app/text/messages.js";
import "./deferred_module.js";
import "./eager_parts.js";
import messages from "language/element.json";

extend(messages);
const { texts } = deferredParts();
if (texts !== undefined) provideTexts(texts);

export { ReadinessElement } from "./element.js";
export { ReadinessChangeEvent, ReadinessCompleteEvent, ReadinessErrorEvent, ReadinessReadyEvent } from "./events.js";
