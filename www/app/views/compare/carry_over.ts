import { html, nothing, type TemplateResult } from "lit";
import { fold } from "../../components/fold.js";
import { table } from "../../components/table.js";
import { isReadinessError, type CarriedOver, type ReviewItem } from "../../model/wasm.js";
import type { Page } from "../../page.js";
import { link } from "../../router.js";
import { t, tt } from "../../text/messages.js";
import { answerText, requirementLink } from "../../text/labels.js";

/** What asks for a second look first; what was kept needs none. */
const CHANGES = ["merged", "split", "new", "dropped", "kept"] as const;

/** What carrying over would give, or why it cannot be. */
const carriedOver = (page: Page): { carried: CarriedOver | null; problem: string } =>
  page.store.once("carried", () => {
    try {
      return { carried: page.store.try((copy) => copy.carryOver()), problem: "" };
    } catch (error) {
      if (!isReadinessError(error)) throw error;
      return { carried: null, problem: error.message };
    }
  });

/** To the other edition: what would become of each answer, and afterwards what to look at again. */
export function carryOver(page: Page): TemplateResult {
  const from = page.store.edition;
  const { carried: done } = page.ui;
  if (done?.to === from) return review(page, done.review);
  const to = from === "2022" ? "2013" : "2022";
  const { carried, problem } = carriedOver(page);
  const take = (): void => {
    if (!carried || !page.replace(t("change.carry", { edition: to }), carried.assessment)) return;
    const { ui } = page;
    for (const kept of [ui.open, ui.raised, ui.choice, ui.shown, ui.typed]) kept.clear();
    ui.found = null;
    ui.filter = "all";
    ui.words = "";
    ui.other = null;
    ui.carried = { to, review: carried.review };
    ui.open.add("carry/merged");
    page.dismiss("merged");
    page.announce(t("carry.done", { edition: to }));
    page.focusOn("title");
  };
  const ask = (): void =>
    page.ask({
      title: t("carry.ask", { edition: to }),
      body: () => html`<p>${t("carry.ask.text")}</p>`,
      actions: [
        { label: t("carry.act"), act: take, tone: "primary" },
        { label: t("data.save.act"), act: () => page.saveFile(), stays: true },
      ],
    });
  return html`<div class="head">
      <p class="over"><a href=${link("compare")}>${t("nav.compare")}</a></p>
      <h1 id="title" tabindex="-1">${t("carry.title", { edition: to })}</h1>
      <p class="measure-text">${t("carry.how")}</p>
      ${to === "2013" ? html`<p class="measure-text">${t("edition.2013.hint")}</p>` : nothing}
    </div>
    ${
      page.store.empty
        ? html`<p class="empty">${t("carry.empty")} <a href=${link("start")}>${t("nav.start")}</a></p>`
        : carried
          ? html`${tallies(carried.review)}
              <p class="buttons">
                <button type="button" class="primary" ?disabled=${page.readonly || page.host?.fixed === true} @click=${ask}>${t("carry.open", { edition: to })}</button>
              </p>
              ${groups(page, carried.review, false)}`
          : html`<p class="error">${problem}</p>`
    }`;
}

function review(page: Page, list: ReviewItem[]): TemplateResult {
  const to = page.store.edition;
  return html`<div class="head">
      <p class="over"><a href=${link("compare")}>${t("nav.compare")}</a></p>
      <h1 id="title" tabindex="-1">${t("carry.review", { edition: to })}</h1>
      <p class="measure-text">${t("carry.review.text")}</p>
    </div>
    ${tallies(list)} ${groups(page, list, true)}
    <p class="buttons">
      <a class="button primary" href=${link("assess")}>${t("start.continue")}</a>
      <button
        type="button"
        @click=${() => {
          delete page.ui.carried;
          page.go(link("compare"));
        }}
      >
        ${t("carry.finish")}
      </button>
    </p>`;
}

const tallies = (list: ReviewItem[]): TemplateResult => html`<dl class="tallies">
  ${CHANGES.map((change) => html`<div><dt>${tt(`carry.${change}`)}</dt><dd class="figure">${list.filter((one) => one.change === change).length}</dd></div>`)}
</dl>`;

const groups = (page: Page, list: ReviewItem[], done: boolean): TemplateResult[] =>
  CHANGES.flatMap((change) => {
    const rows = list.filter((one) => one.change === change);
    if (rows.length === 0) return [];
    return html`<section aria-labelledby="carry-${change}">
      <h2 id="carry-${change}">${tt(`carry.${change}`)} <span class="count">${rows.length}</span></h2>
      <p class="measure-text">${tt(`carry.${change}.text`)}</p>
      ${fold(page, `carry/${change}`, t("carry.list", { n: rows.length }), () => rowsOf(page, change, rows, done))}
    </section>`;
  });

function rowsOf(page: Page, change: ReviewItem["change"], rows: ReviewItem[], done: boolean): TemplateResult {
  const words = (answer: ReviewItem["answer"]): string => answerText(page.questions.catalog, answer);
  const name = (one: ReviewItem): TemplateResult => {
    const text = html`<span class="ref">${one.id}</span> ${one.title}`;
    // A question that this edition has can be opened.
    return done && change !== "dropped" ? html`<a href=${requirementLink(page.questions, one.id)}>${text}</a>` : text;
  };
  const bare = change === "new" || change === "dropped";
  return table(
    tt(`carry.${change}`),
    [
      { label: t("explain.requirement") },
      ...(bare ? [] : [{ label: t("carry.sources") }]),
      { label: change === "dropped" ? t("carry.was") : t("carry.now") },
    ],
    rows.map((one) => ({
      head: name(one),
      cells: [
        ...(bare
          ? []
          : [
              html`<ul class="plain-list">
                ${one.sources.map((source) => html`<li><span class="ref">${source.id}</span> ${source.title} <span class="quiet">${words(source.answer)}</span></li>`)}
              </ul>`,
            ]),
        words(one.answer),
      ],
    })),
    true,
  );
}
