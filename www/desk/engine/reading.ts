// From what was given to what can be computed: files as they are, the answers in copies of the page, and the files of archives.
import { placeOfAnswers } from "../../app/views/import/inside.js";
import { SheetError } from "../../sheets/limits.js";
import { type Entry, entriesOf, unpack } from "../../sheets/zip.js";
import { isArchive, MOST_BYTES } from "./archive.js";
import { entriesByHeader } from "./cut_archive.js";
import { type Bad, type Bytes, MOST_FILES, SESSION_FILE, type Session } from "./protocol.js";
import { readSession } from "./session.js";

/** One assessment or result, or why there is none. */
export type Item =
  | { path: string; bytes: Uint8Array; note: string }
  | { path: string; code: string }
  | { path: string; sealed: Uint8Array; note: string }
  | { path: string; session: Session };

/** What is not read because there is no room for it. */
export const LEFT = "left";
const MOST_ENTRIES = 100_000;
/** What is inside of every document of an office program, and of nothing that is ours. */
const OFFICE = ["[Content_Types].xml", "mimetype"];

/** How a file in the age format begins, and its text for mails. */
const ENCRYPTED = /^(?:age-encryption\.org\/v|\s*-----BEGIN AGE ENCRYPTED FILE-----)/;

/** JSON begins with a brace, after white space and a byte order mark; UTF-16 is told by the crate. */
function isOther(bytes: Uint8Array): boolean {
  let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return false;
  while (at < bytes.length && [9, 10, 13, 32].includes(bytes[at] as number)) at += 1;
  return at < bytes.length && bytes[at] !== 0x7b;
}

/** What the bytes of one file are, unless they are an archive. */
export function looked(path: string, given: Uint8Array, note = ""): Item {
  if (ENCRYPTED.test(new TextDecoder().decode(given.subarray(0, 256))))
    return given.length < MOST_BYTES ? { path, sealed: given, note } : { path, code: "large" };
  let bytes = given;
  if (isOther(bytes) && !isArchive(bytes)) {
    // One character for each byte, whatever the bytes are.
    const place = placeOfAnswers(new TextDecoder("latin1").decode(bytes));
    // What is longer was cut there, and its answers stand at the end.
    if (place && bytes.length >= MOST_BYTES) return { path, code: "large" };
    if (place) bytes = bytes.subarray(...place);
  }
  if (bytes.length === 0) return { path, code: "empty" };
  return isOther(bytes) ? { path, code: isArchive(bytes) ? "nested" : "other" } : { path, bytes, note };
}

/** What hears how many more items than one there are in an archive, and says whether there is room for another one. */
interface Around {
  more: (count: number) => void;
  isFull: () => boolean;
}

/** The items of one file; what there is no room for is not unpacked. */
export async function* itemsOf(path: string, bytes: Bytes, { more, isFull }: Around): AsyncGenerator<Item> {
  if (typeof bytes === "string") {
    yield { path, code: bytes };
    return;
  }
  if (!isArchive(bytes)) {
    yield isFull() ? { path, code: LEFT } : looked(path, bytes);
    return;
  }
  let entries: Entry[];
  let isCut = false;
  try {
    entries = entriesOf(bytes, MOST_ENTRIES);
  } catch (error) {
    if (refusalOf(error) === "large") {
      yield { path, code: "many" };
      return;
    }
    entries = entriesByHeader(bytes, MOST_ENTRIES);
    isCut = entries.length > 0;
    if (!isCut) {
      yield { path, code: "damaged" };
      return;
    }
  }
  entries = entries.filter((entry) => !entry.path.endsWith("/"));
  if (entries.some((entry) => OFFICE.includes(entry.path))) {
    yield { path, code: "office" };
    return;
  }
  if (entries.length === 0 && !isCut) {
    yield { path, code: "empty" };
    return;
  }
  more(entries.length - (isCut ? 0 : 1));
  if (isCut) yield { path, code: "cut" };
  const noted = new Map<string, { path: string; note: string }>();
  for (const entry of entries) {
    const known = noted.get(entry.path);
    const inside = known?.path ?? `${path}/${entry.path}`;
    if (entry === entries[0] && entry.path === SESSION_FILE) {
      const session = await sessionOf(bytes, entry);
      for (const file of session?.files ?? []) noted.set(file.name, file);
      yield session ? { path: inside, session } : { path: inside, code: "session" };
      continue;
    }
    noted.delete(entry.path);
    if (isFull()) {
      yield { path: inside, code: LEFT };
      continue;
    }
    try {
      yield looked(inside, await unpack(bytes, entry, { left: MOST_BYTES }), known?.note);
    } catch (error) {
      yield { path: inside, code: refusalOf(error) };
    }
  }
  // What a session names and its archive does not hold.
  const missing = [...noted.values()].slice(0, MOST_FILES);
  more(missing.length);
  for (const file of missing) yield { path: file.path, code: "missing" };
}

/** At most so much is written about one session: a note may have 10,000 characters. */
const MOST_SESSION = 256 * 1024 * 1024;

async function sessionOf(bytes: Uint8Array<ArrayBuffer>, entry: Entry): Promise<Session | null> {
  try {
    return readSession(
      new TextDecoder("utf-8", { fatal: true }).decode(await unpack(bytes, entry, { left: MOST_SESSION })),
    );
  } catch {
    return null;
  }
}

const refusalOf = (error: unknown): string => {
  const code = error instanceof SheetError ? error.code : "damaged";
  return code === "too-large" ? "large" : code;
};

/** A refusal of ours; the page has the sentence. */
export const refused = (path: string, code: string): Bad => ({ path, code, subject: "", message: "" });
