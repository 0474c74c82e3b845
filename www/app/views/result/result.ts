// The result: the verdict, what it rests on and what to do first; then the scores and what follows from them.
import { html, nothing, type TemplateResult } from "lit";
import { bar } from "../../components/interval.js";
import { fold } from "../../components/fold.js";
import { field } from "../../components/field.js";
import { ranked } from "../../components/ranked.js";
import { table } from "../../components/table.js";
import type { Page } from "../../page.js";
import { link } from "../../router.js";
import { halves, points } from "../../text/format.js";
import { requirementLink } from "../../text/labels.js";
import { t } from "../../text/messages.js";
import { findings } from "./findings.js";
import { firstActions } from "./first_actions.js";
import { mustHaves } from "./must_haves.js";
import { scores } from "./scores.js";
import { verdict } from "./verdict.js";

export function result(page: Page): TemplateResult {
  return html`<div class="result">
    <h1 id="title" class="over" tabindex="-1">${t("nav.result")}</h1>
    ${page.store.empty ? html`<p class="empty">${t("result.empty")} <a href=${link("start")}>${t("nav.start")}</a></p>` : nothing}
    ${verdict(page, true)} ${mustHaves(page)} ${firstActions(page)} ${scores(page)} ${page.host?.extras("result", page)}
    ${findings(page)} ${sections(page)} ${estimate(page)}
  </div>`;
}

const sections = (page: Page): TemplateResult => html`<section aria-labelledby="sections-title">
  <h2 id="sections-title">${t("result.sections")}</h2>
  ${ranked(page)} ${fold(page, "result/points", t("result.points"), () => where(page))}
</section>`;

/** The largest single losses: where work pays. */
function where(page: Page): TemplateResult {
  const { requirements, documents } = page.report;
  const items = [
    ...requirements.map((one) => ({
      name: html`<a href=${requirementLink(page.questions, one.id)}><span class="ref">${one.id}</span> ${page.questions.requirements.get(one.id)?.title}</a>`,
      points: one.points,
    })),
    ...documents.map((one) => ({
      name: html`<a href=${link("documents", one.key)}>${page.questions.documents.get(one.key)?.name}</a>`,
      points: one.points,
    })),
  ];
  const largest = items
    .flatMap((item) => (item.points ? [{ ...item, points: item.points }] : []))
    .filter((item) => item.points.lost > 0)
    .sort((one, other) => other.points.lost - one.points.lost)
    .slice(0, 10);
  return html`<p class="measure-text">${t("result.points.text")}</p>
    ${bar(page.report.overall)}
    ${
      largest.length > 0
        ? table(
            t("result.points.caption"),
            [
              { label: t("explain.requirement") },
              { label: t("points.earned"), figures: true },
              { label: t("points.lost"), figures: true },
            ],
            largest.map((item) => ({ head: item.name, cells: [points(item.points.earned), points(item.points.lost)] })),
          )
        : nothing
    }`;
}

function estimate(page: Page): TemplateResult {
  const { estimate } = page.store;
  const headcount = page.file.organisation?.headcount;
  return html`<section aria-labelledby="estimate-title">
    <h2 id="estimate-title">${t("estimate.title")} <span class="tag">${t("estimate.tag")}</span></h2>
    <div class="narrow-field">
      ${field(page, {
        id: "headcount",
        label: t("about.headcount"),
        hint: t("about.headcount.hint"),
        kind: "number",
        value: headcount === undefined ? "" : String(headcount),
        commit: (value) =>
          void page.change(
            t("change.about"),
            "headcount",
            (assessment) => assessment.setOrganisation({ headcount: value.trim() === "" ? null : Number(value) }),
            "headcount",
          ),
      })}
    </div>
    ${
      estimate
        ? html`<dl class="facts">
              <div>
                <dt>${t("estimate.months")}</dt>
                <dd class="figure">${estimate.months.from}–${estimate.months.to}${estimate.months.andMore ? "+" : ""}</dd>
                <dd class="quiet">
                  ${t("estimate.likely", { low: halves(estimate.months.likely.low), high: halves(estimate.months.likely.high) })}
                </dd>
              </div>
              ${
                estimate.auditDays
                  ? html`<div>
                      <dt>${t("estimate.days")}</dt>
                      <dd class="figure">${halves(estimate.auditDays.total)}</dd>
                      <dd class="quiet">
                        ${t("estimate.split", { one: halves(estimate.auditDays.stage1), two: halves(estimate.auditDays.stage2) })}
                      </dd>
                    </div>`
                  : nothing
              }
              <div>
                <dt>${t("estimate.validity")}</dt>
                <dd class="figure">3</dd>
                <dd class="quiet">${t("estimate.validity.text")}</dd>
              </div>
            </dl>
            <p class="small-print">${t("estimate.text")}</p>`
        : html`<p class="quiet">${t(page.report.stages.some((stage) => stage.certifiable) ? "estimate.none" : "verdict.not-certifiable")}</p>`
    }
  </section>`;
}
