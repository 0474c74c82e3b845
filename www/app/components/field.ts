import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import type { Page } from "../page.js";
import type { FieldId } from "../ui_state.js";

interface Field {
  id: FieldId;
  label: string;
  value: string;
  /** Called when typing pauses or the field is left. Without it the text stays in the field until a button takes it. */
  commit?: (value: string) => void;
  hint?: string | undefined;
  error?: string | undefined;
  kind?: "text" | "area" | "date" | "number" | "url" | "search";
  /** Committed with every keystroke. */
  instant?: boolean;
  /** The label is there for readers only; what is seen beside it says the same. */
  quiet?: boolean;
  rows?: number;
  locked?: boolean;
}

/** A labelled field for what people write. Nothing here may send it away: see the attributes. */
export function field(page: Page, of: Field): TemplateResult {
  const spelling = page.preferences.spelling ? "true" : "false";
  const typed = (event: Event): void => {
    const { value } = event.target as HTMLInputElement;
    const { commit } = of;
    if (commit && of.instant) return commit(value);
    const was = page.ui.typed.get(of.id) ?? "";
    page.ui.typed.set(of.id, value);
    // What waits for its button is asked about where it could be lost.
    if (!commit) return void ((was === "") !== (value === "") && page.refresh());
    page.later(of.id, () => {
      page.ui.refusal = null;
      commit(value);
      // What was refused stays in its field until it is taken, also when the person comes back to it.
      if (page.ui.refusal === null) page.ui.typed.delete(of.id);
      if (page.ui.refusal === null) page.ui.refused.delete(of.id);
      else page.ui.refused.set(of.id, page.ui.refusal);
    });
  };
  const error = of.error ?? page.ui.refused.get(of.id);
  const described = [of.hint ? `${of.id}-hint` : "", error ? `${of.id}-error` : ""].filter(Boolean).join(" ");
  const left = (): void => page.flush(of.id);
  const shown = page.ui.typed.get(of.id) ?? of.value;
  return html`<div class="field">
    <label for=${of.id} class=${of.quiet ? "hidden" : ""}>${of.label}</label>
    ${of.hint ? html`<p class="hint" id="${of.id}-hint">${of.hint}</p>` : nothing}
    ${error ? html`<p class="error" id="${of.id}-error">${error}</p>` : nothing}
    ${
      of.kind === "area"
        ? html`<textarea
            id=${of.id}
            rows=${of.rows ?? 3}
            maxlength="10000"
            .value=${live(shown)}
            ?readonly=${page.readonly || of.locked}
            aria-describedby=${described || nothing}
            aria-invalid=${error ? "true" : nothing}
            spellcheck=${spelling}
            autocomplete="off"
            autocorrect="off"
            autocapitalize="off"
            data-gramm="false"
            translate="no"
            @input=${typed}
            @change=${left}
          ></textarea>`
        : html`<input
            id=${of.id}
            type=${of.kind ?? "text"}
            placeholder=${of.kind === "search" && of.quiet ? of.label : nothing}
            inputmode=${of.kind === "number" ? "numeric" : nothing}
            min=${of.kind === "number" ? 1 : nothing}
            maxlength="10000"
            .value=${live(shown)}
            ?readonly=${page.readonly || of.locked}
            aria-describedby=${described || nothing}
            aria-invalid=${error ? "true" : nothing}
            spellcheck=${spelling}
            autocomplete="off"
            autocorrect="off"
            autocapitalize="off"
            data-gramm="false"
            translate="no"
            @input=${typed}
            @change=${left}
          />`
    }
  </div>`;
}

/** A native select with its label. */
export function choose(of: {
  id: string;
  label: string;
  value: string;
  options: readonly (readonly [value: string, label: string])[];
  commit: (value: string) => void;
  quiet?: boolean;
  disabled?: boolean;
}): TemplateResult {
  return html`<div class="field">
    <label for=${of.id} class=${of.quiet ? "hidden" : ""}>${of.label}</label>
    <select
      id=${of.id}
      .value=${live(of.value)}
      ?disabled=${of.disabled ?? false}
      @change=${(event: Event) => of.commit((event.target as HTMLSelectElement).value)}
    >
      ${of.options.map(([value, label]) => html`<option value=${value} ?selected=${value === of.value}>${label}</option>`)}
    </select>
  </div>`;
}
