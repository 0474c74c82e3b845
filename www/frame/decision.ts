// A question that the person decides, with a guard over its yes.
import { html, nothing, type TemplateResult } from "lit";
import { tt } from "../app/text/messages.js";
import { ClickGuard, tellsSight, type Refusal } from "./click_guard.js";

export interface Question {
  title: string;
  body: TemplateResult;
  yes: string;
  no: string;
  tone?: "primary" | "danger";
  /** Yes lets answers out. */
  sends?: boolean;
  /** Once, with the decision; leaving the question is a no. */
  decided: (yes: boolean) => void;
}

/** The dialog of such a question; one at a time. */
export class Decision {
  #question: Question | null = null;
  #guard: ClickGuard | null = null;
  #covered = false;
  #refusal: Refusal | null = null;

  constructor(
    private readonly root: ShadowRoot,
    private readonly draw: () => void,
    private readonly resize: () => void,
  ) {}

  get asks(): boolean {
    return this.#question !== null;
  }

  /** Why the last yes did not count, in words. */
  get refusal(): string | null {
    return this.#refusal && tt(`frame.${this.#refusal}`);
  }

  /** Shows the question, which has to be decided before the next. */
  ask(question: Question): void {
    this.#question = question;
    this.#refusal = null;
    this.draw();
    const box = this.root.querySelector("dialog");
    box?.showModal();
    box?.querySelector<HTMLElement>("h2")?.focus();
    this.#watch(question);
    this.resize();
  }

  #decide(yes: boolean): void {
    const question = this.#question;
    if (!question) return;
    this.#question = null;
    this.#refusal = null;
    this.#watch(null);
    this.root.querySelector("dialog")?.close();
    question.decided(yes);
    this.draw();
    this.resize();
  }

  #watch(question: Question | null): void {
    this.#guard?.free();
    this.#guard = null;
    this.#covered = false;
    const button = question ? this.root.getElementById("frame-yes") : null;
    if (!button || !question) return;
    const seen = (there: boolean): void => {
      if (this.#covered === !there) return;
      this.#covered = !there;
      this.draw();
    };
    this.#guard = new ClickGuard(button, question.sends === true, seen, this.#yes);
  }

  readonly #yes = (event: Event): void => {
    this.#refusal = this.#guard?.refusal(event) ?? null;
    if (this.#guard && !this.#refusal) this.#decide(true);
    else this.draw();
  };

  /** The dialog, with the question in it. */
  dialog(): TemplateResult {
    const question = this.#question;
    // The event comes a moment after the closing, when the next question may stand there already.
    const closed = ({ currentTarget }: Event): void => {
      if (!(currentTarget as HTMLDialogElement).open) this.#decide(false);
    };
    return html`<dialog class="wide" aria-labelledby="frame-title" @close=${closed}>
      ${
        question
          ? html`<h2 id="frame-title" tabindex="-1">${question.title}</h2>
              <div class="dialog-body">${question.body}</div>
              <div class="buttons">
                ${this.#covered ? html`<p class="error">${tt("frame.send.covered")}</p>` : nothing}
                ${this.#refusal ? html`<p class="error">${tt(`frame.${this.#refusal}`)}</p>` : nothing}
                ${question.sends && !tellsSight ? this.#instead() : nothing}
                <button type="button" id="frame-yes" class=${question.tone ?? ""} @click=${this.#yes}>${question.yes}</button>
                <button type="button" id="frame-no" class="plain" @click=${() => this.#decide(false)}>${question.no}</button>
              </div>`
          : nothing
      }
    </dialog>`;
  }

  /** The typed word, for those who cannot hold a button. */
  #instead(): TemplateResult {
    const typed = ({ target }: Event): void => {
      const { value } = target as HTMLInputElement;
      if (this.#guard) this.#guard.typed = value.trim().toLowerCase() === tt("frame.word");
    };
    return html`<div class="field">
      <label for="frame-word">${tt("frame.instead", { word: tt("frame.word") })}</label>
      <input id="frame-word" autocomplete="off" autocapitalize="off" spellcheck="false" translate="no" @input=${typed} />
    </div>`;
  }
}
