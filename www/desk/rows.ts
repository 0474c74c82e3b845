// What is said of a row besides its own figures.
import type { Claim, Row } from "./engine/protocol.js";
import { d } from "./words.js";

/** How much of its claim the answers bear out. */
export const claimOf = ({ differences }: Pick<Row, "differences">): Claim =>
  differences === null ? "bare" : differences.length === 0 ? "verified" : "differs";

export const nameOf = ({ organisation }: Row): string => organisation.trim() || d("desk.unnamed");

/** One verdict of both stages: the highest stage that is ready, or why none is. */
export type Standing = "ready2" | "ready1" | "not-ready" | "undetermined";
export function standingOf({ stages: [first, second] }: Row): Standing {
  if (first.state !== "ready") return first.state;
  return second.state === "ready" ? "ready2" : "ready1";
}
