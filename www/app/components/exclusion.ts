import { html, nothing, type TemplateResult } from "lit";
import { isControl } from "../model/question_pages.js";
import type { Page } from "../page.js";
import { t } from "../text/messages.js";

/** What an auditor would say of the exclusion of this control, or a justification that one accepts. */
export function exclusionHint(page: Page, id: string): TemplateResult | typeof nothing {
  const control = page.questions.requirements.get(id);
  if (!control || !isControl(control)) return nothing;
  const { exclusion, exclusionText } = control;
  if (exclusion === "often") return html`<p class="exclusion quiet">${t("exclusion.often")} ${exclusionText}</p>`;
  const refused = page.report.requirements.some((one) => one.id === id && one.refused);
  return html`<p class="exclusion warn">
      ${t(exclusion === "never" ? "exclusion.never" : refused ? "exclusion.refused" : "exclusion.rarely")}
    </p>
    <p class="quiet">${exclusionText}</p>`;
}
