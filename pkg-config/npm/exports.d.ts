import type { Assessment, Export, ExportName, ExportOptions, TextFormat } from "./core.js";

export type { Export, ExportName, ExportOptions, TextFormat } from "./core.js";

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
