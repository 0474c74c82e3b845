import { html, nothing, type TemplateResult } from "lit";
import type { GateState, StageReport } from "../model/wasm.js";
import type { Page } from "../page.js";
import { link } from "../router.js";
import { t } from "../text/messages.js";
import { requirementLink } from "../text/labels.js";
import { stateMark } from "./icon.js";
import { theRest } from "./unfold.js";
import type { List } from "../ui_state.js";

const SHOWN = 6;

function links(
  page: Page,
  gate: string,
  lead: string,
  list: string[],
  whole: boolean,
): TemplateResult | typeof nothing {
  if (list.length === 0) return nothing;
  const key: List = `gate:${gate}:${lead}`;
  const shown = whole ? list.length : (page.ui.shown.get(key) ?? SHOWN);
  const rest = list.length - shown;
  return html`<p class="gate-why">
    <span class="quiet">${lead}</span>
    ${list.slice(0, shown).map((id) => {
      const document = page.questions.documents.get(id);
      return document
        ? html`<a href=${link("documents", id)}>${document.name}</a> `
        : html`<a href=${requirementLink(page.questions, id)}><span class="ref">${id}</span> ${page.questions.requirements.get(id)?.title}</a> `;
    })}
    ${rest > 0 ? theRest(page, key, list.length, rest) : nothing}
  </p>`;
}

/** What keeps a gate from being met: to do, to answer, and to confirm where the answer is only the quick scan's. */
export function gateReasons(page: Page, gate: GateState, whole: boolean): unknown {
  const provisional = new Set(page.report.requirements.filter((one) => one.provisional).map(({ id }) => id));
  return [
    links(page, gate.id, t("gate.act"), gate.holding, whole),
    links(
      page,
      gate.id,
      t("gate.ask"),
      gate.awaited.filter((id) => !provisional.has(id)),
      whole,
    ),
    links(
      page,
      gate.id,
      t("gate.confirm"),
      gate.awaited.filter((id) => provisional.has(id)),
      whole,
    ),
  ];
}

/** The gates of a stage; `whole` with everything that stands in their way, as on paper. */
export const gateList = (page: Page, stage: StageReport, whole = false): TemplateResult => html`<ul class="gates">
  ${stage.gates.map(
    (gate) => html`<li class="gate" data-state=${gate.state}>
      ${stateMark(gate.state)}
      <div>
        <p class="gate-title">${gate.title}</p>
        ${gate.state === "met" ? nothing : gateReasons(page, gate, whole)}
      </div>
    </li>`,
  )}
</ul>`;
