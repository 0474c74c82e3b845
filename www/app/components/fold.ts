import { html, nothing, type TemplateResult } from "lit";
import type { Page } from "../page.js";

/** A folded part; its content is in the document only while it is open. */
export const fold = (
  page: Page,
  id: string,
  summary: TemplateResult | string,
  content: () => TemplateResult,
): TemplateResult => html`<details
  class="fold"
  ?open=${page.ui.open.has(id)}
  @toggle=${(event: Event) => {
    const { open } = event.target as HTMLDetailsElement;
    if (open === page.ui.open.has(id)) return;
    if (open) page.ui.open.add(id);
    else page.ui.open.delete(id);
    page.refresh();
  }}
>
  <summary>${summary}</summary>
  ${page.ui.open.has(id) ? html`<div class="fold-body">${content()}</div>` : nothing}
</details>`;
