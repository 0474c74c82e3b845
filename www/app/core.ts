import init, * as glue from "readiness-core";

export type {
  Action,
  Answer,
  Annotation,
  Area,
  AssessmentFile,
  Catalog,
  ChecklistRow,
  ClauseRequirement,
  Control,
  Coverage,
  DocumentReport,
  DocumentRow,
  DocumentStatus,
  Edition,
  Estimate,
  EvidenceLink,
  Finding,
  GateState,
  InclusionReason,
  Interval,
  Kind,
  Level,
  OpenQuestion,
  Plan,
  Points,
  ReadinessError,
  Report,
  RequirementReport,
  Response,
  SectionScore,
  StageReport,
  StageState,
  State,
  StatementRow,
} from "readiness-core";
export { Assessment, catalog, readFile } from "readiness-core";

/** What stopped the start; each has its own sentence in the messages. */
export class StartFault extends Error {
  constructor(
    readonly reason: "no-wasm" | "no-decompression" | "damaged",
    options?: ErrorOptions,
  ) {
    super(reason, options);
  }
}

/** Starts the core from the base64 of its gzipped bytes, as they stand in the page. */
export async function load(encoded: string): Promise<void> {
  if (typeof WebAssembly !== "object") throw new StartFault("no-wasm");
  if (typeof DecompressionStream !== "function") throw new StartFault("no-decompression");
  let bytes: ArrayBuffer;
  try {
    const packed = Uint8Array.from(atob(encoded.trim()), (character) => character.charCodeAt(0));
    bytes = await new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
  } catch (cause) {
    throw new StartFault("damaged", { cause });
  }
  try {
    await init({ module_or_path: bytes });
  } catch (cause) {
    // A policy that forbids wasm throws a CompileError just as broken bytes do; the bytes come with the page, so the policy it is.
    throw new StartFault("no-wasm", { cause });
  }
}

/** A trap leaves the instance unusable for good; so does a stack that overflowed inside it. */
export const isTrap = (error: unknown): boolean =>
  error instanceof WebAssembly.RuntimeError ||
  error instanceof RangeError ||
  (error instanceof Error && error.name === "InternalError");

export const isReadinessError = (error: unknown): error is glue.ReadinessError =>
  error instanceof Error && error.name === "ReadinessError";

/** Throws the instance away and makes a fresh one from the compiled module. Every object of the old one is dead. */
export function rebuild(): boolean {
  const reset = (glue as Record<string, unknown>)["__wbg_reset_state"];
  if (typeof reset !== "function") return false;
  reset();
  return true;
}
