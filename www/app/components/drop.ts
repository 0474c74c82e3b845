import { html, type TemplateResult } from "lit";
import type { Page } from "../page.js";
import { t } from "../text.js";

/** Opens a saved file, chosen or dropped. */
export function fileDrop(page: Page, id: string): TemplateResult {
  const take = (file: File | undefined | null): void => {
    if (file) void page.openFile(file);
  };
  const over = (event: DragEvent, inside: boolean): void => {
    event.preventDefault();
    (event.currentTarget as HTMLElement).toggleAttribute("data-over", inside);
  };
  return html`<div
    class="drop"
    @dragover=${(event: DragEvent) => over(event, true)}
    @dragleave=${(event: DragEvent) => over(event, false)}
    @drop=${(event: DragEvent) => {
      over(event, false);
      take(event.dataTransfer?.files[0]);
    }}
  >
    <label for=${id}>${t("file.open")}</label>
    <p class="hint" id="${id}-hint">${t("file.open.hint")}</p>
    <input
      id=${id}
      type="file"
      accept=".json,application/json"
      aria-describedby="${id}-hint"
      @change=${(event: Event) => {
        const input = event.target as HTMLInputElement;
        take(input.files?.[0]);
        // The same file can be chosen again after it was mended.
        input.value = "";
      }}
    />
  </div>`;
}
