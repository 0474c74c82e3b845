// What is typed is recorded after a pause, or at once when the field is left.
import type { Timed } from "../ui_state.js";

const PAUSE_MS = 600;

export class Typing {
  #waiting = new Map<Timed, { timer: ReturnType<typeof setTimeout>; act: () => void }>();

  /** Something is typed and not recorded yet. */
  get waits(): boolean {
    return this.#waiting.size > 0;
  }

  /** Records a field after a pause; what waited for the same field is replaced. */
  later(key: Timed, act: () => void): void {
    clearTimeout(this.#waiting.get(key)?.timer);
    this.#waiting.set(key, { act, timer: setTimeout(() => this.flush(key), PAUSE_MS) });
  }

  holds(key: Timed): boolean {
    return this.#waiting.has(key);
  }

  /** Records now: one field, or all. */
  flush(key?: Timed): void {
    for (const name of key === undefined ? [...this.#waiting.keys()] : [key]) {
      const waiting = this.#waiting.get(name);
      if (!waiting) continue;
      clearTimeout(waiting.timer);
      this.#waiting.delete(name);
      waiting.act();
    }
  }
}
