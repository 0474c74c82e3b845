import { html, nothing, type TemplateResult } from "lit";
import { aboutField, headcountField } from "../../components/about.js";
import { fileDrop } from "../../components/file_drop.js";
import { choose, field } from "../../components/field.js";
import { fileAge } from "../../components/save_state.js";
import { clock } from "../../text/format.js";
import type { Page } from "../../page.js";
import type { Theme } from "../../model/preferences.js";
import { link } from "../../router.js";
import { conformity } from "../../text/labels.js";
import { t, tt } from "../../text/messages.js";

export function data(page: Page): TemplateResult {
  const { copy } = page.deferred;
  return html`<div class="head">
      <h1 id="title" tabindex="-1">${t("nav.data")}</h1>
      <p class="measure-text">${t("data.text")}</p>
    </div>
    <div class="stack">
      <section class="card" aria-labelledby="save-title">
        <h2 id="save-title">${t("data.save")}</h2>
        <p>${t("data.save.text")}</p>
        <p class="quiet">${fileAge(page)}</p>
        <p class="buttons">
          <button type="button" class="primary" @click=${() => page.saveFile()}>${t("data.save.act")}</button>
          <button type="button" @click=${() => showText(page)}>${t("data.text.act")}</button>
          ${
            copy && page.draft.place !== "frame"
              ? html`<button type="button" id="data-copy" @click=${() => copy.ask(page)}>${tt("copy.act")}</button>`
              : nothing
          }
        </p>
      </section>
      <section class="card" aria-labelledby="open-title">
        <h2 id="open-title" tabindex="-1">${t("start.open")}</h2>
        ${fileDrop({ id: "data-file", label: t("file.open"), hint: t("file.open.hint"), accept: "", take: (file) => void page.openFile(file) })}
      </section>
      ${page.deferred.exports?.list(page) ?? nothing} ${draft(page)} ${about(page)} ${preferencesCard(page)}
      <section class="card danger" aria-labelledby="delete-title">
        <h2 id="delete-title">${t("data.delete")}</h2>
        <p>${t("data.delete.text")}</p>
        <p><button type="button" class="danger" @click=${() => page.deleteAll()}>${t("data.delete.act")}</button></p>
      </section>
    </div>`;
}

/** Where a download is forbidden the text can still be taken along. */
function showText(page: Page): void {
  page.ask({
    title: t("data.text.title"),
    wide: true,
    body: () => html`<p>${t("data.text.hint")}</p>
      <div class="field">
        <label for="text-copy" class="hidden">${t("data.text.title")}</label>
        <textarea id="text-copy" rows="12" readonly spellcheck="false" translate="no" .value=${page.store.text} @focus=${(event: Event) => (event.target as HTMLTextAreaElement).select()}></textarea>
      </div>`,
  });
}

function draft(page: Page): TemplateResult {
  const { state } = page.draft;
  const words =
    state.state === "off"
      ? tt(`draft.off.${state.why}`)
      : state.state === "failed"
        ? tt(`draft.failed.${state.why}`)
        : state.state === "ask"
          ? t("draft.ask")
          : state.state === "saved" && state.at
            ? t("draft.saved", { time: clock(state.at) })
            : t("draft.on");
  const may = page.draft.place === "site";
  const on = ["saved", "saving", "failed", "starting"].includes(state.state);
  return html`<section class="card" aria-labelledby="draft-title">
    <h2 id="draft-title">${t("draft.title")}</h2>
    <p>${words}</p>
    ${
      may
        ? html`<p class="buttons">
            ${
              on
                ? html`<button type="button" @click=${() => void page.draft.refuse()}>${t("draft.stop")}</button>`
                : html`<button type="button" @click=${() => page.draft.allow()}>${t("draft.allow")}</button>`
            }
          </p>`
        : nothing
    }
  </section>`;
}

function about(page: Page): TemplateResult {
  const { assessor = "" } = page.file;
  const { levels } = page.questions.catalog;
  return html`<section class="card" aria-labelledby="about-title">
    <h2 id="about-title">${t("about.title")}</h2>
    <div class="pair">
      ${aboutField(page, "name", "about")}
      ${headcountField(page, "about-headcount")}
    </div>
    ${aboutField(page, "scope", "about", true)}
    <div class="pair">
      ${field(page, {
        id: "about-assessor",
        label: t("about.assessor"),
        value: assessor,
        commit: (text) =>
          void page.change(
            t("change.about"),
            "assessor",
            (assessment) => assessment.setAssessor(text),
            "about-assessor",
          ),
      })}
      ${choose({
        id: "about-target",
        label: t("about.target"),
        value: String(Math.max(page.file.target, conformity(page))),
        disabled: page.readonly,
        options: levels
          .slice(conformity(page))
          .map((level) => [String(level.level), `${level.level} ${level.name}`] as const),
        commit: (value) =>
          void page.change(t("change.target"), "", (assessment) => assessment.setTarget(Number(value))),
      })}
    </div>
    <p class="hint">${t("about.target.hint")}</p>
    <p>
      ${t("named", { name: t("report.standard"), value: page.questions.catalog.name })}
      ${page.host?.fixed ? nothing : html`<a href=${link("compare", "carry-over")}>${t("carry.open", { edition: page.store.edition === "2022" ? "2013" : "2022" })}</a>`}
    </p>
  </section>`;
}

function preferencesCard(page: Page): TemplateResult {
  const tick = (id: "digits" | "spelling"): TemplateResult => html`<label class="level">
    <input
      type="checkbox"
      id="set-${id}"
      .checked=${page.preferences[id]}
      aria-describedby="set-${id}-hint"
      @change=${(event: Event) => {
        page.preferences[id] = (event.target as HTMLInputElement).checked;
        page.refresh();
      }}
    /><span class="what"
      ><b>${tt(`set.${id}`)}</b> <span class="line" id="set-${id}-hint">${tt(`set.${id}.hint`)}</span></span
    >
  </label>`;
  return html`<section class="card" aria-labelledby="preferencesCard-title">
    <h2 id="preferencesCard-title">${t("set.title")}</h2>
    ${tick("digits")} ${tick("spelling")}
    ${choose({
      id: "set-theme",
      label: t("theme.label"),
      value: page.preferences.theme,
      options: (["system", "light", "dark"] as const).map((value) => [value, tt(`theme.${value}`)] as const),
      commit: (value) => page.setTheme(value as Theme),
    })}
  </section>`;
}
