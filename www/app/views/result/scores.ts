// The score as a range, with its three parts.
import { html, nothing, type TemplateResult } from "lit";
import { confirmedReport } from "../../components/confirmed.js";
import { explainOverall, explainPart } from "../../components/explain.js";
import { bar, score } from "../../components/interval.js";
import { scoreLegend } from "../../components/ranked.js";
import type { Page } from "../../page.js";
import { percent, range } from "../../text/format.js";
import { conformity } from "../../text/labels.js";
import { surrounding, t, tt } from "../../text/messages.js";

export function scores(page: Page): TemplateResult {
  const { overall, parts, coverage } = page.report;
  const sure = confirmedReport(page);
  const whole = coverage.provisional === 0;
  return html`<section class="card headline" aria-labelledby="overall-title">
    <div class="overall">
      <h2 id="overall-title" tabindex="-1">${t("result.overall")}</h2>
      <p>${score(overall, t("result.overall"), () => explainOverall(page), "big", whole)}${whole ? nothing : unconfirmed()}</p>
      ${bar(overall, sure.overall.low)}
      ${ambition(page)}
      <p class="small-print">${meaning(page)}</p>
    </div>
    <div>
      <h3>${t("result.parts")}</h3>
      <dl class="parts">
        ${(["clauses", "controls", "documents"] as const).map(
          (part) => html`<div>
            <dt>${tt(`part.${part}`)}</dt>
            <dd>
              <span>${score(parts[part], tt(`part.${part}`), () => explainPart(page, part), "", whole)}${(parts[part]?.low ?? 0) > (sure.parts[part]?.low ?? 0) ? unconfirmed() : nothing}</span>
              ${bar(parts[part], sure.parts[part]?.low)}
            </dd>
          </div>`,
        )}
      </dl>
      ${scoreLegend(page)}
      <p class="small-print">
        ${t("result.target", { target: conformity(page), name: page.questions.catalog.levels[conformity(page)]?.name ?? "" })}
        ${page.questions.catalog.name}
      </p>
    </div>
  </section>`;
}

const unconfirmed = (): TemplateResult => html` <span class="tag">${t("score.unconfirmed")}</span>`;

/** What the range stands for. */
export function meaning({ report: { overall, coverage } }: Page): string {
  const confirmed = coverage.provisional === 0;
  const [low, high] = [percent(overall.low, confirmed), percent(overall.high, confirmed)];
  if (!confirmed) return t("result.scan", { low, high });
  return overall.low === overall.high ? t("result.exact") : t("result.interval", { low, high });
}

/** The second score of those who want more than conformity. */
function ambition(page: Page): TemplateResult | typeof nothing {
  const own = page.report.ambition;
  if (own === null) return nothing;
  const name = page.questions.catalog.levels[own.target]?.name ?? "";
  const [before, after] = surrounding(t("ambition.title", { target: own.target, name }), "score");
  return html`<p>${before}<strong>${range(own, page.report.coverage.provisional === 0)}</strong>${after}</p>
    <p class="small-print">${t("ambition.text")}</p>`;
}
