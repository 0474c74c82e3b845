/** A click sooner than this after a button came into sight was meant for something else. */
const TOO_SOON_MS = 500;

interface Sight extends IntersectionObserverEntry {
  readonly isVisible?: boolean;
}

/**
 * Tells a person's decision from a click that was lured: by a button that appears under the hand, or by one that the page
 * around covers or fades. The latter only Chromium can tell.
 */
export class ClickGuard {
  #since = performance.now();
  #seen: boolean;
  #observer: IntersectionObserver;
  #again = (): void => void (this.#since = performance.now());

  /** `changed` hears whether the button is in plain sight. */
  constructor(button: Element, changed: (seen: boolean) => void) {
    const tells = "isVisible" in IntersectionObserverEntry.prototype;
    this.#seen = !tells;
    const options = { threshold: [0, 1], ...(tells ? { trackVisibility: true, delay: 100 } : {}) };
    this.#observer = new IntersectionObserver((entries) => {
      const last = entries.at(-1) as Sight;
      const seen = last.isIntersecting && (tells ? last.isVisible === true : true);
      if (seen && !this.#seen) this.#again();
      this.#seen = seen;
      changed(seen);
    }, options);
    this.#observer.observe(button);
    addEventListener("resize", this.#again);
    document.addEventListener("visibilitychange", this.#again);
  }

  allows(event: Event): boolean {
    return event.isTrusted && this.#seen && performance.now() - this.#since >= TOO_SOON_MS;
  }

  free(): void {
    this.#observer.disconnect();
    removeEventListener("resize", this.#again);
    document.removeEventListener("visibilitychange", this.#again);
  }
}
