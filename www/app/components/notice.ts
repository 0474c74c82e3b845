import { html, nothing, type TemplateResult } from "lit";
import type { Page } from "../page.js";
import type { Notice } from "../ui_state.js";
import { t } from "../text/messages.js";

/** The notices, at the foot: nothing comes in above what a person is about to press. */
export const notices = (page: Page, list: Notice[]): TemplateResult =>
  html`<div class="notices" role=${list.length > 0 ? "region" : nothing} aria-label=${list.length > 0 ? t("notice.label") : nothing}>
    <div aria-live="polite">${list.map((one) => notice(page, one))}</div>
  </div>`;

export const notice = (page: Page, one: Notice): TemplateResult =>
  html`<div class="notice ${one.waits ? "waits" : one.slim ? "slim" : ""}" data-tone=${one.tone}>
    <p>${one.text}</p>
    <div class="buttons">
      ${(one.actions ?? []).map(
        ({ label, act }) => html`<button type="button" class="small" @click=${act}>${label}</button>`,
      )}
      ${
        one.lasting
          ? nothing
          : html`<button type="button" class="plain small" @click=${() => page.dismiss(one.id)}>
              ${t("notice.dismiss")}
            </button>`
      }
    </div>
  </div>`;
