import { html, svg, type TemplateResult } from "lit";
import type { State } from "../model/wasm.js";
import { t, tt } from "../text/messages.js";

const PATHS = {
  met: svg`<circle cx="8" cy="8" r="7.25" /><path d="m4.8 8.3 2.2 2.2 4.3-4.7" />`,
  open: svg`<circle cx="8" cy="8" r="7.25" /><path d="m5.5 5.5 5 5m0-5-5 5" />`,
  undetermined: svg`<circle cx="8" cy="8" r="7.25" stroke-dasharray="2.4 2.4" /><path d="M5 8h6" />`,
  undo: svg`<path d="M6.5 3 3 6.5 6.5 10M3.2 6.5H9a4 4 0 0 1 0 8H7" />`,
  redo: svg`<path d="M9.5 3 13 6.5 9.5 10M12.8 6.5H7a4 4 0 0 0 0 8h2" />`,
  menu: svg`<path d="M2 4h12M2 8h12M2 12h12" />`,
  down: svg`<path d="m3 6 5 5 5-5" />`,
  next: svg`<path d="m6 3 5 5-5 5" />`,
  previous: svg`<path d="M10 3 5 8l5 5" />`,
  external: svg`<path d="M6 3H3v10h10v-3M9 3h4v4m0-4L7 9" />`,
} as const;

export const icon = (name: keyof typeof PATHS): TemplateResult =>
  html`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">${PATHS[name]}</svg>`;

/** The state of a gate: form, colour and word, so that none of them stands alone. */
export const stateMark = (state: State): TemplateResult =>
  html`<span class="state" data-state=${state}>${icon(state)}<span>${tt(`state.${state}`)}</span></span>`;

export const stageMark = (state: string): TemplateResult => {
  const shape = state === "ready" ? "met" : state === "not-ready" ? "open" : "undetermined";
  return html`<span class="state" data-state=${shape}>${icon(shape)}<span>${tt(`stage.${state}`)}</span></span>`;
};

export const mark = (): TemplateResult =>
  html`<svg class="mark" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <path class="ring" d="M12 2.5a9.5 9.5 0 1 1-9.4 8" />
    <path class="tick" d="m7.4 12.4 3.2 3.2 6.2-6.8" />
  </svg>`;

export const targetTag = (): TemplateResult => html`<span class="tag">${t("level.target")}</span>`;
