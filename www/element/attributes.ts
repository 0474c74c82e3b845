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

export class AttributesElement extends PageElement {
  get edition(): Edition {
    return this.session?.store.edition ?? (this.getAttribute("edition") === "2013" ? "2013" : "2022");
  }
  set edition(edition: Edition) {
    this.setAttribute("edition", edition);
  }
  get mode(): "quick" | "full" | null {
    const mode = this.getAttribute("mode");
    return mode === "quick" || mode === "full" ? mode : null;
  }
  set mode(mode: "quick" | "full" | null) {
    reflect(this, "mode", mode);
  }
  /** `none`, or the name under which this element keeps its drafts. Looked at once, at the start. */
  get storage(): string {
    return this.getAttribute("storage") ?? NONE;
  }
  set storage(storage: string) {
    reflect(this, "storage", storage);
  }
  get readonly(): boolean {
    return this.hasAttribute("readonly");
  }
  set readonly(readonly: boolean) {
    this.toggleAttribute("readonly", readonly);
  }
  get disabled(): boolean {
    return this.hasAttribute("disabled");
  }
  set disabled(disabled: boolean) {
    this.toggleAttribute("disabled", disabled);
  }
  get hide(): string[] {
    return namesOf(this.getAttribute("hide"));
  }
  set hide(names: string | readonly string[] | null) {
    reflect(this, "hide", namesOf(names).join(" ") || null);
  }
  get lock(): string[] {
    return namesOf(this.getAttribute("lock"));
  }
  set lock(names: string | readonly string[] | null) {
    reflect(this, "lock", namesOf(names).join(" ") || null);
  }
  get name(): string {
    return this.getAttribute("name") ?? "";
  }
  set name(name: string) {
    this.setAttribute("name", name);
  }
}
