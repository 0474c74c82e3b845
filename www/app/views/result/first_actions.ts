// What to do first: the first three actions, or what waits for an answer where there are fewer.
import { html, nothing, type TemplateResult } from "lit";
import type { Action, OpenQuestion } from "../../model/wasm.js";
import type { Page } from "../../page.js";
import { link } from "../../router.js";
import { points } from "../../text/format.js";
import { nameIn, requirementLink } from "../../text/labels.js";
import { t, tt } from "../../text/messages.js";

const FIRST = 3;

export function firstActions(page: Page): TemplateResult | typeof nothing {
  const { actions, awaited } = page.store.plan;
  if (page.store.empty) return nothing;
  const first: (Action | OpenQuestion)[] = [...actions, ...awaited].slice(0, FIRST);
  const provisional = new Set(page.report.requirements.filter((one) => one.provisional).map(({ id }) => id));
  return html`<section aria-labelledby="first-title">
    <h2 id="first-title">${t("report.first")}</h2>
    ${
      first.length === 0
        ? html`<p>${t("plan.none")}</p>`
        : html`<ol class="first-actions">
            ${first.map((one) => html`<li>${"step" in one ? action(page, one) : question(page, one, provisional.has(one.id))}</li>`)}
          </ol>`
    }
    <p><a class="button primary" href=${link("plan")}>${t("result.plan")}</a></p>
  </section>`;
}

const hrefOf = (page: Page, { kind, id }: Action | OpenQuestion): string =>
  kind === "document" ? link("documents", id) : requirementLink(page.questions, id);
const nameOf = (page: Page, one: Action | OpenQuestion): string =>
  one.kind === "document" ? one.title : `${one.id} ${nameIn(page.questions, one)}`;

const action = (page: Page, one: Action): TemplateResult => html`<a href=${hrefOf(page, one)}>${one.step}</a>
  <span class="quiet">${nameOf(page, one)} · ${tt(`effort.short.${one.effort}`)} · ${t("first.gain", { gain: points(one.gain) })}</span>`;

const question = (page: Page, one: OpenQuestion, provisional: boolean): TemplateResult => html`<a
    href=${hrefOf(page, one)}
    >${t(provisional ? "first.confirm" : "first.answer", { name: nameOf(page, one) })}</a
  >
  <span class="quiet">${t("first.waits", { n: one.gates.length })}</span>`;
