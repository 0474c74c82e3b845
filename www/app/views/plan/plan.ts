import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { repeat } from "lit/directives/repeat.js";
import { field } from "../../components/field.js";
import { fold } from "../../components/fold.js";
import { stageMark, stateMark } from "../../components/icon.js";
import { bar } from "../../components/interval.js";
import { unfold } from "../../components/unfold.js";
import type { Action, OpenQuestion, Plan, Report } from "../../model/wasm.js";
import { date, overallRange, points, today } from "../../text/format.js";
import type { Page } from "../../page.js";
import { link } from "../../router.js";
import { t, tt } from "../../text/messages.js";
import { conformity, dom, levelText, nameIn, requirementLink } from "../../text/labels.js";

const SHOWN = 12;
/** Open questions listed; the rest is a number. */
const ASKED = 24;
const FILTERS = ["all", "stage1", "stage2", "overdue", "documents"] as const;

const keyOf = (action: Pick<Action, "id" | "kind">): string =>
  action.kind === "document" ? `document:${action.id}` : action.id;
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
  const list = actions.filter(fits);
  // What is late longest comes first among what is late.
  if (filter === "overdue") list.sort((one, other) => one.due.localeCompare(other.due));
  const overdue = actions.filter(late).length;
  const { shown, more } = unfold(page, {
    name: "plan",
    list,
    step: SHOWN,
    focus: (action) => `${dom(keyOf(action))}-raise`,
  });
  const then = outcome(page, actions);
  return html`<div class="head">
      <h1 id="title" tabindex="-1">${t("plan.title")}</h1>
      <p class="measure-text">${t("plan.text", { name: levelText(page, conformity(page)) })}</p>
    </div>
    ${page.deferred.exports?.buttons(page, ["workbook", "plan", "gaps"]) ?? nothing}
    ${actions.length === 0 ? html`<p class="empty">${t("plan.none")} <a href=${link("assess")}>${t("nav.assess")}</a></p>` : whatIf(page, actions, then)} ${wayTo(page)}
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
                  ${tt(`plan.filter.${name}`)}${name === "overdue" && overdue > 0 ? html` <span class="count">${overdue}</span>` : nothing}
                </button>`,
              )}
            </div>
            <div>
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
                  ${repeat(shown, keyOf, (action) => row(page, action))}
                </tbody>
              </table>
              ${more}
              ${
                page.ui.raised.size === 0
                  ? nothing
                  : html`<p class="moving no-print">
                      <span>${movement(page, then)}</span>
                      <button type="button" class="small" @click=${() => page.focusOn("whatif-title")}>${t("whatif.show")}</button>
                    </p>`
              }
            </div>`
    }
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
    }`;
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

const named = (page: Page, one: Action | OpenQuestion): TemplateResult =>
  one.kind === "document"
    ? html`<a href=${link("documents", one.id)}>${one.title}</a>`
    : html`<a href=${requirementLink(page.questions, one.id)}><span class="ref">${one.id}</span> ${nameIn(page.questions, one)}</a>`;

const provisionalIn = (page: Page): Set<string> =>
  new Set(page.report.requirements.filter((one) => one.provisional).map((one) => one.id));

function row(page: Page, action: Action): TemplateResult {
  const key = keyOf(action);
  const id = dom(key);
  const gates = new Map(page.questions.catalog.gates.map((gate) => [gate.id, gate.title]));
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
        aria-label=${t("plan.raise", { name: action.kind === "document" ? action.title : `${action.id} ${nameIn(page.questions, action)}` })}
        .checked=${live(page.ui.raised.has(key))}
        @change=${(event: Event) => {
          if ((event.target as HTMLInputElement).checked) page.ui.raised.add(key);
          else page.ui.raised.delete(key);
          page.announce(movement(page, outcome(page, page.store.plan.actions)));
        }}
      />
    </td>
    <th scope="row" role="rowheader">
      ${
        action.kind === "document"
          ? html`<a href=${link("documents", action.id)}>${action.title}</a> <span class="quiet">${tt(`status.${action.status ?? "none"}`)}</span>`
          : html`<a href=${requirementLink(page.questions, action.id)}><span class="ref">${action.id}</span> ${nameIn(page.questions, action)}</a>`
      }
      <p>${action.step}</p>
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
      else assessment.respond(key, conformity(page));
    }
  };

/** Where the chosen actions would lead, found on a copy. */
function outcome(page: Page, actions: Action[]): Report {
  const { raised } = page.ui;
  const open = new Set(actions.map(keyOf));
  for (const key of raised) if (!open.has(key)) raised.delete(key);
  if (raised.size === 0) return page.report;
  return page.store.try((copy) => {
    raise(page, raised)(copy);
    return copy.report();
  });
}

/** The gates whose state would change. */
const moved = (now: Report, then: Report): (Report["stages"][number]["gates"][number] & { before: string })[] =>
  now.stages.flatMap((stage, at) =>
    stage.gates.flatMap((gate, index) => {
      const after = then.stages[at]?.gates[index];
      return after && after.state !== gate.state ? [{ ...after, before: gate.state }] : [];
    }),
  );

/** The what-if in one line, which stays in sight while rows are ticked. */
function movement(page: Page, then: Report): string {
  const now = page.report;
  const n = page.ui.raised.size;
  if (n === 0) return t("whatif.text");
  const gates = moved(now, then).length;
  const score = t("whatif.line", { n, now: overallRange(now), then: overallRange(then), gain: gained(now, then) });
  return `${score} ${gates === 0 ? t("whatif.no-gate") : t("whatif.gates-moved", { n: gates })}`;
}
const gained = (now: Report, then: Report): string => points(then.overall.low - now.overall.low);

function whatIf(page: Page, actions: Action[], then: Report): TemplateResult {
  const { raised } = page.ui;
  const now = page.report;
  const changed = moved(now, then);
  const take = (fits: (action: Action) => boolean): void => {
    for (const action of actions.filter(fits)) raised.add(keyOf(action));
    page.refresh();
  };
  return html`<section class="card whatif" aria-labelledby="whatif-title">
    <h2 id="whatif-title" tabindex="-1">${t("whatif.title")}</h2>
    ${
      raised.size === 0
        ? html`<p>${t("whatif.text")}</p>`
        : html`<div class="before-after">
            <div>
              <p class="quiet">${t("whatif.now")}</p>
              <p class="figure strong">${overallRange(now)}</p>
              ${bar(now.overall)}
            </div>
            <div>
              <p class="quiet">${t("whatif.then", { n: raised.size })}</p>
              <p class="figure strong">${overallRange(then)}</p>
              ${bar(then.overall)}
              <p class="gained">${t("whatif.gain", { gain: gained(now, then) })}</p>
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

interface WayShown {
  actions: Action[];
  questions: OpenQuestion[];
  ready: boolean;
}

/** The way that the crate found, with its rows in place of their ids. */
function wayOf({ actions, awaited, ways }: Plan, stage: 1 | 2): WayShown {
  const way = ways[stage];
  const [act, ask] = [new Set(way.actions), new Set(way.questions)];
  return {
    actions: actions.filter(({ id }) => act.has(id)),
    questions: awaited.filter(({ id }) => ask.has(id)),
    ready: way.ready,
  };
}

/** What it would take to be ready for each stage. */
function wayTo(page: Page): TemplateResult {
  return html`<section class="card" aria-labelledby="way-title">
    <h2 id="way-title">${t("way.title")}</h2>
    <p class="measure-text">${t("way.text")}</p>
    ${page.report.stages.map(({ stage, state }) => {
      const name = tt(`stage.${stage}`);
      if (state === "ready") return html`<p class="stage-say"><b>${name}</b> ${stageMark(state)}</p>`;
      const way = wayOf(page.store.plan, stage);
      const counts = [t("way.actions", { n: way.actions.length }), t("way.questions", { n: way.questions.length })];
      return fold(page, `way/${stage}`, html`${name}: ${counts.join(", ")}`, () => steps(page, way));
    })}
  </section>`;
}

function steps(page: Page, way: WayShown): TemplateResult {
  const provisional = provisionalIn(page);
  const list = (
    title: string,
    ones: (Action | OpenQuestion)[],
    more: (one: Action | OpenQuestion) => unknown,
  ): unknown =>
    ones.length === 0
      ? nothing
      : html`<h3>${title}</h3>
          <ol class="way">
            ${ones.map((one) => html`<li>${named(page, one)} ${more(one)}</li>`)}
          </ol>`;
  const gain = way.actions.reduce((sum, one) => sum + one.gain, 0);
  return html`${list(t("way.do"), way.actions, (one) => ("effort" in one ? html`<span class="quiet">${tt(`effort.short.${one.effort}`)}</span>` : nothing))}
    ${list(t("way.ask"), way.questions, (one) => (provisional.has(one.id) ? html`<span class="quiet">${t("way.confirm")}</span>` : nothing))}
    <p class="quiet">${way.ready ? t("way.ready", { gain: points(gain) }) : t("way.not-enough")}</p>
    ${
      way.actions.length > 0
        ? html`<p>
            <button
              type="button"
              @click=${() => {
                page.ui.raised.clear();
                for (const action of way.actions) page.ui.raised.add(keyOf(action));
                page.refresh();
                page.focusOn("whatif-title");
              }}
            >
              ${t("way.take", { n: way.actions.length })}
            </button>
          </p>`
        : nothing
    }`;
}
