// Scores of clauses and topics, worst first: bars and figures in one table.
import { html, nothing, type TemplateResult } from "lit";
import type { RequirementReport } from "../model/wasm.js";
import type { Page } from "../page.js";
import { t } from "../text/messages.js";
import { confirmedReport } from "./confirmed.js";
import { explainArea, explainSection } from "./explain.js";
import { bar, score } from "./interval.js";
import { table } from "./table.js";
import { theRest } from "./unfold.js";

/** Shown at first. */
const SHOWN = 8;

interface Ranked {
  key: string;
  number: string;
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
          head: html`${one.number ? html`<span class="ref">${one.number}</span> ` : nothing}${one.title}`,
          cells: [
            score(one, `${one.number} ${one.title}`, one.explain, "", one.provisional === 0),
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
  const by = new Map(requirements.map((one) => [one.id, one]));
  const clauses = sections
    .filter(({ id }) => !id.startsWith("A."))
    .map((one) => ({
      ...one,
      key: one.id,
      number: one.id,
      confirmed: sure.sections.find(({ id }) => id === one.id)?.low ?? 0,
      explain: () => explainSection(page, one.id),
    }));
  const topics = areas.flatMap((one) => {
    const refs = page.questions.areas.get(one.key)?.refs ?? [];
    if (!refs[0]?.startsWith("A.")) return [];
    const own = refs.flatMap((id) => by.get(id) ?? []).filter(({ low }) => low !== null);
    const answered = (fits: (one: RequirementReport) => boolean): number =>
      own.filter((requirement) => requirement.answer !== null && fits(requirement)).length;
    return {
      ...one,
      number: "",
      confirmed: sure.areas.find(({ key }) => key === one.key)?.low ?? 0,
      answered: answered(({ provisional }) => !provisional),
      provisional: answered(({ provisional }) => provisional),
      applicable: own.length,
      explain: () => explainArea(page, one.key),
    };
  });
  return [...clauses, ...topics]
    .flatMap((one) => (one.low === null || one.high === null ? [] : [{ ...one, low: one.low, high: one.high }]))
    .sort((one, other) => one.low - other.low || one.high - other.high);
}

export const answeredOf = (of: { answered: number; applicable: number; provisional: number }): string =>
  `${of.answered}/${of.applicable}${of.provisional > 0 ? ` (+${of.provisional})` : ""}`;

/** What the colours of the bars stand for. */
export const scoreLegend = ({ report: { coverage } }: Page): TemplateResult => html`<p class="legend">
  <span><i class="swatch low"></i>${t(coverage.provisional > 0 ? "bar.confirmed" : "bar.low")}</span>
  ${coverage.provisional > 0 ? html`<span><i class="swatch unconfirmed"></i>${t("bar.unconfirmed")}</span>` : nothing}
  <span><i class="swatch high"></i>${t("bar.high")}</span>
</p>`;
