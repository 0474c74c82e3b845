// The whole page as a custom element: its attributes, properties, events and life. One class, whose members share private state;
// what it is as a control of a form, and its attributes, are its base classes in form.ts and attributes.ts.
import type { ModuleSource } from "readiness-module-bytes";
import { html, nothing, type CSSResultOrNative, type TemplateResult } from "lit";
import { isReadinessError, StartFault, type AssessmentFile, type Report } from "../app/model/wasm.js";
import { toPaper } from "../app/components/print.js";
import { deferredParts } from "../app/deferred.js";
import { browserStorage } from "../app/model/preferences.js";
import { emptyText, type Source as ChangeSource } from "../app/model/store.js";
import { placeOf } from "../app/model/draft_record.js";
import { link } from "../app/router.js";
import { Session } from "../app/session/session.js";
import { direction } from "language/language.json";
import { lang, tt } from "../app/text/messages.js";
import { NONE } from "./attributes.js";
import { takeEarly } from "./early.js";
import { readinessError } from "./error.js";
import { ReadinessChangeEvent, ReadinessCompleteEvent, ReadinessErrorEvent, ReadinessReadyEvent } from "./events.js";
import { FormElement, NAME } from "./form.js";
import { HandedOut } from "./handed_out.js";
import { createHost, linkTo, shortfalls, type Shortfall } from "./host.js";
import { internalsOf } from "./internals.js";
import { printAlone } from "./print.js";
import { InnerRouter } from "./router.js";
import { startCore } from "./start_core.js";
import { dress } from "./styles.js";

const CHANGE_MS = 250;
const ATTRIBUTES = ["edition", "mode", "readonly", "hide", "lock"];
/**
 * The whole self-assessment as an element. Safe to import where there is no document.
 *
 * @attr {string} lang - The language asked for; so far there is English, and every other falls back to it.
 * @slot logo - In the place of the mark.
 * @slot title - In the place of the name.
 * @csspart root - Everything
 * @csspart bar - The bar at the top
 * @csspart brand - Mark and name
 * @csspart edition - The edition in the bar
 * @csspart tools - Save state, undo, redo, theme
 * @csspart navigation - The views
 * @csspart main - The view
 * @csspart side - Beside the questions: sections and score
 * @csspart question - One question
 * @csspart minimum - What is asked for at a question
 * @csspart minimums - What is asked for beside the score
 * @csspart complete - Handing over
 * @csspart dialog - The dialog
 * @csspart footer - The last lines
 * @cssproperty --readiness-accent - Buttons, links, focus, bars
 * @cssproperty --readiness-on-accent - Text on the accent
 * @cssproperty --readiness-background - Behind everything
 * @cssproperty --readiness-surface - Cards and bars
 * @cssproperty --readiness-ink - Text
 * @cssproperty --readiness-quiet - Text of less weight
 * @cssproperty --readiness-line - Rules and borders
 * @cssproperty --readiness-good - What is met
 * @cssproperty --readiness-bad - What is open or wrong
 * @cssproperty --readiness-warn - What wants attention
 * @cssproperty --readiness-font - Font family
 * @cssproperty --readiness-radius - Corners
 * @cssproperty --readiness-rem - The unit of all lengths, 1rem unless set
 */
export class ReadinessElement extends FormElement {
  /**
   * The WebAssembly module, or where it is. Left alone, it is fetched from beside the package's files; looked at when the
   * first element starts.
   */
  static wasm: ModuleSource | Promise<ModuleSource> | undefined;
  /**
   * The second module, which takes in sheets of others and makes the exports, or where it is; likewise, when it is first
   * needed.
   */
  static deferredWasm: ModuleSource | Promise<ModuleSource> | undefined;

  /**
   * Registers the class under a name, `iso27001-readiness` unless given. Where it is taken, by another copy of the class for
   * one, or in Node, nothing happens.
   */
  static define(name: string = NAME, registry: CustomElementRegistry | undefined = globalThis.customElements): void {
    if (registry && !registry.get(name)) registry.define(name, this);
  }

  /** Sheets belong to a document, and elements may move to another: see `dress`. */
  protected static override finalizeStyles(): CSSResultOrNative[] {
    return [];
  }

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, ...ATTRIBUTES];
  }

  readonly #internals = internalsOf(this);
  readonly #router = new InnerRouter((view) => this.hide.includes(view));
  #starting = false;
  /** What the host gave last, for reset(); null for an empty assessment. */
  #initial: string | null = null;
  /** What the start is to open. */
  #given: string | null = null;
  /** Since the host last put in another assessment. */
  readonly #handedOut = new HandedOut();
  #minimums: Record<string, number> = {};
  #disabled = false;
  /** Where it listens. When it has left, its own document is the next one already. */
  #document = document;
  #announceTimer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.deferred = deferredParts();
    takeEarly(this);
  }

  // Properties

  /** Least level by requirement, shown beside score and questions: `{ "A.5.19": 3 }`. */
  get minimums(): Record<string, number> {
    return { ...this.#minimums };
  }
  set minimums(minimums: Record<string, number> | null) {
    for (const [id, level] of Object.entries(minimums ?? {})) {
      if (Number.isInteger(level) && level >= 0 && level <= 5) continue;
      throw readinessError("out-of-range", id, `the minimum of ${id} is a level from 0 to 5, not ${String(level)}`);
    }
    this.#minimums = { ...minimums };
    this.#applyHostOptions();
  }
  /** The minimums that the answers do not reach. */
  get shortfalls(): Shortfall[] {
    return shortfalls(this.report?.requirements ?? [], this.#minimums);
  }

  /**
   * The text of the assessment file, with what is just being typed. Set, it takes the text or the object; what cannot be
   * read throws a `ReadinessError` and changes nothing. Members that this version does not know stay in it.
   */
  get assessment(): string {
    if (!this.session) return this.#given ?? "";
    this.session.flush();
    return this.session.text;
  }
  set assessment(assessment: string | AssessmentFile | object | null) {
    const text = assessment === null || assessment === undefined || assessment === "" ? null : assessment;
    const given = typeof text === "object" && text !== null ? JSON.stringify(text) : text;
    // What cannot be read throws here, and everything stays as it was; so it does where an echo comes back.
    if (this.session && !this.#open(given, true)) return;
    this.#initial = given;
    this.#given = given;
    if (!this.session) this.#internals.setFormValue(given ?? "");
  }
  /** Everything that the method says, or null before the start. */
  get report(): Report | null {
    const { session } = this;
    if (!session) return null;
    session.flush();
    return session.whileExample === null
      ? session.report
      : session.store.try((copy) => copy.report(), session.whileExample);
  }

  // As a part of a form

  formDisabledCallback(disabled: boolean): void {
    this.#disabled = disabled;
    this.#allow();
  }
  formStateRestoreCallback(state: unknown): void {
    if (typeof state !== "string" || state === "") return;
    if (!this.session) return void (this.#given = state);
    try {
      this.#open(state);
    } catch {
      // What a browser kept of another version is no reason to lose what is here.
    }
  }

  // Methods

  /** Opens a question (`A.5.1`), an area of the quick scan (`policy`) or a document, and puts the focus there. */
  focusRequirement(id: string): void {
    const { session } = this;
    if (!session) throw readinessError("not-ready", id, "the element has not started; wait for readiness-ready");
    const address = linkTo(session.questions, id);
    if (address !== undefined) session.go(address);
    else
      throw readinessError("unknown-id", id, `the ${this.edition} edition has no requirement, area or document ${id}`);
  }

  /** Back to what the host set last, or to no answers. The person can undo it. */
  reset(): void {
    if (!this.session) {
      this.#given = this.#initial;
      return;
    }
    this.#open(this.#initial);
    this.#opening();
  }

  /** Opens the report and prints it, without the page around the element. */
  async print(): Promise<void> {
    if (!this.session) return;
    this.session.flush();
    this.#router.put(link("report"));
    await toPaper(this.session);
  }

  // Life

  override connectedCallback(): void {
    super.connectedCallback();
    this.#document = this.ownerDocument;
    this.#document.addEventListener("visibilitychange", this.#leaving);
    // A dialog that was moved is open still, and no longer above the rest: drawing shows it anew.
    this.shadowRoot?.querySelector("dialog")?.removeAttribute("open");
    this.requestUpdate();
    if (this.session) this.session.draft.wake();
    else if (!this.#starting) void this.#start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#document.removeEventListener("visibilitychange", this.#leaving);
    this.session?.flush();
    // An element that is only moved is back before this runs.
    queueMicrotask(() => {
      if (!this.isConnected) this.session?.draft.sleep();
    });
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    dress(root as ShadowRoot);
    return root;
  }

  adoptedCallback(): void {
    if (this.shadowRoot) dress(this.shadowRoot);
  }

  override attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    super.attributeChangedCallback(name, before, now);
    const { session } = this;
    if (before === now || !session) return;
    if (name === "readonly") this.#allow();
    else if (name === "hide" || name === "lock") this.#applyHostOptions();
    else if (name === "mode") this.#opening();
    // Answers of one edition are none of the other: only an empty assessment can change it.
    else if (name === "edition" && session.store.empty && (now === "2013" || now === "2022"))
      this.#open(emptyText(now));
  }

  /** The main part of a page is the host's to name. */
  protected override main(content: TemplateResult, busy = false): TemplateResult {
    return html`<div class="main" id="main" part="main" tabindex="-1" role="group" aria-busy=${busy ? "true" : nothing}>${content}</div>`;
  }

  override render(): TemplateResult {
    return html`<section
      class="root"
      part="root"
      lang=${lang()}
      dir=${direction}
      aria-label=${tt("brand")}
      data-theme=${this.session?.preferences.theme ?? nothing}
      @click=${this.#clicked}
      @auxclick=${this.#clicked}
    >
      ${super.render()}
    </section>`;
  }

  async #start(): Promise<void> {
    this.#starting = true;
    try {
      await startCore(ReadinessElement.wasm);
    } catch (error) {
      const code = error instanceof StartFault ? error.reason : "unknown";
      this.fault = tt(`fault.${code}`);
      // The person is told what to do, the host also where it looked and what came.
      const cause = error instanceof StartFault && isReadinessError(error.cause) ? error.cause.message : null;
      const said = cause === null ? this.fault : tt("aside", { text: this.fault, more: cause });
      this.dispatchEvent(new ReadinessErrorEvent(code, said));
      return;
    } finally {
      this.#starting = false;
    }
    // Taken out of the document meanwhile: it starts when it is put back.
    if (!this.isConnected || this.session) return;
    const kept = this.storage !== NONE;
    const session = new Session({
      router: this.#router,
      storage: kept ? browserStorage() : null,
      place: kept ? placeOf(window) : "host",
      ...(kept ? { name: `${NAME}/${this.storage}` } : {}),
      redraw: () => {
        this.requestUpdate();
        return this.updateComplete;
      },
      root: () => this.shadowRoot,
      owner: null,
    });
    this.fault = null;
    if (this.edition !== session.store.edition) session.store.replace(emptyText(this.edition), null);
    session.store.subscribe((what, source) => this.#changed(session, what, source));
    this.session = session;
    this.#applyHostOptions();
    this.#allow();
    let refused: { code: string; message: string } | undefined;
    try {
      if (this.#given !== null) this.#open(this.#given);
    } catch (error) {
      if (!isReadinessError(error)) throw error;
      refused = error;
    }
    this.#value();
    this.#opening();
    this.#router.subscribe(() => session.moved());
    await this.updateComplete;
    this.dispatchEvent(new ReadinessReadyEvent());
    // Before the start nobody could be thrown at.
    if (refused) this.dispatchEvent(new ReadinessErrorEvent(refused.code, refused.message));
    await session.draft.start();
  }

  /** Puts in what the host gives, or what it gave before, and says nothing. False where it is an echo, which may be passed over. */
  #open(given: string | null, passEchoes = false): boolean {
    const { session } = this;
    if (!session) return false;
    const wanted = this.getAttribute("edition") === "2013" ? "2013" : "2022";
    const text = given === null ? emptyText(wanted) : session.store.try((copy) => copy.toJSON(), given);
    if (passEchoes && (given === null ? this.#initial === null : this.#handedOut.has(text))) return false;
    session.replaceFromHost(text, tt("host.opened"));
    this.#handedOut.clear();
    this.#handedOut.add(text);
    clearTimeout(this.#announceTimer);
    return true;
  }

  /** Goes where the mode says, without taking the focus. */
  #opening(): void {
    const { session, mode } = this;
    if (!session) return;
    const first = mode === null ? undefined : session.questions[mode][0];
    this.#router.put(first ? link("assess", first.id) : link("start"));
    session.refresh();
  }

  #changed(session: Session, what: "change" | "replace" | "trap", source: ChangeSource): void {
    if (what === "trap") {
      this.dispatchEvent(new ReadinessErrorEvent("trap", tt("trap.notice")));
      return;
    }
    this.#value();
    if (source === "host") return;
    clearTimeout(this.#announceTimer);
    this.#announceTimer = setTimeout(() => {
      // The example is nobody's assessment.
      if (session.whileExample !== null) return;
      this.dispatchEvent(new ReadinessChangeEvent(session.store.try((copy) => copy.summary())));
    }, CHANGE_MS);
  }

  #value(): void {
    const text = this.session?.text;
    if (text !== undefined) this.#handedOut.add(text);
    this.#internals.setFormValue(text ?? this.#given ?? "");
  }

  #allow(): void {
    if (!this.session) return;
    this.session.readonly = this.readonly || this.#disabled;
    this.session.refresh();
  }

  #applyHostOptions(): void {
    const { session } = this;
    if (!session) return;
    session.around.host = createHost(
      {
        hide: this.hide,
        lock: this.lock,
        minimums: this.#minimums,
        file: () => session.file,
        print: () => printAlone(this),
        complete: () => this.#complete(session),
      },
      () => session.store.questions,
    );
    const { view, rest } = this.#router.route;
    this.#router.put(link(view, ...rest));
    session.refresh();
  }

  #complete(session: Session): void {
    session.flush();
    if (session.whileExample !== null) return;
    this.dispatchEvent(new ReadinessCompleteEvent(session.store.try((copy) => copy.result())));
    session.announce(tt("complete.done"));
  }

  readonly #leaving = (): void => {
    if (this.#document.visibilityState === "hidden") this.session?.flush();
  };

  /** Links lead through the element and never touch the address of the page around. */
  #clicked(event: Event): void {
    const anchor = event.composedPath().find((one) => (one as Element).localName === "a") as Element | undefined;
    const address = anchor?.getRootNode() === this.renderRoot ? anchor.getAttribute("href") : null;
    if (!address?.startsWith("#/") || event.defaultPrevented) return;
    event.preventDefault();
    if (event.type === "click") this.session?.go(address);
  }
}
