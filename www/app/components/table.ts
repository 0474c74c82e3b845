import { html, nothing, type TemplateResult } from "lit";

type Cell = TemplateResult | string | typeof nothing;
interface Column {
  label: string;
  /** Figures are set flush right in equal widths. */
  figures?: boolean;
  /** Takes what the others leave. */
  wide?: boolean;
}

/**
 * A table whose rows become blocks where it is narrow. Roles are spelled out because a changed `display` takes the
 * table's own away in some browsers.
 */
export const table = (
  caption: string,
  columns: Column[],
  rows: { head: Cell; cells: Cell[]; state?: string }[],
  quiet = false,
): TemplateResult => html`<table class="table" role="table">
  <caption class=${quiet ? "hidden" : ""}>${caption}</caption>
  <thead role="rowgroup">
    <tr role="row">
      ${columns.map(
        (column) =>
          html`<th scope="col" role="columnheader" class="${column.figures ? "figures" : ""} ${column.wide ? "wide" : ""}">
            ${column.label}
          </th>`,
      )}
    </tr>
  </thead>
  <tbody role="rowgroup">
    ${rows.map(
      (row) => html`<tr role="row" data-state=${row.state ?? nothing}>
        <th scope="row" role="rowheader">${row.head}</th>
        ${row.cells.map(
          (cell, index) =>
            html`<td role="cell" data-label=${columns.length > 2 ? columns[index + 1]?.label : nothing} data-empty=${cell === "" ? "" : nothing} class=${columns[index + 1]?.figures ? "figures" : ""}>
              ${cell}
            </td>`,
        )}
      </tr>`,
    )}
  </tbody>
</table>`;
