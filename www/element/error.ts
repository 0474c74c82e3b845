import type { ReadinessError } from "../app/model/wasm.js";

/** As the core's own: a name to tell it by, a stable code, what it is about. */
export const readinessError = (code: string, subject: string, message: string): ReadinessError =>
  Object.assign(new Error(message), { name: "ReadinessError" as const, code, subject });
