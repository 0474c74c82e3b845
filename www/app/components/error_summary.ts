import { html, nothing, type TemplateResult } from "lit";
import type { Page } from "../page.js";

/** What went wrong, in one place that takes focus; each entry leads to its field. */
export function errorSummary(page: Page): TemplateResult | typeof nothing {
  const { problems } = page.ui;
  if (!problems) return nothing;
  return html`<div class="problems" id="problems" role="alert" tabindex="-1" aria-labelledby="problems-title">
    <h2 id="problems-title">${problems.heading}</h2>
    <ul>
      ${problems.list.map(
        ({ message, field }) => html`<li>
          ${
            field
              ? html`<a href="#${field}" @click=${(event: Event) => {
                  event.preventDefault();
                  page.focusOn(field);
                }}>${message}</a>`
              : html`<bdi>${message}</bdi>`
          }
        </li>`,
      )}
    </ul>
  </div>`;
}
