import { html, nothing, type TemplateResult } from "lit";
import { fileDrop } from "../app/components/file_drop.js";
import type { Assessment } from "../app/model/wasm.js";
import { download } from "../app/download.js";
import { range, today } from "../app/text/format.js";
import { register } from "../app/deferred.js";
import type { Page } from "../app/page.js";
import { extend, lang, t, tt } from "../app/text/messages.js";
import { dom, userText } from "../app/text/labels.js";
import {
  anonymised,
  apply,
  compare,
  firstVersion,
  gather,
  make,
  MOST_BYTES,
  readSheet,
  type Change,
  type Current,
  type Format,
  type Made,
  type Name,
  type Notice,
  type Reading,
  type Returned,
  type Source,
  type Words,
} from "../exports/index.js";
import messages from "../messages/exports.en.json";

const FORMAT: Record<Name, string> = {
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
};
const GROUPS: Record<string, Name[]> = {
  people: ["report-html", "report-markdown"],
  work: ["workbook", "statement", "gaps", "plan", "documents"],
  tools: ["assessment", "result", "oscal-results", "oscal-catalog"],
};
const ANONYMOUS = "exports.anonymous";
const words: Words = { t: tt, range };

function sourceOf(page: Page, anonymous: boolean): Source {
  page.flush();
  const { catalog } = page.questions;
  const from = (assessment: Assessment): Source => gather(assessment, catalog, __VERSION__, anonymous);
  return anonymous ? page.store.try(from, anonymised(page.file, tt("exports.withheld"))) : page.store.try(from);
}

const saveMade = ({ name, type, content }: Made): void =>
  download(name, new Blob([content], { type: `${type};charset=utf-8` }));

function save(page: Page, name: Name, anonymous = false): void {
  // The file that is opened again is the master copy: its age is kept in view.
  if (name === "assessment" && !anonymous && page.draft.place !== "frame") return page.saveFile();
  let made: Made | null;
  try {
    made = make(name, sourceOf(page, anonymous), words, today(), lang());
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return page.problems(tt("exports.failed.heading"), [{ message: tt("exports.failed", { why }) }]);
  }
  if (made !== null) handOver(page, made);
}

function handOver(page: Page, file: Made): void {
  saveMade(file);
  // A frame that may not save files is not told so.
  if (page.draft.place === "frame") showText(page, file);
  page.announce(tt("exports.done", { name: file.name }));
}

/** For a document: its first version to start from. */
function first(page: Page, key: string): TemplateResult | typeof nothing {
  const row = page.questions.documents.get(key);
  if (!row) return nothing;
  const one = (format: Format, shown: string): TemplateResult => {
    const label = tt("first-version.save", { name: row.name, format: shown });
    const act = (): void => {
      page.flush();
      handOver(page, firstVersion(row, page.file, format, tt, today(), lang()));
    };
    return html`<button type="button" class="small" aria-label=${label} title=${label} @click=${act}>${shown}</button>`;
  };
  return html`<p class="buttons take no-print">
    <span>${tt("first-version.title")}</span> ${one("html", "HTML")} ${one("markdown", "Markdown")}
  </p>`;
}

/** The content to copy, where a download may come to nothing. */
function showText(page: Page, file: Made): void {
  const { content } = file;
  page.ask({
    title: file.name,
    wide: true,
    body: () =>
      typeof content !== "string"
        ? html`<p>${tt("exports.frame.binary")}</p>`
        : html`<p>${tt("exports.frame")}</p>
            <div class="field">
              <label for="export-copy" class="hidden">${tt("exports.frame.text", { name: file.name })}</label>
              <textarea id="export-copy" rows="12" readonly spellcheck="false" translate="no" .value=${content} @focus=${(event: Event) => (event.target as HTMLTextAreaElement).select()}></textarea>
            </div>`,
    actions: [{ label: tt("exports.frame.save"), act: () => saveMade(file), stays: true }],
  });
}

const button = (page: Page, name: Name, shown: string, anonymous?: boolean): TemplateResult => {
  const label = tt("exports.save", { name: tt(`exports.${name}`), format: FORMAT[name] });
  return html`<button type="button" class="small" aria-label=${label} title=${label} @click=${() => save(page, name, anonymous)}>${shown}</button>`;
};

/** For a view: its own exports, in a line. */
const buttons = (page: Page, names: Name[]): TemplateResult =>
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

// A returned sheet

/** A sheet that was read, and what is to become of it. */
interface HeldSheet {
  name: string;
  returned: Returned;
  current: Current;
  reading: Reading;
  /** Text of the assessment that it was held against. */
  text: string;
  /** Controls that are to stay as they are here. */
  left: Set<string>;
}
/** Controls shown at first; all of them are taken unless unticked. */
const SHOWN = 25;
const LIST = "statement.returned";

function current(page: Page): Current {
  return { source: sourceOf(page, false), words };
}

/** Nothing differs in a sheet; a file that is none has not even been compared. */
const none = ({ rows }: Returned): string => tt(rows.length === 0 ? "reading.unread" : "reading.none");

async function read(page: Page, file: File): Promise<void> {
  const now = current(page);
  // A file that is too large is not even read.
  const bytes = new Uint8Array(
    await (file.size > MOST_BYTES ? new Blob([new Uint8Array(MOST_BYTES + 1)]) : file).arrayBuffer(),
  );
  const returned = await readSheet(bytes, now);
  const reading = compare(returned, now);
  page.ui.sheet = { name: file.name, returned, current: now, reading, text: page.store.text, left: new Set() };
  const ids = new Set(reading.changes.map(({ id }) => id));
  page.announce(ids.size === 0 ? none(returned) : tt("reading.count", { n: ids.size }));
  page.focusOn("title");
}

/** Where a returned sheet is given. */
const returned = (page: Page): TemplateResult | typeof nothing =>
  page.readonly
    ? nothing
    : html`<section class="card no-print" aria-labelledby="returned-title">
        <h2 id="returned-title">${tt("reading.title")}</h2>
        <p>${tt("reading.text")}</p>
        ${fileDrop({
          id: "returned-file",
          label: tt("reading.file"),
          hint: tt("reading.hint"),
          accept: ".csv,.tsv,.txt,.xlsx",
          take: (file) => void read(page, file),
        })}
      </section>`;

const FIELDS: Record<Change["field"], string> = {
  applicable: "statement.column.applicable",
  level: "statement.answer",
  risk: "because.risk",
  law: "because.law",
  contract: "because.contract",
  "good-practice": "because.good-practice",
  inclusion: "statement.because.note",
  reason: "exports.reason",
  owner: "notes.owner",
  evidence: "evidence.title",
  note: "notes.note",
};

const sentence = ({ kind, row, column, value }: Notice): TemplateResult => {
  const place =
    row === 0
      ? ""
      : column === ""
        ? tt("reading.place.row", { row: String(row) })
        : tt("reading.place", { row: String(row), column });
  return html`<li>${userText(place + tt(`reading.${kind}`, { value: value.length > 200 ? `${value.slice(0, 200)}…` : value, column }))}</li>`;
};

/** What the sheet would change, control by control, instead of the view; null when none is open. */
function preview(page: Page): TemplateResult | null {
  const held = page.ui.sheet as HeldSheet | undefined;
  if (!held) return null;
  if (held.text !== page.store.text) {
    held.current = current(page);
    held.reading = compare(held.returned, held.current);
    held.text = page.store.text;
  }
  const { name, left, reading } = held;
  const of = new Map<string, Change[]>();
  for (const change of reading.changes) of.set(change.id, [...(of.get(change.id) ?? []), change]);
  const taken = [...of.keys()].filter((id) => !left.has(id));
  const shown = page.ui.shown.get(LIST) ?? SHOWN;
  const close = (): void => {
    delete page.ui.sheet;
    page.ui.shown.delete(LIST);
    page.focusOn("title");
  };
  const tick = (ids: Iterable<string>, on: boolean): void => {
    for (const id of ids) {
      if (on) left.delete(id);
      else left.add(id);
    }
    page.refresh();
  };
  const act = (): void => {
    const wanted = reading.changes.filter(({ id }) => !left.has(id));
    if (
      !page.change(tt("reading.change", { n: taken.length }), "", (assessment) =>
        apply(assessment, wanted, held.current),
      )
    )
      return;
    page.announce(tt("reading.done", { n: taken.length }));
    close();
  };
  const side = (text: string): TemplateResult =>
    text === "" ? html`<span class="quiet">${tt("reading.blank")}</span>` : userText(text);
  return html`<div class="head">
      <h1 id="title" tabindex="-1">${tt("reading.title")}</h1>
      <p class="measure-text">${userText(tt("reading.heading", { name }))}</p>
    </div>
    ${
      of.size === 0
        ? html`<p>${none(held.returned)}</p>`
        : html`<p>${tt("reading.count", { n: of.size })}</p>
            <p class="buttons">
              <button type="button" class="small" @click=${() => tick(of.keys(), true)}>${tt("reading.all")}</button>
              <button type="button" class="small" @click=${() => tick(of.keys(), false)}>${tt("reading.nothing")}</button>
            </p>
            <ul class="plain-list returned">
              ${[...of].slice(0, shown).map(
                ([id, changes]) => html`<li>
                  <label class="level"
                    ><input type="checkbox" id="take-${dom(id)}" .checked=${!left.has(id)} @change=${(event: Event) => tick([id], (event.target as HTMLInputElement).checked)} /><span class="what"
                      ><b>${id}</b> ${page.questions.requirements.get(id)?.title ?? ""}</span
                    ></label
                  >
                  <table class="table" role="table">
                    <caption class="hidden">${tt("reading.caption")} ${id}</caption>
                    <thead role="rowgroup"><tr role="row">
                      ${["cell", "from", "to"].map((one) => html`<th scope="col" role="columnheader">${tt(`reading.${one}`)}</th>`)}
                    </tr></thead>
                    <tbody role="rowgroup">
                      ${changes.map(
                        ({ field, from, to }) => html`<tr role="row">
                          <th scope="row" role="rowheader">${tt(FIELDS[field])}</th>
                          <td role="cell" data-label=${tt("reading.from")}>${side(from)}</td>
                          <td role="cell" data-label=${tt("reading.to")}>${side(to)}</td>
                        </tr>`,
                      )}
                    </tbody>
                  </table>
                </li>`,
              )}
            </ul>
            ${
              of.size > shown
                ? html`<p><button type="button" @click=${() => {
                    page.ui.shown.set(LIST, shown + SHOWN);
                    page.refresh();
                  }}>${tt("reading.rest", { n: of.size - shown })}</button></p>`
                : nothing
            }`
    }
    ${
      reading.notices.length > 0
        ? html`<section aria-labelledby="notices-title">
            <h2 id="notices-title">${tt("reading.notices")}</h2>
            <ul>
              ${reading.notices.map(sentence)}
            </ul>
          </section>`
        : nothing
    }
    <p class="buttons">
      ${of.size > 0 ? html`<button type="button" class="primary" ?disabled=${taken.length === 0} @click=${act}>${tt("reading.apply", { n: taken.length })}</button>` : nothing}
      <button type="button" @click=${close}>${of.size > 0 ? tt("reading.leave") : t("dialog.close")}</button>
    </p>`;
}

const styles = `
  .exports > li { display: flex; flex-wrap: wrap; gap: var(--s2) var(--s4); align-items: center; justify-content: space-between; padding-block: var(--s2); border-block-end: 1px solid var(--line); }
  .exports > li > span { flex: 1 1 16rem; }
  .exports button { min-inline-size: 6.5rem; }
  .take { align-items: center; }
  .returned > li { padding-block: var(--s3); border-block-end: 1px solid var(--line); }
  .returned .table { table-layout: fixed; }
  .returned tbody tr:last-child, .returned tbody tr:last-child > * { border: 0; }
  .returned td, .returned bdi { white-space: pre-line; overflow-wrap: anywhere; }
`;

extend(messages);
register({ styles, exports: { list, buttons, first, returned, preview } });
