// Topics by vendors: where which vendor stands, in colour and in figures.
import { html, nothing, type TemplateResult } from "lit";
import { icon } from "../../app/components/icon.js";
import { percent, range } from "../../app/text/format.js";
import { userText } from "../../app/text/labels.js";
import { topicsOf } from "../catalogs.js";
import type { Row } from "../engine/protocol.js";
import { nameOf } from "../rows.js";
import type { DeskState } from "../state.js";
import { d } from "../words.js";
import { pager } from "./pager.js";

/** How many vendors stand side by side. */
const ABREAST = 12;
/** A fifth of the scale each. */
const band = (low: number): number => Math.min(4, Math.floor(low / 2000));

export function heatMap(desk: DeskState): TemplateResult {
  const vendors = desk.shown.slice(desk.heatPage * ABREAST, (desk.heatPage + 1) * ABREAST);
  const topics = [...topicsOf(desk.catalogs)].filter(([key]) => vendors.some((row) => scoreIn(row, key)));
  return html`<p class="no-print"><a href="#">${icon("previous")} ${d("desk.back")}</a></p>
    <div class="head">
      <h1 id="title" tabindex="-1">${d("desk.heat")}</h1>
      <p class="measure-text">${d("desk.heat.text")}</p>
    </div>
    ${pager("heat", desk.shown.length, desk.heatPage, (page) => desk.turnHeat(page), ABREAST)}
    <div class="across" role="region" aria-label=${d("desk.heat")} tabindex="0">
      <table class="heat">
        <caption class="hidden">${d("desk.heat.caption")}</caption>
        <thead>
          <tr>
            <th scope="col">${d("desk.heat.topic")}</th>
            ${vendors.map((row) => html`<th scope="col"><a href="#vendor-${row.key}">${userText(nameOf(row))}</a></th>`)}
          </tr>
        </thead>
        <tbody>
          ${topics.map(
            ([key, title]) => html`<tr>
              <th scope="row">${title}</th>
              ${vendors.map((row) => cell(scoreIn(row, key)))}
            </tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${desk.shown.length === 0 ? html`<p>${d("desk.nothing")}</p>` : nothing}`;
}

const scoreIn = ({ areas }: Row, key: string) => areas.find((area) => area.key === key);

const cell = (score: ReturnType<typeof scoreIn>): TemplateResult =>
  score && score.low !== null
    ? html`<td class="figure" data-band=${band(score.low)} title=${range(score)}>${percent(score.low)}</td>`
    : html`<td>${d("desk.none")}</td>`;
