import { html, nothing, type TemplateResult } from "lit";
import type { Page } from "../page.js";
import type { Notice } from "../ui_state.js";
import { t } from "../text/messages.js";

/** For as long a press was meant for the notice before. */
const SWAPPED_MS = 400;

/** What is not saved, what else failed, what the person has just done, what waits for an answer, what is worth knowing. */
const rank = ({ tone, waits }: Notice): number =>
  tone === "warning" ? (waits ? 0 : 1) : tone === "success" ? 2 : waits ? 3 : 4;

/** Most urgent first, the newest first among its like. */
const sorted = (list: Notice[]): Notice[] => [...list].reverse().sort((one, other) => rank(one) - rank(other));

/**
 * The notices, at the foot: nothing comes in above what a person is about to press. One shows at a time. One that comes up
 * takes its place if it is as urgent, or tells what was just done, whose undo must be at hand. `held`, while the focus is
 * in a notice, it does so later; while a dialog is open, where no screen reader would tell it, it is not here yet.
 */
export function notices(page: Page, all: Notice[], held: boolean): TemplateResult {
  const { dialog, told } = page.ui;
  const list = sorted(dialog ? all.filter(({ id }) => told.known.has(id)) : all);
  const fresh = held || dialog ? undefined : list.find(({ id }) => !told.known.has(id));
  const stays = list.find(({ id }) => id === told.id) ?? list[fresh ? 0 : told.at] ?? list[0];
  const one = fresh && stays && (fresh.tone === "success" || rank(fresh) <= rank(stays)) ? fresh : stays;
  if (!held && !dialog) told.known = new Set(list.map(({ id }) => id));
  if (one) {
    if (one.id !== told.id) told.since = told.id ? performance.now() : -SWAPPED_MS;
    told.at = list.indexOf(one);
  }
  told.id = one?.id;
  const turn = (): void => {
    told.id = list[(told.at + 1) % list.length]?.id;
    told.since = performance.now();
    page.refresh();
  };
  return html`<div class="notices" role=${one ? "region" : nothing} aria-label=${one ? t("notice.label") : nothing}>
    <div aria-live="polite">${one ? notice(page, one, list.length, turn) : nothing}</div>
  </div>`;
}

export const notice = (page: Page, one: Notice, of = 1, turn?: () => void): TemplateResult => {
  const { told } = page.ui;
  const unswapped = (act: () => void) => (): void => {
    if (performance.now() - told.since > SWAPPED_MS) act();
  };
  return html`<div class="notice ${one.waits ? "waits" : one.slim ? "slim" : ""}" data-tone=${one.tone}>
    <p>${one.text}</p>
    <div class="buttons">
      ${(one.actions ?? []).map(
        ({ label, act }) => html`<button type="button" class="small" @click=${unswapped(act)}>${label}</button>`,
      )}
      ${
        one.lasting
          ? nothing
          : html`<button type="button" class="plain small" @click=${unswapped(() => page.dismiss(one.id))}>
              ${t("notice.dismiss")}
            </button>`
      }
      ${
        of > 1
          ? html`<span class="figure">${t("notice.at", { at: told.at + 1, of })}</span>
              <button type="button" class="plain small" id="notice-more" @click=${turn}>${t("notice.next")}</button>`
          : nothing
      }
    </div>
  </div>`;
};
