// The desk as one element.
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { mark } from "../app/components/icon.js";
import { t } from "../app/text/messages.js";
import { drawnAnew, keepTexts } from "../app/translators.js";
import { dropped } from "./given.js";
import { DeskState } from "./state.js";
import { deskStyles } from "./styles.js";
import { addFiles, give } from "./views/add.js";
import { badList } from "./views/bad.js";
import { comparison } from "./views/compare.js";
import { heatMap } from "./views/heat.js";
import { overview } from "./views/overview.js";
import { rules } from "./views/rules.js";
import { vendorPage } from "./views/vendor.js";
import { d } from "./words.js";

export class DeskElement extends LitElement {
  static override styles = deskStyles;
  static override properties = { fault: { attribute: false } };

  /** What stopped the start, in words. */
  declare fault: string | null;
  readonly desk = new DeskState(() => this.requestUpdate());
  /** Whether it is asked before everything goes. */
  #asking = false;

  constructor() {
    super();
    this.fault = null;
    for (const type of ["dragover", "drop"]) addEventListener(type, this.#drop as unknown as EventListener);
    addEventListener("hashchange", this.#moved);
    for (const type of ["beforeprint", "afterprint"]) addEventListener(type, this.#printing);
    // Minutes of reading and notes are not lost by a stray key.
    addEventListener("beforeunload", (event) => {
      if (this.desk.busy || this.desk.unsaved) event.preventDefault();
    });
  }

  /** The whole window takes files; anything else that is dropped is no concern of ours. */
  readonly #drop = (event: DragEvent): void => {
    const { dataTransfer } = event;
    if (!dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    if (event.type !== "drop") return;
    void dropped(dataTransfer, (found) => this.desk.look(found)).then((collected) => {
      this.desk.look(null);
      give(this.desk, collected);
    });
  };

  protected override update(changed: PropertyValues): void {
    const root = this.renderRoot as ShadowRoot;
    drawnAnew(root, this.renderOptions.renderBefore ?? root, () => super.update(changed));
  }

  protected override firstUpdated(): void {
    keepTexts(this.renderRoot);
  }

  override updated(): void {
    const box = this.renderRoot.querySelector("dialog");
    if (this.#asking && box && !box.open) box.showModal();
  }

  override render(): TemplateResult {
    if (this.fault !== null)
      return html`<main id="main" tabindex="-1">
        <div class="problems" role="alert"><h1>${d("desk.fault")}</h1><p>${this.fault}</p></div>
      </main>`;
    return html`<header>
        <button type="button" class="skip" @click=${() => this.renderRoot.querySelector<HTMLElement>("main")?.focus()}>
          ${d("desk.skip")}
        </button>
        <div class="bar-top">
          <div><span class="brand">${mark()}<span>${d("desk.title")}</span></span></div>
        </div>
      </header>
      <main id="main" tabindex="-1">
        ${this.desk.failed ? html`<p class="problems" role="alert">${d("desk.failed")}</p>` : nothing} ${this.#view()}
      </main>
      <footer>
        <div>
          <span>${t("footer.version", { version: __VERSION__ })}</span>
          <span>${t("footer.affiliation")}</span>
          <span>${t("footer.licence")}</span>
          <span>${t("footer.network")}</span>
        </div>
      </footer>
      ${this.#dialog()}`;
  }

  #view(): TemplateResult {
    const { desk } = this;
    const row = desk.view === null ? undefined : desk.rowOf(desk.view);
    const other = desk.other === null ? undefined : desk.rowOf(desk.other);
    if (desk.map) return heatMap(desk);
    if (row && other) return comparison(desk, row, other);
    if (row) return vendorPage(desk, row);
    return html`<div class="head">
        <h1 id="title" tabindex="-1">${d("desk.title")}</h1>
        <p class="measure-text">${d("desk.intro")}</p>
        <p class="quiet">${d("desk.privacy")}</p>
      </div>
      ${addFiles(desk, () => this.#ask(true))} ${rules(desk)} ${desk.rows.length > 0 ? overview(desk) : nothing}
      ${badList(desk)}`;
  }

  /** The address names what is open by its number, and nothing of it. */
  readonly #moved = (): void => {
    const [, key, other] = /^#vendor-(\d+)(?:-(\d+))?$/.exec(location.hash) ?? [];
    const number = (digits: string | undefined): number | null => (digits === undefined ? null : Number(digits));
    void this.desk.trying(this.desk.show(number(key), number(other), location.hash === "#map"));
    void this.updateComplete.then(() => {
      scrollTo(0, 0);
      this.renderRoot.querySelector<HTMLElement>("#title")?.focus();
    });
  };

  /** On paper stands all that fits the filters, not a page of it. */
  readonly #printing = ({ type }: Event): void => {
    this.desk.paper = type === "beforeprint";
    this.requestUpdate();
    // Firefox lays out as soon as this returns.
    this.performUpdate();
  };

  #dialog(): TemplateResult {
    return html`<dialog aria-labelledby="dialog-title" @close=${() => this.#ask(false)}>
      <h2 id="dialog-title">${d("desk.forget")}</h2>
      <div class="dialog-body"><p>${d("desk.forget.ask")}</p></div>
      <form method="dialog" class="buttons">
        <button class="danger" @click=${() => this.desk.forget()}>${d("desk.forget")}</button>
        <button class="plain">${d("desk.close")}</button>
      </form>
    </dialog>`;
  }

  #ask(asking: boolean): void {
    this.#asking = asking;
    this.requestUpdate();
  }
}
