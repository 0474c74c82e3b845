// A user of the element, compiled with --strict: what its typings promise, and what they must refuse.
import {
  ReadinessChangeEvent,
  ReadinessCompleteEvent,
  ReadinessElement,
  ReadinessErrorEvent,
  ReadinessReadyEvent,
  type Shortfall,
} from "iso27001-readiness/element";
import "iso27001-readiness/element/define";
import { ready, wasm } from "iso27001-readiness/inline";

export async function use(): Promise<void> {
  await ready();
  ReadinessElement.wasm = wasm();
  ReadinessElement.define("x-review");
  const element = document.createElement("iso27001-readiness");
  element.assessment = { format: "iso27001-readiness/assessment", version: 1, edition: "2022", portal: 1 };
  element.assessment = element.assessment.trim();
  element.edition = "2013";
  // @ts-expect-error there is no such edition
  element.edition = "2005";
  element.mode = null;
  element.hide = ["learn"];
  element.lock = "A.5.1 documents";
  element.minimums = { "A.5.19": 3 };
  const low: number | undefined = element.report?.overall.low;
  const missing: Shortfall[] = element.shortfalls;
  element.addEventListener("readiness-change", ({ detail }) => detail.overall.low.toFixed(low));
  element.addEventListener("readiness-complete", ({ detail }) => detail.assessment.edition);
  element.addEventListener("readiness-error", ({ detail }) => `${detail.code} ${detail.message}`);
  element.addEventListener(ReadinessReadyEvent.type, () => element.focusRequirement(missing[0]?.id ?? "A.5.1"));
  element.addEventListener("click", () => element.reset());
  document.addEventListener("readiness-change", (event) => event instanceof ReadinessChangeEvent && event.detail.parts);
  const more: unknown[] = [ReadinessCompleteEvent, ReadinessErrorEvent];
  element.setCustomValidity(String(more.length));
  // @ts-expect-error it is computed
  element.report = null;
  await element.print();
}
