/** A click sooner than this after a button came into sight or moved was meant for something else. */
const TOO_SOON_MS = 500;
/** How long a button is held where the browser does not tell whether it can be seen. */
const HOLD_MS = 1000;
/** The distance that a button may drift, in CSS pixels, and still be in its place: pointers report rounded positions. */
const DRIFT_PX = 3;

interface Sight extends IntersectionObserverEntry {
  readonly isVisible?: boolean;
}

/** Only Chromium tells a page in a frame that another covers or fades it. */
export const tellsSight = "isVisible" in IntersectionObserverEntry.prototype;

// A page in a frame cannot ask where it lies on the screen. Firefox says it; elsewhere every pointer event does.
let offset: [number, number] = [Number.NaN, Number.NaN];
export function followPointer(): void {
  const follow = (event: PointerEvent): void => {
    if (event.isTrusted) offset = [event.screenX - event.clientX, event.screenY - event.clientY];
  };
  for (const type of ["pointermove", "pointerdown"] as const) addEventListener(type, follow, { capture: true });
}

/** Where an element lies on the screen; what is not known is NaN. */
function placeOf(element: Element): number[] {
  const { left, top } = element.getBoundingClientRect();
  const { mozInnerScreenX: x = 0, mozInnerScreenY: y = 0 } = globalThis as {
    mozInnerScreenX?: number;
    mozInnerScreenY?: number;
  };
  return [left + x, top + y, left + offset[0], top + offset[1]];
}

/** Why a click does not count. */
export type Refusal = "soon" | "hold";

/**
 * Tells a person's decision from a click that was lured: by a button that appears or moves under the hand, or by one that the
 * page around covers or fades. Where the latter cannot be told, a decision that `sends` takes a held button or a typed word.
 */
export class ClickGuard {
  /** The person typed the word that stands for holding the button. */
  typed = false;
  #since = performance.now();
  #pressed = Number.POSITIVE_INFINITY;
  #seen = !tellsSight;
  #place: number[];
  #frame = 0;
  #stop = new AbortController();
  #observer: IntersectionObserver;

  /** `changed` hears whether the button is in plain sight, `pressed` of a key that was held and let go. */
  constructor(
    private readonly button: HTMLElement,
    private readonly sends: boolean,
    changed: (seen: boolean) => void,
    private readonly pressed: (event: Event) => void,
  ) {
    this.#place = placeOf(button);
    const options = { threshold: [0, 1], ...(tellsSight ? { trackVisibility: true, delay: 100 } : {}) };
    this.#observer = new IntersectionObserver((entries) => {
      const last = entries.at(-1) as Sight;
      const seen = last.isIntersecting && (!tellsSight || last.isVisible === true);
      if (seen && !this.#seen) this.#again();
      this.#seen = seen;
      changed(seen);
    }, options);
    this.#observer.observe(button);
    const { signal } = this.#stop;
    addEventListener("resize", this.#again, { signal });
    document.addEventListener("visibilitychange", this.#again, { signal });
    button.addEventListener("pointerdown", this.#press, { signal });
    button.addEventListener("keydown", this.#press, { signal });
    button.addEventListener("keyup", this.#letGo, { signal });
    for (const end of ["pointerleave", "pointercancel", "blur"]) button.addEventListener(end, this.#end, { signal });
    this.#look();
  }

  /** Null where the click counts. */
  refusal(event: Event): Refusal | null {
    this.#compare();
    if (!event.isTrusted || !this.#seen || performance.now() - this.#since < TOO_SOON_MS) return "soon";
    return this.#holds && event.timeStamp - this.#pressed < HOLD_MS ? "hold" : null;
  }

  get #holds(): boolean {
    return this.sends && !tellsSight && !this.typed;
  }

  free(): void {
    this.#observer.disconnect();
    this.#stop.abort();
    cancelAnimationFrame(this.#frame);
  }

  #again = (): void => {
    this.#since = performance.now();
    this.#release();
  };

  #press = (event: Event): void => {
    const key = event instanceof KeyboardEvent ? event.key : "";
    // Enter would click at once, and again and again; held, it counts when it is let go, as Space does.
    if (key === "Enter" && this.#holds) event.preventDefault();
    if (!event.isTrusted || (event instanceof KeyboardEvent && (event.repeat || !/^(Enter| )$/.test(key)))) return;
    this.#compare();
    this.#pressed = event.timeStamp;
  };

  #letGo = (event: KeyboardEvent): void => {
    if (event.key === "Enter" && this.#holds) this.pressed(event);
  };

  // A finger leaves the button when it is lifted, a moment before its click.
  #end = (event: Event): void => {
    const lifted = event.type === "pointerleave" && (event as PointerEvent).pointerType !== "mouse";
    if (!lifted) this.#release();
  };

  #release = (): void => void (this.#pressed = Number.POSITIVE_INFINITY);

  #look = (): void => {
    this.#compare();
    this.#frame = requestAnimationFrame(this.#look);
  };

  #compare(): void {
    const place = placeOf(this.button);
    // What was unknown and is known now counts as moved: a pointer has only just come.
    const still = (now: number, at: number): boolean =>
      Object.is(now, this.#place[at]) || Math.abs(now - (this.#place[at] ?? 0)) <= DRIFT_PX;
    if (place.every(still)) return;
    this.#place = place;
    this.#again();
  }
}
