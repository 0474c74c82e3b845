// Two texts that grew from one, joined entry by entry.
import type { AssessmentFile } from "./wasm.js";

/** An entry that was changed on both sides since they last agreed. */
export interface Clash {
  kind: "requirements" | "areas" | "documents" | "other";
  id: string;
  mine: unknown;
  theirs: unknown;
}
export interface Merged {
  text: string;
  clashes: Clash[];
}

type Entries = Record<string, unknown>;
const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
// Assigning to "__proto__" would not make a key of that name.
const put = (into: Entries, key: string, value: unknown): void => {
  Object.defineProperty(into, key, { value, enumerable: true, configurable: true, writable: true });
};

function mergeEntries(kind: Clash["kind"], base: Entries, mine: Entries, theirs: Entries, clashes: Clash[]): Entries {
  const merged: Entries = {};
  for (const id of new Set([...Object.keys(mine), ...Object.keys(theirs)])) {
    const [was, own, other] = [base[id], mine[id], theirs[id]];
    const changedHere = !same(was, own);
    const changedThere = !same(was, other);
    const kept = changedHere ? own : other;
    if (changedHere && changedThere && !same(own, other)) clashes.push({ kind, id, mine: own, theirs: other });
    if (kept !== undefined) put(merged, id, kept);
  }
  return merged;
}

/** The text with their side of each clash, and everything else as it is. */
export function taken(text: string, clashes: Clash[]): string {
  const file = JSON.parse(text) as Entries;
  for (const { kind, id, theirs } of clashes) {
    const entries = kind === "other" ? file : ((file[kind] ??= {}) as Entries);
    if (theirs === undefined) delete entries[id];
    else put(entries, id, theirs);
  }
  return JSON.stringify(file);
}

/**
 * Joins two canonical texts that grew from the same base, entry by entry. Where both changed the same entry, mine is
 * kept and theirs is told, never dropped. The texts are the core's own output, and the result goes through its parser.
 * Null where they are different assessments, changed on both sides: there is nothing to join.
 */
export function merge(base: string, mine: string, theirs: string): Merged | null {
  if (mine === base) return { text: theirs, clashes: [] };
  if (theirs === base) return { text: mine, clashes: [] };
  const [was, own, other] = [base, mine, theirs].map((text) => JSON.parse(text) as AssessmentFile & Entries) as [
    AssessmentFile & Entries,
    AssessmentFile & Entries,
    AssessmentFile & Entries,
  ];
  if (own.edition !== other.edition || own.id !== other.id) return null;
  // What both came from is another assessment: then only what differs between them is known.
  const from: Entries = was.id === own.id && was.edition === own.edition ? was : {};
  const clashes: Clash[] = [];
  const merged: Entries = {};
  const parts = ["requirements", "areas", "documents"] as const;
  for (const kind of parts)
    merged[kind] = mergeEntries(kind, (from[kind] ?? {}) as Entries, own[kind] ?? {}, other[kind] ?? {}, clashes);
  const rest = (file: Entries): Entries =>
    Object.fromEntries(
      Object.entries(file).filter(([key]) => !parts.some((part) => part === key) && key !== "modified"),
    );
  const others = mergeEntries("other", rest(from), rest(own), rest(other), clashes);
  const modified = [own.modified, other.modified]
    .filter((at) => at !== undefined)
    .sort()
    .at(-1);
  return {
    text: JSON.stringify({ ...others, ...merged, ...(modified === undefined ? {} : { modified }) }),
    clashes,
  };
}
