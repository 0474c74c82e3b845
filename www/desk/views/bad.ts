// The files that were not read, each with its reason.
import { html, nothing, type TemplateResult } from "lit";
import { table } from "../../app/components/table.js";
import { userText } from "../../app/text/labels.js";
import { type Bad, isSealed } from "../engine/protocol.js";
import { type DeskState, ROWS_A_PAGE } from "../state.js";
import { d, dd } from "../words.js";
import { pager } from "./pager.js";

/** What is wrong: the crate's own phrase says what was expected, and where. */
export function reasonOf({ code, subject, message }: Bad): string {
  if (message === "") return dd(`desk.bad.${code}`);
  return subject === "" || subject === "$" ? message : d("desk.bad.at", { message, subject });
}

/** One passphrase, tried on all files that wait for one. It leaves the field at once. */
function passphrase(desk: DeskState): TemplateResult {
  const unlock = (event: Event): void => {
    event.preventDefault();
    const input = (event.target as HTMLElement).querySelector("input");
    if (!input?.value || desk.busy) return;
    desk.unlock(input.value);
    input.value = "";
  };
  return html`<form class="field" @submit=${unlock}>
    <label for="desk-passphrase">${d("desk.passphrase")}</label>
    <p class="hint" id="desk-passphrase-hint">${d("desk.passphrase.hint")}</p>
    <input id="desk-passphrase" type="password" autocomplete="current-password" aria-describedby="desk-passphrase-hint" />
    <button class="small">${d("desk.passphrase.act")}</button>
  </form>`;
}

export function badList(desk: DeskState): TemplateResult | typeof nothing {
  if (desk.bad.length === 0) return nothing;
  const from = desk.badPage * ROWS_A_PAGE;
  return html`<section id="bad" tabindex="-1">
    <h2>${d("desk.bad.title")}</h2>
    ${desk.bad.some(isSealed) ? passphrase(desk) : nothing}
    ${table(
      d("desk.bad.caption"),
      [{ label: d("desk.column.path") }, { label: d("desk.bad.reason") }],
      desk.bad
        .slice(from, from + ROWS_A_PAGE)
        .map((one) => ({ head: userText(one.path), cells: [userText(reasonOf(one))] })),
      true,
    )}
    ${pager("bad", desk.bad.length, desk.badPage, (page) => desk.turnBad(page))}
    ${desk.unlisted > 0 ? html`<p class="quiet">${d("desk.bad.more", { n: desk.unlisted })}</p>` : nothing}
  </section>`;
}
