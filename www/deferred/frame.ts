import type { ReadinessElement } from "../app/shell.js";
import { extend } from "../app/text/messages.js";
import { Frame } from "../frame/frame.js";
import words from "language/frame.json";

const element = document.querySelector<ReadinessElement>("iso27001-readiness");
if (element && self !== top) {
  extend(words);
  new Frame(element).hello();
}
