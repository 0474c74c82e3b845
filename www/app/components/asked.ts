// What is asked, and what is answered: the same for a question of either list.
import { html, nothing, type TemplateResult } from "lit";
import { isControl, type Requirement } from "../model/question_pages.js";
import type { Level, RequirementReport, Response } from "../model/wasm.js";
import { answerText, saidBy, userText } from "../text/labels.js";
import type { Page } from "../page.js";
import { t } from "../text/messages.js";
import { field } from "./field.js";
import { scanned } from "./sections.js";
import type { RowId } from "../ui_state.js";

/** One question: a requirement, or an area of the quick scan. */
export interface Asked {
  /** What the core calls it: "A.5.1" or "area:policy". */
  key: string;
  number: string;
  title: string;
  statement: string;
  /** What each level means here. */
  lines: string[];
  example: string;
  mayExclude: boolean;
  requirement: Requirement | null;
  own: Response | undefined;
  provisional: RequirementReport["answer"];
}

/** The question with that key, or nothing if the edition has none. */
export function asked(page: Page, key: string, standing: Map<string, RequirementReport>): Asked | null {
  const { questions, file } = page;
  if (key.startsWith("area:")) {
    const area = questions.areas.get(key.slice(5));
    if (!area) return null;
    const covers = area.refs.flatMap((ref) => questions.requirements.get(ref) ?? []);
    return {
      key,
      number: covers.length > 1 ? `${covers[0]?.id}–${covers.at(-1)?.id}` : (covers[0]?.id ?? ""),
      title: area.title,
      statement: area.statement,
      lines: area.levels,
      example: area.example,
      mayExclude: covers.every(isControl),
      requirement: null,
      own: file.areas?.[area.key],
      provisional: null,
    };
  }
  const requirement = questions.requirements.get(key);
  if (!requirement) return null;
  const state = standing.get(key);
  return {
    key,
    number: key,
    title: requirement.title,
    statement: requirement.statement,
    lines: requirement.levels,
    example: requirement.example,
    mayExclude: isControl(requirement),
    requirement,
    own: file.requirements?.[key],
    provisional: state?.provisional ? state.answer : null,
  };
}

/** The statement under its number and topic, and one example. */
export const legend = (of: Asked, id: string, statement: TemplateResult, position = ""): TemplateResult =>
  html`<legend tabindex="-1" id="${id}-legend">
      ${position && html`<span class="hidden">${position}</span>`}
      <span class="about"><span class="ref">${of.number}</span> <span class="title">${of.title}</span></span>
      ${statement}
    </legend>
    <p class="example">${of.example}</p>`;

/** Whose answers an answer was merged from. */
export const said = (page: Page, of: Asked): TemplateResult | typeof nothing =>
  of.own?.provenance?.length
    ? html`<p class="said">${t("question.said")} ${of.own.provenance.map((who) => html`<span>${userText(saidBy(page.questions.catalog, who))}</span> `)}</p>`
    : nothing;

/** Records an answer; not applicable waits for its reason. */
export function answer(page: Page, of: Asked, value: string): void {
  if (value === "not-applicable") {
    page.ui.pending.add(of.key);
    page.refresh();
    page.announce(t("reason.wanted"));
    return;
  }
  page.ui.pending.delete(of.key);
  const level = value === "unknown" ? value : (Number(value) as Level);
  const done = page.change(t("change.answer", { id: of.number }), `answer:${of.key}`, (assessment) =>
    assessment.respond(of.key, level),
  );
  if (!done) return page.refresh();
  const { answered, applicable } = page.report.coverage;
  const progress = of.requirement ? { n: answered, of: applicable } : scanned(page);
  page.announce(
    t("announce.answer", { id: of.number, answer: answerText(page.questions.catalog, level), ...progress }),
  );
}

export const reason = (page: Page, of: Asked, id: RowId, pending: boolean, locked: boolean): TemplateResult => {
  const wrong = page.ui.problems?.list.some((problem) => problem.field === `${id}-reason`);
  return html`<div class="reason">
    ${field(page, {
      id: `${id}-reason`,
      label: t("reason.label"),
      hint: pending ? t("reason.wanted") : t("reason.hint"),
      error: wrong ? t("reason.missing") : undefined,
      value: of.own?.answer === "not-applicable" ? (of.own.reason ?? "") : "",
      kind: "area",
      rows: 2,
      locked,
      commit: (text) => {
        // A blank reason does not count; what counted before stays until there is another.
        if (text.trim() === "") return;
        const done = page.change(
          t("change.exclude", { id: of.number }),
          `exclude:${of.key}`,
          (assessment) => assessment.exclude(of.key, text),
          `${id}-reason`,
        );
        if (done) page.ui.pending.delete(of.key);
        page.refresh();
      },
    })}
  </div>`;
};
