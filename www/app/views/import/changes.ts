// What would change, old and new, each with a tick.
import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { repeat } from "lit/directives/repeat.js";
import { unfold } from "../../components/unfold.js";
import type { Level, ProposedChange } from "../../model/wasm.js";
import type { Page } from "../../page.js";
import { date, listed } from "../../text/format.js";
import { answerText, dom, fieldLabel, userText } from "../../text/labels.js";
import { tt } from "../../text/messages.js";
import { keyOf, type Held } from "./held.js";

const GROUPS = ["answers", "exclusions", "documents", "notes", "details"] as const;
type Group = (typeof GROUPS)[number];
const SHOWN = 50;
const FILTER = "import.filter";
/** As much of a text as a row of the table shows. */
const LONG = 300;

function groupOf({ id, field, from, to }: ProposedChange): Group {
  if (id.startsWith("document:")) return "documents";
  if (field === "reason" || (field === "answer" && [from, to].includes("not-applicable"))) return "exclusions";
  if (field === "answer") return "answers";
  return field === "note" || field === "inclusionNote" ? "notes" : "details";
}

const nothingYet = (): TemplateResult => html`<span class="quiet">${tt("import.blank")}</span>`;

function side(page: Page, change: ProposedChange, value: ProposedChange["to"]): TemplateResult {
  const { field } = change;
  if (field === "answer") return html`${answerText(page.questions.catalog, value as Level | null)}`;
  if (field === "status") return html`${tt(`status.${(value as string | null) ?? "none"}`)}`;
  if (value === null || value === "" || (Array.isArray(value) && value.length === 0)) return nothingYet();
  if (field === "because") return html`${listed((value as string[]).map((one) => tt(`because.${one}`)))}`;
  if (field === "due") return html`${date(value as string)}`;
  const text =
    field === "evidence"
      ? (value as { label: string; href: string }[]).map(({ label, href }) => `${label} ${href}`.trim()).join("\n")
      : String(value);
  return userText(text.length > LONG ? `${text.slice(0, LONG)}…` : text);
}

function nameOf(page: Page, { id }: ProposedChange): [ref: string, title: string] {
  const [kind, key = ""] = id.split(":");
  if (kind === "document") return ["", page.questions.documents.get(key)?.name ?? key];
  return [id, page.questions.requirements.get(id)?.title ?? ""];
}

export function changes(page: Page, held: Held): TemplateResult {
  const all = held.proposal?.changes ?? [];
  if (all.length === 0) {
    const rows = held.proposal?.sheets.some(({ read }) => read > 0);
    return html`<p class="empty">${tt(rows ? "import.none" : "import.no-rows")}</p>`;
  }
  const filter = page.ui.choice.get(FILTER) ?? "all";
  const groups = new Map<string, ProposedChange[]>([["all", all]]);
  for (const name of GROUPS) {
    const list = all.filter((change) => groupOf(change) === name);
    if (list.length > 0) groups.set(name, list);
  }
  const list = groups.get(filter) ?? all;
  const idOf = (change: ProposedChange): string => `take-${dom(`${change.id}-${change.field}`)}`;
  const { shown, more } = unfold(page, { name: `import.${filter}`, list, step: SHOWN, focus: idOf });
  const tick = (which: readonly ProposedChange[], on: boolean): void => {
    for (const change of which) {
      if (on) held.left.delete(keyOf(change));
      else held.left.add(keyOf(change));
    }
    page.refresh();
  };
  // One sheet needs no name at every row.
  const several = (held.read?.sheets.length ?? 0) > 1;
  const ticked = list.filter((change) => !held.left.has(keyOf(change))).length;
  return html`<section aria-labelledby="import-changes-title">
    <h2 id="import-changes-title">${tt("import.changes")}</h2>
    <fieldset class="segments">
      <legend class="hidden">${tt("import.filter")}</legend>
      ${[...groups].map(
        ([name, some]) => html`<label
          ><input
            type="radio"
            name="import-filter"
            id="import-filter-${name}"
            value=${name}
            .checked=${live(filter === name || (name === "all" && !groups.has(filter)))}
            @change=${() => {
              page.ui.choice.set(FILTER, name);
              page.refresh();
            }}
          /><span>${tt(`import.group.${name}`)} ${some.length}</span></label
        >`,
      )}
    </fieldset>
    <label class="tick all">
      <input
        type="checkbox"
        id="import-all"
        .checked=${live(ticked === list.length)}
        .indeterminate=${live(ticked > 0 && ticked < list.length)}
        @change=${(event: Event) => tick(list, (event.target as HTMLInputElement).checked)}
      />
      ${tt("import.all", { n: ticked, of: list.length })}
    </label>
    <table class="table changes" role="table">
      <caption class="hidden">${tt("import.changes")}</caption>
      <thead role="rowgroup">
        <tr role="row">
          ${["of", "field", "from", "to", "place"].map((name) => html`<th scope="col" role="columnheader">${tt(`import.head.${name}`)}</th>`)}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${repeat(shown, idOf, (change) => {
          const [ref, title] = nameOf(page, change);
          const { sheet, row, column } = change.source;
          return html`<tr role="row">
            <th scope="row" role="rowheader">
              <label class="tick"
                ><input
                  type="checkbox"
                  id=${idOf(change)}
                  .checked=${live(!held.left.has(keyOf(change)))}
                  @change=${(event: Event) => tick([change], (event.target as HTMLInputElement).checked)}
                />
                <span>${ref ? html`<span class="ref">${ref}</span> ` : nothing}${title}<span class="hidden"> ${fieldLabel(change.field)}</span></span></label
              >
            </th>
            <td role="cell" data-label=${tt("import.head.field")}>${fieldLabel(change.field)}</td>
            <td role="cell" data-label=${tt("import.head.from")} class="was">${side(page, change, change.from)}</td>
            <td role="cell" data-label=${tt("import.head.to")}>${side(page, change, change.to)}</td>
            <td role="cell" data-label=${tt("import.head.place")} class="quiet">${userText(`${several ? sheet : ""} ${column}${row}`.trim())}</td>
          </tr>`;
        })}
      </tbody>
    </table>
    ${more}
  </section>`;
}
