// Ids, answers and user text as they are shown.
import { html, type TemplateResult } from "lit";
import type { QuestionIndex } from "../model/question_pages.js";
import type { Catalog, Level, RequirementReport } from "../model/wasm.js";
import type { Page } from "../page.js";
import { link } from "../router.js";
import { listParts } from "./format.js";
import { t, tt } from "./messages.js";
import type { RowId } from "../ui_state.js";

/** An answer in words: "3 Defined", "Don't know", … */
export function answerText(catalog: Catalog, answer: RequirementReport["answer"]): string {
  if (answer === null) return t("answer.none");
  if (answer === "unknown") return t("answer.unknown");
  if (answer === "not-applicable") return t("answer.not-applicable");
  return `${answer} ${catalog.levels[answer]?.name ?? ""}`;
}

// A map, since a file of a newer version may have fields of any name.
const FIELDS = new Map(
  Object.entries({
    answer: "import.field.answer",
    status: "import.field.status",
    because: "import.field.because",
    evidence: "evidence.title",
    reason: "import.role.reason",
    inclusion: "import.role.inclusion",
    inclusionNote: "import.role.inclusion",
    owner: "notes.owner",
    due: "notes.due",
    note: "notes.note",
    href: "import.role.href",
  }),
);

/** What a field of an answer or of a document is called; one that is not known goes by its own name. */
export const fieldLabel = (field: string): string => (FIELDS.has(field) ? tt(FIELDS.get(field) ?? "") : field);

/** What a merge noted of an assessor, "Ana: unknown", with the answer in words. */
export function saidBy(catalog: Catalog, noted: string): string {
  const [, name = "", said = ""] = /^(.*): ([0-5]|unknown|not-applicable)$/s.exec(noted) ?? [];
  if (said === "") return noted;
  const answer = /\d/.test(said) ? (Number(said) as Level) : (said as "unknown");
  return t("named", { name, value: answerText(catalog, answer) });
}

/** The same with a word where only the quick scan says it. */
export const qualified = (text: string, provisional: boolean): string =>
  provisional ? t("aside", { text, more: t("provisional.short") }) : text;

/** The fragment of an id that is safe in an element's id. */
export const dom = (key: string): RowId => `q-${key.replace(/[^\w-]/g, "-")}`;

/** What lists call it: a requirement as the questions do, a document by its name. */
export const nameIn = (questions: QuestionIndex, one: { id: string; title: string }): string =>
  questions.requirements.get(one.id)?.title ?? one.title;

export const requirementLink = (questions: QuestionIndex, id: string): string =>
  link("assess", questions.sectionOf(id)?.id ?? "4", id);

/** A reference as a link: a clause or control to its question; "6.1.3 d" to that of 6.1.3. */
export function reference(questions: QuestionIndex, ref: string): TemplateResult {
  const id = ref.split(" ")[0] ?? ref;
  const requirement = questions.requirements.get(id);
  if (requirement)
    return html`<a class="ref" href=${requirementLink(questions, id)} title=${requirement.title}>${ref}</a>`;
  return html`<span class="ref">${ref}</span>`;
}

export const references = (questions: QuestionIndex, refs: string[]): TemplateResult =>
  html`${listParts(refs).map(({ type, value }) => (type === "element" ? reference(questions, value) : value))}`;

// Controls and marks that turn the direction of text: unseen they could make a report say something else.
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** What people typed, set apart from its surroundings, with unseen characters as marks. */
export const userText = (text: string): TemplateResult =>
  text === ""
    ? html``
    : html`<bdi>${text.replace(UNSEEN, (mark) => `[U+${mark.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}]`)}</bdi>`;

/** The level that conforms: the same for everybody, whatever the ambition is. */
export const conformity = (page: Page): Level => page.questions.catalog.constants.conformityLevel as Level;

export const levelText = (page: Page, level: number): string =>
  `${level} ${page.questions.catalog.levels[level]?.name ?? ""}`;
