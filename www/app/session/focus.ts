// Where the focus goes: to an element by its id, or after a change of route to the heading or what the route names.
import type { Route } from "../router.js";
import { dom } from "../text/labels.js";
import { matches } from "../media.js";

export interface FocusPort {
  /** Draws, and is done when all is drawn. */
  redraw: () => Promise<unknown>;
  root: () => ShadowRoot | null;
  /** The page scrolls as a whole: it is ours. */
  readonly ownsPage: boolean;
}

/** Id of the element that a route leads to, where it leads to one inside its view. */
export function targetOf({ view, rest }: Route): string | null {
  if (view === "assess" && rest[0]?.startsWith("quick-")) return `${dom(`area:${rest[0].slice(6)}`)}-legend`;
  if (view === "assess" && rest[1]) return `${dom(rest[1])}-legend`;
  if (view === "documents" && rest[0]) return `d-${rest[0]}-legend`;
  if (view === "data" && rest[0] === "open") return "open-title";
  if (view === "learn" && rest[1]) return `term-${rest[1]}`;
  return null;
}

/** Brings it into sight; where there is no layout, as in jsdom, there is no sight either. */
function reveal(one: Element | null | undefined, where: ScrollIntoViewOptions): void {
  if (one && "scrollIntoView" in one) one.scrollIntoView(where);
}

export class Focus {
  constructor(private readonly port: FocusPort) {}

  on(id: string): void {
    void this.port.redraw().then(() => {
      const there = this.port.root()?.getElementById(id);
      if (!there) return;
      there.focus({ preventScroll: true });
      const still = matches("(prefers-reduced-motion: reduce)");
      // What has the focus has to be seen; nothing moves if it already is.
      reveal(there, { block: "nearest", behavior: still ? "auto" : "smooth" });
    });
  }

  follow(route: Route): void {
    void this.port.redraw().then(() => {
      const root = this.port.root();
      const id = targetOf(route);
      const target = id === null ? null : root?.getElementById(id);
      if (target) {
        // First, since Firefox gives no focus to a legend that it has not laid out.
        const screen = target.closest(".scan");
        if (screen && this.port.ownsPage) scrollTo(0, 0);
        reveal(screen ?? target.closest("fieldset") ?? target, { block: screen ? "nearest" : "start" });
        target.focus({ preventScroll: true });
      } else {
        root?.getElementById("title")?.focus({ preventScroll: true });
        if (this.port.ownsPage) scrollTo(0, 0);
        else reveal(root?.getElementById("title"), { block: "nearest" });
      }
    });
  }
}
