import { html, nothing, type TemplateResult } from "lit";
import type { Page } from "../page.js";
import type { Notice } from "../ui_state.js";
import { t } from "../text/messages.js";

export const notice = (page: Page, one: Notice): TemplateResult =>
  html`<div class="notice ${one.waits ? "waits" : ""}" data-tone=${one.tone}>
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
