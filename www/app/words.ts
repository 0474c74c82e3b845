import { html, type TemplateResult } from "lit";
import type { Book } from "./book.js";
import type { Catalog, RequirementReport } from "./core.js";
import { link } from "./router.js";
import { t } from "./text.js";

/** An answer in words: "3 Defined", "Don't know", … */
export function answerText(catalog: Catalog, answer: RequirementReport["answer"]): string {
  if (answer === null) return t("answer.none");
  if (answer === "unknown") return t("answer.unknown");
  if (answer === "not-applicable") return t("answer.not-applicable");
  return `${answer} ${catalog.levels[answer]?.name ?? ""}`;
}

/** The fragment of an id that is safe in an element's id. */
export const dom = (key: string): string => `q-${key.replace(/[^\w-]/g, "-")}`;

export const requirementLink = (book: Book, id: string): string => link("assess", book.sectionOf(id)?.id ?? "4", id);

/** A reference as a link: a clause or control to its question; "6.1.3 d" to that of 6.1.3. */
export function reference(book: Book, ref: string): TemplateResult {
  const id = ref.split(" ")[0] ?? ref;
  const requirement = book.requirements.get(id);
  if (requirement) return html`<a class="ref" href=${requirementLink(book, id)} title=${requirement.title}>${ref}</a>`;
  return html`<span class="ref">${ref}</span>`;
}

export const references = (book: Book, refs: string[]): TemplateResult =>
  html`${refs.map((ref, index) => html`${index > 0 ? ", " : ""}${reference(book, ref)}`)}`;

// Controls and marks that turn the direction of text: unseen they could make a report say something else.
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** What people typed, set apart from its surroundings, with unseen characters as marks. */
export const written = (text: string): TemplateResult =>
  text === ""
    ? html``
    : html`<bdi>${text.replace(UNSEEN, (mark) => `[U+${mark.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}]`)}</bdi>`;
