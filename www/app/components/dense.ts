// One dense table for Documents, Statement and Plan: rows of one line, their details in a row that opens below, or at the side where there is room.
import { html, nothing, type TemplateResult } from "lit";
import { guard } from "lit/directives/guard.js";
import { repeat } from "lit/directives/repeat.js";
import type { Page } from "../page.js";
import type { Cell, Column } from "./table.js";

export interface DenseRow {
  key: string;
  /** Start of the ids of what stands in the row. */
  id: string;
  /** Id of the button that opens it, where links lead to it by another name. */
  opener?: string;
  /** Stands before the name: a box to tick. */
  before?: Cell;
  name: Cell;
  /** Quiet, behind the name. */
  after?: Cell;
  cells: Cell[];
  state?: string | undefined;
  details: () => TemplateResult;
  /** What the row is drawn from: it is drawn anew only when something of it has changed. */
  from: unknown[];
}

interface Dense {
  name: "documents" | "plan" | "soa";
  caption: string;
  /** The caption is there for readers only; what is seen beside it says the same. */
  quiet?: boolean;
  columns: Column[];
  /** A group without a title has no head. */
  groups: { title: string; rows: DenseRow[] }[];
  /** Id of what takes the focus when a row is opened; without it the focus stays on its button. */
  focus?: (row: DenseRow) => string;
  /** Whether the open row may close: it says itself why not. */
  leave?: (key: string) => boolean;
}

/** The key of the row that is open. */
export const openRow = (page: Page, name: Dense["name"]): string | undefined => page.ui.choice.get(`${name}.edit`);

export function dense(page: Page, of: Dense): TemplateResult {
  const width = of.columns.length;
  const edited = openRow(page, of.name);
  const isOpen = of.groups.some(({ rows }) => rows.some(({ key }) => key === edited));
  return html`<div class="drawn" data-drawer=${isOpen ? "" : nothing}><table class="table dense ${of.name}" role="table">
    <caption class=${of.quiet ? "hidden" : ""}>${of.caption}</caption>
    <thead role="rowgroup">
      <tr role="row">
        ${of.columns.map((column) => html`<th scope="col" role="columnheader" data-stays=${column.stays ? "" : nothing}>${column.label}</th>`)}
      </tr>
    </thead>
    ${of.groups.map(
      ({ title, rows }) => html`<tbody role="rowgroup">
        ${title === "" ? nothing : html`<tr role="row" class="group"><th scope="rowgroup" role="rowheader" colspan=${width}>${title} <span class="count">${rows.length}</span></th></tr>`}
        ${repeat(
          rows,
          (row) => row.key,
          (row) => one(page, of, row),
        )}
      </tbody>`,
    )}
  </table></div>`;
}

function one(page: Page, of: Dense, row: DenseRow): unknown {
  const open = openRow(page, of.name) === row.key;
  // The open row holds fields, whose errors and texts are not the row's: it is drawn every time.
  return guard([...row.from, open ? {} : 0, page.readonly, page.host], () => {
    const toggle = (): void => {
      page.flush();
      const left = openRow(page, of.name);
      if (left !== undefined && of.leave && !of.leave(left)) return;
      if (open) page.ui.choice.delete(`${of.name}.edit`);
      else page.ui.choice.set(`${of.name}.edit`, row.key);
      page.refresh();
      if (!open && of.focus) page.focusOn(of.focus(row));
    };
    return html`<tr role="row" data-state=${row.state ?? nothing} data-edited=${open ? "" : nothing}>
        <th scope="row" role="rowheader">
          ${row.before ?? nothing}<button type="button" class="opener" id=${row.opener ?? `${row.id}-edit`} aria-expanded=${open ? "true" : "false"} @click=${toggle}>${row.name}</button>${row.after ?? nothing}
        </th>
        ${row.cells.map(
          (cell, at) =>
            html`<td role="cell" data-label=${of.columns[at + 1]?.bare ? nothing : of.columns[at + 1]?.label} data-empty=${cell === "" ? "" : nothing} data-stays=${of.columns[at + 1]?.stays ? "" : nothing}>${cell}</td>`,
        )}
      </tr>
      ${open ? html`<tr class="no-print editor" role="row"><td role="cell" colspan=${of.columns.length}><div class="details">${row.details()}</div></td></tr>` : nothing}`;
  });
}
