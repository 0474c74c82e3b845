import type { Late } from "../app/late.js";

/** What the page gets late, the element has from the start; the parts themselves are the same files. */
export const arrived: Late = {};

export function arrive(part: Late): void {
  Object.assign(arrived, part, { styles: (arrived.styles ?? "") + (part.styles ?? "") });
}
