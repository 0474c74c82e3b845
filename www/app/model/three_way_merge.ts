// Two texts that grew from one, joined field by field.
import type { AssessmentFile } from "./wasm.js";

type Members = Record<string, unknown>;
/** A field that was changed on both sides since they last agreed. */
export interface Clash {
  kind: "requirements" | "areas" | "documents" | "other";
  id: string;
  field: string;
  /** The field with the members that go with it; empty where that side has none. */
  mine: Members;
  theirs: Members;
}
export interface Merged {
  text: string;
  clashes: Clash[];
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
// Assigning to "__proto__" would not make a key of that name.
const put = (into: Members, key: string, value: unknown): void => {
  Object.defineProperty(into, key, { value, enumerable: true, configurable: true, writable: true });
};
/** A reason, and who said what, mean nothing without the answer that they belong to. */
const fieldOf = (member: string): string => (/^(reason|provenance)$/.test(member) ? "answer" : member);

function byField(members: unknown): Map<string, Members> {
  const fields = new Map<string, Members>();
  for (const [member, value] of Object.entries(members ?? {})) {
    const field = fields.get(fieldOf(member)) ?? {};
    put(field, member, value);
    fields.set(fieldOf(member), field);
  }
  return fields;
}

/** Each field as it was changed; mine where both changed it, and then a clash. Of two times of change the later counts. */
function mergeFields(
  sides: [base: unknown, mine: unknown, theirs: unknown],
  clash: (field: string, mine: Members, theirs: Members) => void,
): Members {
  const [was, own, other] = sides.map(byField) as [Map<string, Members>, Map<string, Members>, Map<string, Members>];
  const merged: Members = {};
  for (const field of new Set([...own.keys(), ...other.keys()])) {
    const [mine = {}, theirs = {}] = [own.get(field), other.get(field)];
    const changedHere = !same(was.get(field) ?? {}, mine);
    let kept = changedHere ? mine : theirs;
    if (field === "modified") kept = String(mine.modified ?? "") > String(theirs.modified ?? "") ? mine : theirs;
    else if (changedHere && !same(was.get(field) ?? {}, theirs) && !same(mine, theirs)) clash(field, mine, theirs);
    for (const [member, value] of Object.entries(kept)) put(merged, member, value);
  }
  return merged;
}

/** The text with their side of each clash, and everything else as it is. */
export function taken(text: string, clashes: Clash[]): string {
  const file = JSON.parse(text) as Members;
  for (const { kind, id, field, theirs } of clashes) {
    const entries = kind === "other" ? file : ((file[kind] ??= {}) as Members);
    if (kind !== "other" && !Object.hasOwn(entries, id)) put(entries, id, {});
    const members = (kind === "other" ? file : entries[id]) as Members;
    for (const member of Object.keys(members)) if (fieldOf(member) === field) delete members[member];
    for (const [member, value] of Object.entries(theirs)) put(members, member, value);
  }
  return JSON.stringify(file);
}

/**
 * Joins two canonical texts that grew from the same base, field by field. Where both changed the same one, mine is kept
 * and theirs is told, never dropped. The texts are the core's own output, and the result goes through its parser.
 * Null where they are different assessments, changed on both sides: there is nothing to join.
 */
export function merge(base: string, mine: string, theirs: string): Merged | null {
  if (mine === base) return { text: theirs, clashes: [] };
  if (theirs === base) return { text: mine, clashes: [] };
  const [was, own, other] = [base, mine, theirs].map((text) => JSON.parse(text) as AssessmentFile & Members) as [
    AssessmentFile & Members,
    AssessmentFile & Members,
    AssessmentFile & Members,
  ];
  if (own.edition !== other.edition || own.id !== other.id) return null;
  // What both came from is another assessment: then only what differs between them is known.
  const from: Members = was.id === own.id && was.edition === own.edition ? was : {};
  const clashes: Clash[] = [];
  const parts = ["requirements", "areas", "documents"] as const;
  const rest = (file: Members): Members =>
    Object.fromEntries(Object.entries(file).filter(([key]) => !parts.some((part) => part === key)));
  const merged = mergeFields([rest(from), rest(own), rest(other)], (field, mine, theirs) =>
    clashes.push({ kind: "other", id: field, field, mine, theirs }),
  );
  for (const kind of parts) {
    const [before, here, there] = [from, own, other].map((file) => (file[kind] ?? {}) as Members) as [
      Members,
      Members,
      Members,
    ];
    const entries: Members = {};
    for (const id of new Set([...Object.keys(here), ...Object.keys(there)]))
      put(
        entries,
        id,
        mergeFields([before[id], here[id], there[id]], (field, mine, theirs) =>
          clashes.push({ kind, id, field, mine, theirs }),
        ),
      );
    merged[kind] = entries;
  }
  return { text: JSON.stringify(merged), clashes };
}
