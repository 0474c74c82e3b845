// Files as people hand them over: chosen, a folder chosen, or files and folders dropped.
import { type Given, MOST_FILES } from "./engine/protocol.js";

export interface Collected {
  given: Given[];
  /** How many more there were than a session holds. */
  beyond: number;
}

/** What can hold an assessment, by its name. Of too many files these are taken first. */
const LIKELY = /\.(json|zip|age)$/i;
/** After how many files it is said how many were found. */
const TELL_FILES = 500;

/** Collects at most as many files as a session holds, and counts the others. */
class Collector implements Collected {
  readonly given: Given[] = [];
  beyond = 0;
  /** The places of those that are not likely. */
  readonly #unlikely: number[] = [];
  readonly #tell: (found: number) => void;

  constructor(tell: (found: number) => void = () => undefined) {
    this.#tell = tell;
  }

  /** Where a file goes; null if there is no room for it. It is opened only then. */
  place(path: string): number | null {
    const found = this.given.length + this.beyond + 1;
    if (found % TELL_FILES === 0) this.#tell(found);
    if (this.given.length < MOST_FILES) {
      if (!LIKELY.test(path)) this.#unlikely.push(this.given.length);
      return this.given.length;
    }
    this.beyond += 1;
    return LIKELY.test(path) ? (this.#unlikely.pop() ?? null) : null;
  }

  add(path: string, file: File | null): void {
    const place = this.place(path);
    if (place !== null) this.given[place] = { path, file };
  }
}

/** What a file input holds; a folder's files have their place in it. */
export function chosen(files: FileList): Collected {
  const all = new Collector();
  for (const file of files) all.add(file.webkitRelativePath || file.name, file);
  return all;
}

/** What was dropped, folders walked through. What is past the most is counted and not opened. */
export async function dropped(data: DataTransfer, tell: (found: number) => void): Promise<Collected> {
  // All of it at once: after the first pause the browser takes the list away.
  const items = [...data.items].map((item) => ({ entry: item.webkitGetAsEntry?.(), file: item.getAsFile() }));
  const all = new Collector(tell);
  for (const { entry, file } of items) {
    if (entry?.isDirectory) await walk(entry, "", all);
    else if (file) all.add(file.name, file);
  }
  return all;
}

async function walk(entry: FileSystemEntry, folder: string, all: Collector): Promise<void> {
  const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
  if (entry.isFile) {
    const place = all.place(path);
    if (place !== null) all.given[place] = { path, file: await fileOf(entry as FileSystemFileEntry) };
    return;
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  for (;;) {
    // A browser gives them in portions, and an empty one at the end.
    const some = await new Promise<FileSystemEntry[] | null>((done) => reader.readEntries(done, () => done(null)));
    if (some === null) all.add(path, null);
    if (!some?.length) return;
    for (const one of some) await walk(one, path, all);
  }
}

/** One that cannot be opened is listed as such, as a folder is. */
const fileOf = (entry: FileSystemFileEntry): Promise<File | null> =>
  new Promise((done) => entry.file(done, () => done(null)));
