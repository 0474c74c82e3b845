// The full list of questions: a page for each section, what a filter finds, and the sections beside them.
import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { Section } from "../../model/question_pages.js";
import type { RequirementReport } from "../../model/wasm.js";
import { fold } from "../../components/fold.js";
import { field } from "../../components/field.js";
import { icon } from "../../components/icon.js";
import { bar } from "../../components/interval.js";
import { asked } from "../../components/asked.js";
import { sections } from "../../components/navigation.js";
import { guided, question } from "../../components/question.js";
import { progressOf } from "../../components/sections.js";
import { coverageText } from "../../components/coverage.js";
import { overallRange } from "../../text/format.js";
import type { Page } from "../../page.js";
import type { Filter } from "../../ui_state.js";
import { link } from "../../router.js";
import { t, tt } from "../../text/messages.js";
import { conformity, dom } from "../../text/labels.js";
import { mayLeave } from "./leave.js";

/** Questions on one page; more would cost a slow phone too much. */
const PAGE = 15;
const FIND = "find";
const FILTERS: Filter[] = ["all", "unanswered", "unknown", "below"];

/** One page of the full list, or what the filter found. */
export function full(page: Page, section: Section | null): TemplateResult {
  const { questions, report } = page;
  const standing = new Map(report.requirements.map((one) => [one.id, one]));
  return html`<div class="split">
    <div class="side" part="side">
      ${
        questions.quick.length > 0
          ? html`<p><a href=${link("assess", questions.quick[0]?.id ?? "")}>${t("mode.quick")}</a></p>`
          : nothing
      }
      <div class="standing">
        <a class="figure" href=${link("result")}>${overallRange(report)}</a>
        ${bar(report.overall)}
        <p class="quiet">${coverageText(report.coverage)}</p>
        ${page.host?.extras("standing", page)}
      </div>
      <details class="narrow">
        <summary>${t("sections.label")}</summary>
        ${sections(page, questions.full, section?.id ?? null, standing)}
      </details>
      <div class="broad">${sections(page, questions.full, section?.id ?? null, standing)}</div>
    </div>
    <div class="content">
      ${section ? onePage(page, section, standing) : found(page, standing)}
    </div>
  </div>`;
}

function questions(page: Page, items: string[], standing: Map<string, RequirementReport>): TemplateResult {
  return html`<div class="questions" data-guided=${guided() ? "" : nothing}>
    ${repeat(
      items,
      (item) => item,
      (item) => {
        const of = asked(page, item, standing);
        return of ? question(page, of) : nothing;
      },
    )}
  </div>`;
}

function onePage(page: Page, section: Section, standing: Map<string, RequirementReport>): TemplateResult {
  const list = page.questions.full;
  const at = list.indexOf(section);
  const progress = progressOf(page, section, standing);
  const next = list[at + 1];
  const previous = list[at - 1];
  const leave = (event: Event): void => {
    if (!mayLeave(page, section.items)) event.preventDefault();
  };
  const step = (to: Section | undefined, label: string, kind: "next" | "previous"): TemplateResult | typeof nothing =>
    to
      ? html`<a class="button ${kind === "next" ? "primary" : ""}" href=${link("assess", to.id)} @click=${leave}
          >${kind === "previous" ? icon("previous") : nothing}<span>${label}<span class="sub">${to.title}</span></span
          >${kind === "next" ? icon("next") : nothing}</a
        >`
      : nothing;
  return html`
    <div class="head">
      <p class="over">
        ${section.group && section.number === "" ? `${section.group} ${page.questions.catalog.groups.find((group) => group.id === section.group)?.title ?? ""}` : t(section.group ? "part.controls" : "part.clauses")}
      </p>
      <h1 id="title" tabindex="-1">
        ${section.number ? `${section.number} ` : ""}${section.title}
      </h1>
      <p class="quiet">
        ${t("assess.progress", { n: progress.done, of: progress.of })}${
          progress.provisional > 0 ? ` · ${t("assess.provisional", { n: progress.provisional })}` : ""
        }
      </p>
    </div>
    ${search(page)} ${section.area ? wholeArea(page, section) : nothing}
    ${questions(page, section.items, standing)}
    <div class="steps">
      ${step(previous, t("assess.previous"), "previous")}
      ${
        next
          ? step(next, t("assess.next"), "next")
          : html`<a class="button primary" href=${link("result")} @click=${leave}>${t("assess.done")}${icon("next")}</a>`
      }
    </div>
  `;
}

/** A whole area out of scope, with one reason for all its controls. */
function wholeArea(page: Page, section: Section): TemplateResult {
  const { area } = section;
  if (!area || page.readonly) return html``;
  const id = `${dom(area.key)}-all` as const;
  const act = (): void => {
    const text = page.ui.typed.get(id) ?? "";
    if (text.trim() === "") {
      return page.problems(t("problems.heading"), [{ message: t("reason.problem", { id: area.title }), field: id }]);
    }
    page.flush();
    const done = page.change(
      t("change.area", { area: area.title }),
      "",
      (assessment) => assessment.excludeArea(area.key, text),
      id,
    );
    if (!done) return;
    page.ui.typed.delete(id);
    for (const item of section.items) page.ui.pending.delete(item);
    page.ui.open.delete(`area/${area.key}`);
    page.announce(t("area.excluded", { n: area.refs.length }));
    page.refresh();
  };
  return fold(
    page,
    `area/${area.key}`,
    t("area.exclude"),
    () => html`<p>${t("area.exclude.text", { n: area.refs.length })}</p>
      ${field(page, { id, label: t("reason.label"), kind: "area", rows: 2, value: "" })}
      <button type="button" @click=${act}>${t("area.exclude.act", { n: area.refs.length })}</button>`,
  );
}

/** Filters look through all pages of the full assessment; what is searched for stays out of the address. */
function search(page: Page): TemplateResult {
  const set = (filter: Filter, words: string): void => {
    page.ui.filter = filter;
    page.ui.words = words;
    page.ui.found = filter === "all" && words.trim() === "" ? null : matches(page, filter, words);
    page.ui.shown.set(FIND, 0);
    const finding = page.route.rest[0] === FIND;
    if (page.ui.found === null) {
      if (finding) page.go(link("assess"));
    } else {
      page.announce(t("find.count", { n: page.ui.found.length }));
      if (!finding) page.go(link("assess", FIND));
    }
    page.refresh();
  };
  return html`<form class="search" role="search" @submit=${(event: Event) => {
    event.preventDefault();
    page.flush("find-words");
    set(page.ui.filter, page.ui.words);
  }}>
    ${field(page, {
      id: "find-words",
      label: t("find.words"),
      kind: "search",
      value: page.ui.words,
      commit: (words) => set(page.ui.filter, words),
    })}
    <div class="chips" role="group" aria-label=${t("find.filter")}>
      ${FILTERS.map(
        (filter) => html`<button
          type="button"
          class="chip"
          aria-pressed=${page.ui.filter === filter ? "true" : "false"}
          @click=${() => set(filter, page.ui.words)}
        >
          ${tt(`find.${filter}`)}
        </button>`,
      )}
    </div>
  </form>`;
}

function matches(page: Page, filter: Filter, words: string): string[] {
  const wanted = words.trim().toLocaleLowerCase();
  return page.report.requirements
    .filter(({ answer, provisional }) => {
      if (filter === "unanswered") return answer === null || provisional;
      if (filter === "unknown") return answer === "unknown";
      if (filter === "below") return typeof answer === "number" && answer < conformity(page);
      return true;
    })
    .map((one) => one.id)
    .filter((id) => {
      if (!page.questions.sectionOf(id)) return false;
      if (wanted === "") return true;
      const requirement = page.questions.requirements.get(id);
      const own = page.file.requirements?.[id];
      return [id, requirement?.title, requirement?.statement, own?.note, own?.owner].some((text) =>
        text?.toLocaleLowerCase().includes(wanted),
      );
    });
}

function found(page: Page, standing: Map<string, RequirementReport>): TemplateResult {
  const list = (page.ui.found ??= matches(page, page.ui.filter, page.ui.words));
  const from = page.ui.shown.get(FIND) ?? 0;
  const to = Math.min(from + PAGE, list.length);
  const turn = (start: number): void => {
    page.ui.shown.set(FIND, start);
    page.refresh();
    page.focusOn("title");
  };
  return html`
    <div class="head">
      <h1 id="title" tabindex="-1">${t("find.title", { filter: tt(`find.${page.ui.filter}`) })}</h1>
      <p class="quiet">${list.length > PAGE ? t("find.part", { from: from + 1, to, n: list.length }) : t("find.count", { n: list.length })}</p>
    </div>
    ${search(page)}
    ${questions(page, list.slice(from, to), standing)}
    <div class="steps">
      ${from > 0 ? html`<button type="button" @click=${() => turn(from - PAGE)}>${icon("previous")}${t("find.previous")}</button>` : nothing}
      ${to < list.length ? html`<button type="button" class="primary" @click=${() => turn(to)}>${t("find.next")}${icon("next")}</button>` : nothing}
    </div>
  `;
}
