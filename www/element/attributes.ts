// What a host says in attributes, as properties.
import type { Edition } from "../app/model/wasm.js";
import { ReadinessElement as PageElement } from "../app/shell.js";
import { namesOf } from "./host.js";

/** For `storage`: nothing is stored. */
export const NONE = "none";

function reflect(element: Element, name: string, value: string | null | undefined): void {
  if (value === null || value === undefined) element.removeAttribute(name);
  else element.setAttribute(name, value);
}

/** Each of its members is an attribute as well, as element_api.mjs says to editors. */
export class AttributesElement extends PageElement {
  /** Edition of a new assessment; of what is open, once the element has started. */
  get edition(): Edition {
    return this.session?.store.edition ?? (this.getAttribute("edition") === "2013" ? "2013" : "2022");
  }
  set edition(edition: Edition) {
    this.setAttribute("edition", edition);
  }
  /** Where the questions open: with the quick scan or the full list; null: at the start page. */
  get mode(): "quick" | "full" | null {
    const mode = this.getAttribute("mode");
    return mode === "quick" || mode === "full" ? mode : null;
  }
  set mode(mode: "quick" | "full" | null) {
    reflect(this, "mode", mode);
  }
  /**
   * `none`, the default, or the name of this element's draft in the browser's storage, kept once the person agrees. Read at
   * the start.
   */
  get storage(): string {
    return this.getAttribute("storage") ?? NONE;
  }
  set storage(storage: string) {
    reflect(this, "storage", storage);
  }
  /** Everything can be read and nothing changed. */
  get readonly(): boolean {
    return this.hasAttribute("readonly");
  }
  set readonly(readonly: boolean) {
    this.toggleAttribute("readonly", readonly);
  }
  /** As of a form control: read-only and not submitted. */
  get disabled(): boolean {
    return this.hasAttribute("disabled");
  }
  set disabled(disabled: boolean) {
    this.toggleAttribute("disabled", disabled);
  }
  /**
   * What is left out, separated by spaces in the attribute: views (`start`, `documents`, `learn`, …), questions by clause
   * (`4`), group (`A.7`), area (`suppliers`) or id, a list of questions (`quick`, `full`), or the button that hands over
   * (`complete`).
   */
  get hide(): string[] {
    return namesOf(this.getAttribute("hide"));
  }
  set hide(names: string | readonly string[] | null) {
    reflect(this, "hide", namesOf(names).join(" ") || null);
  }
  /** Answers that only the host gives, named as in `hide`; `documents`, or the key of one, for documents. */
  get lock(): string[] {
    return namesOf(this.getAttribute("lock"));
  }
  set lock(names: string | readonly string[] | null) {
    reflect(this, "lock", namesOf(names).join(" ") || null);
  }
  /** Name in a form; the value is the assessment's text. */
  get name(): string {
    return this.getAttribute("name") ?? "";
  }
  set name(name: string) {
    this.setAttribute("name", name);
  }
}
