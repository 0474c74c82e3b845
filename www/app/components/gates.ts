import { html, nothing, type TemplateResult } from "lit";
import { blockers, type Blocker } from "../../exports/gates.js";
import type { StageReport } from "../model/wasm.js";
import type { Page } from "../page.js";
import { link } from "../router.js";
import { t } from "../text/messages.js";
import { nameIn, requirementLink } from "../text/labels.js";
import { stateMark } from "./icon.js";
import { theRest } from "./unfold.js";

const SHOWN = 6;

function links(
  page: Page,
  gate: string,
  lead: string,
  list: Blocker[],
  whole: boolean,
): TemplateResult | typeof nothing {
  if (list.length === 0) return nothing;
  const key = `gate:${gate}:${lead}`;
  const shown = whole ? list.length : (page.ui.shown.get(key) ?? SHOWN);
  const rest = list.length - shown;
  return html`<p class="gate-why">
    <span class="quiet">${lead}</span>
    ${list
      .slice(0, shown)
      .map((one) =>
        one.kind === "document"
          ? html`<a href=${link("documents", one.id)}>${one.title}</a> `
          : html`<a href=${requirementLink(page.questions, one.id)}><span class="ref">${one.id}</span> ${nameIn(page.questions, one)}</a> `,
      )}
    ${rest > 0 ? theRest(page, key, list.length, rest) : nothing}
  </p>`;
}

/** The gates of a stage; `whole` with everything that stands in their way, as on paper. */
export function gateList(page: Page, stage: StageReport, whole = false): TemplateResult {
  return html`<ul class="gates">
    ${stage.gates.map((gate) => {
      const why = gate.state === "met" ? null : blockers(page.store.plan, page.report, gate.id);
      return html`<li class="gate" data-state=${gate.state}>
        ${stateMark(gate.state)}
        <div>
          <p class="gate-title">${gate.title}</p>
          ${
            why
              ? [
                  links(page, gate.id, t("gate.act"), why.act, whole),
                  links(page, gate.id, t("gate.ask"), why.ask, whole),
                  links(page, gate.id, t("gate.confirm"), why.confirm, whole),
                ]
              : nothing
          }
        </div>
      </li>`;
    })}
  </ul>`;
}
