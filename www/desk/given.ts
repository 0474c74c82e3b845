// Files as people hand them over: chosen, a folder chosen, or files and folders dropped.
import { type Given, MOST_FILES } from "./engine/protocol.js";

export interface Collected {
  given: Given[];
  /** How many more there were than a session holds. */
  beyond: number;
}

/** What a file input holds; a folder's files have their place in it. */
export function chosen(files: FileList): Collected {
  const given = Array.from(files).slice(0, MOST_FILES);
  return {
    given: given.map((file) => ({ path: file.webkitRelativePath || file.name, file })),
    beyond: files.length - given.length,
  };
}

/** What was dropped, folders walked through. What is past the most is counted and not opened. */
export async function dropped(data: DataTransfer): Promise<Collected> {
  // All of it at once: after the first pause the browser takes the list away.
  const items = [...data.items].map((item) => ({ entry: item.webkitGetAsEntry?.(), file: item.getAsFile() }));
  const all: Collected = { given: [], beyond: 0 };
  for (const { entry, file } of items) {
    if (entry?.isDirectory) await walk(entry, "", all);
    else if (file) add(all, file.name, file);
  }
  return all;
}

function add(all: Collected, path: string, file: File | null): void {
  if (all.given.length < MOST_FILES) all.given.push({ path, file });
  else all.beyond += 1;
}

async function walk(entry: FileSystemEntry, folder: string, all: Collected): Promise<void> {
  const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
  if (entry.isFile) {
    if (all.given.length >= MOST_FILES) all.beyond += 1;
    else add(all, path, await fileOf(entry as FileSystemFileEntry));
    return;
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  for (;;) {
    // A browser gives them in portions, and an empty one at the end.
    const some = await new Promise<FileSystemEntry[] | null>((done) => reader.readEntries(done, () => done(null)));
    if (some === null) add(all, path, null);
    if (!some?.length) return;
    for (const one of some) await walk(one, path, all);
  }
}

/** One that cannot be opened is listed as such, as a folder is. */
const fileOf = (entry: FileSystemFileEntry): Promise<File | null> =>
  new Promise((done) => entry.file(done, () => done(null)));
