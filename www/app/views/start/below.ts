// What stands below the start's two ways in, and below the tasks: nothing that the first question needs.
import { html, nothing, type TemplateResult } from "lit";
import { fileDrop } from "../../components/file_drop.js";
import { table } from "../../components/table.js";
import type { Edition } from "../../model/wasm.js";
import type { Page } from "../../page.js";
import { link } from "../../router.js";
import { surrounding, t, tt } from "../../text/messages.js";

export function below(page: Page): TemplateResult {
  const { catalog } = page.questions;
  const gains = (["result", "documents", "statement", "plan", "report"] as const).filter(
    (view) => !page.host?.hides(view),
  );
  return html`${
    page.store.empty
      ? html`<section aria-labelledby="gains-title">
            <h2 id="gains-title">${t("start.gains")}</h2>
            <ul class="gains">
              ${gains.map((view) => {
                const [before, after] = surrounding(t("named", { value: tt(`start.gain.${view}`) }), "name");
                return html`<li>${before}<a href=${link(view)}>${tt(`nav.${view}`)}</a>${after}</li>`;
              })}
            </ul>
          </section>`
      : nothing
  }
    ${edition(page)}
    <div class="options">
      <section class="card" aria-labelledby="open-title">
        <h2 id="open-title">${t("start.open")}</h2>
        ${fileDrop({ id: "start-file", label: t("file.open"), hint: t("file.open.hint"), accept: "", take: (file) => void page.openFile(file) })}
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
        <li>${t("method.documents", { n: catalog.documents.length })}</li>
      </ul>
    </section>
    <section class="prose" aria-labelledby="not-title">
      <h2 id="not-title">${t("not.title")}</h2>
      <ul class="points">
        <li>${t("not.iso")}</li>
        <li>${t("not.certificate")}</li>
        <li>${t("not.text")}</li>
      </ul>
    </section>`;
}

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
  </fieldset>`;
}
