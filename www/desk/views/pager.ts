import { html, nothing, type TemplateResult } from "lit";
import { icon } from "../../app/components/icon.js";
import { ROWS_A_PAGE } from "../state.js";
import { d } from "../words.js";

/** From one page of a long list to the next. The buttons stay where they are. */
export function pager(
  id: string,
  count: number,
  page: number,
  turn: (page: number) => void,
  each = ROWS_A_PAGE,
): TemplateResult | typeof nothing {
  if (count <= each) return nothing;
  const last = Math.ceil(count / each) - 1;
  const from = page * each;
  return html`<div class="toolbar">
    <button type="button" class="small" id="${id}-previous" aria-disabled=${page === 0 ? "true" : nothing} @click=${() => page > 0 && turn(page - 1)}>
      ${icon("previous")} ${d("desk.page.previous")}
    </button>
    <span class="figure">${d("desk.page", { from: from + 1, to: Math.min(count, from + each), n: count })}</span>
    <button type="button" class="small" id="${id}-next" aria-disabled=${page === last ? "true" : nothing} @click=${() => page < last && turn(page + 1)}>
      ${d("desk.page.next")} ${icon("next")}
    </button>
  </div>`;
}
