import { html, nothing, type TemplateResult } from "lit";
import type { Page } from "../page.js";
import { t } from "../text/messages.js";

/** The one dialog of the page. Escape closes it; focus goes back to where it came from. */
export function dialog(page: Page): TemplateResult {
  const { dialog } = page.ui;
  const close = (): void => {
    page.ui.dialog = null;
    page.refresh();
  };
  // The event comes late: by then another dialog may have been asked for, or be open.
  const closed = ({ target }: Event): void => {
    if (page.ui.dialog === dialog && !(target as HTMLDialogElement).open) close();
  };
  return html`<dialog part="dialog" class=${dialog?.wide ? "wide" : ""} aria-labelledby="dialog-title" @close=${closed}>
    ${
      dialog
        ? html`<h2 id="dialog-title" tabindex="-1">${dialog.title}</h2>
            <div class="dialog-body">${dialog.body()}</div>
            <form method="dialog" class="buttons">
              ${(dialog.actions ?? []).map(
                ({ label, act, tone, stays }) =>
                  html`<button type=${stays ? "button" : "submit"} class=${tone ?? ""} @click=${act}>${label}</button>`,
              )}
              <button class=${dialog.actions ? "plain" : ""} @click=${close}>${dialog.actions ? t("dialog.cancel") : t("dialog.close")}</button>
            </form>`
        : nothing
    }
  </dialog>`;
}
