// A vendor's page: the verdict with its reasons, findings, the Statement of Applicability, and the reviewer's notes.
import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { icon, stageMark, stateMark } from "../../app/components/icon.js";
import { table } from "../../app/components/table.js";
import type { Catalog, Report, StageReport } from "../../app/model/wasm.js";
import { date, listed, range } from "../../app/text/format.js";
import { answerText, qualified, userText } from "../../app/text/labels.js";
import { t, tt } from "../../app/text/messages.js";
import { verdictOf } from "../../app/text/verdict.js";
import { covered, scoreOf, textOf } from "../columns.js";
import type { Row, Vendor } from "../engine/protocol.js";
import { claimOf, nameOf } from "../rows.js";
import type { DeskState } from "../state.js";
import { d, type DeskKey } from "../words.js";

export function vendorPage(desk: DeskState, row: Row): TemplateResult {
  const { vendor } = desk;
  const catalog = desk.catalogs.get(row.edition);
  return html`<p class="no-print"><a href="#">${icon("previous")} ${d("desk.back")}</a></p>
    <div class="head">
      <h1 id="title" tabindex="-1">${userText(nameOf(row))}</h1>
      <p class="quiet">${userText(row.path)}</p>
    </div>
    ${facts(desk, row, vendor)} ${claim(row)} ${note(desk, row)}
    ${compareWith(desk, row)}
    ${vendor && catalog ? details(row, vendor, catalog) : html`<p role="status">${d("desk.vendor.awaited")}</p>`}`;
}

function facts(desk: DeskState, row: Row, vendor: Vendor | null): TemplateResult {
  const lines: [string, unknown][] = [
    [d("desk.column.score"), html`<span class="figure">${scoreOf(row)}</span>`],
    ...row.stages.map((stage): [string, unknown] => [tt(`stage.${stage.stage}`), stageMark(stage.state)]),
    [d("desk.column.major"), String(row.findings.major)],
    [d("desk.column.minor"), String(row.findings.minor)],
    [
      d("desk.column.coverage"),
      t("aside", {
        text: d("desk.coverage", { n: covered(row) }),
        more: d("desk.coverage.of", {
          answered: row.coverage.answered + row.coverage.provisional,
          of: row.coverage.applicable,
        }),
      }),
    ],
    [d("desk.column.edition"), row.edition],
    [
      d("desk.column.modified"),
      row.modified === ""
        ? d("desk.none")
        : t("aside", { text: date(row.modified, true), more: textOf("age", row, desk.now) }),
    ],
    [d("desk.column.claim"), d(`desk.claim.${claimOf(row)}` as DeskKey)],
  ];
  if (row.shortfalls !== null)
    lines.push([d("desk.column.shortfalls"), row.shortfalls.length === 0 ? d("desk.met") : listed(row.shortfalls)]);
  if (row.own !== null)
    lines.push([d("desk.column.own"), html`${range(row.own)} <span class="quiet">${d("desk.own.note")}</span>`]);
  if (vendor?.scope) lines.push([d("desk.vendor.scope"), userText(vendor.scope)]);
  if (row.binding) lines.push([d("desk.vendor.audience"), userText(row.binding.audience)]);
  return html`<dl class="facts">${lines.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}

function claim(row: Row): TemplateResult | typeof nothing {
  if (!row.differences || row.differences.length === 0) return nothing;
  return html`<section>
    <h2>${d("desk.vendor.differences")}</h2>
    ${table(
      d("desk.vendor.differences.caption"),
      [{ label: d("desk.vendor.place") }, { label: d("desk.vendor.claimed") }, { label: d("desk.vendor.computed") }],
      row.differences.map(({ path, claimed, computed }) => ({
        head: userText(path),
        cells: [userText(claimed), userText(computed)],
      })),
      true,
    )}
    ${row.more > 0 ? html`<p>${d("desk.vendor.more", { n: row.more })}</p>` : nothing}
  </section>`;
}

/** Another one to compare with; another date of the same vendor is offered first. */
function compareWith(desk: DeskState, row: Row): TemplateResult | typeof nothing {
  const isTwin = (one: Row): boolean => row.id !== "" && one.id === row.id;
  const others = [...desk.rows.filter(isTwin), ...desk.rows.filter((one) => !isTwin(one))].filter((one) => one !== row);
  if (others.length === 0) return nothing;
  const open = (event: Event): void => {
    const { value } = event.target as HTMLInputElement;
    const [, key] = /#(\d+)$/.exec(value) ?? [];
    if (key !== undefined && desk.rowOf(Number(key))) location.hash = `#vendor-${row.key}-${key}`;
  };
  return html`<div class="field no-print">
    <label for="other">${d("desk.compare.with")}</label>
    <p class="hint" id="other-hint">${d("desk.compare.hint")}</p>
    <input id="other" list="others" aria-describedby="other-hint" autocomplete="off" spellcheck="false" translate="no" @change=${open} />
    <datalist id="others">${others.map((one) => html`<option value="${nameOf(one)} #${one.key}">${date(one.modified)}</option>`)}</datalist>
  </div>`;
}

const note = (desk: DeskState, row: Row): TemplateResult => html`<div class="field">
  <label for="note">${d("desk.note")}</label>
  <p class="hint" id="note-hint">${d("desk.note.hint")}</p>
  <textarea
    id="note"
    rows="4"
    maxlength="10000"
    aria-describedby="note-hint"
    spellcheck="false"
    autocomplete="off"
    autocorrect="off"
    autocapitalize="off"
    data-gramm="false"
    translate="no"
    .value=${live(row.note)}
    @input=${(event: Event) => desk.setNote(row, (event.target as HTMLTextAreaElement).value)}
  ></textarea>
</div>`;

const details = (row: Row, { report, statement }: Vendor, catalog: Catalog): TemplateResult => {
  const titles = new Map<string, string>([
    ...[...catalog.clauses, ...catalog.controls].map(({ id, title }): [string, string] => [id, title]),
    ...catalog.documents.map(({ key, name }): [string, string] => [key, name]),
  ]);
  const provisional = new Set(report.requirements.filter((one) => one.provisional).map(({ id }) => id));
  return html`${report.stages.map((stage) => gates(report, stage, titles, provisional))} ${findings(report, titles, catalog)}
    <section>
      <h2>${d("desk.vendor.statement")}</h2>
      ${table(
        d("desk.vendor.statement.caption", { name: nameOf(row) }),
        ["control", "state", "why"].map((column) => ({ label: tt(`statement.column.${column}`) })),
        statement.map(({ id, title, state, reason, inclusionNote }) => ({
          head: html`<span class="ref">${id}</span> ${title}`,
          cells: [tt(`statement.${state}`), userText(reason || inclusionNote)],
        })),
        true,
      )}
    </section>`;
};

const gates = (
  report: Report,
  stage: StageReport,
  titles: ReadonlyMap<string, string>,
  provisional: ReadonlySet<string>,
): TemplateResult => html`<section>
  <h2>${tt(`stage.${stage.stage}`)}</h2>
  <p>${verdictOf(report, stage.stage)}</p>
  <ul class="gates">
    ${stage.gates.map(
      ({ title, state, holding, awaited }) => html`<li class="gate" data-state=${state}>
        ${stateMark(state)}
        <div>
          <p class="gate-title">${title}</p>
          ${[
            ["gate.act", holding] as const,
            ["gate.ask", awaited.filter((id) => !provisional.has(id))] as const,
            ["gate.confirm", awaited.filter((id) => provisional.has(id))] as const,
          ].map(([lead, ids]) =>
            ids.length === 0
              ? nothing
              : html`<p class="gate-why"><span class="quiet">${tt(lead)}</span> ${ids.map((id) => html`<span>${titles.has(id) && /\d/.test(id) ? html`<span class="ref">${id}</span> ` : ""}${titles.get(id) ?? id}</span>`)}</p>`,
          )}
        </div>
      </li>`,
    )}
  </ul>
</section>`;

function findings(report: Report, titles: ReadonlyMap<string, string>, catalog: Catalog): TemplateResult {
  const found = [
    ...report.requirements
      .filter(({ finding }) => finding === "major" || finding === "minor")
      .map(({ id, finding, answer, provisional }) => ({
        id,
        finding,
        said: qualified(answerText(catalog, answer), provisional),
        isDocument: false,
      })),
    ...report.documents
      .filter(({ finding }) => finding === "major" || finding === "minor")
      .map(({ key, finding, status }) => ({
        id: key,
        finding,
        said: tt(`status.${status ?? "none"}`),
        isDocument: true,
      })),
  ].sort((one, other) => Number(other.finding === "major") - Number(one.finding === "major"));
  return html`<section>
    <h2>${d("desk.vendor.findings")}</h2>
    ${
      found.length === 0
        ? html`<p>${tt("findings.none")}</p>`
        : table(
            d("desk.vendor.findings.caption"),
            [
              { label: d("desk.vendor.requirement") },
              { label: tt("finding.kind") },
              { label: d("desk.vendor.answer") },
            ],
            found.map(({ id, finding, said, isDocument }) => ({
              head: isDocument ? (titles.get(id) ?? id) : html`<span class="ref">${id}</span> ${titles.get(id) ?? ""}`,
              cells: [tt(`finding.${finding}`), said],
            })),
            true,
          )
    }
  </section>`;
}
