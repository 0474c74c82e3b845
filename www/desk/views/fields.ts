// Fields that act at once; nothing in them is sent, checked or completed by the browser.
import { html, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";

export const searchField = (
  id: string,
  label: string,
  value: string,
  commit: (value: string) => void,
): TemplateResult => html`<div class="field">
  <label for=${id}>${label}</label>
  <input
    id=${id}
    type="search"
    .value=${live(value)}
    spellcheck="false"
    autocomplete="off"
    autocorrect="off"
    autocapitalize="off"
    data-gramm="false"
    translate="no"
    @input=${(event: Event) => commit((event.target as HTMLInputElement).value)}
  />
</div>`;
