import { html, nothing, type TemplateResult } from "lit";
import { guard } from "lit/directives/guard.js";
import { isControl, type Requirement } from "../model/question_pages.js";
import type { EvidenceLink } from "../model/wasm.js";
import { listed, safeAddress } from "../text/format.js";
import type { Page } from "../page.js";
import { t, tt } from "../text/messages.js";
import { answerText, conformity, dom } from "../text/labels.js";
import { answer, legend, reason, said, type Asked } from "./asked.js";
import { exclusionHint } from "./exclusion.js";
import { field } from "./field.js";
import { fold } from "./fold.js";
import { icon } from "./icon.js";
import { levels } from "./levels.js";
import { unfold } from "./unfold.js";
import type { List, RowId } from "../ui_state.js";
import { matches } from "../media.js";

export const question = (page: Page, of: Asked): unknown =>
  guard(
    [
      of.key,
      page.questions,
      page.report.ambition?.target,
      page.report.requirements.find((one) => one.id === of.key)?.refused,
      JSON.stringify(of.own),
      of.provisional,
      page.ui.pending.has(of.key),
      [...page.ui.typed].filter(([id]) => id.startsWith(dom(of.key))).join(),
      [...page.ui.open].filter((id) => id.startsWith(`${of.key}/`)).join(),
      page.ui.shown.get(linksOf(dom(of.key))),
      page.paper,
      page.ui.problems,
      page.preferences.spelling,
      page.preferences.digits,
      page.readonly,
      page.host,
      page.deferred.learn && page.deferred.terms,
      guided(),
    ],
    () => draw(page, of),
  );

/** Whether there is room for the guidance at the side. */
export const guided = (): boolean => matches("(min-width: 75rem)");

function draw(page: Page, of: Asked): TemplateResult {
  const id = dom(of.key);
  const { catalog } = page.questions;
  const pending = page.ui.pending.has(of.key);
  const own = of.own?.answer;
  const chosen = pending ? "not-applicable" : own === undefined ? "" : String(own);
  const excluded = chosen === "not-applicable";
  const locked = page.readonly || page.host?.locks(of.key) === true;
  const clear = (): void => {
    page.ui.pending.delete(of.key);
    page.change(t("change.clear", { id: of.number }), "", (assessment) => assessment.clear(of.key));
    page.refresh();
  };
  const digit = (event: KeyboardEvent): void => {
    if (!page.preferences.digits || event.ctrlKey || event.metaKey || event.altKey) return;
    if ((event.target as HTMLInputElement).type !== "radio" || !/^[0-5]$/.test(event.key)) return;
    event.preventDefault();
    answer(page, of, event.key);
    page.focusOn(`${id}-${event.key}`);
  };
  return html`<fieldset class="question" part="question" id=${id} data-guided=${of.requirement && guided() ? "" : nothing} @keydown=${digit}>
    ${legend(of, id, html`<span class="asked" id="${id}-text">${page.deferred.terms?.(page, of.statement, of.key) ?? of.statement}</span>`)}
    ${page.host?.extras("question", page, of.key)}
    ${said(page, of)}
    ${
      of.provisional !== null && chosen === ""
        ? html`<div class="provisional">
            <p>
              ${t("provisional.hint", { answer: answerText(catalog, of.provisional) })}
            </p>
            ${
              of.provisional === "not-applicable"
                ? nothing
                : html`<button type="button" class="small" ?disabled=${locked} @click=${() => answer(page, of, String(of.provisional))}>
                    ${t("provisional.confirm")}<span class="hidden"> ${of.number}</span>
                  </button>`
            }
          </div>`
        : nothing
    }
    ${levels({
      id,
      names: catalog.levels.map((level) => level.name),
      lines: of.lines,
      target: conformity(page),
      chosen,
      provisional: of.provisional === null ? "" : String(of.provisional),
      mayExclude: of.mayExclude,
      disabled: locked,
      choose: (value) => answer(page, of, value),
    })}
    ${excluded ? [exclusionHint(page, of.key), reason(page, of, id, pending, locked)] : nothing}
    <div class="aside">
      ${of.requirement ? fold(page, `${of.key}/help`, t("help.title"), () => guidance(of.requirement as Requirement)) : nothing} ${notes(page, of, id)}
      ${
        chosen === ""
          ? nothing
          : html`<button type="button" class="plain small clear" ?disabled=${locked} @click=${clear}>
              ${t("answer.clear")}<span class="hidden"> ${of.number}</span>
            </button>`
      }
    </div>
    ${of.requirement && guided() ? html`<div class="beside">${guidance(of.requirement)}</div>` : nothing}
  </fieldset>`;
}

const guidance = (requirement: Requirement): TemplateResult =>
  html`<h2>${t("help.guidance")}</h2>
      <p>${requirement.guidance}</p>
      <h2>${t("help.evidence")}</h2>
      <ul>
        ${requirement.evidence.map((line) => html`<li>${line}</li>`)}
      </ul>
      <h2>${t("help.sampling")}</h2>
      <p>${requirement.sampling}</p>
      <h2>${t("help.finding")}</h2>
      <p>${requirement.commonFinding}</p>
      <h2>${t("help.small")}</h2>
      <p>${requirement.smallOrganisations}</p>
      <h2>${t("help.next")}</h2>
      <p>${requirement.nextStep} <span class="quiet">${tt(`effort.${requirement.effort}`)}</span></p>
      <p class="quiet">${requirement.kinds.map((kind) => tt(`kind.${kind}`)).join(" · ")}</p>
      ${
        isControl(requirement) &&
        (requirement.isNew || requirement.predecessors.length > 0 || requirement.successors.length > 0)
          ? html`<p class="quiet">
              ${
                requirement.isNew
                  ? t("help.new")
                  : requirement.predecessors.length > 0
                    ? t("help.was", { ids: listed(requirement.predecessors) })
                    : t("help.is", { ids: listed(requirement.successors) })
              }
            </p>`
          : nothing
      }`;

function notes(page: Page, of: Asked, id: RowId): TemplateResult {
  const own = of.own ?? {};
  const filled = [own.note, own.owner, own.due].filter(Boolean).length + (own.evidence?.length ?? 0);
  const set =
    (name: "note" | "owner" | "due") =>
    (value: string): void => {
      page.change(
        t("change.note", { id: of.number }),
        `${name}:${of.key}`,
        (assessment) => assessment.annotate(of.key, { [name]: value }),
        `${id}-${name}`,
      );
    };
  const title = filled > 0 ? html`${t("notes.title")} <span class="count">${filled}</span>` : t("notes.title");
  return fold(
    page,
    `${of.key}/notes`,
    title,
    () => html`
    ${field(page, { id: `${id}-note`, label: t("notes.note"), kind: "area", value: own.note ?? "", commit: set("note") })}
    <div class="pair">
      ${field(page, { id: `${id}-owner`, label: t("notes.owner"), value: own.owner ?? "", commit: set("owner") })}
      ${field(page, { id: `${id}-due`, label: t("notes.due"), kind: "date", value: own.due ?? "", commit: set("due") })}
    </div>
    ${evidence(page, of.key, of.number, id, own.evidence ?? [])}
  `,
  );
}

/** An address that may be opened, with where it leads. */
export function outward(href: string, label: string): TemplateResult {
  const address = safeAddress(href);
  if (!address) return html`<bdi>${label || href}</bdi>`;
  const place = address.protocol === "mailto:" ? address.pathname : address.host;
  return html`<a href=${address.href} target="_blank" rel="noopener noreferrer"><bdi>${label || place}</bdi></a>
    <span class="quiet"><bdi>${place}</bdi> ${icon("external")}</span>`;
}

/** Links of one question that are shown at first. */
const SHOWN = 25;
/** Name of their list. */
const linksOf = (id: string): List => `${id}-evidence`;

function evidence(page: Page, key: string, number: string, id: RowId, links: EvidenceLink[]): TemplateResult {
  const write = (next: EvidenceLink[]): boolean =>
    page.change(
      t("change.evidence", { id: number }),
      "",
      (assessment) => assessment.annotate(key, { evidence: next }),
      `${id}-href`,
    );
  const typed = (name: "label" | "href"): string => (page.ui.typed.get(`${id}-${name}`) ?? "").trim();
  const add = (): void => {
    const [label, href] = [typed("label"), typed("href")];
    if (href === "" && label === "") return page.focusOn(`${id}-href`);
    if (href !== "" && !safeAddress(href)) {
      return page.problems(t("problems.heading"), [{ message: t("evidence.address"), field: `${id}-href` }]);
    }
    if (!write([...links, { label, href }])) return;
    page.ui.typed.delete(`${id}-label`);
    page.ui.typed.delete(`${id}-href`);
    page.focusOn(`${id}-label`);
  };
  const remove = (index: number): string => `${id}-remove-${index}`;
  const { shown, more } = unfold(page, {
    name: linksOf(id),
    list: links.map((one, index) => ({ one, index })),
    step: SHOWN,
    focus: ({ index }) => remove(index),
  });
  return html`<div class="evidence">
    <h2>${t("evidence.title")}</h2>
    ${
      links.length > 0
        ? html`<ul class="plain-list">
            ${shown.map(
              ({ one, index }) => html`<li>
                ${outward(one.href, one.label)}
                <button type="button" class="plain small" id=${remove(index)} ?disabled=${page.readonly} @click=${() => write(links.filter((_, at) => at !== index))}>
                  ${t("evidence.remove")}<span class="hidden"> <bdi>${one.label || one.href}</bdi></span>
                </button>
              </li>`,
            )}
          </ul>
          ${more}`
        : nothing
    }
    ${
      page.readonly
        ? nothing
        : html`<div class="pair">
              ${field(page, { id: `${id}-label`, label: t("evidence.label"), value: "" })}
              ${field(page, { id: `${id}-href`, label: t("evidence.href"), hint: t("evidence.hint"), value: "" })}
            </div>
            <button type="button" class="small" @click=${add}>${t("evidence.add")}<span class="hidden"> ${number}</span></button>`
    }
  </div>`;
}
