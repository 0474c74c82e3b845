// The quick scan: one question a screen, answered by a tap or a key, which goes on to the next.
import { html, nothing, type TemplateResult } from "lit";
import { answer, asked, legend, reason, said, type Asked } from "../../components/asked.js";
import { meter } from "../../components/coverage.js";
import { icon } from "../../components/icon.js";
import { levels } from "../../components/levels.js";
import { scanned, sectionAsked } from "../../components/sections.js";
import type { Section } from "../../model/question_pages.js";
import type { Page } from "../../page.js";
import { link } from "../../router.js";
import { conformity, dom } from "../../text/labels.js";
import { surrounding, t } from "../../text/messages.js";
import { mayLeave } from "./leave.js";
import { matches } from "../../media.js";

/** How long a choice is seen before the next question comes. */
const SEEN_MS = 350;
/** A second click of a hand that clicks twice must not answer the next question. */
const DEAF_MS = 300;
const KEYS: Record<string, string> = { u: "unknown", n: "not-applicable" };

interface Going {
  timer?: ReturnType<typeof setTimeout>;
  /** When a pointer last pressed on an answer, and when that last led on. */
  pressed: number;
  came: number;
}
const going = new WeakMap<Page, Going>();
const goingOf = (page: Page): Going => {
  const own = going.get(page) ?? { pressed: -Infinity, came: -Infinity };
  going.set(page, own);
  return own;
};

const goesOn = (page: Page): boolean => page.preferences.goesOn && !matches("(prefers-reduced-motion: reduce)");

/** Where the question before and the next one are. */
function around(page: Page, section: Section): { at: number; back: string; next: string } {
  const list = page.questions.quick;
  const at = list.indexOf(section);
  const to = (other: Section | undefined, else_: string): string => (other ? link("assess", other.id) : else_);
  return { at, back: to(list[at - 1], link("start")), next: to(list[at + 1], link("result")) };
}

function goOn(page: Page, section: Section): void {
  clearTimeout(goingOf(page).timer);
  if (mayLeave(page, section.items)) page.go(around(page, section).next);
}

export function quick(page: Page, section: Section): TemplateResult {
  const of = asked(page, section.items[0] ?? "", new Map());
  if (!of) return html``;
  const { at, back, next } = around(page, section);
  const { n, of: all } = scanned(page);
  const press = (event: Event): void => {
    event.preventDefault();
    goOn(page, section);
  };
  const position = t("scan.position", { n: at + 1, of: all });
  const [before, after] = surrounding(t("named", { value: position }), "name");
  return html`<div class="scan">
    <div class="scan-head">
      <h1 id="title" tabindex="-1">${before}${t("mode.quick")}<span class="hidden">${after}</span></h1>
      <p class="figure" aria-hidden="true">${position}</p>
      ${meter(n, 0, all)}
    </div>
    ${asking(page, of, section, position)}
    <div class="steps">
      <a class="button" href=${back}>${icon("previous")}${t("scan.back")}</a>
      <a class="button primary" href=${next} @click=${press}>${t(at + 1 < all ? "scan.next" : "assess.done")}${icon("next")}</a>
    </div>
    <div class="scan-foot">
      <label
        ><input
          type="checkbox"
          id="scan-goes-on"
          .checked=${page.preferences.goesOn}
          @change=${(event: Event) => {
            page.preferences.goesOn = (event.target as HTMLInputElement).checked;
            page.refresh();
          }}
        />
        ${t("scan.goes-on")}</label
      >
      ${page.preferences.digits ? html`<p class="keys">${t("scan.keys")}</p>` : nothing}
    </div>
  </div>`;
}

function asking(page: Page, of: Asked, section: Section, position: string): TemplateResult {
  const id = dom(of.key);
  const pending = page.ui.pending.has(of.key);
  const own = of.own?.answer;
  const chosen = pending ? "not-applicable" : own === undefined ? "" : String(own);
  const locked = page.readonly || page.host?.locks(of.key) === true;
  const now = goingOf(page);
  // Only a pointer leads on: arrows explore, and a screen reader's own cursor presses no pointer.
  const clicked = (event: Event): void => {
    if (performance.now() - now.came < DEAF_MS) return event.preventDefault();
    if ((event.target as HTMLInputElement).type !== "radio") return;
    clearTimeout(now.timer);
    if (performance.now() - now.pressed > 1_000 || !goesOn(page)) return;
    now.timer = setTimeout(() => {
      const still = page.route.view === "assess" && sectionAsked(page) === section;
      if (!still || page.ui.problems || page.ui.pending.has(of.key)) return;
      if (page.file.areas?.[of.key.slice(5)]?.answer === "not-applicable") return;
      now.came = performance.now();
      goOn(page, section);
    }, SEEN_MS);
  };
  return html`<fieldset class="question" part="question" id=${id}>
    ${legend(of, id, html`<span role="heading" aria-level="2" class="asked" id="${id}-text">${of.statement}</span>`, position)}
    ${page.host?.extras("question", page, of.key)} ${said(page, of)}
    ${levels({
      id,
      names: page.questions.catalog.levels.map((level) => level.name),
      lines: of.lines,
      target: conformity(page),
      chosen,
      provisional: "",
      mayExclude: of.mayExclude,
      disabled: locked,
      choose: (value) => answer(page, of, value),
      pressed: () => {
        now.pressed = performance.now();
      },
      clicked,
    })}
    ${chosen === "not-applicable" ? reason(page, of, id, pending, locked) : nothing}
  </fieldset>`;
}

/** Answers the question of this screen by a key, or turns to another; true if the key was one of these. */
export function scanKey(page: Page, key: string): boolean {
  // The address and not what is drawn: a fast hand is ahead of the drawing.
  const section = page.route.view === "assess" ? sectionAsked(page) : null;
  const of = section?.id.startsWith("quick-") && asked(page, section.items[0] ?? "", new Map());
  if (!section || !of) return false;
  if (key === "Enter" || key === "j") goOn(page, section);
  else if (key === "k") page.go(around(page, section).back);
  else if (key === "Escape") clearTimeout(goingOf(page).timer);
  else {
    const value = /^[0-5]$/.test(key) ? key : KEYS[key];
    if (value === undefined || page.readonly || page.host?.locks(of.key)) return false;
    if (value === "not-applicable" && !of.mayExclude) return false;
    clearTimeout(goingOf(page).timer);
    answer(page, of, value);
    if (value === "not-applicable") page.focusOn(`${dom(of.key)}-reason`);
    else if (page.ui.problems) return true;
    else if (goesOn(page)) goOn(page, section);
    else page.focusOn(`${dom(of.key)}-${value}`);
  }
  return true;
}
