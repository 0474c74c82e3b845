import { html, nothing, type TemplateResult } from "lit";
import { clock, date } from "../text/format.js";
import type { Page } from "../page.js";
import { link } from "../router.js";
import { t } from "../text/messages.js";

/** What is kept where: the draft in this browser, and how old the saved file is. */
export function saveState(page: Page): TemplateResult {
  const { state } = page.draft;
  const tone = state.state === "failed" ? "warning" : state.state === "saved" && state.at ? "good" : "";
  const words =
    state.state === "saved"
      ? state.at
        ? t("save.saved", { time: clock(state.at) })
        : t("save.ready")
      : state.state === "saving"
        ? t("save.saving")
        : state.state === "failed"
          ? t("save.failed")
          : t("save.memory");
  return html`<a class="save" href=${link("data")} data-tone=${tone}><span class="dot" aria-hidden="true"></span
    ><span>${words}</span>${page.store.empty ? nothing : html`<span class="age"><span class="hidden"> </span>${shortAge(page)}</span>`}</a
  >`;
}

/** The same as fileAge in a few words, for the header. */
function shortAge(page: Page): string {
  const { at, changes } = page.draft.file;
  if (at === null) return t("file.short.never");
  const when = date(at.slice(0, 10));
  return changes === 0 ? t("file.short.current", { when }) : t("file.short.older", { when, n: changes });
}

/** The age of the file, which is the master copy. */
export function fileAge(page: Page): TemplateResult | typeof nothing {
  const { at, changes } = page.draft.file;
  if (at === null) return page.store.empty ? nothing : html`${t("file.never")}`;
  return changes === 0
    ? html`${t("file.current", { when: date(at, true) })}`
    : html`${t("file.older", { when: date(at, true), n: changes })}`;
}
