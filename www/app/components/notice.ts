import { html, nothing, type TemplateResult } from "lit";
import type { Page } from "../page.js";
import type { Notice } from "../ui_state.js";
import { t } from "../text/messages.js";

/** What waits for an answer comes first, then what warns. */
const rank = ({ waits, tone }: Notice): number => (waits ? 0 : tone === "warning" ? 1 : 2);

/**
 * The notices, at the foot: nothing comes in above what a person is about to press. Of those that stay one shows at a time,
 * and a button turns to the next.
 */
export function notices(page: Page, list: Notice[]): TemplateResult {
  const lasting = list.filter((one) => one.lasting).sort((one, other) => rank(one) - rank(other));
  const of = lasting.map(({ id }) => id).join();
  // Another set begins with its first again, so that what has just come up is not behind another.
  const turned = page.ui.turned?.of === of ? page.ui.turned.by : 0;
  const first = lasting[turned % lasting.length];
  const turn = (): void => {
    page.ui.turned = { of, by: turned + 1 };
    page.refresh();
  };
  const shown = [...(first ? [first] : []), ...list.filter((one) => !one.lasting)];
  return html`<div class="notices" role=${shown.length > 0 ? "region" : nothing} aria-label=${shown.length > 0 ? t("notice.label") : nothing}>
    <div aria-live="polite">${shown.map((one) => notice(page, one, one.lasting ? lasting.length - 1 : 0, turn))}</div>
  </div>`;
}

export const notice = (page: Page, one: Notice, more = 0, turn?: () => void): TemplateResult =>
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
      ${
        more > 0
          ? html`<button type="button" class="plain small" id="notice-more" @click=${turn}>${t("notice.more", { n: more })}</button>`
          : nothing
      }
    </div>
  </div>`;
