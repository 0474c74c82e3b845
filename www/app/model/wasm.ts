// The core: its start from bytes, its end by a trap, and its types.
import init, * as glue from "readiness-core";

export type {
  Action,
  Answer,
  Annotation,
  Area,
  AssessmentFile,
  CarriedOver,
  Catalog,
  ChecklistRow,
  ClauseRequirement,
  Compared,
  Control,
  Coverage,
  DocumentReport,
  DocumentRow,
  DocumentStatus,
  Edition,
  Estimate,
  Calendar,
  CalendarOptions,
  Export,
  ExportName,
  ExportOptions,
  EvidenceLink,
  ColumnRole,
  Finding,
  GateState,
  Grid,
  InclusionReason,
  Interval,
  Kind,
  Level,
  OpenQuestion,
  Plan,
  Points,
  Profile,
  Proposal,
  ProposalNotice,
  ProposalRefusal,
  ProposalWord,
  ProposedChange,
  ProposeOptions,
  ReadinessError,
  Report,
  RequirementReport,
  Response,
  ResultEnvelope,
  ReviewItem,
  Role,
  SectionScore,
  SheetReading,
  Resolution,
  StageReport,
  StageState,
  State,
  StatementRow,
  TextFormat,
  WordMeaning,
} from "readiness-core";
export { Assessment, catalog, readFile } from "readiness-core";

/** What stopped the start; each has its own sentence in the messages. */
export class StartFault extends Error {
  constructor(
    readonly reason: "no-wasm" | "damaged",
    options?: ErrorOptions,
  ) {
    super(reason, options);
  }
}

// Until the texts have come, the catalog has words for the quick scan of 2022 alone; a fresh instance is given them anew.
let texts: string | undefined;
let started = false;
/** Which instance this is: objects of another one must never be touched again. */
export let instanceId = 0;

/** Hands the core the rest of the questionnaire, now or when it has started. */
export function provideTexts(text: string): void {
  texts = text;
  if (started) glue.provideTexts(text);
}

/** The rest of the questionnaire, if it has come. */
export const providedTexts = (): string | undefined => texts;

/** The bytes of the core as they stand in the page, one a character: first a table, then `code` bytes encoded with it, then data. */
export function decode(text: string, code: number): Uint8Array<ArrayBuffer> {
  const table = new Uint8Array(512);
  for (let byte = 0; byte < 256; byte++) table[text.charCodeAt(byte)] = byte;
  const bytes = new Uint8Array(text.length - 256);
  for (let place = 0; place < bytes.length; place++) {
    const character = text.charCodeAt(place + 256);
    bytes[place] = place < code ? (table[character] ?? 0) : character;
  }
  return bytes;
}

/** Starts the core, from its bytes or compiled. */
export async function load(module: BufferSource | WebAssembly.Module): Promise<void> {
  if (typeof WebAssembly !== "object") throw new StartFault("no-wasm");
  try {
    await init({ module_or_path: module });
    started = true;
    if (texts !== undefined) glue.provideTexts(texts);
  } catch (cause) {
    // Bytes that are whole are forbidden by a policy.
    const isWhole = module instanceof WebAssembly.Module || WebAssembly.validate(module);
    throw new StartFault(isWhole ? "no-wasm" : "damaged", { cause });
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
  instanceId += 1;
  if (texts !== undefined) glue.provideTexts(texts);
  return true;
}
