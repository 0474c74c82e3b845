// Exclusions that a way of working suggests, each to be confirmed with its reason, and what it leaves in force.
import { html, nothing, type TemplateResult } from "lit";
import { field } from "../../components/field.js";
import { fold } from "../../components/fold.js";
import type { Control, StatementRow } from "../../model/wasm.js";
import { isControl } from "../../model/question_pages.js";
import type { Page } from "../../page.js";
import { answerText, dom, qualified, requirementLink } from "../../text/labels.js";
import { t } from "../../text/messages.js";
import { boxes } from "./inclusion.js";
import { stateText } from "./row_text.js";

export const profile = (page: Page, rows: StatementRow[]): TemplateResult =>
  fold(page, "statement/profile", t("statement.profile"), () => {
    const { choice } = page.ui;
    const { profiles } = page.questions.catalog;
    const ticked = profiles.filter(({ key }) => choice.has(`profile.${key}`));
    const suggested = new Set(ticked.flatMap(({ excludes }) => excludes));
    const kept = new Set(ticked.flatMap(({ keeps }) => keeps));
    const of = (ids: Set<string>): StatementRow[] => rows.filter(({ id }) => ids.has(id));
    return html`<p>${t("statement.profile.text")}</p>
      ${boxes({
        id: "profile",
        legend: t("statement.profile.legend"),
        all: profiles,
        picked: ticked.map(({ key }) => key),
        toggle: (key, on) => {
          if (on) choice.set(`profile.${key}`, "yes");
          else choice.delete(`profile.${key}`);
          page.refresh();
        },
      })}
      ${
        ticked.length === 0
          ? nothing
          : html`<h2>${t("statement.profile.suggested")}</h2>
              ${
                suggested.size === 0
                  ? html`<p>${t("statement.profile.none")}</p>`
                  : html`<ul class="suggested">${of(suggested).map((row) => suggestion(page, row))}</ul>`
              }
              <h2>${t("statement.profile.keeps")}</h2>
              <ul class="suggested">${of(kept).map((row) => html`<li>${named(page, row)}<p class="quiet">${why(page, row.id)}</p></li>`)}</ul>`
      }`;
  });

const control = (page: Page, id: string): Control | undefined => {
  const one = page.questions.requirements.get(id);
  return one && isControl(one) ? one : undefined;
};

/** Why it stays: what would have to be true, or, where that is often so, what it means for a small organisation. */
function why(page: Page, id: string): string {
  const of = control(page, id);
  return (of?.exclusion === "often" ? of.smallOrganisations : of?.exclusionText) ?? "";
}

const named = (page: Page, { id, title }: StatementRow): TemplateResult =>
  html`<a href=${requirementLink(page.questions, id)}><span class="ref">${id}</span> ${title}</a>`;

function suggestion(page: Page, row: StatementRow): TemplateResult {
  const id = `${dom(row.id)}-profile` as const;
  if (row.applicable === false || page.host?.locks(row.id)) {
    return html`<li id="${id}-done" tabindex="-1">${named(page, row)} <span class="quiet">${stateText(row.state)}</span></li>`;
  }
  const drafted = control(page, row.id)?.exclusionText ?? "";
  const act = (): void => {
    const reason = page.ui.typed.get(id) ?? drafted;
    if (reason.trim() === "") {
      return page.problems(t("problems.heading"), [{ message: t("reason.problem", { id: row.id }), field: id }]);
    }
    const done = page.change(
      t("change.exclude", { id: row.id }),
      `exclude:${row.id}`,
      (assessment) => assessment.exclude(row.id, reason),
      id,
    );
    if (!done) return;
    page.ui.typed.delete(id);
    page.ui.pending.delete(row.id);
    page.announce(t("statement.profile.done", { id: row.id }));
    page.refresh();
    page.focusOn(`${id}-done`);
  };
  return html`<li>
    ${named(page, row)}
    <span class="quiet">${qualified(answerText(page.questions.catalog, row.answer), row.provisional)}</span>
    ${field(page, { id, label: t("statement.profile.reason", { id: row.id }), quiet: true, kind: "area", rows: 2, value: drafted })}
    <button type="button" class="small" @click=${act}>${t("statement.profile.act", { id: row.id })}</button>
  </li>`;
}
