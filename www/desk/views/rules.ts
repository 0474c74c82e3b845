// The reviewer's own minimums and weights. They stand beside the method and change nothing in it.
import { html, nothing, type TemplateResult } from "lit";
import { levelName, requirementsOf, topicsOf } from "../catalogs.js";
import type { DeskState } from "../state.js";
import { t } from "../../app/text/messages.js";
import { d } from "../words.js";
import { choose } from "../../app/components/field.js";

const LEVELS = ["0", "1", "2", "3", "4", "5"] as const;
/** What is being put together. */
let level = "3";

export const rules = (desk: DeskState): TemplateResult => html`<details class="fold rules no-print">
  <summary>${d("desk.rules")}</summary>
  <div class="fold-body">
    <p class="measure-text">${d("desk.rules.text")}</p>
    ${minimums(desk)} ${weights(desk)}
  </div>
</details>`;

function minimums(desk: DeskState): TemplateResult {
  const known = requirementsOf(desk.catalogs);
  const add = (event: Event): void => {
    event.preventDefault();
    const field = (event.target as HTMLFormElement).querySelector<HTMLInputElement>("#minimum-id");
    const id = field?.value.trim().split(/\s/)[0]?.toUpperCase() ?? "";
    field?.setCustomValidity(known.has(id) ? "" : d("desk.minimum.unknown"));
    if (!field?.reportValidity()) return;
    field.value = "";
    desk.setRules({ minimums: { ...desk.minimums, [id]: Number(level) } });
  };
  return html`<h3>${d("desk.minimums")}</h3>
    <form class="search" @submit=${add}>
      <div class="field">
        <label for="minimum-id">${d("desk.minimum.id")}</label>
        <input
          id="minimum-id"
          list="minimum-ids"
          autocomplete="off"
          spellcheck="false"
          translate="no"
          @input=${(event: Event) => (event.target as HTMLInputElement).setCustomValidity("")}
        />
        <datalist id="minimum-ids">${[...known].map(([id, title]) => html`<option value=${id}>${title}</option>`)}</datalist>
      </div>
      ${choose({
        id: "minimum-level",
        label: d("desk.minimum.level"),
        value: level,
        options: LEVELS.map((one) => [one, `${one} ${levelName(desk.catalogs, Number(one))}`] as const),
        commit: (one) => {
          level = one;
        },
      })}
      <button>${d("desk.minimum.add")}</button>
    </form>
    <ul class="plain-list">
      ${Object.entries(desk.minimums).map(
        ([id, least]) => html`<li>
          <span class="ref">${id}</span> ${t("named", { name: known.get(id) ?? id, value: `${least} ${levelName(desk.catalogs, least)}` })}
          <button
            type="button"
            class="plain small"
            aria-label=${d("desk.minimum.remove.of", { id })}
            @click=${() => desk.setRules({ minimums: Object.fromEntries(Object.entries(desk.minimums).filter(([one]) => one !== id)) })}
          >
            ${d("desk.minimum.remove")}
          </button>
        </li>`,
      )}
    </ul>`;
}

const weights = (desk: DeskState): TemplateResult => html`<details class="fold">
  <summary>${d("desk.weights")}</summary>
  <p class="hint measure-text">${d("desk.weights.text")}</p>
  <div class="weights">
    ${[...topicsOf(desk.catalogs, desk.editions)].map(
      ([key, title]) => html`<div class="field">
        <label for="weight-${key}">${title}</label>
        <input
          id="weight-${key}"
          type="number"
          min="0"
          max="100"
          step="1"
          inputmode="numeric"
          .value=${String(desk.weights[key] ?? 1)}
          @change=${(event: Event) => weigh(desk, key, event.target as HTMLInputElement)}
        />
      </div>`,
    )}
  </div>
  ${Object.keys(desk.weights).length > 0 ? html`<button type="button" @click=${() => desk.setRules({ weights: {} })}>${d("desk.weights.none")}</button>` : nothing}
</details>`;

/** One is what everything weighs: it need not be kept. */
function weigh(desk: DeskState, key: string, field: HTMLInputElement): void {
  if (!field.reportValidity()) return;
  const { [key]: _, ...others } = desk.weights;
  const weight = field.value === "" ? 1 : Number(field.value);
  desk.setRules({ weights: weight === 1 ? others : { ...others, [key]: weight } });
}
