import { html, nothing, type TemplateResult } from "lit";
import type { QuestionIndex, Section } from "../model/question_pages.js";
import type { RequirementReport } from "../model/wasm.js";
import type { Page } from "../page.js";
import { link, VIEWS } from "../router.js";
import { t, tt } from "../text/messages.js";
import { meter } from "./coverage.js";
import { icon } from "./icon.js";
import { progressOf } from "./sections.js";

/** The views of the page. */
export function views(page: Page): TemplateResult {
  return html`<nav class="views" part="navigation" aria-label=${t("nav.label")}>
    <button
      type="button"
      class="plain menu"
      aria-expanded=${page.ui.menu ? "true" : "false"}
      aria-controls="views"
      @click=${() => {
        page.ui.menu = !page.ui.menu;
        page.refresh();
      }}
    >
      ${icon("menu")}${t("nav.menu")}<span class="quiet">${tt(`nav.${page.route.view}`)}</span>
    </button>
    <ul id="views" data-open=${page.ui.menu ? "" : nothing}>
      ${VIEWS.filter((view) => !page.host?.hides(view)).map(
        (view) => html`<li>
          <a href=${link(view)} aria-current=${page.route.view === view ? "page" : nothing}>${tt(`nav.${view}`)}</a>
        </li>`,
      )}
    </ul>
  </nav>`;
}

/** The pages of questions, grouped as the standard groups them, each with its progress. */
export function sections(
  page: Page,
  list: Section[],
  current: string | null,
  standing: Map<string, RequirementReport>,
): TemplateResult {
  const blocks = grouped(page.questions, list);
  return html`<nav class="sections" aria-label=${t("sections.label")}>
    ${blocks
      .filter((block) => block.list.length > 0)
      .map(
        (block) => html`${block.title ? html`<h2>${block.title}</h2>` : nothing}
        <ul>
          ${block.list.map((section) => {
            const { done, provisional, of } = progressOf(page, section, standing);
            return html`<li>
              <a href=${link("assess", section.id)} aria-current=${section.id === current ? "page" : nothing}>
                <span class="label">${section.number ? html`<span class="ref">${section.number}</span> ` : nothing}${section.title}</span>
                <span class="figure" aria-hidden="true">${done}/${of}</span>
                <span class="hidden">${t("sections.progress", { n: done, of })}</span>
                ${meter(done, provisional, of)}
              </a>
            </li>`;
          })}
        </ul>`,
      )}
  </nav>`;
}

function grouped(questions: QuestionIndex, list: Section[]): { title: string; list: Section[] }[] {
  const clauses = { title: t("part.clauses"), list: list.filter((section) => section.group === null) };
  // In 2013 every group is one page and needs no heading of its own.
  if (questions.catalog.groups.length > 4) {
    return [clauses, { title: t("part.controls"), list: list.filter((section) => section.group !== null) }];
  }
  return [
    clauses,
    ...questions.catalog.groups.map((group) => ({
      title: `${group.id} ${group.title}`,
      list: list.filter((section) => section.group === group.id),
    })),
  ];
}
