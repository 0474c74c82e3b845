// The reasons for which a control is in, as boxes to tick.
import { html, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import type { InclusionReason } from "../../model/wasm.js";
import { t, tt } from "../../text/messages.js";

export const REASONS: InclusionReason[] = ["risk", "law", "contract", "good-practice"];

export const ticks = (
  id: string,
  picked: InclusionReason[],
  disabled: boolean,
  toggle: (reason: InclusionReason, on: boolean) => void,
): TemplateResult => html`<fieldset class="ticks">
  <legend>${t("statement.because")}</legend>
  ${REASONS.map(
    (reason) => html`<label class="level"
      ><input
        type="checkbox"
        id="${id}-${reason}"
        .checked=${live(picked.includes(reason))}
        ?disabled=${disabled}
        @change=${(event: Event) => toggle(reason, (event.target as HTMLInputElement).checked)}
      /><span class="what">${tt(`because.${reason}`)}</span></label
    >`,
  )}
</fieldset>`;
