// The page as a guest of another: what that one asks for, what leaves, and what the person decides.
import { html, nothing, render, type TemplateResult } from "lit";
import type { ResultBinding } from "readiness-core";
import { isReadinessError } from "../app/model/wasm.js";
import type { ReadinessElement } from "../app/shell.js";
import { clock } from "../app/text/format.js";
import { link } from "../app/router.js";
import type { Session } from "../app/session/session.js";
import { tt } from "../app/text/messages.js";
import { requirementLink } from "../app/text/labels.js";
import { drawnAnew, keepTexts } from "../app/translators.js";
import { ClickGuard, followPointer, tellsSight, type Refusal } from "./click_guard.js";
import { isForAnother, parseForeign } from "./foreign.js";
import { Height } from "./height.js";
import { Port } from "./port.js";
import type { FromHost, Load, Settings } from "./protocol.js";
import { review, verbatim } from "./review.js";
import { watch } from "./sandbox_limits.js";
import { outer, styles } from "./styles.js";

const DIRTY_MS = 250;
const DRAFT_MS = 1000;
const FOCUS_MS = 250;

interface Question {
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
interface Message {
  text: string;
  act?: { label: string; run: () => void };
}

/** The page as a guest of another: what that one asks for, and what the person lets it have. */
export class Frame {
  readonly #port: Port;
  readonly #root: ShadowRoot;
  readonly #box: HTMLElement;
  #session: Session | null = null;
  #waiting: Parameters<Frame["hear"]>[0][] = [];
  #question: Question | null = null;
  #guard: ClickGuard | null = null;
  #covered = false;
  #refusal: Refusal | null = null;
  #message: Message | null = null;
  /** Once refused it stays so, however often the page around asks. */
  #draft: "none" | "asked" | "granted" | "refused" = "none";
  readonly #height = new Height((height) => this.#port.send("resize", { height }));
  /** Where the page around wants to go next, and who waits for it. */
  #goal: { hash: string; ids: (string | undefined)[] } | null = null;
  #broughtTo = "";
  #dirty = "";
  /** For which request of the page around a result is made. */
  #binding: ResultBinding | null = null;
  /** What the page around knows or was given; more than that has not left. */
  #base = "";
  #timers = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(private readonly element: ReadinessElement) {
    followPointer();
    this.#port = new Port(
      parent,
      (message) => this.hear(message),
      () => this.#bound(),
    );
    this.#box = document.createElement("div");
    this.#box.id = "readiness-frame";
    this.#root = this.#box.attachShadow({ mode: "open" });
    const sheet = (text: string): CSSStyleSheet => {
      const made = new CSSStyleSheet();
      made.replaceSync(text);
      return made;
    };
    keepTexts(this.#root);
    this.#root.adoptedStyleSheets = [...(element.shadowRoot?.adoptedStyleSheets ?? []), sheet(styles)];
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet(outer)];
    document.body.append(this.#box);
    // Lit tells when the element has drawn: with its session, or with the fault that stopped it.
    element.addController({ hostUpdated: () => this.#started() });
    this.#started();
    const observer = new ResizeObserver(() => this.#resize());
    observer.observe(element);
    observer.observe(this.#box);
  }

  hello(): void {
    this.#port.hello();
  }

  hear(message: Exclude<FromHost, { type: "welcome" }>): void {
    const session = this.#session;
    if (!session) {
      this.#waiting.push(message);
      return;
    }
    session.flush();
    const { id } = message;
    try {
      if (message.type === "load") this.#load(session, message.payload, id);
      else if (message.type === "set") {
        if (isForAnother(message.payload, this.#port.origin)) return this.#refuse("other-audience", id);
        this.#set(session, message.payload);
        this.#ready(id);
      } else this.#focus(session, message.payload.id, id);
    } catch (error) {
      if (!isReadinessError(error)) throw error;
      this.#port.send("error", { code: error.code, message: error.message, subject: error.subject }, id);
    }
  }

  #started(): void {
    if (this.element.fault !== null) {
      this.#port.send("error", { code: "not-started", message: tt("frame.start", { fault: this.element.fault }) });
      return;
    }
    const { session } = this.element;
    if (this.#session || !session) return;
    this.#session = session;
    this.#base = session.store.text;
    if (this.element.shadowRoot) {
      watch(this.element.shadowRoot, {
        saved: (name, text) => this.#tell({ text: tt("frame.download"), ...this.#asText(name, text) }),
        printed: () => this.#tell({ text: tt("frame.print") }),
        opened: (href) => this.#tell({ text: tt("frame.link", { href }) }),
      });
    }
    session.store.subscribe(() => this.#changed());
    addEventListener("pagehide", () => this.#sendDraft());
    this.#open();
  }

  #bound(): void {
    if (this.element.fault !== null) this.#started();
    this.#open();
  }

  /** Both are there: the page, and one that asked for it. */
  #open(): void {
    this.#draw();
    if (!this.#session || this.#port.origin === null) return;
    this.#ready();
    this.#height.forget();
    this.#resize();
    for (const message of this.#waiting.splice(0)) this.hear(message);
  }

  // What the page around asks for

  #ready(id?: string): void {
    if (!this.#session) return;
    this.#port.send("ready", { engine: `iso27001-readiness ${__VERSION__}`, edition: this.#session.store.edition }, id);
  }

  #refuse(code: string, id: string | undefined): void {
    this.#port.send("error", { code, message: tt(`frame.${code}`) }, id);
  }

  #load(session: Session, load: Load, id: string | undefined): void {
    if (this.#question) return this.#refuse("busy", id);
    if (isForAnother(load, this.#port.origin)) return this.#refuse("other-audience", id);
    // The example is nobody's answers.
    if (session.whileExample !== null) session.closeExample();
    const next = load.assessment === undefined ? null : parseForeign(session, load.assessment);
    const edition = next?.edition ?? load.edition;
    const other = next ? next.text !== session.text : edition !== undefined && edition !== session.store.edition;
    const take = (): void => {
      if (other && edition) {
        const label = session.store.empty ? null : tt("change.open");
        if (next) session.store.replace(next.text, label);
        else session.store.create(edition, label ?? tt("change.start"));
        // Steps of what was there before belong to no answer of this one.
        if (label === null) session.store.forgetSteps();
        const { open, choice, typed, refused, raised } = session.ui;
        for (const kept of [open, choice, typed, refused, raised]) kept.clear();
      }
      if (next || other) this.#base = session.store.text;
      this.#set(session, { ...load, binding: load.binding ?? null });
      if (this.#draft !== "refused") this.#draft = load.keepDraft === true ? "asked" : "none";
      this.#message = null;
      const { quick, full } = session.questions;
      const first = load.mode === "quick" ? quick[0] : load.mode === "full" ? full[0] : undefined;
      if (first) session.go(link("assess", first.id));
      this.#draw();
      this.#ready(id);
      this.#changed();
    };
    if (!other || session.blank) return take();
    const origin = this.#port.origin ?? "";
    this.#ask({
      title: tt("frame.replace.title"),
      body: html`<p>
        ${
          next
            ? tt("frame.replace.assessment", { origin, edition: next.edition, n: next.answered, of: next.applicable })
            : tt("frame.replace.edition", { origin, edition: edition ?? "" })
        }
      </p>`,
      yes: tt("frame.replace.yes"),
      no: tt("frame.replace.no"),
      decided: (yes) => (yes ? take() : this.#refuse("refused", id)),
    });
  }

  #set(session: Session, { theme, readonly, binding }: Settings): void {
    if (binding !== undefined) this.#binding = binding && { nonce: binding.nonce, audience: binding.audience };
    if (theme !== undefined) session.setTheme(theme);
    if (readonly !== undefined) (session as { readonly: boolean }).readonly = readonly;
    session.refresh();
    this.#draw();
  }

  #focus(session: Session, wanted: string, id: string | undefined): void {
    const { requirements, documents } = session.questions;
    if (!requirements.has(wanted) && !documents.has(wanted)) {
      this.#port.send("error", { code: "unknown-id", message: tt("frame.unknown"), subject: wanted }, id);
      return;
    }
    const hash = requirements.has(wanted) ? requirementLink(session.questions, wanted) : link("documents", wanted);
    // Of many in a row only the last is gone to, or the person could neither read nor type meanwhile.
    if (this.#goal) {
      this.#goal.hash = hash;
      this.#goal.ids.push(id);
    } else {
      this.#bring(session, hash);
      this.#ready(id);
      this.#goal = { hash, ids: [] };
    }
    this.#later("focus", FOCUS_MS, () => this.#arrive(session));
  }

  #arrive(session: Session): void {
    const goal = this.#goal;
    this.#goal = null;
    if (!goal || goal.ids.length === 0) return;
    this.#bring(session, goal.hash);
    for (const id of goal.ids) this.#ready(id);
  }

  /** One step back leads to where the person was, however often the page around went elsewhere. */
  #bring(session: Session, hash: string): void {
    if (location.hash === this.#broughtTo) session.around.router.replace(hash);
    else session.go(hash);
    this.#broughtTo = hash;
  }

  // What leaves

  #changed(): void {
    this.#later("dirty", DIRTY_MS, () => this.#sendDirty());
    if (this.#draft === "granted") this.#later("draft", DRAFT_MS, () => this.#sendDraft());
    this.#draw();
  }

  get #modified(): boolean {
    return this.#session !== null && this.#session.text !== this.#base;
  }

  #sendDirty(): void {
    if (!this.#session || this.#session.whileExample !== null) return;
    const { requirements = {}, areas = {} } = this.#session.file;
    // How many, of whatever answer: also what does not apply or is not known.
    const count = (all: Record<string, { answer?: unknown }>): number =>
      Object.values(all).filter(({ answer }) => answer !== undefined).length;
    const payload = { modified: this.#modified, answers: { full: count(requirements), quick: count(areas) } };
    const text = JSON.stringify(payload);
    if (text === this.#dirty) return;
    this.#dirty = text;
    this.#port.send("dirty", payload);
  }

  #sendDraft(): void {
    if (this.#draft !== "granted" || !this.#session) return;
    this.#port.send("draft", { assessment: this.#session.text });
  }

  #askDraft(): void {
    this.#ask({
      title: tt("frame.draft.title"),
      body: html`<p>${tt("frame.draft.text", { origin: this.#port.origin ?? "" })}</p>`,
      yes: tt("frame.draft.allow"),
      no: tt("frame.draft.refuse"),
      sends: true,
      decided: (yes) => {
        this.#draft = yes ? "granted" : "refused";
        this.#sendDraft();
      },
    });
  }

  /** What is shown is what is sent, whatever happens meanwhile. */
  #review(): void {
    const session = this.#session;
    const { origin } = this.#port;
    if (!session || origin === null) return;
    session.flush();
    const result = session.store.try((copy) => copy.result(this.#binding ?? undefined));
    const text = verbatim(result);
    const sent = session.store.text;
    this.#ask({
      title: tt("frame.send.title"),
      body: review(result, origin, text),
      yes: tt("frame.send.act", { origin }),
      no: tt("frame.send.cancel"),
      tone: "primary",
      sends: true,
      decided: (yes) => {
        if (!yes) return;
        this.#port.send("complete", { result });
        this.#base = sent;
        this.#sendDirty();
        this.#tell({ text: tt("frame.sent", { origin, time: clock(new Date()) }) });
      },
    });
  }

  #exit(): void {
    const leave = (): void => this.#port.send("exit", {});
    if (!this.#modified || this.#draft === "granted") return leave();
    this.#ask({
      title: tt("frame.exit.title"),
      body: html`<p>${tt("frame.exit.text", { origin: this.#port.origin ?? "" })}</p>`,
      yes: tt("frame.exit.yes"),
      no: tt("frame.exit.no"),
      decided: (yes) => yes && leave(),
    });
  }

  // What the person sees

  #ask(question: Question): void {
    this.#question = question;
    this.#refusal = null;
    this.#draw();
    const box = this.#root.querySelector("dialog");
    box?.showModal();
    box?.querySelector<HTMLElement>("h2")?.focus();
    this.#watch(question);
    this.#resize();
  }

  #decide(yes: boolean): void {
    const question = this.#question;
    if (!question) return;
    this.#question = null;
    this.#refusal = null;
    this.#watch(null);
    this.#root.querySelector("dialog")?.close();
    question.decided(yes);
    this.#draw();
    this.#resize();
  }

  #watch(question: Question | null): void {
    this.#guard?.free();
    this.#guard = null;
    this.#covered = false;
    const button = question ? this.#root.getElementById("frame-yes") : null;
    if (!button || !question) return;
    const seen = (there: boolean): void => {
      if (this.#covered === !there) return;
      this.#covered = !there;
      this.#draw();
    };
    this.#guard = new ClickGuard(button, question.sends === true, seen, this.#yes);
  }

  readonly #yes = (event: Event): void => {
    this.#refusal = this.#guard?.refusal(event) ?? null;
    if (this.#guard && !this.#refusal) this.#decide(true);
    else this.#draw();
  };

  #tell(told: Message | null): void {
    this.#message = told;
    this.#draw();
  }

  #asText(name: string, text: Promise<string> | null): Pick<Message, "act"> {
    if (!text) return {};
    const show = async (): Promise<void> => {
      const words = await text;
      this.#session?.ask({
        title: tt("frame.copy.title"),
        body: () => html`<p>${tt("frame.download.copy", { name })}</p>
          <textarea rows="12" readonly translate="no" spellcheck="false" .value=${words}></textarea>`,
      });
    };
    return { act: { label: tt("frame.download.text", { name }), run: () => void show() } };
  }

  #draw(): void {
    drawnAnew(this.#root, this.#root, () => this.#render());
  }

  #render(): void {
    const { origin } = this.#port;
    render(
      html`${this.#message ? this.#note(this.#message) : nothing} ${origin === null ? nothing : this.#bar(origin)} ${this.#dialog()}
      <div class="hidden" role="status">${this.#refusal ? tt(`frame.${this.#refusal}`) : (this.#message?.text ?? "")}</div>`,
      this.#root,
    );
  }

  #note({ text, act }: Message): TemplateResult {
    return html`<div class="notice" data-tone="info">
      <p>${text}</p>
      <div class="buttons">
        ${act ? html`<button type="button" class="small" @click=${act.run}>${act.label}</button>` : nothing}
        <button type="button" class="plain small" @click=${() => this.#tell(null)}>${tt("frame.dismiss")}</button>
      </div>
    </div>`;
  }

  #bar(origin: string): TemplateResult {
    const session = this.#session;
    const shown: boolean = session?.readonly ?? false;
    const example = session !== null && session.whileExample !== null;
    const sees = shown ? "frame.readonly" : this.#draft === "granted" ? "frame.sees.draft" : "frame.sees";
    return html`${
      this.#draft === "asked"
        ? html`<div class="host">
            <p>${tt("frame.draft.ask")}</p>
            <div class="buttons">
              <button type="button" class="small" id="frame-draft" @click=${() => this.#askDraft()}>${tt("frame.draft.look")}</button>
              <button type="button" class="small" @click=${() => this.#noDraft()}>${tt("frame.draft.refuse")}</button>
            </div>
          </div>`
        : nothing
    }
    <section class="host" aria-label=${tt("frame.label")}>
      <p>${tt("frame.inside")} <span class="origin">${origin}</span>. ${example ? tt("frame.example") : tt(sees)}</p>
      <div class="buttons">
        ${
          this.#draft === "granted"
            ? html`<button type="button" class="small" @click=${() => this.#noDraft()}>${tt("frame.draft.stop")}</button>`
            : nothing
        }
        ${
          shown
            ? nothing
            : html`<button type="button" class="small primary" id="frame-review" ?disabled=${example || !session} @click=${() => this.#review()}>
                ${tt("frame.review")}
              </button>`
        }
        <button type="button" class="small" id="frame-exit" @click=${() => this.#exit()}>${tt("frame.exit")}</button>
      </div>
    </section>`;
  }

  #noDraft(): void {
    this.#draft = "refused";
    clearTimeout(this.#timers.get("draft"));
    this.#draw();
  }

  #dialog(): TemplateResult {
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

  #resize(): void {
    if (this.#port.origin === null) return;
    const content = this.element.getBoundingClientRect().height + this.#box.getBoundingClientRect().height;
    const asks = this.#question !== null || this.#session?.ui.dialog != null;
    this.#height.measured(this.#session?.route.view ?? "", content, asks);
  }

  #later(name: string, after: number, act: () => void): void {
    clearTimeout(this.#timers.get(name));
    this.#timers.set(name, setTimeout(act, after));
  }
}
