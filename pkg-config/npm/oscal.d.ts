import type { Assessment, Export, ExportOptions, Grid } from "./core.js";

export type { Export, ExportOptions, Grid } from "./core.js";

/**
 * The OSCAL that other tools import, as one archive (ZIP): catalog, profile, a minimal system security plan and assessment
 * plan, the assessment results, and a plan of action and milestones. Each file names the one that it goes by. This and
 * `readOscal` need the third module: see `readyExchange` of `iso27001-readiness`.
 *
 * @param assessment An assessment, or the text of its file.
 */
export function oscalBundle(assessment: Assessment | string, options?: ExportOptions): Export;

/**
 * What a file of OSCAL says of requirements, as the rows of a sheet for `propose` of an assessment: of assessment results, a
 * system security plan, a component definition or a plan of action and milestones, ours and those of others. What is no
 * such file is refused.
 */
export function readOscal(text: string): Grid;
