import type { TemplateResult } from "lit";
import type { GateState, StageReport } from "../core.js";
import { html, link, nothing, requirementLink, stateMark, t } from "../kit.js";
import type { Page } from "../page.js";
import { theRest } from "./unfold.js";

const SHOWN = 6;

interface Blocker {
  id: string;
  title: string;
  href: string;
}

/** What keeps a gate from being met, as the plan names it; provisional answers wait for confirmation. */
function blockers(page: Page, gate: GateState): { act: Blocker[]; ask: Blocker[]; confirm: Blocker[] } {
  const { actions, awaited } = page.store.plan;
  const named = (one: { id: string; kind: string; title: string }): Blocker =>
    one.kind === "document"
      ? { id: "", title: one.title, href: link("documents", one.id) }
      : { id: one.id, title: one.title, href: requirementLink(page.book, one.id) };
  const provisional = new Set(page.report.requirements.filter((one) => one.provisional).map((one) => one.id));
  const waiting = awaited.filter((one) => one.gates.includes(gate.id));
  return {
    act: actions.filter((one) => one.gates.includes(gate.id)).map(named),
    ask: waiting.filter((one) => !provisional.has(one.id)).map(named),
    confirm: waiting.filter((one) => provisional.has(one.id)).map(named),
  };
}

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
      .map(
        (one) =>
          html`<a href=${one.href}>${one.id === "" ? one.title : html`<span class="ref">${one.id}</span> ${one.title}`}</a> `,
      )}
    ${rest > 0 ? theRest(page, key, list.length, rest) : nothing}
  </p>`;
}

/** The gates of a stage; `whole` with everything that stands in their way, as on paper. */
export function gateList(page: Page, stage: StageReport, whole = false): TemplateResult {
  return html`<ul class="gates">
    ${stage.gates.map((gate) => {
      const why = gate.state === "met" ? null : blockers(page, gate);
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
