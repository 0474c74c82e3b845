import { html, nothing, type TemplateResult } from "lit";
import type { UiState } from "../ui_state.js";
import type { QuestionIndex, Section } from "../model/question_pages.js";
import type { RequirementReport } from "../model/wasm.js";
import type { Page } from "../page.js";
import { DESTINATIONS, link, type View } from "../router.js";
import { t, tt } from "../text/messages.js";
import { meter } from "./coverage.js";
import { icon } from "./icon.js";
import { progressOf } from "./sections.js";

/** What stands behind More: the address, and with "nav." before it the key of its words. */
const MORE: readonly (readonly [View, ...string[]])[] = [
  ["import"],
  ["compare"],
  ["compare", "carry-over"],
  ["learn"],
  ["data"],
];

/** The bar: six destinations, which a narrow page folds into a menu, and More. */
export function views(page: Page): TemplateResult {
  const { route, host } = page;
  const names = MORE.map((path) => path.join("."));
  const here = names.find((name) => name === `${route.view}.${route.rest[0]}`) ?? route.view;
  const item = (hash: string, label: string, current: boolean): TemplateResult => html`<li>
    <a href=${hash} aria-current=${current ? "page" : nothing}>${label}</a>
  </li>`;
  const more = MORE.filter(([view, part]) => !host?.hides(view) && !(part && host?.fixed));
  return html`<nav class="views" part="navigation" aria-label=${t("nav.label")}>
    <div>
      ${menu(
        page,
        "views",
        html`${icon("menu")}${t("nav.menu")}<span class="quiet">${tt(`nav.${here}`, values(page))}</span>`,
        DESTINATIONS.filter((view) => !host?.hides(view)).map((view) =>
          item(link(view), tt(`nav.${view}`), view === here),
        ),
      )}
      ${menu(
        page,
        "more",
        html`${t("nav.more")}${icon("down")}`,
        more.map((path) => {
          const name = path.join(".");
          return item(link(...path), tt(`nav.${name}`, values(page)), name === here);
        }),
      )}
    </div>
  </nav>`;
}

const values = ({ store }: Page): { edition: string } => ({ edition: store.edition === "2022" ? "2013" : "2022" });

/** A button and the list that it opens. The list closes when the focus leaves it, with Escape, and when a link is followed. */
function menu(page: Page, name: NonNullable<UiState["menu"]>, label: unknown, list: TemplateResult[]): TemplateResult {
  const open = page.ui.menu === name;
  const become = (which: UiState["menu"]): void => {
    page.ui.menu = which;
    page.refresh();
  };
  const left = ({ currentTarget, relatedTarget }: FocusEvent): void => {
    if (open && !(currentTarget as Element).contains(relatedTarget as Node | null)) become(null);
  };
  // A link to where the page is already moves nothing, so nothing else would close the list.
  const follow = ({ target }: Event): void => {
    if (!(target as Element).closest("[aria-current]")) return;
    page.ui.menu = null;
    page.focusOn("title");
  };
  return html`<div class="menu" @focusout=${left}>
    <button
      type="button"
      class="plain"
      id="${name}-button"
      aria-expanded=${open ? "true" : "false"}
      aria-controls=${name}
      @click=${(event: Event) => {
        // WebKit gives no focus to a button that is clicked, and the list closes when it goes.
        (event.currentTarget as HTMLElement).focus();
        become(open ? null : name);
      }}
    >
      ${label}
    </button>
    <ul id=${name} tabindex="-1" data-open=${open ? "" : nothing} @click=${follow}>
      ${list}
    </ul>
  </div>`;
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
