// The map of must-haves: a tile each, and what it is made of in a dialog.
import { html, nothing, type TemplateResult } from "lit";
import { gateReasons } from "../../components/gates.js";
import { icon, stateMark } from "../../components/icon.js";
import type { GateState, StageReport } from "../../model/wasm.js";
import type { Page } from "../../page.js";
import { listed } from "../../text/format.js";
import { references } from "../../text/labels.js";
import { surrounding, t, tt } from "../../text/messages.js";

export const mustHaves = (page: Page): TemplateResult => html`<section class="must-haves" aria-labelledby="gates-title">
  <h2 id="gates-title">${t("result.gates")}</h2>
  ${page.report.stages.map(
    ({ stage, gates }) => html`<h3>${t("stage.short", { stage })} ${counts(gates)}</h3>
      <ul class="tiles">
        ${gates.map(
          (gate) => html`<li>
            <button
              type="button"
              class="gate"
              id="gate-${gate.id}"
              data-state=${gate.state}
              title=${gate.title}
              aria-haspopup="dialog"
              @click=${() => open(page, gate.id)}
            >
              <span class="state" data-state=${gate.state}>${icon(gate.state)} <span class="word">${tt(`state.${gate.state}`)}</span></span>
              <span class="gate-title">${tt(`gate.${gate.id}`)}</span>
            </button>
          </li>`,
        )}
      </ul>`,
  )}
</section>`;

/** How many there are of each state: on a narrow page also what the marks of the tiles stand for. */
const counts = (gates: StageReport["gates"]): unknown =>
  (["open", "undetermined", "met"] as const).map((state) => {
    const n = gates.filter((gate) => gate.state === state).length;
    return n === 0
      ? nothing
      : html`<span class="state" data-state=${state}>${icon(state)} ${tt(`gate.count.${state}`, { n })}</span> `;
  });

function open(page: Page, id: string): void {
  const now = (): GateState | undefined =>
    page.report.stages.flatMap(({ gates }) => gates).find((gate) => gate.id === id);
  const of = page.questions.catalog.gates.find((gate) => gate.id === id);
  page.ask({
    title: now()?.title ?? "",
    wide: true,
    body: () => {
      const gate = now();
      if (!gate) return html``;
      const names = gate.documents.map((key) => page.questions.documents.get(key)?.name ?? key);
      const [before, after] = surrounding(t("gate.made"), "refs");
      return html`<p>${stateMark(gate.state)} <span class="quiet">${tt(`stage.${of?.stage ?? 1}`)}</span></p>
        <p>${before}${references(page.questions, gate.refs)}${after}${names.length > 0 ? ` · ${listed(names)}` : ""}</p>
        ${gateReasons(page, gate, true)}
        ${id.endsWith("-planned") ? html`<p class="quiet">${t("verdict.audits-first")}</p>` : ""}`;
    },
  });
}
