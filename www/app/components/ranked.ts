// Scores of clauses and topics, worst first: bars and figures in one table.
import { html, nothing, type TemplateResult } from "lit";
import { clauseOf } from "../model/question_pages.js";
import type { Report } from "../model/wasm.js";
import type { Page } from "../page.js";
import { t } from "../text/messages.js";
import { confirmedReport } from "./confirmed.js";
import { explainMean, type Ends } from "./explain.js";
import { bar, score } from "./interval.js";
import { table } from "./table.js";
import { theRest } from "./unfold.js";

/** Shown at first. */
const SHOWN = 8;

interface Ranked {
  /** With the number of a clause before it. */
  title: string;
  low: number;
  high: number;
  confirmed: number;
  answered: number;
  provisional: number;
  applicable: number;
  explain: () => void;
}

export function ranked(page: Page): TemplateResult {
  const list = scored(page);
  const shown = page.paper ? list.length : (page.ui.shown.get("ranked") ?? SHOWN);
  return html`${scoreLegend(page)}
    <div class="ranked">
      ${table(
        t("result.sections.caption"),
        [
          { label: t("result.section") },
          { label: t("explain.score"), figures: true },
          { label: t("result.bar") },
          { label: t("result.answered"), figures: true },
        ],
        list.slice(0, shown).map((one) => ({
          head: one.title,
          cells: [
            score(one, one.title, one.explain, "", one.provisional === 0),
            bar(one, one.confirmed),
            answeredOf(one),
          ],
        })),
        true,
      )}
      ${list.length > shown ? theRest(page, "ranked", list.length, list.length - shown) : nothing}
    </div>`;
}

/** Clauses 4 to 10 and the topics of Annex A: the lower end first, then the upper one. */
function scored(page: Page): Ranked[] {
  const { sections, areas, requirements } = page.report;
  const sure = confirmedReport(page);
  const mean = (title: string, ids: string[], of: (report: Report) => Ends): Ranked[] => {
    const { low = null, high = null } = of(page.report) ?? {};
    if (low === null || high === null) return [];
    const held = requirements.filter((one) => ids.includes(one.id) && one.low !== null);
    const answered = held.filter(({ answer }) => answer !== null);
    const provisional = answered.filter((one) => one.provisional).length;
    return [
      {
        title,
        low,
        high,
        confirmed: of(sure)?.low ?? 0,
        answered: answered.length - provisional,
        provisional,
        applicable: held.length,
        explain: () => explainMean(page, title, of, ids),
      },
    ];
  };
  return [
    ...sections
      .filter(({ id }) => !id.startsWith("A."))
      .flatMap(({ id, title }) =>
        mean(
          `${id} ${title}`,
          requirements.map((one) => one.id).filter((one) => clauseOf(one) === id),
          (report) => report.sections.find((one) => one.id === id) ?? null,
        ),
      ),
    ...areas.flatMap(({ key, title }) => {
      const refs = page.questions.areas.get(key)?.refs ?? [];
      return refs[0]?.startsWith("A.")
        ? mean(title, refs, (report) => report.areas.find((one) => one.key === key) ?? null)
        : [];
    }),
  ].sort((one, other) => one.low - other.low || one.high - other.high);
}

export const answeredOf = (of: { answered: number; applicable: number; provisional: number }): string =>
  t(of.provisional > 0 ? "coverage.plus" : "coverage.short", {
    n: of.answered,
    of: of.applicable,
    more: of.provisional,
  });

/** What the colours of the bars stand for. */
export const scoreLegend = ({ report: { coverage } }: Page): TemplateResult => html`<p class="legend">
  <span><i class="swatch low"></i>${t(coverage.provisional > 0 ? "bar.confirmed" : "bar.low")}</span>
  ${coverage.provisional > 0 ? html`<span><i class="swatch unconfirmed"></i>${t("bar.unconfirmed")}</span>` : nothing}
  <span><i class="swatch high"></i>${t("bar.high")}</span>
</p>`;
