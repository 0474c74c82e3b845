import type {
  Assessment,
  AssessmentFile,
  Catalog,
  ChecklistRow,
  Estimate,
  Plan,
  Report,
  Response,
  StatementRow,
} from "../app/model/wasm.js";
import { nameOf } from "./name.js";

/** Words in the reader's language, and figures as the page writes them. */
export interface Words {
  t: (key: string, values?: Record<string, string | number>) => string;
  range: (score: { low: number | null; high: number | null } | null) => string;
}

/** All that an export is made of. No clock: the same assessment gives the same bytes. */
export interface Source {
  /** Canonical text of the assessment. */
  text: string;
  file: AssessmentFile;
  catalog: Catalog;
  report: Report;
  statement: StatementRow[];
  plan: Plan;
  checklist: ChecklistRow[];
  estimate: Estimate | null;
  /** The result envelope, where the core makes one. */
  result: unknown;
  /** Version of the crate, and so of the questionnaire. */
  version: string;
  anonymous: boolean;
}

export function gather(assessment: Assessment, catalog: Catalog, version: string, anonymous = false): Source {
  const text = assessment.toJSON();
  const { result } = assessment as { result?: () => unknown };
  return {
    text,
    file: JSON.parse(text) as AssessmentFile,
    catalog,
    report: assessment.report(),
    statement: assessment.soa(),
    plan: assessment.plan(),
    checklist: assessment.checklist(),
    estimate: assessment.estimate(),
    result: typeof result === "function" ? result.call(assessment) : null,
    version,
    anonymous,
  };
}

/** Where the figures come from: on every export. */
export const basis = ({ catalog, report, version }: Source, { t }: Words): string =>
  [catalog.name, t("exports.method", { method: report.method }), t("exports.questionnaire", { version })].join("; ");

function bare<T extends object>(
  entries: Record<string, T> | undefined,
  keep: (entry: T) => object,
): Record<string, object> {
  const kept = Object.entries(entries ?? {}).map(([id, entry]) => [id, keep(entry)] as const);
  return Object.fromEntries(kept.filter(([, entry]) => Object.keys(entry).length > 0));
}

/**
 * The assessment without anything that people typed. What is kept is listed, so that a key that is not known here is
 * left out as well. An exclusion needs a reason: `withheld` stands in for it.
 */
export function anonymised(file: AssessmentFile, withheld: string): string {
  const response = ({ answer, due, inclusion }: Response): object => ({
    ...(answer === undefined ? {} : { answer }),
    ...(answer === "not-applicable" ? { reason: withheld } : {}),
    ...(due ? { due } : {}),
    ...(inclusion?.because?.length ? { inclusion: { because: inclusion.because } } : {}),
  });
  const { format, version, edition, target, modified } = file;
  return JSON.stringify({
    format,
    version,
    edition,
    target,
    ...(modified ? { modified } : {}),
    requirements: bare(file.requirements, response),
    areas: bare(file.areas, response),
    documents: bare(file.documents, ({ status }) => (status ? { status } : {})),
  });
}

/** Beginning of a file's name: who, when. */
export const stem = ({ anonymous, file }: Source, day: string, neutral: string): string =>
  `${anonymous ? neutral : nameOf(file) || "iso27001"}-${day}`;

export interface Made {
  name: string;
  type: string;
  content: string | Uint8Array<ArrayBuffer>;
}
