// The second module of the crate: what sheets would change, and the exports. It holds no assessment: text goes in, text or a
// file comes out.
import init, * as glue from "readiness-deferred";
import { isTrap, providedTexts } from "./wasm.js";
import type {
  Calendar,
  CalendarOptions,
  Export,
  ExportName,
  ExportOptions,
  Grid,
  Proposal,
  ProposedChange,
  ProposeOptions,
  TextFormat,
} from "./wasm.js";

type Bytes = BufferSource | WebAssembly.Module;

let source: (() => Bytes | Promise<Bytes>) | undefined;
let started: Promise<void> | undefined;

/** Says where the bytes are; they are asked for by the first call. */
export function provideModule(bytes: () => Bytes | Promise<Bytes>): void {
  source ??= bytes;
}

async function start(): Promise<void> {
  await init({ module_or_path: (await source?.()) ?? new Uint8Array() });
  prepare();
}

/** Every fresh instance is given the words of the questionnaire, which plans and OSCAL hold. */
function prepare(): void {
  const texts = providedTexts();
  if (texts !== undefined) glue.provideTexts(texts);
}

/** What failed to start may be tried again; an instance that trapped is replaced, and nothing is lost with it. */
async function run<T>(act: () => T): Promise<T> {
  started ??= start();
  try {
    await started;
  } catch (error) {
    started = undefined;
    throw error;
  }
  try {
    return act();
  } catch (error) {
    if (isTrap(error)) {
      (glue as unknown as { __wbg_reset_state: () => void }).__wbg_reset_state();
      prepare();
    }
    throw error;
  }
}

/** What sheets would change in the assessment of this text. Nothing is changed by it. */
const propose = (text: string, sheets: readonly Grid[], options?: ProposeOptions): Promise<Proposal> =>
  run(() => glue.propose(text, sheets, options));

/** The text of the assessment with these changes of a proposal made: all of them, or a refusal and none. */
const apply = (text: string, changes: readonly ProposedChange[]): Promise<string> =>
  run(() => glue.apply(text, changes));

/** One export of the assessment of this text, as a file. */
const exportAs = (name: ExportName, text: string, options?: ExportOptions): Promise<Export> =>
  run(() => glue.exportAs(name, text, options));

/** A first version of a document of the assessment of this text. */
const firstVersion = (document: string, format: TextFormat, text: string, options?: ExportOptions): Promise<Export> =>
  run(() => glue.firstVersion(document, format, text, options));

/** The way to a certificate, as a calendar file and as steps with their days. */
const calendar = (text: string, options: CalendarOptions): Promise<Calendar> => run(() => glue.calendar(text, options));

/** All that it does, for the scripts that bring it. */
export const deferredModule = { propose, apply, exportAs, firstVersion, calendar };
