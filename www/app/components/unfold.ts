import { html, nothing, type TemplateResult } from "lit";
import type { Page } from "../page.js";
import { t } from "../text/messages.js";
import type { List } from "../ui_state.js";

interface Long<T> {
  name: List;
  list: T[];
  /** How many are shown at first, and how many more each time. */
  step: number;
  /** Id of the first thing in an item that takes the focus. */
  focus: (item: T) => string;
  /** Shown wherever it stands. */
  always?: (item: T) => boolean;
}

/** The unfolded part of a long list, and the button for more of it; on paper it is whole. */
export function unfold<T>(
  page: Page,
  { name, list, step, focus, always }: Long<T>,
): { shown: T[]; more: TemplateResult | typeof nothing } {
  const n = page.paper ? list.length : (page.ui.shown.get(name) ?? step);
  const next = list[n];
  const more = (): void => {
    page.ui.shown.set(name, n + step);
    if (next !== undefined) page.focusOn(focus(next));
  };
  return {
    shown: always ? list.filter((item, at) => at < n || always(item)) : list.slice(0, n),
    more:
      next === undefined
        ? nothing
        : html`<p class="more no-print"><button type="button" @click=${more}>${t("unfold.more", { n: Math.min(step, list.length - n), of: list.length })}</button></p>`,
  };
}

/** The button that shows what is left of a short list, all at once. */
export function theRest(page: Page, name: List, length: number, left: number): TemplateResult {
  const all = async (event: Event): Promise<void> => {
    const place = (event.currentTarget as HTMLElement).parentElement;
    const listed = (): HTMLElement[] => [...(place?.querySelectorAll<HTMLElement>("a, .number") ?? [])];
    const { length: before } = listed();
    page.ui.shown.set(name, length);
    page.refresh();
    await new Promise((drawn) => setTimeout(drawn));
    // The button is gone: the focus goes to the first of what it brought.
    listed()[before]?.focus();
  };
  return html`<button type="button" class="plain small" @click=${all}>${t("more.n", { n: left })}</button>`;
}
