// The report's first page, for those who decide.
import { html, nothing, type TemplateResult } from "lit";
import { confirmedReport } from "../../components/confirmed.js";
import { coverageText } from "../../components/coverage.js";
import { stageMark } from "../../components/icon.js";
import { bar } from "../../components/interval.js";
import type { Page } from "../../page.js";
import { date, halves, overallRange, range, today } from "../../text/format.js";
import { nameIn, userText } from "../../text/labels.js";
import { t, tt } from "../../text/messages.js";
import { meaning } from "../result/scores.js";
import { verdict } from "../result/verdict.js";
import { sealed } from "./sealed.js";

export function management(page: Page, signed: boolean): TemplateResult {
  const { overall, parts, stages, coverage } = page.report;
  const { organisation = {}, assessor = "" } = page.file;
  const { estimate, plan } = page.store;
  const { engine } = sealed(page);
  const facts: [string, string][] = [
    [t("about.scope"), organisation.scope ?? ""],
    [t("about.headcount"), organisation.headcount === undefined ? "" : String(organisation.headcount)],
    [t("about.assessor"), assessor],
    [t("report.date"), date(today())],
    [t("report.standard"), page.questions.catalog.name],
  ];
  return html`<section class="management">
    <p class="over">${t("report.over")}</p>
    <h2>${userText(organisation.name || t("report.unnamed"))}</h2>
    <dl class="about">
      ${facts.map(([name, value]) => (value ? html`<dt>${name}</dt><dd>${userText(value)}</dd>` : nothing))}
    </dl>
    <div class="columns">
      <div>
        <h3>${t("result.overall")}</h3>
        <p class="figure strong">${overallRange(page.report)}</p>
        ${bar(overall, confirmedReport(page).overall.low)}
        <p class="quiet">${coverageText(coverage)}</p>
        <p>${meaning(page)}</p>
        <h3>${t("result.parts")}</h3>
        ${(["clauses", "controls", "documents"] as const).map(
          (part) =>
            html`<p class="stage-line"><span>${tt(`part.${part}`)}</span> <b class="figure">${range(parts[part], coverage.provisional === 0)}</b></p>`,
        )}
        ${
          plan.actions.length > 0
            ? html`<h3>${t("report.first")}</h3>
                <ol>
                  ${plan.actions.slice(0, 5).map((action) => html`<li>${action.step} <span class="quiet">${action.kind === "document" ? action.title : `${action.id} ${nameIn(page.questions, action)}`}</span></li>`)}
                </ol>`
            : nothing
        }
      </div>
      <div>
        <h3>${t("result.stages")}</h3>
        ${verdict(page)}
        ${stages.map((stage) => {
          const open = stage.gates.filter((gate) => gate.state === "open");
          const waiting = stage.gates.filter((gate) => gate.state === "undetermined").length;
          return html`<p class="stage-line"><span>${tt(`stage.${stage.stage}`)}</span> ${stageMark(stage.state)}</p>
            ${
              open.length > 0
                ? html`<p class="quiet">${t("report.open-gates")}</p>
                    <ul class="open-gates">
                      ${open.map((gate) => html`<li>${gate.title}</li>`)}
                    </ul>`
                : nothing
            }
            ${waiting > 0 ? html`<p class="quiet">${t("report.waiting-gates", { n: waiting })}</p>` : nothing}`;
        })}
      </div>
    </div>
    ${
      estimate
        ? html`<p>
            ${t("report.estimate", {
              from: estimate.months.from,
              to: `${estimate.months.to}${estimate.months.andMore ? "+" : ""}`,
              days: estimate.auditDays ? halves(estimate.auditDays.total) : "–",
            })}
          </p>`
        : nothing
    }
    ${signed ? signatures() : nothing}
    <p class="small-print">${t("report.disclaimer", { method: page.report.method, version: engine })}</p>
  </section>`;
}

/** Lines to sign on. */
const signatures = (): TemplateResult => html`<dl class="signatures">
  ${(["assessor", "approver"] as const).map(
    (who) => html`<div>
      <dt>${tt(`report.signed.${who}`)}</dt>
      <dd>${t("report.signed")}</dd>
    </div>`,
  )}
</dl>`;
