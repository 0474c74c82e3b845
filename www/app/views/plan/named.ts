// Actions and open questions by their key and their name.
import { html, type TemplateResult } from "lit";
import type { Action, OpenQuestion } from "../../model/wasm.js";
import type { Page } from "../../page.js";
import { link } from "../../router.js";
import { nameIn, requirementLink } from "../../text/labels.js";

export const keyOf = (action: Pick<Action, "id" | "kind">): string =>
  action.kind === "document" ? `document:${action.id}` : action.id;

export const named = (page: Page, one: Action | OpenQuestion): TemplateResult =>
  one.kind === "document"
    ? html`<a href=${link("documents", one.id)}>${one.title}</a>`
    : html`<a href=${requirementLink(page.questions, one.id)}><span class="ref">${one.id}</span> ${nameIn(page.questions, one)}</a>`;

export const provisionalIn = (page: Page): Set<string> =>
  new Set(page.report.requirements.filter((one) => one.provisional).map((one) => one.id));
