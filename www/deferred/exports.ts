import { html, nothing, type TemplateResult } from "lit";
import type { Calendar, Export, ExportName, ExportOptions, TextFormat } from "../app/model/wasm.js";
import { download } from "../app/download.js";
import { date, today } from "../app/text/format.js";
import { field } from "../app/components/field.js";
import { fold } from "../app/components/fold.js";
import { register } from "../app/deferred.js";
import type { Deferred, Page } from "../app/page.js";
import { extend, lang, tt } from "../app/text/messages.js";
import messages from "language/exports.json";

type Module = NonNullable<Deferred["module"]>;

const FORMAT: Record<ExportName, string> = {
  assessment: "JSON",
  result: "JSON",
  workbook: "XLSX",
  "report-html": "HTML",
  "report-markdown": "Markdown",
  "oscal-catalog": "JSON",
  "oscal-results": "JSON",
  statement: "CSV",
  gaps: "CSV",
  plan: "CSV",
  documents: "CSV",
  "stage1-pack": "HTML",
};
const GROUPS: Record<string, ExportName[]> = {
  people: ["report-html", "report-markdown", "stage1-pack"],
  work: ["workbook", "statement", "gaps", "plan", "documents"],
  tools: ["assessment", "result", "oscal-results", "oscal-catalog"],
};
const ANONYMOUS = "exports.anonymous";
/** The module's script stands last in the page. */
const LOOK_MS = 50;

const saveMade = ({ name, type, bytes }: Export): void =>
  download(name, new Blob([bytes], { type: `${type};charset=utf-8` }));

function save(page: Page, name: ExportName, anonymous = false): void {
  // The file that is opened again is the master copy: its age is kept in view.
  if (name === "assessment" && !anonymous && page.draft.place !== "frame") page.saveFile();
  else void make(page, (module, text, options) => module.exportAs(name, text, { ...options, anonymous }));
}

type Make = (module: Module, text: string, options: ExportOptions) => Promise<Export>;

const make = (page: Page, of: Make): Promise<void> =>
  attempt(page, async (module) => {
    page.flush();
    handOver(page, await of(module, page.store.text, { day: today(), language: lang() }));
  });

/** Does what needs the second module, once that has come; a failure is said. */
async function attempt(page: Page, act: (module: Module) => Promise<void>): Promise<void> {
  try {
    while (!page.deferred.module) await new Promise((wake) => setTimeout(wake, LOOK_MS));
    await act(page.deferred.module);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    page.problems(tt("exports.failed.heading"), [{ message: tt("exports.failed", { why }) }]);
  }
}

/** The calendar that was made last, and what of. */
const calendars = new WeakMap<Page, { of: string; made?: Calendar }>();

/** From today, or back from the day that the certificate is wanted on. */
const calendar = (page: Page): TemplateResult =>
  fold(page, "plan/calendar", tt("calendar.title"), () => {
    const certificate = page.ui.choice.get("calendar") ?? "";
    const of = today() + certificate + page.store.text;
    let last = calendars.get(page);
    if (last?.of !== of) {
      const next: { of: string; made?: Calendar } = { ...last, of };
      calendars.set(page, (last = next));
      void attempt(page, async (module) => {
        next.made = await module.calendar(page.store.text, { day: today(), certificate });
        page.refresh();
      });
    }
    const { made } = last;
    return html`<p>${tt("calendar.text")}</p>
      ${field(page, {
        id: "calendar-certificate",
        label: tt("calendar.certificate"),
        kind: "date",
        value: certificate,
        commit: (day) => {
          page.ui.choice.set("calendar", day);
          page.refresh();
        },
      })}
      ${
        made
          ? html`<dl class="about">${made.milestones.map(([title, day]) => html`<dt>${title}</dt><dd>${date(day)}</dd>`)}</dl>
            ${(made.milestones[0]?.[1] ?? "") < today() ? html`<p class="lacking">${tt("calendar.late")}</p>` : nothing}
            <button type="button" class="small" @click=${() => handOver(page, made)}>${tt("calendar.save")}</button>`
          : nothing
      }`;
  });

function handOver(page: Page, file: Export): void {
  saveMade(file);
  // A frame that may not save files is not told so.
  if (page.draft.place === "frame") showText(page, file);
  page.announce(tt("exports.done", { name: file.name }));
}

/** For a document: its first version to start from. */
function first(page: Page, key: string): TemplateResult | typeof nothing {
  const row = page.questions.documents.get(key);
  if (!row) return nothing;
  const one = (format: TextFormat, shown: string): TemplateResult => {
    const label = tt("first-version.save", { name: row.name, format: shown });
    const act = (): void => void make(page, (module, text, options) => module.firstVersion(key, format, text, options));
    return html`<button type="button" class="small" aria-label=${label} title=${label} @click=${act}>${shown}</button>`;
  };
  return html`<p class="buttons take no-print">
    <span>${tt("first-version.title")}</span> ${one("html", "HTML")} ${one("markdown", "Markdown")}
  </p>`;
}

/** The content to copy, where a download may come to nothing. */
function showText(page: Page, file: Export): void {
  const content = /^text|json$/.test(file.type)
    ? new TextDecoder("utf-8", { ignoreBOM: true }).decode(file.bytes)
    : null;
  page.ask({
    title: file.name,
    wide: true,
    body: () =>
      content === null
        ? html`<p>${tt("exports.frame.binary")}</p>`
        : html`<p>${tt("exports.frame")}</p>
            <div class="field">
              <label for="export-copy" class="hidden">${tt("exports.frame.text", { name: file.name })}</label>
              <textarea id="export-copy" rows="12" readonly spellcheck="false" translate="no" .value=${content} @focus=${(event: Event) => (event.target as HTMLTextAreaElement).select()}></textarea>
            </div>`,
    actions: [{ label: tt("exports.frame.save"), act: () => saveMade(file), stays: true }],
  });
}

const button = (page: Page, name: ExportName, shown: string, anonymous?: boolean): TemplateResult => {
  const label = tt("exports.save", { name: tt(`exports.${name}`), format: FORMAT[name] });
  return html`<button type="button" class="small" aria-label=${label} title=${label} @click=${() => save(page, name, anonymous)}>${shown}</button>`;
};

/** For a view: its own exports, in a line. */
const buttons = (page: Page, names: ExportName[]): TemplateResult =>
  html`<p class="buttons take no-print"><span class="quiet">${tt("exports.here")}</span> ${names.map((name) => button(page, name, tt("exports.as", { name: tt(`exports.${name}`), format: FORMAT[name] })))}</p>`;

/** Every export: what, for whom, in which format. */
function list(page: Page): TemplateResult {
  const anonymous = page.ui.choice.has(ANONYMOUS);
  return html`<section class="card" aria-labelledby="exports-title">
    <h2 id="exports-title">${tt("exports.take")}</h2>
    <p>${tt("exports.take.text")}</p>
    <label class="level">
      <input
        type="checkbox"
        id="exports-anonymous"
        .checked=${anonymous}
        aria-describedby="exports-anonymous-hint"
        @change=${(event: Event) => {
          if ((event.target as HTMLInputElement).checked) page.ui.choice.set(ANONYMOUS, "");
          else page.ui.choice.delete(ANONYMOUS);
          page.refresh();
        }}
      /><span class="what"
        ><b>${tt("exports.anonymise")}</b> <span class="line" id="exports-anonymous-hint">${tt("exports.anonymise.hint")}</span></span
      >
    </label>
    ${Object.entries(GROUPS).map(
      ([group, names]) => html`<h3 id="exports-${group}">${tt(`exports.group.${group}`)}</h3>
        <ul class="plain-list exports" aria-labelledby="exports-${group}">
          ${names.map(
            (name) => html`<li>
              <span><b>${tt(`exports.${name}`)}</b> <span class="quiet">${tt(`exports.${name}.for`)}</span></span>
              ${button(page, name, FORMAT[name], anonymous)}
            </li>`,
          )}
        </ul>`,
    )}
  </section>`;
}

const styles = `
  .exports > li { display: flex; flex-wrap: wrap; gap: var(--s2) var(--s4); align-items: center; justify-content: space-between; padding-block: var(--s2); border-block-end: 1px solid var(--line); }
  .exports > li > span { flex: 1 1 16rem; }
  .exports button { min-inline-size: 6.5rem; }
  .take { align-items: center; }
  .table .buttons.take { flex-wrap: wrap; }
`;

extend(messages);
register({ styles, exports: { list, buttons, first, calendar } });
