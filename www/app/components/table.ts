import { html, nothing, type TemplateResult } from "lit";

export type Cell = TemplateResult | string | typeof nothing;
export interface Column {
  label: string;
  /** Figures are set flush right in equal widths. */
  figures?: boolean;
  /** Says itself what it is, and needs no label where the table is narrow. */
  bare?: boolean;
  /** Stays in sight beside the details of an open row. */
  stays?: boolean;
  /** Short words that are not to be broken. */
  tight?: boolean;
}

const look = (column?: Column): string => (column?.figures ? "figures" : column?.tight ? "tight" : "");

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
          html`<th scope="col" role="columnheader" class=${look(column)}>
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
            html`<td role="cell" data-label=${columns.length > 2 && !columns[index + 1]?.bare ? columns[index + 1]?.label : nothing} data-empty=${cell === "" ? "" : nothing} class=${look(columns[index + 1])}>
              ${cell}
            </td>`,
        )}
      </tr>`,
    )}
  </tbody>
</table>`;
