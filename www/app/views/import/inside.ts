// Answers in a copy of this page that somebody gives as a file.

/** A page and as many answers as are read from a file. */
const LIMIT = 8 * 1024 * 1024;
/** The block that a copy ends with; not the script that writes it. No answer holds this sign. */
const BLOCK = /<script type="application\/json" id="answers">(?!\$)([^<]*)/g;

const IS_PAGE = /^\s*<!doctype html>/i;

/**
 * Where the answers stand in a copy of this page, one character for each of its bytes: nowhere in a page without any. Null for
 * what is no such page.
 */
export function placeOfAnswers(text: string): [from: number, to: number] | null {
  if (!IS_PAGE.test(text.slice(0, 64)) || !text.includes("<iso27001-readiness>")) return null;
  const last = [...text.matchAll(BLOCK)].at(-1);
  const [block = "", json = ""] = last ?? [];
  const from = (last?.index ?? 0) + block.length - json.length;
  return [from, from + json.length];
}

/** The block of answers as a file of its own, empty where the page has none; any other file as it is. */
export async function answersIn(file: File): Promise<File> {
  try {
    if (file.size > LIMIT || !IS_PAGE.test(await file.slice(0, 64).text())) return file;
    // One character for each byte, whatever the bytes are.
    const place = placeOfAnswers(new TextDecoder("latin1").decode(await file.arrayBuffer()));
    return place ? new File([file.slice(...place)], file.name, { lastModified: file.lastModified }) : file;
  } catch {
    // Reading it as a whole tells why.
    return file;
  }
}
