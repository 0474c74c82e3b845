// What the page around an element asks for: what it hides and locks, its minimums, and the handing over.
import { html, nothing, type TemplateResult } from "lit";
import { clauseOf, isControl, type QuestionIndex, type Section } from "../app/model/question_pages.js";
import { table } from "../app/components/table.js";
import type { AssessmentFile, Level, RequirementReport, Response } from "../app/model/wasm.js";
import type { Host, Page } from "../app/page.js";
import { tt } from "../app/text/messages.js";
import { answerText, requirementLink } from "../app/text/labels.js";
import { link } from "../app/router.js";
import { readinessError } from "./error.js";

export interface HostOptions {
  hide: string[];
  lock: string[];
  minimums: Record<string, number>;
  file: () => AssessmentFile;
  print: () => void;
  complete: () => void;
}
/** A level that the host asks for and the answers do not reach. Not applicable, unknown and no answer reach none. */
export interface Shortfall {
  id: string;
  minimum: number;
  answer: Level | "unknown" | "not-applicable" | null;
}

/** Names as an attribute or a list gives them. */
export const namesOf = (value: string | readonly string[] | null): string[] =>
  typeof value === "string" ? value.split(/[\s,]+/).filter(Boolean) : [...(value ?? [])];

/** The minimums that the answers do not reach; not applicable reaches none. */
export const shortfalls = (requirements: RequirementReport[], minimums: Record<string, number>): Shortfall[] =>
  requirements.flatMap(({ id, answer }) => {
    const minimum = minimums[id];
    const met = minimum === undefined || (typeof answer === "number" && answer >= minimum);
    return met ? [] : [{ id, minimum, answer }];
  });

/** Whether a name stands for this requirement: its id, its clause, its group or its area. */
function means(questions: QuestionIndex, names: ReadonlySet<string>, id: string): boolean {
  const requirement = questions.requirements.get(id);
  if (!requirement) return names.has(id);
  const around = isControl(requirement) ? requirement.group : clauseOf(id);
  return [id, around, requirement.area].some((name) => names.has(name));
}

/** Where a requirement, an area of the quick scan or a document is answered. */
export function linkTo(questions: QuestionIndex, id: string): string | undefined {
  if (questions.requirements.has(id)) return requirementLink(questions, id);
  const area = questions.quick.find(({ items }) => items.includes(`area:${id}`));
  if (area) return `${link("assess", area.id)}/area:${id}`;
  return questions.documents.has(id) ? link("documents", id) : undefined;
}

/** What the page around asks for, as the views need it. */
export function createHost(options: HostOptions, currentQuestions: () => QuestionIndex): Host {
  const hidden = new Set(options.hide);
  const locked = new Set(options.lock);
  const narrowed = new WeakMap<QuestionIndex, QuestionIndex>();
  const locks = (key: string): boolean => {
    const questions = currentQuestions();
    const [kind, name = ""] = key.split(":");
    if (kind === "document") return locked.has("documents") || locked.has(name);
    if (kind !== "area") return means(questions, locked, key);
    const refs = questions.areas.get(name)?.refs ?? [];
    return locked.has(name) || (refs.length > 0 && refs.every((id) => means(questions, locked, id)));
  };
  return {
    hides: (name) => hidden.has(name),
    locks,
    fixed: locked.size > 0,
    print: options.print,
    questions: (whole) => {
      if (hidden.size === 0) return whole;
      let rest = narrowed.get(whole);
      if (!rest) narrowed.set(whole, (rest = without(whole, hidden)));
      return rest;
    },
    check: (assessment) => {
      if (locked.size === 0) return;
      const id = touched(options.file(), JSON.parse(assessment.toJSON()) as AssessmentFile, locks);
      if (id !== undefined) throw readinessError("locked", id, tt("host.locked", { id }));
    },
    extras: (where, page, key) => {
      if (where === "question") return remarks(page, options.minimums, locks, key ?? "");
      const asked = Object.keys(options.minimums).filter((id) => page.questions.requirements.has(id)).length;
      if (where === "result") return handOver(page, options, asked, hidden.has("complete"));
      return asked === 0 ? nothing : count(page, options.minimums, asked);
    },
  };
}

function without(questions: QuestionIndex, hidden: ReadonlySet<string>): QuestionIndex {
  const gone = (item: string): boolean => {
    if (!item.startsWith("area:")) return means(questions, hidden, item);
    const key = item.slice(5);
    return hidden.has(key) || (questions.areas.get(key)?.refs ?? []).every((id) => means(questions, hidden, id));
  };
  const left = (list: Section[]): Section[] =>
    list
      .map((section) => ({ ...section, items: section.items.filter((item) => !gone(item)) }))
      .filter(({ items }) => items.length > 0);
  return {
    ...questions,
    full: hidden.has("full") ? [] : left(questions.full),
    quick: hidden.has("quick") ? [] : left(questions.quick),
    sectionOf: (id) => (gone(id) ? undefined : questions.sectionOf(id)),
  };
}

/** The first locked answer that is not what it was. */
function touched(before: AssessmentFile, after: AssessmentFile, locks: (key: string) => boolean): string | undefined {
  if (before.edition !== after.edition) return "edition";
  const differs = (one: Response | undefined, other: Response | undefined): boolean =>
    one?.answer !== other?.answer || one?.reason !== other?.reason;
  const ids = (part: "requirements" | "areas" | "documents"): string[] => [
    ...new Set([...Object.keys(before[part] ?? {}), ...Object.keys(after[part] ?? {})]),
  ];
  return (
    ids("requirements").find((id) => differs(before.requirements?.[id], after.requirements?.[id]) && locks(id)) ??
    ids("areas").find((key) => differs(before.areas?.[key], after.areas?.[key]) && locks(`area:${key}`)) ??
    ids("documents").find(
      (key) => before.documents?.[key]?.status !== after.documents?.[key]?.status && locks(`document:${key}`),
    )
  );
}

function remarks(
  page: Page,
  minimums: Record<string, number>,
  locks: (key: string) => boolean,
  key: string,
): TemplateResult | typeof nothing {
  const least = minimums[key];
  const level = least === undefined ? "" : `${least} ${page.questions.catalog.levels[least]?.name ?? ""}`;
  if (level === "" && !locks(key)) return nothing;
  return html`<p class="minimum" part="minimum">
    ${level === "" ? nothing : tt("minimum.asked", { level })} ${locks(key) ? tt("host.set") : nothing}
  </p>`;
}

function count(page: Page, minimums: Record<string, number>, asked: number): TemplateResult {
  const met = asked - shortfalls(page.report.requirements, minimums).length;
  return html`<p class="minimum" part="minimums" data-met=${met === asked ? "yes" : "no"}>
    ${tt("minimum.met", { n: met, of: asked })}
  </p>`;
}

function handOver(page: Page, options: HostOptions, asked: number, hidden: boolean): TemplateResult | typeof nothing {
  if (asked === 0 && hidden) return nothing;
  const short = new Map(shortfalls(page.report.requirements, options.minimums).map((one) => [one.id, one]));
  const rows = page.report.requirements.filter(({ id }) => options.minimums[id] !== undefined);
  const title = tt("minimum.title");
  return html`${
    asked === 0
      ? nothing
      : html`<section part="minimums" aria-labelledby="minimums-title">
          <h2 id="minimums-title">${title}</h2>
          ${count(page, options.minimums, asked)}
          ${table(
            title,
            [
              { label: tt("explain.requirement") },
              { label: tt("minimum.least") },
              { label: tt("explain.answer") },
              { label: tt("minimum.state"), tight: true },
            ],
            rows.map(({ id, answer }) => ({
              head: html`<a href=${requirementLink(page.questions, id)}
                ><span class="ref">${id}</span> ${page.questions.requirements.get(id)?.title}</a
              >`,
              cells: [
                answerText(page.questions.catalog, options.minimums[id] as RequirementReport["answer"]),
                answerText(page.questions.catalog, answer),
                tt(short.has(id) ? "minimum.no" : "minimum.yes"),
              ],
            })),
          )}
        </section>`
  }
  ${
    hidden
      ? nothing
      : html`<section class="card" part="complete" aria-labelledby="complete-title">
          <h2 id="complete-title">${tt("complete.title")}</h2>
          <p>${tt("complete.text")}</p>
          <p class="buttons">
            <button type="button" class="primary" id="complete" @click=${options.complete}>${tt("complete.act")}</button>
          </p>
        </section>`
  }`;
}
