import type { Assessment, Export, ExportName, ExportOptions } from "./core.js";

export type { Export, ExportName, ExportOptions } from "./core.js";

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
