import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { t } from "../text/messages.js";
import { targetTag } from "./icon.js";

interface Levels {
  /** Id of the group; the radios' ids are made from it. */
  id: string;
  names: string[];
  lines: string[];
  target: number;
  /** "0" to "5", "unknown", "not-applicable" or "". */
  chosen: string;
  /** What the quick scan said, where nothing was chosen here. */
  provisional: string;
  mayExclude: boolean;
  disabled: boolean;
  choose: (value: string) => void;
  /** Where a press may lead on. Not on all of the question: a screen reader calls clickable whatever lies in it. */
  pressed?: () => void;
  clicked?: (event: Event) => void;
}

/** Six levels, each with what it means here, and what else can be said. */
export function levels(of: Levels): TemplateResult {
  const row = (value: string, content: TemplateResult): TemplateResult => html`<label
    class="level"
    data-provisional=${of.chosen === "" && of.provisional === value ? "" : nothing}
  >
    <input
      type="radio"
      name=${of.id}
      id="${of.id}-${value}"
      value=${value}
      .checked=${live(of.chosen === value)}
      ?disabled=${of.disabled}
      aria-describedby="${of.id}-text"
      @change=${() => of.choose(value)}
    />${content}</label
  >`;
  return html`<div class="levels" @pointerdown=${of.pressed} @click=${of.clicked}>
    ${of.names.map((name, level) =>
      row(
        String(level),
        html`<span class="digit">${level}</span
          ><span class="what"
            ><b>${name}</b>${level === of.target ? targetTag() : nothing} <span class="line">${of.lines[level]}</span></span
          >`,
      ),
    )}
    <div class="others">
      ${row("unknown", html`<span class="what">${t("answer.unknown")}</span>`)}
      ${of.mayExclude ? row("not-applicable", html`<span class="what">${t("answer.not-applicable")}</span>`) : nothing}
    </div>
  </div>`;
}
