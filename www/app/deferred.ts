// The parts that stand at the end of the page, so that the questions need not wait for them: each registers what it brings.
import type { Deferred } from "./page.js";

const registered: Deferred = {};
const listeners = new Set<(part: Deferred) => void>();

/** Everything that has come so far, the styles of all parts joined. */
export const deferredParts = (): Deferred => registered;

export function register(part: Deferred): void {
  const styles = (registered.styles ?? "") + (part.styles ?? "");
  Object.assign(registered, part, { styles });
  for (const listener of listeners) listener(part);
}

/** Hears of every part that comes from now on. */
export function onRegister(listener: (part: Deferred) => void): void {
  listeners.add(listener);
}
