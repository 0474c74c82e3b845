// What would follow if the chosen actions were done.
import { html, type TemplateResult } from "lit";
import { stageMark, stateMark } from "../../components/icon.js";
import { bar } from "../../components/interval.js";
import type { Action, Report } from "../../model/wasm.js";
import type { Page } from "../../page.js";
import { overallRange, points } from "../../text/format.js";
import { conformity } from "../../text/labels.js";
import { t, tt } from "../../text/messages.js";
import { keyOf } from "./named.js";

const raise =
  (page: Page, keys: Iterable<string>) =>
  (assessment: Parameters<Parameters<Page["change"]>[2]>[0]): void => {
    for (const key of keys) {
      if (key.startsWith("document:")) assessment.setDocument(key.slice(9), "in-force");
      else assessment.respond(key, conformity(page));
    }
  };

/** Where the chosen actions would lead, found on a copy. */
export function outcome(page: Page, actions: Action[]): Report {
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
export function movement(page: Page, then: Report): string {
  const now = page.report;
  const n = page.ui.raised.size;
  if (n === 0) return t("whatif.text");
  const gates = moved(now, then).length;
  return t("whatif.line", {
    n,
    now: overallRange(now),
    then: overallRange(then),
    gain: gained(now, then),
    moved: gates === 0 ? t("whatif.no-gate") : t("whatif.gates-moved", { n: gates }),
  });
}
const gained = (now: Report, then: Report): string => points(then.overall.low - now.overall.low);

export function whatIf(page: Page, actions: Action[], then: Report): TemplateResult {
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
