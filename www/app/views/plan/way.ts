// The shortest way to be ready for each stage.
import { html, nothing, type TemplateResult } from "lit";
import { fold } from "../../components/fold.js";
import { stageMark } from "../../components/icon.js";
import type { Action, OpenQuestion, Plan } from "../../model/wasm.js";
import type { Page } from "../../page.js";
import { listed, points } from "../../text/format.js";
import { t, tt } from "../../text/messages.js";
import { keyOf, named, provisionalIn } from "./named.js";

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
export function wayTo(page: Page): TemplateResult {
  return html`<section class="card" aria-labelledby="way-title">
    <h2 id="way-title">${t("way.title")}</h2>
    <p class="measure-text">${t("way.text")}</p>
    ${page.report.stages.map(({ stage, state }) => {
      const name = tt(`stage.${stage}`);
      if (state === "ready") return html`<p class="stage-say"><b>${name}</b> ${stageMark(state)}</p>`;
      const way = wayOf(page.store.plan, stage);
      const counts = [t("way.actions", { n: way.actions.length }), t("way.questions", { n: way.questions.length })];
      return fold(page, `way/${stage}`, t("named", { name, value: listed(counts) }), () => steps(page, way));
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
