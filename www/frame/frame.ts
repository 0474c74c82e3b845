// The page as a guest of another: what that one asks for, what leaves, and what the person decides.
import { html, nothing, render, type TemplateResult } from "lit";
import type { ResultBinding } from "readiness-core";
import { isReadinessError } from "../app/model/wasm.js";
import type { ReadinessElement } from "../app/shell.js";
import { clock } from "../app/text/format.js";
import { link } from "../app/router.js";
import type { Session } from "../app/session/session.js";
import { tt } from "../app/text/messages.js";
import { drawnAnew, keepTexts } from "../app/translators.js";
import { bar, note, type Message } from "./bar.js";
import { followPointer } from "./click_guard.js";
import { Decision } from "./decision.js";
import { Drafts } from "./drafts.js";
import { FocusRequests } from "./focus.js";
import { isForAnother, parseForeign } from "./foreign.js";
import { Height } from "./height.js";
import { Port } from "./port.js";
import type { FromHost, Load, Settings } from "./protocol.js";
import { review, verbatim } from "./review.js";
import { watch } from "./sandbox_limits.js";
import { outer, styles } from "./styles.js";

const DIRTY_MS = 250;

/** The page as a guest of another: what that one asks for, and what the person lets it have. */
export class Frame {
  readonly #port: Port;
  readonly #root: ShadowRoot;
  readonly #box: HTMLElement;
  #session: Session | null = null;
  #waiting: Parameters<Frame["hear"]>[0][] = [];
  readonly #decision: Decision;
  readonly #focus: FocusRequests;
  #message: Message | null = null;
  readonly #drafts: Drafts;
  readonly #height = new Height((height) => this.#port.send("resize", { height }));
  #dirty = "";
  /** For which request of the page around a result is made. */
  #binding: ResultBinding | null = null;
  /** What the page around knows or was given; more than that has not left. */
  #base = "";
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly element: ReadinessElement) {
    followPointer();
    this.#port = new Port(
      parent,
      (message) => this.hear(message),
      () => this.#bound(),
    );
    this.#focus = new FocusRequests(this.#port, (id) => this.#ready(id));
    this.#box = document.createElement("div");
    this.#box.id = "readiness-frame";
    this.#root = this.#box.attachShadow({ mode: "open" });
    this.#decision = new Decision(
      this.#root,
      () => this.#draw(),
      () => this.#resize(),
    );
    this.#drafts = new Drafts(this.#port, this.#decision, () => this.#session);
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
      } else this.#focus.focus(session, message.payload.id, id);
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
    addEventListener("pagehide", () => this.#drafts.send());
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
    if (this.#decision.asks) return this.#refuse("busy", id);
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
      this.#drafts.wanted(load.keepDraft === true);
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
    this.#decision.ask({
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

  // What leaves

  #changed(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#sendDirty(), DIRTY_MS);
    this.#drafts.sendLater();
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

  /** What is shown is what is sent, whatever happens meanwhile. */
  #review(): void {
    const session = this.#session;
    const { origin } = this.#port;
    if (!session || origin === null) return;
    session.flush();
    const result = session.store.try((copy) => copy.result(this.#binding ?? undefined));
    const text = verbatim(result);
    const sent = session.store.text;
    this.#decision.ask({
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
    if (!this.#modified || this.#drafts.consent === "granted") return leave();
    this.#decision.ask({
      title: tt("frame.exit.title"),
      body: html`<p>${tt("frame.exit.text", { origin: this.#port.origin ?? "" })}</p>`,
      yes: tt("frame.exit.yes"),
      no: tt("frame.exit.no"),
      decided: (yes) => yes && leave(),
    });
  }

  // What the person sees

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
      html`${this.#message ? note(this.#message, () => this.#tell(null)) : nothing} ${origin === null ? nothing : this.#bar(origin)} ${this.#decision.dialog()}
      <div class="hidden" role="status">${this.#decision.refusal ?? this.#message?.text ?? ""}</div>`,
      this.#root,
    );
  }

  #bar(origin: string): TemplateResult {
    const session = this.#session;
    return bar({
      origin,
      draft: this.#drafts.consent,
      readonly: session?.readonly ?? false,
      example: session !== null && session.whileExample !== null,
      ready: session !== null,
      look: () => this.#drafts.ask(),
      refuse: () => {
        this.#drafts.refuse();
        this.#draw();
      },
      review: () => this.#review(),
      exit: () => this.#exit(),
    });
  }

  #resize(): void {
    if (this.#port.origin === null) return;
    const content = this.element.getBoundingClientRect().height + this.#box.getBoundingClientRect().height;
    const asks = this.#decision.asks || this.#session?.ui.dialog != null;
    this.#height.measured(this.#session?.route.view ?? "", content, asks);
  }
}
