import type { TemplateResult } from "lit";
import type { Action, Level, Report } from "../core.js";
import {
  bar,
  date,
  dom,
  field,
  html,
  link,
  live,
  nothing,
  points,
  range,
  repeat,
  requirementLink,
  stageMark,
  stateMark,
  t,
  today,
  tt,
} from "../kit.js";
import type { Page } from "../page.js";

const SHOWN = 20;
const FILTERS = ["all", "stage1", "stage2", "overdue", "documents"] as const;

const keyOf = (action: Action): string => (action.kind === "document" ? `document:${action.id}` : action.id);
const late = (action: Action): boolean => action.due !== "" && action.due < today();

export function plan(page: Page): TemplateResult {
  const { actions, questions } = page.store.plan;
  const filter = page.ui.choice.get("plan") ?? "all";
  const fits = (action: Action): boolean =>
    filter === "all" ||
    (filter === "stage1" && action.stage === 1) ||
    (filter === "stage2" && action.stage === 2) ||
    (filter === "overdue" && late(action)) ||
    (filter === "documents" && action.kind === "document");
  const list = actions.filter(fits);
  const shown = page.ui.shown.get("plan") ?? SHOWN;
  const waiting = questions.filter((one) => one.gates.length > 0);
  return html`<div class="head">
      <h1 id="title" tabindex="-1">${t("plan.title")}</h1>
      <p class="measure-text">${t("plan.text", { name: `${page.report.target} ${page.book.catalog.levels[page.report.target]?.name ?? ""}` })}</p>
    </div>
    ${page.late.exports?.take(page, ["workbook", "plan", "gaps"]) ?? nothing}
    ${actions.length === 0 ? html`<p class="empty">${t("plan.none")} <a href=${link("assess")}>${t("nav.assess")}</a></p>` : whatIf(page, actions)}
    ${
      actions.length === 0
        ? nothing
        : html`<div class="chips" role="group" aria-label=${t("find.filter")}>
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
                  ${tt(`plan.filter.${name}`)}
                </button>`,
              )}
            </div>
            <table class="table plan" role="table">
              <caption>
                ${t("plan.caption", { n: list.length })}
              </caption>
              <thead role="rowgroup">
                <tr role="row">
                  ${(["if", "action", "gain", "effort", "owner", "due"] as const).map(
                    (name) =>
                      html`<th scope="col" role="columnheader" class=${name === "gain" ? "figures" : ""}>${tt(`plan.column.${name}`)}</th>`,
                  )}
                </tr>
              </thead>
              <tbody role="rowgroup">
                ${repeat(list.slice(0, shown), keyOf, (action) => row(page, action))}
              </tbody>
            </table>
            ${
              list.length > shown
                ? html`<p>
                    <button
                      type="button"
                      @click=${() => {
                        page.ui.shown.set("plan", shown + SHOWN);
                        page.refresh();
                      }}
                    >
                      ${t("plan.more", { n: list.length - shown })}
                    </button>
                  </p>`
                : nothing
            }`
    }
    ${
      questions.length > 0
        ? html`<section aria-labelledby="waiting-title">
            <h2 id="waiting-title">${t("plan.questions")}</h2>
            <p class="measure-text">${t("plan.questions.text", { n: questions.length, gates: waiting.length })}</p>
            <ul class="plain-list columns-list">
              ${(waiting.length > 0 ? waiting : questions).slice(0, 24).map(
                (one) => html`<li>
                  ${
                    one.kind === "document"
                      ? html`<a href=${link("documents", one.id)}>${one.title}</a>`
                      : html`<a href=${requirementLink(page.book, one.id)}><span class="ref">${one.id}</span> ${one.title}</a>`
                  }
                </li>`,
              )}
            </ul>
          </section>`
        : nothing
    }`;
}

function row(page: Page, action: Action): TemplateResult {
  const key = keyOf(action);
  const id = dom(key);
  const gates = new Map(page.book.catalog.gates.map((gate) => [gate.id, gate.title]));
  const set =
    (name: "owner" | "due") =>
    (value: string): void =>
      void page.change(
        t("change.note", { id: action.kind === "document" ? action.title : action.id }),
        `${name}:${key}`,
        (assessment) =>
          action.kind === "document"
            ? assessment.setDocument(action.id, action.status, { [name]: value })
            : assessment.annotate(action.id, { [name]: value }),
        `${id}-plan-${name}`,
      );
  return html`<tr role="row" data-stage=${action.stage ?? nothing}>
    <td role="cell" data-label=${t("plan.column.if")}>
      <input
        type="checkbox"
        id="${id}-raise"
        aria-label=${t("plan.raise", { name: action.kind === "document" ? action.title : `${action.id} ${action.title}` })}
        .checked=${live(page.ui.raised.has(key))}
        @change=${(event: Event) => {
          if ((event.target as HTMLInputElement).checked) page.ui.raised.add(key);
          else page.ui.raised.delete(key);
          page.refresh();
        }}
      />
    </td>
    <th scope="row" role="rowheader">
      ${
        action.kind === "document"
          ? html`<a href=${link("documents", action.id)}>${action.title}</a> <span class="quiet">${tt(`status.${action.status ?? "none"}`)}</span>`
          : html`<a href=${requirementLink(page.book, action.id)}><span class="ref">${action.id}</span> ${action.title}</a>`
      }
      <p>${action.nextStep}</p>
      ${
        action.gates.length > 0
          ? html`<p class="quiet">${t("plan.gate", { stage: action.stage ?? 1 })} ${action.gates.map((gate) => gates.get(gate) ?? gate).join("; ")}</p>`
          : nothing
      }
    </th>
    <td role="cell" class="figures" data-label=${t("plan.column.gain")}>+${points(action.gain)}</td>
    <td role="cell" data-label=${t("plan.column.effort")}>${tt(`effort.short.${action.effort}`)}</td>
    <td role="cell" data-label=${t("plan.column.owner")}>
      ${field(page, { id: `${id}-plan-owner`, label: `${t("notes.owner")} ${action.id}`, quiet: true, value: action.owner, commit: set("owner") })}
    </td>
    <td role="cell" data-label=${t("plan.column.due")} data-empty=${action.kind === "document" ? "" : nothing}>
      ${
        action.kind === "document"
          ? nothing
          : html`${field(page, { id: `${id}-plan-due`, label: `${t("notes.due")} ${action.id}`, quiet: true, kind: "date", value: action.due, commit: set("due") })}
            ${late(action) ? html`<p class="error">${t("plan.overdue", { when: date(action.due) })}</p>` : nothing}`
      }
    </td>
  </tr>`;
}

const raise =
  (page: Page, keys: Iterable<string>) =>
  (assessment: Parameters<Parameters<Page["change"]>[2]>[0]): void => {
    for (const key of keys) {
      if (key.startsWith("document:")) assessment.setDocument(key.slice(9), "in-force");
      else assessment.respond(key, page.report.target as Level);
    }
  };

/** Shows on a copy where the chosen actions would lead. */
function whatIf(page: Page, actions: Action[]): TemplateResult {
  const open = new Set(actions.map(keyOf));
  for (const key of page.ui.raised) if (!open.has(key)) page.ui.raised.delete(key);
  const { raised } = page.ui;
  const then: Report =
    raised.size === 0
      ? page.report
      : page.store.try((copy) => {
          raise(page, raised)(copy);
          return copy.report();
        });
  const now = page.report;
  const changed = now.stages.flatMap((stage, at) =>
    stage.gates.flatMap((gate, index) => {
      const after = then.stages[at]?.gates[index];
      return after && after.state !== gate.state ? [{ ...after, before: gate.state }] : [];
    }),
  );
  const take = (fits: (action: Action) => boolean): void => {
    for (const action of actions.filter(fits)) raised.add(keyOf(action));
    page.refresh();
  };
  return html`<section class="card whatif" aria-labelledby="whatif-title">
    <h2 id="whatif-title">${t("whatif.title")}</h2>
    ${
      raised.size === 0
        ? html`<p>${t("whatif.text")}</p>`
        : html`<div class="before-after">
            <div>
              <p class="quiet">${t("whatif.now")}</p>
              <p class="figure strong">${range(now.overall)}</p>
              ${bar(now.overall)}
            </div>
            <div>
              <p class="quiet">${t("whatif.then", { n: raised.size })}</p>
              <p class="figure strong">${range(then.overall)}</p>
              ${bar(then.overall)}
            </div>
            <div>
              ${then.stages.map((stage) => html`<p class="stage-line"><span>${tt(`stage.${stage.stage}`)}</span> ${stageMark(stage.state)}</p>`)}
            </div>
          </div>
          ${
            changed.length > 0
              ? html`<ul class="plain-list gate-moves">
                  ${changed.map((gate) => html`<li>${stateMark(gate.state)} ${gate.title} <span class="quiet">${t("whatif.before", { state: tt(`state.${gate.before}`) })}</span></li>`)}
                </ul>`
              : html`<p class="quiet">${t("whatif.no-gate")}</p>`
          }`
    }
    <p class="buttons">
      ${
        raised.size === 0
          ? html`<button type="button" class="small" @click=${() => take((action) => action.stage === 1)}>${t("whatif.stage1")}</button>
              <button type="button" class="small" @click=${() => take((action) => action.stage !== null)}>${t("whatif.gates")}</button>
              <button type="button" class="small" @click=${() => take((action) => action.effort === "S")}>${t("whatif.small")}</button>`
          : html`<button
                type="button"
                class="primary"
                ?disabled=${page.readonly}
                @click=${() => {
                  const keys = [...raised];
                  if (!page.change(t("change.raise", { n: keys.length }), "", raise(page, keys))) return;
                  raised.clear();
                  page.announce(t("whatif.done", { n: keys.length }));
                }}
              >
                ${t("whatif.commit", { n: raised.size })}
              </button>
              <button
                type="button"
                @click=${() => {
                  raised.clear();
                  page.refresh();
                }}
              >
                ${t("whatif.clear")}
              </button>`
      }
    </p>
  </section>`;
}
