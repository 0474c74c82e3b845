import type { Assessment, Export, ExportName, ExportOptions, Filled, Proposal, TextFormat } from "./core.js";

export type { Export, ExportName, ExportOptions, Filled, FilledCell, KeptCell, TextFormat } from "./core.js";

/**
 * What can be exported. This and `exportAs` need the second module: see `readyDeferred` of `iso27001-readiness`.
 */
export function exportNames(): ExportName[];

/**
 * One export as a file, the same bytes as the page's. The same assessment gives the same bytes everywhere.
 *
 * @param assessment An assessment, or the text of its file.
 */
export function exportAs(name: ExportName, assessment: Assessment | string, options?: ExportOptions): Export;

/**
 * A first version of a document: an outline with organisation, scope and owner as the assessment has them. What is still to
 * be written stands in brackets.
 *
 * @param document The key of a document of the assessment's edition, as `checklist()` lists them.
 * @param assessment An assessment, or the text of its file.
 */
export function firstVersion(
  document: string,
  format: TextFormat,
  assessment: Assessment | string,
  options?: ExportOptions,
): Export;

/**
 * The answers in the very file that a proposal was made of, XLSX or CSV and its kin: in its columns and its words. Nothing else
 * of it changes: of a workbook every other part stays as it is packed, a text keeps its encoding, separator, line ends and
 * quotation marks. No formula is written and none overwritten; what is not answered is not deleted. What the file has no
 * place or word for is named beside the bytes.
 *
 * It needs the third module: see `readyExchange` of `iso27001-readiness`. Rejects with a `ReadinessError`: `wrong-type` for a
 * proposal that `propose` did not give itself, a copy included; `wrong-format` for another file than it was made of, with the
 * first place that says something else, and for one of another kind; or as `readSheets` does.
 *
 * @param bytes The whole file; they stay as they are.
 * @param proposal As `propose` gave it: the columns and words that it was asked for go for this too.
 * @param assessment An assessment, or the text of its file. It may have changed since.
 * @param options The encoding that `readSheets` was told, if it was.
 */
export function fill(
  bytes: ArrayBuffer | ArrayBufferView,
  proposal: Proposal,
  assessment: Assessment | string,
  options?: { encoding?: string },
): Promise<Filled>;
