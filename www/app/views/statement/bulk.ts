// Changes to many controls at once: reasons of inclusion for the rows shown, and a whole area out.
import { html, type TemplateResult } from "lit";
import { choose, field } from "../../components/field.js";
import { fold } from "../../components/fold.js";
import type { InclusionReason, StatementRow } from "../../model/wasm.js";
import type { Page } from "../../page.js";
import type { Choice } from "../../ui_state.js";
import { t } from "../../text/messages.js";
import { REASONS, ticks } from "./inclusion.js";

/** One reason of inclusion for all that the filters show. */
export function reasons(page: Page, shown: StatementRow[]): TemplateResult {
  const open = shown.filter((row) => row.applicable === true && !page.host?.locks(row.id));
  const key = (reason: InclusionReason): Choice => `statement.bulk.${reason}`;
  return fold(page, "statement/reasons", t("statement.bulk.reasons"), () => {
    const picked = REASONS.filter((reason) => page.ui.choice.get(key(reason)) === "yes");
    const act = (): void => {
      if (picked.length === 0) {
        return page.problems(t("problems.heading"), [
          { message: t("statement.bulk.none"), field: `statement-bulk-${REASONS[0]}` },
        ]);
      }
      const done = page.change(t("change.reasons", { n: open.length }), "", (assessment) => {
        for (const row of open) {
          assessment.justify(row.id, {
            because: REASONS.filter((one) => row.because.includes(one) || picked.includes(one)),
          });
        }
      });
      if (!done) return;
      for (const reason of REASONS) page.ui.choice.delete(key(reason));
      page.announce(t("statement.bulk.done", { n: open.length }));
    };
    return html`<p>${t("statement.bulk.reasons.text", { n: open.length })}</p>
      ${ticks("statement-bulk", picked, page.readonly, (reason, on) => {
        page.ui.choice.set(key(reason), on ? "yes" : "no");
        page.refresh();
      })}
      <button type="button" ?disabled=${open.length === 0} @click=${act}>${t("statement.bulk.reasons.act", { n: open.length })}</button>`;
  });
}

/** A whole area out, with one reason for all its controls. */
export function exclusion(page: Page): TemplateResult {
  const id = "statement-exclude";
  return fold(page, "statement/exclude", t("statement.bulk.exclude"), () => {
    const areas = page.questions.catalog.areas.filter((area) => area.refs[0]?.startsWith("A."));
    const area = areas.find((one) => one.key === page.ui.choice.get("statement.area")) ?? areas[0];
    const act = (): void => {
      if (!area) return;
      const reason = page.ui.typed.get(id) ?? "";
      if (reason.trim() === "") {
        return page.problems(t("problems.heading"), [{ message: t("reason.problem", { id: area.title }), field: id }]);
      }
      if (
        !page.change(
          t("change.area", { area: area.title }),
          "",
          (assessment) => assessment.excludeArea(area.key, reason),
          id,
        )
      )
        return;
      page.ui.typed.delete(id);
      for (const ref of area.refs) page.ui.pending.delete(ref);
      page.announce(t("area.excluded", { n: area.refs.length }));
      page.refresh();
    };
    const n = area?.refs.length ?? 0;
    return html`${choose({
      id: "statement-area",
      label: t("statement.area"),
      value: area?.key ?? "",
      options: areas.map((one) => [one.key, `${one.refs[0]}–${one.refs.at(-1)} ${one.title}`] as const),
      commit: (value) => {
        page.ui.choice.set("statement.area", value);
        page.refresh();
      },
    })}
      ${field(page, { id, label: t("reason.label"), hint: t("reason.hint"), kind: "area", rows: 2, value: "" })}
      <button type="button" @click=${act}>${t("area.exclude.act", { n })}</button>`;
  });
}
