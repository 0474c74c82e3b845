// Choices about the page itself, kept in this browser.
const KEY = "iso27001-readiness/preferences";

export type Theme = "system" | "light" | "dark";
interface Kept {
  theme?: Theme;
  keep?: "yes" | "no";
  digits?: boolean;
  goesOn?: boolean;
  spelling?: boolean;
}

/** Throw-away choices about the page itself, never answers. Losing them costs a click. */
export class Preferences {
  #kept: Kept = {};

  constructor(
    private readonly storage: Storage | null,
    private readonly key = KEY,
  ) {
    try {
      const kept: unknown = JSON.parse(this.storage?.getItem(this.key) ?? "{}");
      if (typeof kept === "object" && kept !== null) this.#kept = kept;
    } catch {
      this.#kept = {};
    }
  }

  get theme(): Theme {
    return this.#kept.theme === "light" || this.#kept.theme === "dark" ? this.#kept.theme : "system";
  }
  set theme(theme: Theme) {
    this.#set({ theme });
  }
  get keep(): "yes" | "no" | undefined {
    return this.#kept.keep;
  }
  set keep(keep: "yes" | "no") {
    this.#set({ keep });
  }
  get digits(): boolean {
    return this.#kept.digits !== false;
  }
  set digits(digits: boolean) {
    this.#set({ digits });
  }
  /** The quick scan goes on by itself after an answer. */
  get goesOn(): boolean {
    return this.#kept.goesOn !== false;
  }
  set goesOn(goesOn: boolean) {
    this.#set({ goesOn });
  }
  get spelling(): boolean {
    return this.#kept.spelling === true;
  }
  set spelling(spelling: boolean) {
    this.#set({ spelling });
  }

  clear(): void {
    this.#kept = {};
    try {
      this.storage?.removeItem(this.key);
    } catch {
      // A store that cannot be written holds nothing of ours.
    }
  }
  gone(): boolean {
    try {
      return (this.storage?.getItem(this.key) ?? null) === null;
    } catch {
      return true;
    }
  }

  #set(change: Kept): void {
    this.#kept = { ...this.#kept, ...change };
    try {
      this.storage?.setItem(this.key, JSON.stringify(this.#kept));
    } catch {
      // Kept in memory for this visit.
    }
  }
}

/** The browser's own storage; null where it is forbidden. */
export function browserStorage(): Storage | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}
