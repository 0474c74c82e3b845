import { html, nothing, type TemplateResult } from "lit";
import { fileDrop } from "../../components/file_drop.js";
import { icon } from "../../components/icon.js";
import { bar } from "../../components/interval.js";
import { table } from "../../components/table.js";
import { coverageText } from "../../components/coverage.js";
import type { Edition } from "../../model/wasm.js";
import { range } from "../../text/format.js";
import type { Page } from "../../page.js";
import { link } from "../../router.js";
import { t, tt } from "../../text/messages.js";

export function start(page: Page): TemplateResult {
  const { catalog, full, quick } = page.questions;
  const requirements = page.report.coverage.total;
  const areas = quick.reduce((sum, section) => sum + section.items.length, 0);
  const documents = catalog.documents.length;
  const begun = !page.store.empty;
  return html`<div class="start">
    <div class="hero">
      <div class="lead">
        <h1 id="title" tabindex="-1">${t("start.title")}</h1>
        <p class="intro">${t("start.intro")}</p>
        <p class="privacy">${t("start.privacy")}</p>
      </div>
      <ul class="gains" aria-label=${t("start.gains")}>
        ${(["result", "documents", "statement", "plan", "report"] as const)
          .filter((view) => !page.host?.hides(view))
          .map((view) => html`<li><a href=${link(view)}>${tt(`nav.${view}`)}</a>: ${tt(`start.gain.${view}`)}</li>`)}
      </ul>
    </div>
    ${begun ? resume(page) : nothing}
    <div class="options">
      ${quick.length > 0 ? modeCard(page, "quick", areas) : nothing} ${full.length > 0 ? modeCard(page, "full", requirements) : nothing}
    </div>
    ${edition(page)}
    <div class="options">
      <section class="card" aria-labelledby="open-title">
        <h2 id="open-title">${t("start.open")}</h2>
        ${fileDrop({ id: "start-file", label: t("file.open"), hint: t("file.open.hint"), take: (file) => void page.openFile(file) })}
      </section>
      <section class="card" aria-labelledby="example-title">
        <h2 id="example-title">${t("start.example")}</h2>
        <p>${t("start.example.text")}</p>
        <p class="push"><button type="button" @click=${() => page.openExample()}>${t("start.example.open")}</button></p>
      </section>
    </div>
    <section class="prose" aria-labelledby="method-title">
      <h2 id="method-title">${t("method.title")}</h2>
      <p>${t("method.levels")}</p>
      ${table(
        t("method.levels.caption"),
        [{ label: t("method.level") }, { label: t("method.meaning") }],
        catalog.levels.map((level) => ({
          head: html`<span class="figure">${level.level}</span> ${level.name}`,
          cells: [level.meaning],
        })),
        true,
      )}
      <ul class="points">
        <li>${t("method.score")}</li>
        <li>${t("method.interval")}</li>
        <li>${t("method.parts")}</li>
        <li>${t("method.gates")}</li>
        <li>${t("method.not-applicable")}</li>
        <li>${t("method.documents", { n: documents })}</li>
      </ul>
    </section>
    <section class="prose" aria-labelledby="not-title">
      <h2 id="not-title">${t("not.title")}</h2>
      <ul class="points">
        <li>${t("not.iso")}</li>
        <li>${t("not.certificate")}</li>
        <li>${t("not.text")}</li>
      </ul>
    </section>
  </div>`;
}

function resume(page: Page): TemplateResult {
  const { overall, coverage } = page.report;
  return html`<section class="card resume" aria-labelledby="resume-title">
    <div>
      <h2 id="resume-title">${t("start.resume")}</h2>
      <p>
        <strong class="figure">${range(overall)}</strong>
        <span class="quiet">${coverageText(coverage)}</span>
      </p>
      ${bar(overall)}
      <p class="quiet">${page.questions.catalog.name}</p>
    </div>
    <p class="buttons">
      <a class="button primary" href=${link("assess")}>${t("start.continue")}${icon("next")}</a>
      <a class="button" href=${link("result")}>${t("nav.result")}</a>
    </p>
  </section>`;
}

const modeCard = (page: Page, kind: "quick" | "full", n: number): TemplateResult => {
  const first = kind === "quick" ? page.questions.quick[0] : page.questions.full[0];
  return html`<section class="card door" aria-labelledby="door-${kind}">
    <h2 id="door-${kind}">${t(kind === "quick" ? "start.quick" : "start.full")}</h2>
    <p class="measure">${t(kind === "quick" ? "start.quick.measure" : "start.full.measure", { n })}</p>
    <p>${t(kind === "quick" ? "start.quick.text" : "start.full.text")}</p>
    <p class="push">
      <a class="button ${kind === "quick" && page.store.empty ? "primary" : ""}" href=${link("assess", first?.id ?? "4")}
        >${t(kind === "quick" ? "start.quick.open" : "start.full.open")}${icon("next")}</a
      >
    </p>
  </section>`;
};

function edition(page: Page): TemplateResult {
  const { edition } = page.store;
  const pick = (next: Edition): void => {
    if (next !== edition) page.start(next, link("start"));
    page.refresh();
  };
  const option = (value: Edition): TemplateResult => html`<label class="level">
    <input
      type="radio"
      name="edition"
      id="edition-${value}"
      value=${value}
      .checked=${edition === value}
      ?disabled=${page.readonly}
      aria-describedby="edition-${value}-hint"
      @click=${(event: Event) => {
        // The choice stands only once the person has agreed to leave the present answers.
        if (value !== edition && !page.store.empty) event.preventDefault();
        pick(value);
      }}
    />
    <span class="what"
      ><b>${t(`edition.${value}`)}</b>
      <span class="line" id="edition-${value}-hint">${t(`edition.${value}.hint`)}</span></span
    >
  </label>`;
  return html`<fieldset class="edition">
    <legend>${t("edition.title")}</legend>
    ${option("2022")} ${option("2013")}
    ${
      page.store.empty || page.host?.fixed
        ? nothing
        : html`<p><a href=${link("compare", "carry-over")}>${t("carry.open", { edition: edition === "2022" ? "2013" : "2022" })}</a></p>`
    }
  </fieldset>`;
}
