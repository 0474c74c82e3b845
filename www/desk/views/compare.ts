// Two vendors, or two dates of one, side by side and in words.
import { html, nothing, type TemplateResult } from "lit";
import { icon } from "../../app/components/icon.js";
import { table } from "../../app/components/table.js";
import type { Compared } from "../../app/model/wasm.js";
import { date, listed } from "../../app/text/format.js";
import { userText } from "../../app/text/labels.js";
import { t, tt } from "../../app/text/messages.js";
import { levelName, requirementsOf, topicsOf } from "../catalogs.js";
import { columnName, endsOf, textOf } from "../columns.js";
import type { Row } from "../engine/protocol.js";
import { nameOf, standingOf } from "../rows.js";
import type { DeskState } from "../state.js";
import { d } from "../words.js";

const FIGURES = ["edition", "stage1", "stage2", "score", "major", "minor", "coverage", "claim"] as const;

/** What a side is called: two dates of one vendor by their dates. */
const sideOf = (row: Row, other: Row): string =>
  nameOf(row) === nameOf(other) ? listed([nameOf(row), date(row.modified, true)]) : nameOf(row);

export function comparison(desk: DeskState, one: Row, other: Row): TemplateResult {
  const [left, right] = [sideOf(one, other), sideOf(other, one)];
  const figures = desk.columns.filter(
    (column) => (FIGURES as readonly string[]).includes(column) || column === "own" || column === "shortfalls",
  );
  return html`<p class="no-print"><a href="#vendor-${one.key}">${icon("previous")} ${userText(nameOf(one))}</a></p>
    <div class="head">
      <h1 id="title" tabindex="-1">${d("desk.compare")}</h1>
      <p>${userText(d("desk.compare.of", { one: left, other: right }))}</p>
      ${words(one, other, left, right).map((line) => html`<p>${userText(line)}</p>`)}
    </div>
    ${table(
      d("desk.compare.figures"),
      [{ label: d("desk.compare.figure") }, { label: left }, { label: right }],
      figures.map((column) => ({
        head: columnName(column),
        cells: [textOf(column, one, desk.now), textOf(column, other, desk.now)],
      })),
    )}
    ${answers(desk, left, right)}`;
}

/** The differences that matter most, each in a sentence. */
function words(one: Row, other: Row, left: string, right: string): string[] {
  const [a, b] = [standingOf(one), standingOf(other)];
  const majors = one.findings.major - other.findings.major;
  const low = endsOf(one)[0] - endsOf(other)[0];
  return [
    a === b
      ? d("desk.compare.same-verdict", { verdict: d(`desk.filter.stage.${a}`) })
      : d("desk.compare.verdict", {
          one: left,
          verdict: d(`desk.filter.stage.${a}`),
          other: right,
          second: d(`desk.filter.stage.${b}`),
        }),
    majors === 0 ? "" : d("desk.compare.majors", { name: majors > 0 ? left : right, n: Math.abs(majors) }),
    low === 0 ? "" : d("desk.compare.low", { name: low > 0 ? left : right, n: Math.abs(low) }),
  ].filter(Boolean);
}

function answers(desk: DeskState, left: string, right: string): TemplateResult {
  const { compared } = desk;
  if (compared === null) return html`<p role="status">${d("desk.vendor.awaited")}</p>`;
  if (compared === "editions") return html`<p>${d("desk.compare.editions")}</p>`;
  const different = compared.filter(({ here, there, id }) => here !== there && !id.startsWith("organisation."));
  const names = new Map([
    ...requirementsOf(desk.catalogs),
    ...[...topicsOf(desk.catalogs)].map(([key, title]): [string, string] => [`area:${key}`, title]),
  ]);
  names.set("target", t("about.target"));
  for (const { documents } of desk.catalogs.values())
    for (const { key, name } of documents) names.set(`document:${key}`, name);
  return html`<section>
    <h2>${d("desk.compare.answers")}</h2>
    ${
      different.length === 0
        ? html`<p>${d("desk.compare.none")}</p>`
        : table(
            d("desk.compare.count", { n: different.length }),
            [{ label: d("desk.vendor.requirement") }, { label: left }, { label: right }],
            different.map((it) => ({
              head: head(it, names),
              cells: [said(desk, it.id, it.here), said(desk, it.id, it.there)],
            })),
          )
    }
  </section>`;
}

const head = ({ id }: Compared, names: ReadonlyMap<string, string>): TemplateResult =>
  id.includes(":") || !names.has(id)
    ? html`${names.get(id) ?? id}`
    : html`<span class="ref">${id}</span> ${names.get(id) ?? nothing}`;

/** A status of a document, else an answer, in words. */
function said(desk: DeskState, id: string, value: string): string {
  if (id.startsWith("document:")) return tt(`status.${value || "none"}`);
  if (/^[0-5]$/.test(value)) return `${value} ${levelName(desk.catalogs, Number(value))}`;
  return t(value === "unknown" || value === "not-applicable" ? `answer.${value}` : "answer.none");
}
