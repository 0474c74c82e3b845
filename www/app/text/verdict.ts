import type { Report, StageReport } from "../model/wasm.js";
import { tt } from "./messages.js";

/** The must-haves that an audit stage looks at: stage 2 those of both stages. */
const gatesOf = ({ stages }: Report, of: 1 | 2): StageReport["gates"] =>
  stages.filter(({ stage }) => stage <= of).flatMap((stage) => stage.gates);

/** What keeps a stage from being ready; nothing where it is. */
export function missing(report: Report, of: 1 | 2): StageReport["gates"] {
  const state = report.stages.find(({ stage }) => stage === of)?.state ?? "undetermined";
  return gatesOf(report, of).filter((gate) => gate.state === (state === "not-ready" ? "open" : "undetermined"));
}

/** The verdict of a stage in a sentence. */
export function verdictOf(report: Report, of: 1 | 2): string {
  const state = report.stages.find(({ stage }) => stage === of)?.state ?? "undetermined";
  return tt(`verdict.${state}`, { stage: of, n: missing(report, of).length, of: gatesOf(report, of).length });
}
