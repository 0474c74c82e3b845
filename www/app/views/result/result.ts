// The result: the verdict, what it rests on and what to do first; then the scores and what follows from them.
import { html, nothing, type TemplateResult } from "lit";
import { headcountField, whose } from "../../components/about.js";
import { ranked } from "../../components/ranked.js";
import type { Page } from "../../page.js";
import { link } from "../../router.js";
import { halves } from "../../text/format.js";
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
    ${verdict(page, true)} ${mustHaves(page)} ${firstActions(page)} ${whose(page, "overall-title")} ${scores(page)} ${page.host?.extras("result", page)}
    ${findings(page)} ${sections(page)} ${estimate(page)}
  </div>`;
}

const sections = (page: Page): TemplateResult => html`<section aria-labelledby="sections-title">
  <h2 id="sections-title">${t("result.sections")}</h2>
  ${ranked(page)}
</section>`;

function estimate(page: Page): TemplateResult {
  const { estimate } = page.store;
  return html`<section aria-labelledby="estimate-title">
    <h2 id="estimate-title">${t("estimate.title")} <span class="tag">${t("estimate.tag")}</span></h2>
    <div class="narrow-field">
      ${headcountField(page, "headcount", t("about.headcount.hint"))}
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
                    </div>
                    <div>
                      <dt>${t("estimate.surveillance")}</dt>
                      <dd class="figure">${halves(estimate.auditDays.surveillance)}</dd>
                      <dd class="quiet">${t("estimate.surveillance.when")}</dd>
                    </div>
                    <div>
                      <dt>${t("estimate.recertification")}</dt>
                      <dd class="figure">${halves(estimate.auditDays.recertification)}</dd>
                      <dd class="quiet">${t("estimate.recertification.when")}</dd>
                    </div>`
                  : nothing
              }
            </dl>
            <p class="small-print">${t("estimate.text")}</p>`
        : html`<p class="quiet">${t(page.report.stages.some((stage) => stage.certifiable) ? "estimate.none" : "verdict.not-certifiable")}</p>`
    }
  </section>`;
}
