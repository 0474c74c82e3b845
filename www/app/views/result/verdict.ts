// The verdict in words, and how certain it is.
import { html, nothing, type TemplateResult } from "lit";
import { coverageText } from "../../components/coverage.js";
import type { Report } from "../../model/wasm.js";
import type { Page } from "../../page.js";
import { t } from "../../text/messages.js";
import { verdictOf } from "../../text/verdict.js";

/** With its reasons: how many must-haves stand in the way, and what stands beside it. */
export function verdict(page: Page, short = false): TemplateResult {
  const { stages, findings } = page.report;
  return html`<div class="verdict">
    ${stages.map((stage) => html`<p><b>${verdictOf(page.report, stage.stage)}</b></p>`)}
    ${page.store.empty ? nothing : html`<p class="quiet certainty">${certainty(page.report)}</p>`}
    ${!short && findings.minor > 0 ? html`<p class="quiet">${t("verdict.minors", { n: findings.minor })}</p>` : nothing}
    ${stages.some(({ certifiable }) => !certifiable) ? html`<p class="quiet">${t("verdict.not-certifiable")}</p>` : nothing}
    ${short ? nothing : html`<p class="quiet">${t("verdict.audits-first")}</p>`}
  </div>`;
}

const certainty = ({ coverage }: Report): string =>
  coverage.answered === 0 && coverage.provisional > 0 ? t("certainty.scan") : coverageText(coverage);
