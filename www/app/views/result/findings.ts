// Findings that an auditor may raise, by kind.
import { html, nothing, type TemplateResult } from "lit";
import { theRest } from "../../components/unfold.js";
import type { Finding } from "../../model/wasm.js";
import type { Page } from "../../page.js";
import { link } from "../../router.js";
import { requirementLink } from "../../text/labels.js";
import { t, tt } from "../../text/messages.js";
import type { List } from "../../ui_state.js";

const KINDS: Finding[] = ["major", "minor", "opportunity", "unclear"];
/** Shown of each kind at first. */
const SHOWN = 3;

export function findings(page: Page): TemplateResult {
  const { requirements, documents } = page.report;
  const found = [
    ...requirements.map(({ id, finding }) => ({
      finding,
      name: html`<a href=${requirementLink(page.questions, id)}><span class="ref">${id}</span> ${page.questions.requirements.get(id)?.title}</a>`,
    })),
    ...documents.map(({ key, finding }) => ({
      finding,
      name: html`<a href=${link("documents", key)}>${page.questions.documents.get(key)?.name}</a>`,
    })),
  ];
  const kinds = KINDS.map((kind) => ({ kind, list: found.filter(({ finding }) => finding === kind) }));
  return html`<section aria-labelledby="findings-title">
    <h2 id="findings-title">${t("result.findings")}</h2>
    ${page.report.findings.minor > 0 ? html`<p class="minors">${t("verdict.minors", { n: page.report.findings.minor })}</p>` : nothing}
    ${accumulated(page)}
    ${kinds.every(({ list }) => list.length === 0) ? html`<p>${t("findings.none")}</p>` : nothing}
    <div class="kinds">
      ${kinds.map(({ kind, list }) => {
        const key: List = `finding:${kind}`;
        const shown = page.ui.shown.get(key) ?? SHOWN;
        return list.length === 0
          ? nothing
          : html`<div>
              <h3>${tt(`finding.${kind}`)} <span class="count">${list.length}</span></h3>
              <ul class="plain-list">
                ${list.slice(0, shown).map(({ name }) => html`<li>${name}</li>`)}
              </ul>
              ${list.length > shown ? theRest(page, key, list.length, list.length - shown) : nothing}
            </div>`;
      })}
    </div>
    <p class="small-print measure-text">${t("result.findings.text")}</p>
  </section>`;
}

/** Small findings in one place that an auditor would call a major one. */
export function accumulated(page: Page, whole = false): TemplateResult | typeof nothing {
  const { accumulated, areas, coverage, requirements, sections } = page.report;
  if (accumulated.length === 0) return nothing;
  const names = new Map(areas.map((area) => [area.key, area.title]));
  const among = (id: string | null): number => {
    const refs = page.questions.areas.get(id ?? "")?.refs ?? [];
    return requirements.filter((one) => refs.includes(one.id) && one.low !== null).length;
  };
  const outOf = {
    clause: (id: string | null) => sections.find((one) => one.id === id)?.applicable ?? 0,
    area: among,
    system: () => coverage.applicable,
  };
  const key = "accumulated";
  const shown = whole ? accumulated.length : (page.ui.shown.get(key) ?? SHOWN);
  return html`<h3>${t("accumulated.title")}</h3>
    <ul class="plain-list accumulated">
      ${accumulated
        .slice(0, shown)
        .map(
          ({ scope, id, touched }) =>
            html`<li>${tt(`accumulated.${scope}`, { id: id ?? "", name: names.get(id ?? "") ?? "", n: touched.length, of: outOf[scope](id) })}</li>`,
        )}
    </ul>
    ${accumulated.length > shown ? theRest(page, key, accumulated.length, accumulated.length - shown) : nothing}`;
}
