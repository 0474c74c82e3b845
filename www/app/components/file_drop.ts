import { html, nothing, type TemplateResult } from "lit";

interface Drop {
  id: string;
  label: string;
  hint?: string;
  accept?: string;
  take: (file: File) => void;
}

/** Takes a saved file, chosen or dropped. */
export function fileDrop(of: Drop): TemplateResult {
  const over = (event: DragEvent, inside: boolean): void => {
    event.preventDefault();
    (event.currentTarget as HTMLElement).toggleAttribute("data-over", inside);
  };
  const take = (file: File | undefined): void => {
    if (file) of.take(file);
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
    <label for=${of.id}>${of.label}</label>
    ${of.hint ? html`<p class="hint" id="${of.id}-hint">${of.hint}</p>` : nothing}
    <input
      id=${of.id}
      type="file"
      accept=${of.accept ?? ".json,application/json"}
      aria-describedby=${of.hint ? `${of.id}-hint` : nothing}
      @change=${(event: Event) => {
        const input = event.target as HTMLInputElement;
        take(input.files?.[0]);
        // The same file can be chosen again after it was mended.
        input.value = "";
      }}
    />
  </div>`;
}
