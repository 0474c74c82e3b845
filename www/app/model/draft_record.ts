// A draft as this browser's store holds it, and the states that keeping it goes through.

const SCHEMA = 1;

/** Where the page is shown; drafts are kept on a site alone. In an element it is the host's to keep the answers. */
export type Place = "site" | "file" | "frame" | "host";
export interface DraftRecord {
  schema: number;
  /** Counts writes. What decides between tabs is the text, since clocks jump and writes fail. */
  revision: number;
  text: string;
  saved: string;
  /** When a file was last saved, and the changes since. */
  file: { at: string | null; changes: number };
}
export type DraftState =
  /** Nothing is kept: opened from a file, in a frame, left to the host, or the person said no. */
  | { state: "off"; why: Exclude<Place, "site"> | "refused" | "deleted" | "newer" }
  | { state: "starting" }
  /** On the site, and not asked yet. */
  | { state: "ask" }
  | { state: "saving" }
  | { state: "saved"; at: Date | null }
  | { state: "failed"; why: "absent" | "silent" | "full" | "error" };

/** The draft as views see it and steer it. */
export interface DraftControls {
  readonly place: Place;
  readonly state: DraftState;
  readonly file: DraftRecord["file"];
  allow(): void;
  refuse(): Promise<void>;
}

const count = (value: unknown): number => (Number.isSafeInteger(value) && Number(value) > 0 ? Number(value) : 0);
const moment = (value: unknown): string | null =>
  typeof value === "string" && !Number.isNaN(Date.parse(value)) ? value : null;

export const newRecord = (revision: number, text: string, saved: Date, file: DraftRecord["file"]): DraftRecord => ({
  schema: SCHEMA,
  revision,
  text,
  saved: saved.toISOString(),
  file,
});

/** A value of the store as a draft: wherever there is a text, whatever became of the rest. */
export function recordOf(value: unknown): DraftRecord | null {
  const { revision, text, saved, file } = (value ?? {}) as Partial<Record<keyof DraftRecord, unknown>>;
  if (typeof text !== "string") return null;
  const { at, changes } = (file ?? {}) as Partial<Record<keyof DraftRecord["file"], unknown>>;
  return {
    schema: SCHEMA,
    revision: count(revision),
    text,
    saved: moment(saved) ?? "",
    file: { at: moment(at), changes: count(changes) },
  };
}

/** Written by a newer version of this page: reading or writing it might lose what that one knows. */
export const isNewer = (value: unknown): boolean => {
  const { schema } = (value ?? {}) as { schema?: unknown };
  return typeof schema === "number" && schema > SCHEMA;
};

/** Where drafts may be kept at all. */
export function placeOf(where: Window): Exclude<Place, "host"> {
  if (where.self !== where.top) return "frame";
  return where.location.protocol === "http:" || where.location.protocol === "https:" ? "site" : "file";
}
