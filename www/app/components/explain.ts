import { html, nothing, type TemplateResult } from "lit";
import { isControl } from "../model/question_pages.js";
import type { DocumentReport, Interval, Report, RequirementReport } from "../model/wasm.js";
import { points, range } from "../text/format.js";
import type { Page } from "../page.js";
import { t, tt } from "../text/messages.js";
import { answerText, conformity, qualified } from "../text/labels.js";
import { confirmedReport } from "./confirmed.js";
import { bar } from "./interval.js";
import { table } from "./table.js";

const PARTS = ["clauses", "controls", "documents"] as const;
type Part = (typeof PARTS)[number];

/** What each part weighs in the overall score, of 100. */
const weightsOf = (page: Page): Record<Part, number> => page.questions.catalog.constants.weights;

const figures = (label: string): { label: string; figures: boolean } => ({ label, figures: true });
const columns = (first: string): { label: string; figures?: boolean }[] => [
  { label: first },
  { label: t("explain.answer") },
  figures(t("points.earned")),
  figures(t("points.open")),
  figures(t("points.lost")),
];

const row = (
  head: TemplateResult,
  answer: string,
  of: RequirementReport["points"],
): { head: TemplateResult; cells: string[] } => ({
  head,
  cells: [answer, ...(of ? [points(of.earned), points(of.open), points(of.lost)] : ["–", "–", "–"])],
});

function requirementRows(page: Page, list: RequirementReport[]): TemplateResult {
  return table(
    t("explain.items"),
    columns(t("explain.requirement")),
    list.map((one) =>
      row(
        html`<span class="ref">${one.id}</span> ${page.questions.requirements.get(one.id)?.title}`,
        qualified(answerText(page.questions.catalog, one.answer), one.provisional),
        one.points,
      ),
    ),
  );
}
const documentRows = (page: Page, list: DocumentReport[]): TemplateResult =>
  table(
    t("explain.items"),
    columns(t("explain.document")),
    list
      .filter((one) => one.required)
      .map((one) =>
        row(html`${page.questions.documents.get(one.key)?.name}`, tt(`status.${one.status ?? "none"}`), one.points),
      ),
  );

export type Ends = Interval | { low: number | null; high: number | null } | null;

const lead = (page: Page, of: (report: Report) => Ends, words: string): TemplateResult => {
  const [score, sure] = [of(page.report), of(confirmedReport(page))];
  const scanned = (score?.low ?? 0) > (sure?.low ?? 0);
  return html`<p class="explained"><strong>${range(score, page.report.coverage.provisional === 0)}</strong> ${bar(score, sure?.low ?? 0)}</p>
    ${scanned ? html`<p>${t("explain.scan")}</p>` : nothing}
    <p>${words}</p>
    <p class="quiet">${t("explain.points")}</p>`;
};

const show = (page: Page, title: string, body: () => TemplateResult): void => page.ask({ title, body, wide: true });

export function explainOverall(page: Page): void {
  show(page, t("explain.overall.title"), () => {
    const { overall, parts, coverage } = page.report;
    const weight = weightsOf(page);
    return html`${lead(page, (report) => report.overall, t("explain.overall"))}
    ${table(
      t("explain.parts"),
      [{ label: t("explain.part") }, figures(t("explain.weight")), figures(t("explain.score"))],
      PARTS.map((part) => ({
        head: tt(`part.${part}`),
        cells: [String(weight[part]), range(parts[part], coverage.provisional === 0)],
      })),
    )}
    <p>
      ${t("explain.range", {
        low: points(overall.low),
        open: points(overall.high - overall.low),
        lost: points(10000 - overall.high),
      })}
    </p>`;
  });
}

export function explainPart(page: Page, part: Part): void {
  show(page, tt(`part.${part}`), () => {
    const controls = part === "controls";
    const list = page.report.requirements.filter((one) => {
      const requirement = page.questions.requirements.get(one.id);
      return requirement !== undefined && isControl(requirement) === controls;
    });
    return html`${lead(page, (report) => report.parts[part], tt(`explain.${part}`, { weight: weightsOf(page)[part] }))}
    ${part === "documents" ? documentRows(page, page.report.documents) : requirementRows(page, list)}`;
  });
}

/** A clause or a topic: the mean of what it holds. */
export function explainMean(page: Page, title: string, of: (report: Report) => Ends, ids: string[]): void {
  show(
    page,
    title,
    () => html`${lead(page, of, t("explain.mean", { target: conformity(page) }))}
    ${requirementRows(
      page,
      page.report.requirements.filter(({ id }) => ids.includes(id)),
    )}`,
  );
}
