import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { dialog } from "./components/dialog.js";
import { errorSummary } from "./components/error_summary.js";
import { icon, mark } from "./components/icon.js";
import { views } from "./components/navigation.js";
import { notices } from "./components/notice.js";
import { paperFoot } from "./components/paper_foot.js";
import { saveState } from "./components/save_state.js";
import type { Deferred } from "./page.js";
import type { Notice } from "./ui_state.js";
import { link, type View } from "./router.js";
import type { Session } from "./session/session.js";
import { styles } from "./views/app_styles.js";
import { t, tt } from "./text/messages.js";
import { drawnAnew, keepTexts } from "./translators.js";
import { assess } from "./views/assess/assess.js";
import { scanKey } from "./views/assess/quick.js";
import { start } from "./views/start/start.js";

const DRAW: NonNullable<Deferred["views"]> = { start, assess };

/** A view whose script is still on its way. */
const awaited = (view: View): TemplateResult =>
  html`<h1 id="title" tabindex="-1" aria-busy="true">${tt(`nav.${view}`)}</h1>`;

const inNotice = (focus: Element | null): boolean => !!focus?.closest(".notices");

/** The whole page as one element. */
export class ReadinessElement extends LitElement {
  static override styles = styles;
  static override properties = {
    session: { attribute: false },
    fault: { attribute: false },
  };

  declare session: Session | null;
  /** What stopped the start, in words. */
  declare fault: string | null;
  protected deferred: Deferred = {};
  /** The start page as the HTML brought it, until there is something to put in its place. */
  #painted: ChildNode[] = [];
  /** The button that was pressed before there was anything to act on it, as early.ts noted. */
  #pressed: HTMLElement | undefined;
  /** The window that it prints in. */
  #window: Window = globalThis.window;
  /** How high the notices were when they were last drawn. */
  #high = 0;
  /** What had the focus before a notice, which gets it back when the last is gone. */
  #before: HTMLElement | null = null;
  #within = false;

  constructor() {
    super();
    this.session = null;
    this.fault = null;
    this.addEventListener("keydown", this.#key);
    for (const moment of ["dragover", "drop", "paste"])
      this.addEventListener(moment, (event) => this.session && this.deferred.sheets?.given(this.session, event));
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    this.#painted = [...(this.shadowRoot?.childNodes ?? [])];
    const root = super.createRenderRoot();
    // From one part to another the focus moves unheard outside.
    root.addEventListener("focusin", this.#focused);
    // Lit would draw before what stands there, and lose its place when that goes.
    this.renderOptions.renderBefore = null;
    return root;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#window = this.ownerDocument.defaultView ?? this.#window;
    this.#listen("addEventListener");
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#listen("removeEventListener");
  }

  #listen(change: "addEventListener" | "removeEventListener"): void {
    const view = this.#window;
    view[change]("keydown", this.#keyOfPage as EventListener);
    for (const moment of ["beforeprint", "afterprint"]) view[change](moment, this.#printing);
  }

  /** Where the page is ours, keys also count while nothing on it has the focus. */
  readonly #keyOfPage = (event: KeyboardEvent): void => {
    if (this.session?.around.owner && event.target === document.body) this.#key(event);
  };

  readonly #key = (event: KeyboardEvent): void => {
    const { session } = this;
    if (!session || event.altKey || event.isComposing) return;
    const [on] = event.composedPath() as HTMLInputElement[];
    if (!on) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const control = event.ctrlKey || event.metaKey;
    // By name: what moved to another document is no instance of this one's classes.
    const inText = on.localName === "textarea" || (on.localName === "input" && !/radio|checkbox/.test(on.type));
    const { menu } = session.ui;
    if (key === "Escape" && menu) {
      session.ui.menu = null;
      session.focusOn(`${menu}-button`);
    } else if (control && key === "s" && !event.shiftKey && session.around.owner) {
      // An open dialog asks first; the browser's own saving would only take the page without its answers.
      if (!session.ui.dialog && !event.repeat) session.saveFile();
    } else if (control && key === "z" && !inText) session.step(event.shiftKey ? "redo" : "undo");
    else if (control || event.shiftKey || inText || session.ui.dialog || !session.preferences.digits) return;
    // These have a use of their own for the key.
    else if (key === "Enter" && on.closest("a, button, summary, select")) return;
    else if (!scanKey(session, key)) return;
    event.preventDefault();
  };

  get #focus(): HTMLElement | null {
    return (this.renderRoot as ShadowRoot).activeElement as HTMLElement | null;
  }

  /** What came up while a notice had the focus shows once it has left. */
  readonly #focused = (): void => {
    const left = this.#within;
    this.#within = inNotice(this.#focus);
    if (this.#within) return;
    this.#before = this.#focus;
    if (left) this.requestUpdate();
  };

  readonly #printing = ({ type }: Event): void => {
    if (!this.session) return;
    this.session.paper = type === "beforeprint";
    if (this.session.around.owner) paperFoot(this.session, this.session.around.owner);
    this.session.refresh();
    // Firefox lays out as soon as this returns, before an update that waits for its turn.
    this.performUpdate();
  };

  /** Takes over from the painted page: nothing moves, and the focus stays on what it was on. */
  protected override update(changed: PropertyValues): void {
    const painted = this.session || this.fault !== null ? this.#painted.splice(0) : [];
    const { renderRoot } = this;
    const stops = (): HTMLElement[] => [...renderRoot.querySelectorAll<HTMLElement>("a, button, main")];
    const at = painted.length > 0 ? stops().indexOf(this.shadowRoot?.activeElement as HTMLElement) : -1;
    const pressed = painted.length > 0 ? stops().findIndex((one) => one.hasAttribute("data-pressed")) : -1;
    for (const node of painted) node.remove();
    const root = renderRoot as ShadowRoot;
    const within = inNotice(this.#focus);
    drawnAnew(root, this.renderOptions.renderBefore ?? root, () => super.update(changed));
    if (within && !this.#focus)
      (root.querySelector<HTMLElement>(".notices button") ?? this.#before)?.focus({ preventScroll: true });
    if (at >= 0) stops()[at]?.focus();
    if (pressed >= 0) this.#pressed = stops()[pressed];
  }

  /** Does what was pressed on the painted page. */
  press(): void {
    this.#pressed?.click();
    this.#pressed = undefined;
  }

  override render(): TemplateResult {
    const { session } = this;
    if (this.#painted.length > 0) return html``;
    if (this.fault !== null) {
      return this.main(html`<div class="problems" role="alert"><h1>${t("fault.title")}</h1><p>${this.fault}</p></div>
        <slot></slot>`);
    }
    if (!session) return this.main(html`<p class="hidden" role="status">${t("fault.starting")}</p>`, true);
    return html`
      ${this.#header(session)}
      ${this.main(html`${errorSummary(session)} ${this.#view(session)}`)} ${notices(session, this.#notices(session), inNotice(this.#focus))}
      ${this.#footer()}
      <div class="hidden" role="status" aria-live="polite">${session.spoken}</div>
      ${dialog(session)}
    `;
  }

  /** What the view stands in. */
  protected main(content: TemplateResult, busy = false): TemplateResult {
    return html`<main id="main" tabindex="-1" aria-busy=${busy ? "true" : nothing}>${content}</main>`;
  }

  /** What is shown is to be filled by a part that has not come. */
  get waits(): boolean {
    return this.renderRoot.querySelector("[aria-busy]") !== null;
  }

  /** A part of the page has come. Those that nothing in sight waits for are drawn with the last, which is the module. */
  receive(part: Deferred): void {
    this.deferred = { ...this.deferred, ...part };
    if (part.views || part.module || this.waits) this.requestUpdate();
    if (part.styles === undefined || !this.shadowRoot) return;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(part.styles);
    this.shadowRoot.adoptedStyleSheets = [...this.shadowRoot.adoptedStyleSheets, sheet];
  }

  protected override firstUpdated(_: PropertyValues): void {
    keepTexts(this.renderRoot);
  }

  override updated(_: PropertyValues): void {
    const box = this.renderRoot.querySelector("dialog");
    if (!box || !this.session) return;
    if (this.session.ui.dialog && !box.open) {
      // jsdom knows dialogs, and neither of these calls.
      if (typeof box.showModal === "function") box.showModal();
      else box.open = true;
      box.querySelector<HTMLElement>("#dialog-title")?.focus();
    } else if (!this.session.ui.dialog && box.open) {
      if (typeof box.close === "function") box.close();
      else box.open = false;
    }
    const { around, route } = this.session;
    if (!around.owner) return;
    // What stays in sight at the foot must not hide what has the focus. Measuring lays out the page, so only then.
    const foot = this.renderRoot.querySelector<HTMLElement>(".notices:has(.notice)");
    around.owner.documentElement.style.scrollPaddingBlockEnd = foot ? `calc(${foot.offsetHeight}px + 2rem)` : "";
    this.#uncover(foot);
    // A heading of these two names the page of the view; it is never made of what people typed.
    const named = route.view === "assess" || route.view === "learn";
    const heading = named ? this.renderRoot.querySelector("#title")?.textContent?.trim().replace(/\s+/g, " ") : "";
    const view = tt(`nav.${route.view}`);
    const page = heading ? t("title", { page: heading, in: view }) : view;
    around.owner.title = t("title", { page, in: t("brand") });
  }

  #view(session: Session): TemplateResult {
    session.deferred = this.deferred;
    try {
      const { view } = session.route;
      const draw = DRAW[view] ?? this.deferred.views?.[view];
      return draw ? draw(session) : awaited(view);
    } catch {
      // Whatever broke one view must not take the answers with it.
      return html`<div class="problems" role="alert">
        <h1 id="title" tabindex="-1">${t("fault.view")}</h1>
        <p>${t("fault.view.text")}</p>
        <p class="buttons"><button type="button" @click=${() => session.saveFile()}>${t("data.save.act")}</button></p>
      </div>`;
    }
  }

  #header(session: Session): TemplateResult {
    const { undoLabel, redoLabel } = session.store;
    return html`<header>
      <button type="button" class="skip" @click=${() => session.focusOn("main")}>${t("nav.skip")}</button>
      <div class="bar-top" part="bar">
        <div>
          <a class="brand" part="brand" href=${link("start")} aria-current=${session.route.view === "start" ? "page" : nothing}
            ><slot name="logo">${mark()}</slot><slot name="title"><span>${t("brand")}</span></slot></a
          >
          <span class="tag" part="edition">${session.store.edition}</span>
          ${saveState(session)}
          <div class="tools" part="tools">
            <button
              type="button"
              class="small"
              title=${t("data.save.act")}
              aria-keyshortcuts="Control+S Meta+S"
              @click=${() => session.saveFile()}
            >
              ${t("save.act")}
            </button>
            <button
              type="button"
              class="plain"
              ?disabled=${undoLabel === undefined}
              title=${undoLabel === undefined ? t("undo.act") : t("undo.what", { what: undoLabel })}
              @click=${() => session.step("undo")}
            >
              ${icon("undo")}<span class="hidden">${t("undo.act")}</span>
            </button>
            <button
              type="button"
              class="plain"
              ?disabled=${redoLabel === undefined}
              title=${redoLabel === undefined ? t("redo.act") : t("redo.what", { what: redoLabel })}
              @click=${() => session.step("redo")}
            >
              ${icon("redo")}<span class="hidden">${t("redo.act")}</span>
            </button>
          </div>
        </div>
      </div>
      ${views(session)}
    </header>`;
  }

  /** Brings what has the focus out from under notices that have just come up. */
  #uncover(foot: HTMLElement | null): void {
    const high = foot?.offsetHeight ?? 0;
    const [grown, focused] = [high > this.#high, this.#focus];
    this.#high = high;
    if (!grown || !foot || !focused || foot.contains(focused)) return;
    const [over, under] = [foot.getBoundingClientRect(), focused.getBoundingClientRect()];
    if (under.bottom > over.top && under.top < over.bottom)
      focused.scrollIntoView({ block: "nearest", behavior: "instant" });
  }

  /** Notices that follow from a state come first and stay as long as it does. */
  #notices(session: Session): Notice[] {
    const { draft } = session;
    const states: Notice[] = [];
    if (draft.state.state === "failed") {
      states.push({
        id: "failed",
        tone: "warning",
        text: tt(`draft.failed.${draft.state.why}`),
        lasting: true,
        waits: true,
        actions: [{ label: t("data.save.act"), act: () => session.saveFile() }],
      });
    }
    if (draft.state.state === "off" && draft.state.why === "newer") {
      states.push({ id: "newer", tone: "warning", text: t("draft.off.newer"), lasting: true });
    }
    if (draft.state.state === "ask" && session.store.changes > 0 && session.whileExample === null) {
      states.push({
        id: "ask",
        tone: "info",
        text: t("draft.ask"),
        lasting: true,
        waits: true,
        actions: [
          { label: t("draft.allow"), act: () => draft.allow() },
          { label: t("draft.refuse"), act: () => void draft.refuse() },
        ],
      });
    }
    return [...states, ...session.ui.notices];
  }

  #footer(): TemplateResult {
    return html`<footer part="footer">
      <div>
        <span>${t("footer.version", { version: __VERSION__ })}</span>
        <span>${t("footer.affiliation")}</span>
        <span>${t("footer.licence")}</span>
        <span>${t("footer.network")}</span>
      </div>
    </footer>`;
  }
}
