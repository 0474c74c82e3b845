import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { repeat } from "lit/directives/repeat.js";
import { explainPart } from "../../components/explain.js";
import { field } from "../../components/field.js";
import { fold } from "../../components/fold.js";
import { bar, score } from "../../components/interval.js";
import { outward } from "../../components/question.js";
import type { ChecklistRow, DocumentStatus } from "../../model/wasm.js";
import type { Page } from "../../page.js";
import { t, tt } from "../../text/messages.js";
import { references, userText } from "../../text/labels.js";

const STATUSES = ["none", "missing", "draft", "in-force"] as const;

export function documents(page: Page): TemplateResult {
  const rows = page.store.checklist;
  const required = rows.filter((row) => row.required);
  const count = (status: DocumentStatus | null): number => required.filter((row) => row.status === status).length;
  const filter = page.ui.choice.get("documents") ?? "all";
  const fits = (row: ChecklistRow): boolean =>
    filter === "all" || (filter === "open" ? row.required && row.status !== "in-force" : row.kind === filter);
  const blocks = [
    { title: t("documents.stage1"), list: required.filter((row) => row.stage === 1) },
    { title: t("documents.stage2"), list: required.filter((row) => row.stage === 2) },
    { title: t("documents.controls"), list: required.filter((row) => row.stage === null) },
    { title: t("documents.not-required"), list: rows.filter((row) => !row.required && row.demand !== "usual") },
    { title: t("documents.usual"), list: rows.filter((row) => row.demand === "usual") },
  ];
  return html`<div class="head">
      <h1 id="title" tabindex="-1">${t("documents.title")}</h1>
      <p class="measure-text">${t("documents.text")}</p>
    </div>
    ${page.deferred.exports?.buttons(page, ["workbook", "documents"]) ?? nothing}
    <div class="card inline">
      <div>
        ${score(page.report.parts.documents, t("part.documents"), () => explainPart(page, "documents"), "", page.report.coverage.provisional === 0)}
        ${bar(page.report.parts.documents)}
      </div>
      <p>
        ${t("documents.count", {
          force: count("in-force"),
          draft: count("draft"),
          missing: count("missing"),
          none: count(null),
          of: required.length,
        })}
      </p>
    </div>
    <div class="chips" role="group" aria-label=${t("find.filter")}>
      ${["all", "open", "document", "record"].map(
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
    ${blocks.map(({ title, list }) => {
      const shown = list.filter(fits);
      return shown.length === 0
        ? nothing
        : html`<section>
            <h2>${title}</h2>
            <div class="documents">${repeat(
              shown,
              (row) => row.key,
              (row) => one(page, row),
            )}</div>
          </section>`;
    })}
    <section class="prose">
      <h2>${t("documents.changed")}</h2>
      <p>${t("documents.changed.text")}</p>
    </section>`;
}

function one(page: Page, row: ChecklistRow): TemplateResult {
  const facts = page.questions.documents.get(row.key);
  const id = `d-${row.key}`;
  const set = (status: DocumentStatus | null): void => {
    page.change(t("change.document", { name: row.name }), `document:${row.key}`, (assessment) =>
      assessment.setDocument(row.key, status),
    );
    page.announce(`${row.name}: ${tt(`status.${status ?? "none"}`)}`);
  };
  const detail =
    (name: "owner" | "href" | "note") =>
    (value: string): void =>
      void page.change(
        t("change.document", { name: row.name }),
        `${name}:${row.key}`,
        (assessment) => assessment.setDocument(row.key, row.status, { [name]: value.trim() }),
        `${id}-${name}`,
      );
  return html`<fieldset class="document" id=${id} data-state=${row.status ?? "none"}>
    <legend tabindex="-1" id="${id}-legend">${row.name}</legend>
    <p class="because">
      ${tt(`document.${row.kind}`)} ·
      ${
        row.demand === "always"
          ? html`${references(page.questions, row.refs)} · ${t("document.always")}`
          : row.required
            ? html`${t("document.because")} ${references(page.questions, row.because)}`
            : html`${references(page.questions, row.refs)} · ${row.demand === "usual" ? t("document.usual") : t("document.not-required")}`
      }
    </p>
    <div class="segments">
      ${STATUSES.map(
        (status) => html`<label>
          <input
            type="radio"
            name=${id}
            id="${id}-${status}"
            value=${status}
            .checked=${live((row.status ?? "none") === status)}
            ?disabled=${page.readonly}
            @change=${() => set(status === "none" ? null : status)}
          /><span>${tt(`status.${status}`)}</span>
        </label>`,
      )}
    </div>
    ${fold(
      page,
      `document/${row.key}`,
      row.owner ? html`${t("documents.more")} <span class="quiet">${userText(row.owner)}</span>` : t("documents.more"),
      () => html`${
        facts
          ? html`<dl class="about">
                ${(["holds", "length", "signedBy", "checkedFirst", "nextStep", "changedIn2022"] as const).map((name) =>
                  facts[name] ? html`<dt>${tt(`document.${name}`)}</dt><dd>${facts[name]}</dd>` : nothing,
                )}
              </dl>
              ${page.deferred.exports?.first(page, row.key) ?? nothing}`
          : nothing
      }
        <div class="pair">
          ${field(page, { id: `${id}-owner`, label: t("notes.owner"), value: row.owner, commit: detail("owner") })}
          ${field(page, { id: `${id}-href`, label: t("document.href"), hint: t("evidence.hint"), value: row.href, commit: detail("href") })}
        </div>
        ${row.href ? html`<p>${outward(row.href, "")}</p>` : nothing}
        ${field(page, { id: `${id}-note`, label: t("notes.note"), kind: "area", value: row.note, commit: detail("note") })}`,
    )}
  </fieldset>`;
}
