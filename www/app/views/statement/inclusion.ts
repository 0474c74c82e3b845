// Boxes to tick in one group, and the reasons for which a control is in as such boxes.
import { html, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import type { InclusionReason } from "../../model/wasm.js";
import { t, tt } from "../../text/messages.js";

export const REASONS: InclusionReason[] = ["risk", "law", "contract", "good-practice"];

/** A box for each, its id made of that of the group. */
export const boxes = <K extends string>(of: {
  id: string;
  legend: string;
  all: readonly { key: K; title: string }[];
  picked: readonly K[];
  disabled?: boolean;
  toggle: (key: K, on: boolean) => void;
}): TemplateResult => html`<fieldset class="ticks">
  <legend>${of.legend}</legend>
  ${of.all.map(
    ({ key, title }) => html`<label class="level"
      ><input
        type="checkbox"
        id="${of.id}-${key}"
        .checked=${live(of.picked.includes(key))}
        ?disabled=${of.disabled ?? false}
        @change=${(event: Event) => of.toggle(key, (event.target as HTMLInputElement).checked)}
      /><span class="what">${title}</span></label
    >`,
  )}
</fieldset>`;

export const ticks = (
  id: string,
  picked: InclusionReason[],
  disabled: boolean,
  toggle: (reason: InclusionReason, on: boolean) => void,
): TemplateResult =>
  boxes({
    id,
    legend: t("statement.because"),
    all: REASONS.map((key) => ({ key, title: tt(`because.${key}`) })),
    picked,
    disabled,
    toggle,
  });
