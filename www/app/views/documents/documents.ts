// The checklist of documents as one table, with its filter, and one status for all that the filter shows.
import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { dense, openRow, type DenseRow } from "../../components/dense.js";
import { explainPart } from "../../components/explain.js";
import { field } from "../../components/field.js";
import { fold } from "../../components/fold.js";
import { score } from "../../components/interval.js";
import { outward } from "../../components/question.js";
import type { ChecklistRow, DocumentStatus } from "../../model/wasm.js";
import type { Page } from "../../page.js";
import { t, tt } from "../../text/messages.js";
import { references, userText } from "../../text/labels.js";
import type { RowId } from "../../ui_state.js";

const STATUSES = ["none", "missing", "draft", "in-force"] as const;
const FILTERS = ["all", "open", "document", "record"] as const;

const locked = (page: Page, row: ChecklistRow): boolean =>
  page.readonly || page.host?.locks(`document:${row.key}`) === true;

export function documents(page: Page): TemplateResult {
  const rows = page.store.checklist;
  const required = rows.filter((row) => row.required);
  const count = (status: DocumentStatus | null): number => required.filter((row) => row.status === status).length;
  const filter = page.ui.choice.get("documents") ?? "all";
  const open = openRow(page, "documents");
  const fits = (row: ChecklistRow): boolean =>
    filter === "all" || (filter === "open" ? row.required && row.status !== "in-force" : row.kind === filter);
  const shown = rows.filter(fits);
  // The row that is open stays, whatever becomes of it under the hand.
  const listed = rows.filter((row) => row.key === open || fits(row));
  const groups = [
    { title: t("documents.stage1"), holds: (row: ChecklistRow) => row.required && row.stage === 1 },
    { title: t("documents.stage2"), holds: (row: ChecklistRow) => row.required && row.stage === 2 },
    { title: t("documents.controls"), holds: (row: ChecklistRow) => row.required && row.stage === null },
    { title: t("documents.not-required"), holds: (row: ChecklistRow) => !row.required && row.demand !== "usual" },
    { title: t("documents.usual"), holds: (row: ChecklistRow) => !row.required && row.demand === "usual" },
  ].flatMap(({ title, holds }) => {
    const list = listed.filter(holds);
    return list.length === 0 ? [] : [{ title, rows: list.map((row) => one(page, row)) }];
  });
  return html`<div class="dense-head">
    <div class="toolbar">
      <h1 id="title" tabindex="-1">${t("documents.title")}</h1>
      ${score(page.report.parts.documents, t("part.documents"), () => explainPart(page, "documents"), "", page.report.coverage.provisional === 0)}
    </div>
    <div class="toolbar no-print">
      <div class="chips" role="group" aria-label=${t("find.filter")}>
        ${FILTERS.map(
          (value) => html`<button
            type="button"
            class="chip"
            aria-pressed=${filter === value ? "true" : "false"}
            @click=${() => {
              page.ui.choice.set("documents", value);
              page.refresh();
            }}
          >
            ${tt(`documents.filter.${value}`)}
          </button>`,
        )}
      </div>
      ${page.readonly ? nothing : bulk(page, shown)}
    </div>
    </div>
    ${dense(page, {
      name: "documents",
      caption: t("documents.count", {
        force: count("in-force"),
        draft: count("draft"),
        missing: count("missing"),
        none: count(null),
        of: required.length,
      }),
      columns: [
        { label: t("explain.document") },
        { label: t("documents.kind"), bare: true },
        { label: t("documents.for") },
        { label: t("report.status"), bare: true, stays: true },
        { label: t("notes.owner") },
      ],
      groups,
    })}
    ${page.deferred.exports?.buttons(page, ["workbook", "documents", "stage1-pack"]) ?? nothing}
    <p class="measure-text">${t("documents.text")}</p>`;
}

/** One status for all that the filter shows, taken back as one step. */
function bulk(page: Page, shown: ChecklistRow[]): TemplateResult {
  const open = shown.filter((row) => !locked(page, row));
  const n = open.length;
  return fold(page, "documents/bulk", t("documents.bulk", { n }), () => {
    const set = (status: DocumentStatus | null): void => {
      const done = page.change(t("change.documents", { n }), "", (assessment) => {
        for (const row of open) assessment.setDocument(row.key, status);
      });
      if (done) page.announce(t("documents.bulk.done", { n, status: tt(`status.${status ?? "none"}`) }));
    };
    return html`<p class="buttons">
      ${STATUSES.map((status) => html`<button type="button" class="small" ?disabled=${n === 0} @click=${() => set(status === "none" ? null : status)}>${tt(`status.${status}`)}</button>`)}
    </p>`;
  });
}

function one(page: Page, row: ChecklistRow): DenseRow {
  const id: RowId = `d-${row.key}`;
  const refs = row.required && row.demand !== "always" ? row.because : row.refs;
  const set = (status: DocumentStatus | null): void => {
    page.change(t("change.document", { name: row.name }), `document:${row.key}`, (assessment) =>
      assessment.setDocument(row.key, status),
    );
    page.announce(t("named", { name: row.name, value: tt(`status.${status ?? "none"}`) }));
  };
  return {
    key: row.key,
    id,
    opener: `${id}-legend`,
    name: row.name,
    state: row.status ?? "none",
    from: [JSON.stringify(row)],
    cells: [
      tt(`document.${row.kind}`),
      html`<span>${references(page.questions, refs.length > 2 ? refs.slice(0, 1) : refs)}${refs.length > 2 ? html` <span class="quiet">+${refs.length - 1}</span>` : nothing}</span>`,
      html`<fieldset class="segments" id=${id}>
        <legend class="hidden">${row.name}</legend>
        ${STATUSES.map(
          (status) => html`<label>
            <input
              type="radio"
              name=${id}
              id="${id}-${status}"
              value=${status}
              .checked=${live((row.status ?? "none") === status)}
              ?disabled=${locked(page, row)}
              @change=${() => set(status === "none" ? null : status)}
            /><span>${tt(`status.${status}`)}</span>
          </label>`,
        )}
      </fieldset>`,
      row.owner === "" ? "" : userText(row.owner),
    ],
    details: () => details(page, row, id),
  };
}

function details(page: Page, row: ChecklistRow, id: RowId): TemplateResult {
  const facts = page.questions.documents.get(row.key);
  const write = (name: "owner" | "href" | "note", label: string, more: object = {}): TemplateResult =>
    field(page, {
      id: `${id}-${name}`,
      label,
      value: row[name],
      locked: locked(page, row),
      commit: (value) =>
        void page.change(
          t("change.document", { name: row.name }),
          `${name}:${row.key}`,
          // The status as it is now: another tab may have set it since this was drawn.
          (assessment) =>
            assessment.setDocument(row.key, page.file.documents?.[row.key]?.status ?? null, {
              [name]: name === "href" ? value.trim() : value,
            }),
          `${id}-${name}`,
        ),
      ...more,
    });
  return html`<p class="quiet">
      ${tt(`document.${row.kind}`)} ·
      ${
        row.demand === "always"
          ? html`${references(page.questions, row.refs)} · ${t("document.always")}`
          : row.required
            ? html`${t("document.because")} ${references(page.questions, row.because)}`
            : html`${references(page.questions, row.refs)} · ${row.demand === "usual" ? t("document.usual") : t("document.not-required")}`
      }
    </p>
    ${
      facts
        ? html`<dl class="about">
            ${(["holds", "length", "signedBy", "checkedFirst", "nextStep", "changedIn2022"] as const).map((name) =>
              facts[name] ? html`<dt>${tt(`document.${name}`)}</dt><dd>${facts[name]}</dd>` : nothing,
            )}
          </dl>`
        : nothing
    }
    ${page.deferred.exports?.first(page, row.key) ?? nothing}
    <div class="pair">
      ${write("owner", t("notes.owner"))} ${write("href", t("document.href"), { hint: t("evidence.hint") })}
    </div>
    ${row.href ? html`<p>${outward(row.href, "")}</p>` : nothing}
    ${write("note", t("notes.note"), { kind: "area" })}`;
}
