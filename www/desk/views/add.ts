// Where files come in, and the progress of reading. It keeps its height, so that nothing below it moves while files are read.
import { html, nothing, type TemplateResult } from "lit";
import { chosen, type Collected } from "../given.js";
import type { DeskState } from "../state.js";
import { d } from "../words.js";

export const addFiles = (
  desk: DeskState,
  ask: () => void,
): TemplateResult => html`<section class="card add" aria-labelledby="add-title">
  <h2 id="add-title">${d("desk.add")}</h2>
  <div class="pair">
    ${picker(desk, "files", d("desk.files"), false)} ${picker(desk, "folder", d("desk.folder"), true)}
  </div>
  <p class="hint" id="add-hint">${d("desk.add.hint")}</p>
  ${progress(desk, ask)}
</section>`;

const picker = (desk: DeskState, id: string, label: string, folder: boolean): TemplateResult => html`<div class="field">
  <label for=${id}>${label}</label>
  <input
    id=${id}
    type="file"
    multiple
    ?webkitdirectory=${folder}
    aria-describedby="add-hint"
    @change=${(event: Event) => {
      const input = event.target as HTMLInputElement;
      if (input.files) give(desk, chosen(input.files));
      // The same files can be chosen again after they were mended.
      input.value = "";
    }}
  />
</div>`;

export const give = (desk: DeskState, { given, beyond }: Collected): void => desk.read(given, beyond);

function progress(desk: DeskState, ask: () => void): TemplateResult {
  const { progress } = desk;
  return html`<div class="progress">
    <progress
      aria-labelledby="progress-text"
      max=${progress?.of ?? 1}
      .value=${progress ? progress.done : desk.rows.length + desk.bad.length > 0 ? 1 : 0}
    ></progress>
    <p id="progress-text" class="figure">${said(desk)}</p>
    ${
      progress
        ? html`<button type="button" id="cancel" class="small" @click=${() => desk.cancel()}>${d("desk.cancel")}</button>`
        : html`<button type="button" id="forget" class="small" ?hidden=${desk.rows.length + desk.bad.length === 0} @click=${ask}>
            ${d("desk.forget")}
          </button>`
    }
  </div>
  ${desk.engine && !desk.engine.apart ? html`<p class="hint">${d("desk.slices")}</p>` : nothing}`;
}

function said(desk: DeskState): string {
  const { progress } = desk;
  if (progress) {
    const { done, of, again } = progress;
    if (again) return d("desk.recalculated", { done, of });
    return desk.left > 0 ? d("desk.progress.left", { done, of, n: desk.left }) : d("desk.progress", { done, of });
  }
  if (desk.found !== null) return d("desk.found", { n: desk.found });
  const lines = [
    desk.wasCancelled ? d("desk.cancelled") : "",
    desk.rows.length > 0 ? d("desk.progress.done", { n: desk.rows.length }) : "",
    desk.bad.length > 0 ? d("desk.progress.bad", { n: desk.bad.length + desk.unlisted }) : "",
    desk.left > 0 ? d("desk.left", { n: desk.left }) : "",
  ];
  const said = lines.filter(Boolean);
  return said.length > 0 ? said.reduce((text, more) => d("desk.then", { text, more })) : d("desk.progress.none");
}
