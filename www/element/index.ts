import { provideAdvice } from "../app/core.js";
import { extend } from "../app/text.js";
import messages from "../messages/element.en.json";
import { arrived } from "./arrived.js";

import.meta.glob(["../late/*.ts", "!../late/frame.ts"], { eager: true });
extend(messages);
if (arrived.advice !== undefined) provideAdvice(arrived.advice);

export { ReadinessElement } from "./element.js";
export { ReadinessChangeEvent, ReadinessCompleteEvent, ReadinessErrorEvent, ReadinessReadyEvent } from "./events.js";
