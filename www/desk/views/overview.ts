// The overview: one row a vendor, sorted and filtered, a page of it at a time.
import { locale } from "language/language.json";
import { html, nothing, type TemplateResult } from "lit";
import { guard } from "lit/directives/guard.js";
import { choose } from "../../app/components/field.js";
import { searchField } from "./fields.js";
import { icon, stageMark } from "../../app/components/icon.js";
import { date, listed } from "../../app/text/format.js";
import { userText } from "../../app/text/labels.js";
import { type Column, columnName, covered, FIGURES, scoreOf, textOf } from "../columns.js";
import type { Row } from "../engine/protocol.js";
import { exportRows, saveSession } from "../exports.js";
import { claimOf, nameOf, standingOf } from "../rows.js";
import { type DeskState, type Filters, type Group, ROWS_A_PAGE } from "../state.js";
import { d, dd, type DeskKey } from "../words.js";
import { pager } from "./pager.js";

const STANDINGS = ["ready2", "ready1", "not-ready", "undetermined"] as const;
const FORMATS = ["csv", "xlsx", "markdown"] as const;
const GROUPS = ["", "standing", "edition", "claim"] as const;
const CLAIMS = ["verified", "differs", "bare"] as const;

const drawn = ({ shown, page, paper }: DeskState): Row[] =>
  paper ? shown : shown.slice(page * ROWS_A_PAGE, (page + 1) * ROWS_A_PAGE);

/** The rows, each group under its own line. */
function lines(desk: DeskState, columns: readonly Column[]): unknown[] {
  let last: string | undefined;
  const names = columns.join();
  return drawn(desk).flatMap((row) => {
    const group = desk.groupOf(row);
    const isNew = desk.group !== "" && group !== last;
    last = group;
    const name =
      desk.group === "standing"
        ? dd(`desk.filter.stage.${group}`)
        : desk.group === "claim"
          ? dd(`desk.claim.${group}`)
          : group;
    const head = html`<tr role="row" class="group"><th role="rowheader" scope="rowgroup" colspan=${columns.length}>${name}</th></tr>`;
    // What has not changed is not drawn again. Other rules bring other figures, and with them another score.
    const drawnOnce = guard([row, row.overall, desk.now, names], () => line(desk, row, columns));
    return isNew ? [head, drawnOnce] : [drawnOnce];
  });
}

/** How many stand where: what a summary begins with. */
function tally({ shown, minimums }: DeskState): TemplateResult {
  const counts = new Map<string, number>();
  const count = (what: string): unknown => counts.set(what, (counts.get(what) ?? 0) + 1);
  for (const row of shown) {
    count(standingOf(row));
    count(claimOf(row));
    if (row.shortfalls?.length) count("shortfalls");
  }
  const counted = (name: string, what: string): [string, number] => [name, counts.get(what) ?? 0];
  const lines = [
    ...STANDINGS.map((one) => counted(d(`desk.filter.stage.${one}`), one)),
    ...CLAIMS.map((one) => counted(d(`desk.claim.${one}`), one)),
  ];
  if (Object.keys(minimums).length > 0) lines.push(counted(d("desk.column.shortfalls"), "shortfalls"));
  return html`<dl class="tally">${lines.map(([name, value]) => html`<div><dt>${name}</dt><dd class="figure">${value.toLocaleString(locale)}</dd></div>`)}</dl>`;
}

export function overview(desk: DeskState): TemplateResult {
  const { columns } = desk;
  return html`${tools(desk)} ${tally(desk)}
  <table class="table dense overview" role="table">
    <caption class="hidden">${d("desk.table.caption")}</caption>
    <thead role="rowgroup">
      <tr role="row">${columns.map((column) => heading(desk, column))}</tr>
    </thead>
    <tbody role="rowgroup">${lines(desk, columns)}</tbody>
  </table>
  ${desk.shown.length === 0 ? html`<p>${d("desk.nothing")}</p>` : nothing}
  ${pager("rows", desk.shown.length, desk.page, (page) => desk.turn(page))}
  <p class="hint measure-text">${d("desk.claim.text")}</p>`;
}

function tools(desk: DeskState): TemplateResult {
  const { filters } = desk;
  return html`<div class="search">
      ${searchField("find", d("desk.find"), filters.words, (words) => desk.filter({ words }))}
      ${choose({ id: "standing", label: d("desk.filter.stage"), value: filters.standing, options: [["", d("desk.filter.stage.all")], ...STANDINGS.map((one) => [one, d(`desk.filter.stage.${one}`)] as const)], commit: (standing) => desk.filter({ standing: standing as Filters["standing"] }) })}
      ${choose({ id: "claim", label: d("desk.filter.claim"), value: filters.claim, options: [["", d("desk.filter.claim.all")], ...CLAIMS.map((one) => [one, d(`desk.claim.${one}`)] as const)], commit: (claim) => desk.filter({ claim: claim as Filters["claim"] }) })}
      ${choose({ id: "group", label: d("desk.group"), value: desk.group, options: GROUPS.map((one) => [one, d(one === "" ? "desk.group.none" : `desk.group.${one}`)] as const), commit: (group) => desk.groupBy(group as Group) })}
      <div class="sorting">
        ${choose({ id: "sort", label: d("desk.sort"), value: desk.sort.by, options: desk.columns.map((column) => [column, columnName(column)] as const), commit: (by) => desk.sortBy(by as Column) })}
      </div>
    </div>
    <div class="toolbar">
      <p class="quiet figure" role="status">${d("desk.rows", { n: desk.shown.length, of: desk.rows.length })}</p>
      <div class="buttons no-print">
        ${FORMATS.map((format) => html`<button type="button" class="small" @click=${() => void desk.trying(exportRows(desk, format))}>${d(`desk.export.${format}`)}</button>`)}
        <a class="button small" href="#map">${d("desk.heat")}</a>
        <button type="button" class="small" @click=${() => print()}>${d("desk.print")}</button>
        <button type="button" class="small" @click=${() => void desk.trying(saveSession(desk))}>${d("desk.save")}</button>
      </div>
    </div>`;
}

function heading(desk: DeskState, column: Column): TemplateResult {
  const { by, down } = desk.sort;
  const isSorted = column === by;
  return html`<th
    scope="col"
    role="columnheader"
    class=${FIGURES.has(column) ? "figures" : ""}
    aria-sort=${isSorted ? (down ? "descending" : "ascending") : nothing}
  >
    <button type="button" class="heading" @click=${() => desk.sortBy(column)}>
      ${columnName(column)}${isSorted ? html`<span class=${down ? "down" : "up"}>${icon("down")}</span>` : nothing}
    </button>
  </th>`;
}

const line = (
  desk: DeskState,
  row: Row,
  columns: readonly Column[],
): TemplateResult => html`<tr role="row" data-key=${row.key}>
  ${columns.map((column) =>
    column === "organisation"
      ? html`<th scope="row" role="rowheader">${name(desk, row)}</th>`
      : html`<td role="cell" class=${FIGURES.has(column) ? "figures" : ""} data-label=${columnName(column)} data-empty=${textOf(column, row, desk.now) === "" ? "" : nothing}>
          ${cell(desk, column, row)}
        </td>`,
  )}
</tr>`;

function name(desk: DeskState, row: Row): TemplateResult {
  const twin = desk.twinOf(row);
  return html`<a class="name" href="#vendor-${row.key}" title=${row.path}>${userText(nameOf(row))}</a>${
    twin
      ? html` <span class="tag" title=${twin.path}>${userText(d("desk.same", { name: nameOf(twin) }))}</span>`
      : nothing
  }`;
}

function cell(desk: DeskState, column: Column, row: Row): TemplateResult | string {
  switch (column) {
    case "stage1":
    case "stage2":
      return stageMark(row.stages[column === "stage1" ? 0 : 1].state);
    case "own":
    case "shortfalls":
      return html`<span class="figure" title=${column === "own" ? d("desk.own.note") : listed(row.shortfalls ?? [])}>${textOf(column, row, desk.now)}</span>`;
    case "score":
      return html`<span class="figure">${scoreOf(row)}</span>`;
    case "coverage":
      return html`<span title=${d("desk.coverage.of", { answered: row.coverage.answered + row.coverage.provisional, of: row.coverage.applicable })}>${d("desk.coverage", { n: covered(row) })}</span>`;
    case "age":
      return html`<span title=${date(row.modified, true)}>${textOf(column, row, desk.now)}</span>`;
    case "claim": {
      const claim = claimOf(row);
      return html`<span class="claim" data-claim=${claim}>${d(`desk.claim.${claim}` as DeskKey)}</span>`;
    }
    default:
      return textOf(column, row, desk.now);
  }
}
