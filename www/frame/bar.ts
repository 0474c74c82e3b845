// The line between the page around and this one: who asks, what that one sees, and what can be done.
import { html, nothing, type TemplateResult } from "lit";
import { surrounding, tt } from "../app/text/messages.js";

export interface Message {
  text: string;
  act?: { label: string; run: () => void };
}

/** Whether drafts go out. Once refused it stays so, however often the page around asks. */
export type DraftConsent = "none" | "asked" | "granted" | "refused";

interface Bar {
  origin: string;
  draft: DraftConsent;
  readonly: boolean;
  example: boolean;
  /** There is something to send. */
  ready: boolean;
  look: () => void;
  refuse: () => void;
  review: () => void;
  exit: () => void;
}

export function note({ text, act }: Message, dismiss: () => void): TemplateResult {
  return html`<div class="notice" data-tone="info">
    <p>${text}</p>
    <div class="buttons">
      ${act ? html`<button type="button" class="small" @click=${act.run}>${act.label}</button>` : nothing}
      <button type="button" class="plain small" @click=${dismiss}>${tt("frame.dismiss")}</button>
    </div>
  </div>`;
}

export function bar(of: Bar): TemplateResult {
  const sees = of.readonly ? "frame.readonly" : of.draft === "granted" ? "frame.sees.draft" : "frame.sees";
  const [before, after] = surrounding(tt("frame.inside"), "origin");
  return html`${
    of.draft === "asked"
      ? html`<div class="host">
          <p>${tt("frame.draft.ask")}</p>
          <div class="buttons">
            <button type="button" class="small" id="frame-draft" @click=${of.look}>${tt("frame.draft.look")}</button>
            <button type="button" class="small" @click=${of.refuse}>${tt("frame.draft.refuse")}</button>
          </div>
        </div>`
      : nothing
  }
  <section class="host" aria-label=${tt("frame.label")}>
    <p>${before}<span class="origin">${of.origin}</span>${after} ${of.example ? tt("frame.example") : tt(sees)}</p>
    <div class="buttons">
      ${
        of.draft === "granted"
          ? html`<button type="button" class="small" @click=${of.refuse}>${tt("frame.draft.stop")}</button>`
          : nothing
      }
      ${
        of.readonly
          ? nothing
          : html`<button type="button" class="small primary" id="frame-review" ?disabled=${of.example || !of.ready} @click=${of.review}>
              ${tt("frame.review")}
            </button>`
      }
      <button type="button" class="small" id="frame-exit" @click=${of.exit}>${tt("frame.exit")}</button>
    </div>
  </section>`;
}
