// The report, as it is printed: what it holds is chosen here.
import { html, nothing, type TemplateResult } from "lit";
import { whose } from "../../components/about.js";
import { field } from "../../components/field.js";
import { fileDrop } from "../../components/file_drop.js";
import { fold } from "../../components/fold.js";
import { toPaper } from "../../components/print.js";
import type { Page } from "../../page.js";
import { userText } from "../../text/labels.js";
import { t, tt } from "../../text/messages.js";
import { management } from "./management.js";
import { DRAW, PARTS, type Part } from "./parts.js";

/** Long tables: drawn on screen only when unfolded, on paper always. */
const LONG: readonly Part[] = ["findings", "plan", "documents", "statement", "notes", "interviews"];

export function report(page: Page): TemplateResult {
  const one = page.ui.choice.get("report.one") === "yes";
  // What prepares for an audit is no part of what is reported, unless somebody wants it.
  const wanted = (part: Part | "signatures"): boolean =>
    (page.ui.choice.get(`report.${part}`) ?? (part === "interviews" ? "no" : "yes")) === "yes";
  const tick = (name: Part | "one" | "signatures", on: boolean): TemplateResult => html`<label class="level"
    ><input
      type="checkbox"
      id="report-${name}"
      .checked=${on}
      @change=${(event: Event) => {
        page.ui.choice.set(`report.${name}`, (event.target as HTMLInputElement).checked ? "yes" : "no");
        page.refresh();
      }}
    /><span class="what">${tt(`report.${name}`)}</span></label
  >`;
  const parts = one ? [] : PARTS.filter(wanted);
  return html`<div class="report">
    <div class="no-print stack">
      <h1 id="title" tabindex="-1">${t("nav.report")}</h1>
      <p class="measure-text">${t("report.text")}</p>
      <fieldset class="ticks">
        <legend>${t("report.parts")}</legend>
        ${tick("one", one)} ${tick("signatures", wanted("signatures"))}
        ${one ? nothing : PARTS.map((part) => tick(part, wanted(part)))}
      </fieldset>
      ${field(page, {
        id: "report-classification",
        label: t("report.classification"),
        value: page.ui.choice.get("report.classification") ?? "",
        commit: (text) => {
          page.ui.choice.set("report.classification", text);
          page.refresh();
        },
      })}
      ${fileDrop({ id: "report-logo", label: t("report.logo"), hint: t("report.logo.hint"), accept: "image/*", take: (file) => logo(page, file) })}
      ${page.ui.logo ? html`<button type="button" class="small" @click=${() => logo(page)}>${t("report.logo.remove")}</button>` : nothing}
      ${whose(page, "report-print")}
      <p><button type="button" id="report-print" class="primary" @click=${() => void toPaper(page)}>${t("report.print")}</button></p>
    </div>
    <article class="paper">
      ${
        page.ui.logo
          ? html`<img class="logo" src=${page.ui.logo} alt=${page.file.organisation?.name ?? ""} @error=${() => {
              logo(page);
              page.problems(t("problems.heading"), [{ message: t("report.logo.wrong"), field: "report-logo" }]);
            }} />`
          : nothing
      }
      ${page.ui.choice.get("report.classification") ? html`<p class="over">${userText(page.ui.choice.get("report.classification") ?? "")}</p>` : nothing}
      ${management(page, wanted("signatures"))} ${parts.length > 1 ? contents(page, parts) : nothing}
      ${parts.map((part) => html`<section class="part-${part}">${section(page, part)}</section>`)}
    </article>
  </div>`;
}

/** Takes a picture, or leaves the one there is out. It stays in memory, and goes with the page. */
function logo(page: Page, file?: File): void {
  if (page.ui.logo) URL.revokeObjectURL(page.ui.logo);
  page.ui.logo = file ? URL.createObjectURL(file) : "";
  page.refresh();
  if (!file) page.focusOn("report-logo");
}

/** What follows, in its order; on the screen each leads there. */
const contents = (page: Page, parts: readonly Part[]): TemplateResult => html`<section class="contents">
  <h2>${t("report.contents")}</h2>
  <ol>
    ${parts.map((part) => {
      const title = tt(`report.title.${part}`);
      return html`<li>
        ${page.paper ? title : html`<button type="button" class="plain" @click=${() => page.focusOn(`part-${part}`)}>${title}</button>`}
      </li>`;
    })}
  </ol>
</section>`;

function section(page: Page, part: Part): TemplateResult {
  const { lead, body, rows } = DRAW[part](page);
  return html`<h2 id="part-${part}" tabindex="-1">${tt(`report.title.${part}`)}</h2>
    ${lead ?? nothing}
    ${
      rows === 0 && part !== "notes"
        ? html`<p>${t("report.none")}</p>`
        : page.paper || !LONG.includes(part) || rows === 0
          ? body()
          : fold(page, `report/${part}`, t("report.unfold", { n: rows ?? 0 }), body)
    }`;
}
