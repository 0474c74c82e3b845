// The editor of a row of the Statement.
import { html, nothing, type TemplateResult } from "lit";
import { exclusionHint } from "../../components/exclusion.js";
import { choose, field } from "../../components/field.js";
import type { InclusionReason, Level, StatementRow } from "../../model/wasm.js";
import type { Page } from "../../page.js";
import { answerText, dom, requirementLink } from "../../text/labels.js";
import { t } from "../../text/messages.js";
import { REASONS, ticks } from "./inclusion.js";
import { evidence } from "./row_text.js";

export function editor(page: Page, row: StatementRow): TemplateResult {
  const id = dom(row.id);
  const pending = page.ui.pending.has(row.id);
  const locked = page.readonly || page.host?.locks(row.id) === true;
  const { levels } = page.questions.catalog;
  const own = page.file.requirements?.[row.id];
  const answer = (value: string): void => {
    page.ui.pending.delete(row.id);
    if (value === "not-applicable") {
      page.ui.pending.add(row.id);
      page.refresh();
      return page.focusOn(`${id}-reason`);
    }
    page.change(t("change.answer", { id: row.id }), `answer:${row.id}`, (assessment) =>
      value === ""
        ? assessment.clear(row.id)
        : assessment.respond(row.id, value === "unknown" ? value : (Number(value) as Level)),
    );
    page.refresh();
  };
  const toggle = (reason: InclusionReason, on: boolean): void => {
    const because = REASONS.filter((one) => (one === reason ? on : row.because.includes(one)));
    page.change(t("change.note", { id: row.id }), "", (assessment) => assessment.justify(row.id, { because }));
  };
  const noted = (name: "owner" | "note", label: string): TemplateResult =>
    field(page, {
      id: `${id}-${name}`,
      label,
      value: row[name],
      commit: (value) =>
        void page.change(
          t("change.note", { id: row.id }),
          `${name}:${row.id}`,
          (assessment) => assessment.annotate(row.id, { [name]: value }),
          `${id}-${name}`,
        ),
    });
  const excluded = pending || row.applicable === false;
  return html`<div class="pair">
      ${choose({
        id: `${id}-answer`,
        label: t("statement.answer"),
        value: pending ? "not-applicable" : own?.answer === undefined ? "" : String(own.answer),
        disabled: locked,
        options: [
          [
            "",
            row.provisional
              ? t("aside", { text: answerText(page.questions.catalog, row.answer), more: t("statement.scan") })
              : t("answer.none"),
          ],
          ...levels.map((level) => [String(level.level), `${level.level} ${level.name}`] as const),
          ["unknown", t("answer.unknown")],
          ["not-applicable", t("answer.not-applicable")],
        ],
        commit: answer,
      })}
      ${noted("owner", t("notes.owner"))}
    </div>
    ${
      excluded
        ? html`${exclusionHint(page, row.id)}${field(page, {
            id: `${id}-reason`,
            label: t("reason.label"),
            hint: pending ? t("reason.wanted") : t("reason.hint"),
            kind: "area",
            rows: 2,
            value: row.reason,
            commit: (text) => {
              if (text.trim() === "") return;
              if (
                page.change(
                  t("change.exclude", { id: row.id }),
                  `exclude:${row.id}`,
                  (assessment) => assessment.exclude(row.id, text),
                  `${id}-reason`,
                )
              ) {
                page.ui.pending.delete(row.id);
              }
              page.refresh();
            },
          })}`
        : html`${ticks(id, row.because, locked, toggle)}
            ${field(page, {
              id: `${id}-inclusion`,
              label: t("statement.because.note"),
              value: row.inclusionNote,
              commit: (note) =>
                void page.change(
                  t("change.note", { id: row.id }),
                  `inclusion:${row.id}`,
                  (assessment) => assessment.justify(row.id, { note }),
                  `${id}-inclusion`,
                ),
            })}`
    }
    ${noted("note", t("notes.note"))}
    ${row.evidence.length > 0 ? html`<p>${evidence(row)}</p>` : nothing}
    <p><a href=${requirementLink(page.questions, row.id)}>${t("statement.question")}</a></p>`;
}
