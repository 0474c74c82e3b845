// The plan as one table: what to do, what it gains, who does it by when.
import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { dense, openRow, type DenseRow } from "../../components/dense.js";
import { field } from "../../components/field.js";
import { unfold } from "../../components/unfold.js";
import type { Action, OpenQuestion } from "../../model/wasm.js";
import type { Page } from "../../page.js";
import { link } from "../../router.js";
import { date, points, today } from "../../text/format.js";
import { conformity, dom, levelText, nameIn, userText } from "../../text/labels.js";
import { longList } from "../../text/long_list.js";
import { t, tt } from "../../text/messages.js";
import { keyOf, named, provisionalIn } from "./named.js";
import { wayTo } from "./way.js";
import { movement, outcome, whatIf } from "./what_if.js";
import type { RowId } from "../../ui_state.js";

/** Actions shown at first. */
const SHOWN = 25;
/** Open questions listed; the rest is a number. */
const ASKED = 24;
const FILTERS = ["all", "stage1", "stage2", "overdue", "documents"] as const;

const late = (action: Action): boolean => action.due !== "" && action.due < today();

export function plan(page: Page): TemplateResult {
  const { actions, awaited, questions } = page.store.plan;
  const filter = page.ui.choice.get("plan") ?? "all";
  const fits = (action: Action): boolean =>
    filter === "all" ||
    (filter === "stage1" && action.stage === 1) ||
    (filter === "stage2" && action.stage === 2) ||
    (filter === "overdue" && late(action)) ||
    (filter === "documents" && action.kind === "document");
  const open = openRow(page, "plan");
  // The row that is open stays, whatever becomes of it under the hand.
  const list = actions.filter((action) => keyOf(action) === open || fits(action));
  // What is late longest comes first among what is late.
  if (filter === "overdue") list.sort((one, other) => one.due.localeCompare(other.due));
  const overdue = actions.filter(late).length;
  const { shown, more } = unfold(page, {
    name: "plan",
    list,
    step: SHOWN,
    focus: (action) => `${dom(keyOf(action))}-raise`,
    always: (action) => keyOf(action) === open,
  });
  const then = outcome(page, actions);
  return html`<div class="dense-head">
      <div class="toolbar"><h1 id="title" tabindex="-1">${t("plan.title")}</h1></div>
      ${actions.length === 0 ? nothing : filters(page, filter, overdue, list.length)}
    </div>
    ${
      actions.length === 0
        ? html`<p class="empty">${t("plan.none")} <a href=${link("assess")}>${t("nav.assess")}</a></p>`
        : html`<div>
              ${dense(page, {
                name: "plan",
                caption: t("plan.caption", { n: list.length }),
                quiet: true,
                columns: (["action", "stage", "gain", "effort", "owner", "due"] as const).map((name) => ({
                  label: tt(`plan.column.${name}`),
                  bare: name === "stage",
                  stays: name === "stage",
                })),
                groups: [{ title: "", rows: shown.map((action) => row(page, action)) }],
              })}
              ${more}
              ${
                page.ui.raised.size === 0
                  ? nothing
                  : html`<p class="moving no-print">
                      <span>${movement(page, then)}</span>
                      <button type="button" class="small" @click=${() => page.focusOn("whatif-title")}>${t("whatif.show")}</button>
                    </p>`
              }
            </div>
            ${whatIf(page, actions, then)}`
    }
    ${wayTo(page)} ${page.deferred.exports?.calendar(page) ?? nothing}
    ${
      questions.length + awaited.length > 0
        ? html`<section aria-labelledby="waiting-title">
            <h2 id="waiting-title">${t("plan.questions")}</h2>
            <p class="measure-text">
              ${questions.length > 0 ? t("plan.questions.text", { n: questions.length }) : nothing}
              ${awaited.length > 0 ? t("plan.questions.gates", { n: awaited.length }) : nothing}
            </p>
            ${asked(page, awaited.length > 0 ? awaited : questions)}
          </section>`
        : nothing
    }
    ${page.deferred.exports?.buttons(page, ["workbook", "plan", "gaps"]) ?? nothing}
    <p class="measure-text">${t("plan.text", { name: levelText(page, conformity(page)) })}</p>`;
}

function filters(page: Page, filter: string, overdue: number, n: number): TemplateResult {
  return html`<div class="toolbar no-print">
    <div class="chips" role="group" aria-label=${t("find.filter")}>
      ${FILTERS.map(
        (name) => html`<button
          type="button"
          class="chip"
          aria-pressed=${filter === name ? "true" : "false"}
          @click=${() => {
            page.ui.choice.set("plan", name);
            page.ui.shown.delete("plan");
            page.refresh();
          }}
        >
          ${tt(`plan.filter.${name}`)}${name === "overdue" && overdue > 0 ? html` <span class="count">${overdue}</span>` : nothing}
        </button>`,
      )}
    </div>
    <button type="button" class="plain small" @click=${() => page.focusOn("whatif-title")}>${t("whatif.title")}</button>
    <span class="quiet">${t("plan.caption", { n })}</span>
  </div>`;
}

/** The first of the questions, and how many follow. */
function asked(page: Page, questions: OpenQuestion[]): TemplateResult {
  const provisional = provisionalIn(page);
  const rest = questions.length - ASKED;
  return html`<ul class="plain-list columns-list">
      ${questions
        .slice(0, ASKED)
        .map(
          (one) =>
            html`<li>${named(page, one)} ${provisional.has(one.id) ? html`<span class="quiet">${t("way.confirm")}</span>` : nothing}</li>`,
        )}
    </ul>
    ${rest > 0 ? html`<p class="quiet">${t("more.n", { n: rest })} <a href=${link("assess")}>${t("nav.assess")}</a></p>` : nothing}`;
}

function row(page: Page, action: Action): DenseRow {
  const key = keyOf(action);
  const id = dom(key);
  const raised = page.ui.raised.has(key);
  const title = action.kind === "document" ? action.title : `${action.id} ${nameIn(page.questions, action)}`;
  return {
    key,
    id,
    from: [JSON.stringify(action), raised],
    before: html`<input
      type="checkbox"
      id="${id}-raise"
      aria-label=${t("plan.raise", { name: title })}
      .checked=${live(raised)}
      @change=${(event: Event) => {
        if ((event.target as HTMLInputElement).checked) page.ui.raised.add(key);
        else page.ui.raised.delete(key);
        page.announce(movement(page, outcome(page, page.store.plan.actions)));
      }}
    />`,
    name: html`<span>${action.step} <span class="quiet">${title}</span></span>`,
    cells: [
      action.stage === null ? "" : t("plan.blocks", { stage: action.stage }),
      `+${points(action.gain)}`,
      tt(`effort.short.${action.effort}`),
      action.owner === "" ? "" : userText(action.owner),
      action.due === ""
        ? ""
        : html`<span class=${late(action) ? "error" : ""}>${late(action) ? t("plan.overdue", { when: date(action.due) }) : date(action.due)}</span>`,
    ],
    details: () => details(page, action, id),
  };
}

function details(page: Page, action: Action, id: RowId): TemplateResult {
  const key = keyOf(action);
  const gates = new Map(page.questions.catalog.gates.map((gate) => [gate.id, gate.title]));
  const set =
    (name: "owner" | "due") =>
    (value: string): void =>
      void page.change(
        t("change.note", { id: action.kind === "document" ? action.title : action.id }),
        `${name}:${key}`,
        (assessment) =>
          action.kind === "document"
            ? // The status as it is now: another tab may have set it since this was drawn.
              assessment.setDocument(action.id, page.file.documents?.[action.id]?.status ?? null, { [name]: value })
            : assessment.annotate(action.id, { [name]: value }),
        `${id}-plan-${name}`,
      );
  return html`<p>${named(page, action)} ${action.kind === "document" ? html`<span class="quiet">${tt(`status.${action.status ?? "none"}`)}</span>` : nothing}</p>
    ${
      action.gates.length > 0
        ? html`<p class="quiet">${t("plan.gate", { stage: action.stage ?? 1, titles: longList(action.gates.map((gate) => gates.get(gate) ?? gate)) })}</p>`
        : nothing
    }
    <div class="pair">
      ${field(page, { id: `${id}-plan-owner`, label: t("notes.owner"), value: action.owner, commit: set("owner") })}
      ${action.kind === "document" ? nothing : field(page, { id: `${id}-plan-due`, label: t("notes.due"), kind: "date", value: action.due, commit: set("due") })}
    </div>`;
}
