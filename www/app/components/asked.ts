// What is asked, and what is answered: the same for a question of either list.
import { html, nothing, type TemplateResult } from "lit";
import { isControl, type Requirement } from "../model/question_pages.js";
import type { Level, RequirementReport, Response } from "../model/wasm.js";
import { answerText, userText } from "../text/labels.js";
import type { Page } from "../page.js";
import { t, tt } from "../text/messages.js";
import { field } from "./field.js";
import { scanned } from "./sections.js";

/** One question: a requirement, or an area of the quick scan. */
export interface Asked {
  /** What the core calls it: "A.5.1" or "area:policy". */
  key: string;
  number: string;
  title: string;
  question: string;
  lines: string[];
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
      question: area.question,
      lines: questions.catalog.levels.map((level) => level.meaning),
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
    question: requirement.question,
    lines: questions.catalog.practices[requirement.practice],
    mayExclude: isControl(requirement),
    requirement,
    own: file.requirements?.[key],
    provisional: state?.provisional ? state.answer : null,
  };
}

/** Whose answers an answer was merged from. */
export const said = (of: Asked): TemplateResult | typeof nothing =>
  of.own?.provenance?.length
    ? html`<p class="said">${t("question.said")} ${of.own.provenance.map((who) => html`<span>${userText(who)}</span> `)}</p>`
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

/** What an auditor would say of the exclusion of this control, where there is something to say. */
export function exclusionHint(page: Page, of: Asked): TemplateResult | typeof nothing {
  const control = of.requirement && "exclusion" in of.requirement ? of.requirement : null;
  if (!control || control.exclusion === "often") return nothing;
  const refused = page.report.requirements.some((one) => one.id === of.key && one.refused);
  const words = control.exclusion === "never" ? "exclusion.never" : refused ? "exclusion.refused" : "exclusion.rarely";
  return html`<p class="warn">${tt(words)}</p>`;
}

export const reason = (page: Page, of: Asked, id: string, pending: boolean, locked: boolean): TemplateResult => {
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
