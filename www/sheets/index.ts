// Bytes or text → grids of text. Nothing in them is computed, followed or run.
import { isCompound, refusalOf } from "./compound.js";
import { readDelimited } from "./delimited.js";
import { decodeText, ENCODINGS } from "./encoding.js";
import { Budget, MOST_BYTES, type Notice, type Sheet, SheetError } from "./limits.js";
import { MarkupFault } from "./markup.js";
import { readOds } from "./ods.js";
import { readPasted } from "./pasted.js";
import { readXlsx } from "./xlsx.js";
import { openArchive } from "./zip.js";

export { ENCODINGS } from "./encoding.js";
export { MOST_BYTES, MOST_CELLS, type Notice, type Refusal, type Sheet, SheetError } from "./limits.js";

export interface ReadOptions {
  /** The file's name; a text's only sheet is named after it. */
  name?: string;
  /** Settles the encoding of a text, where the guess was wrong: one of `ENCODINGS`. */
  encoding?: string;
}

export interface ReadSheets {
  sheets: Sheet[];
  notices: Notice[];
}

/** Whether bytes begin a binary file of another kind: PDF, images, programs. */
const isOther = (bytes: Uint8Array): boolean =>
  /^(%PDF|\x89PNG|GIF8|\xff\xd8\xff|MZ|\x7fELF|Rar!|7z\xbc|\x1f\x8b|BM)/.test(
    String.fromCharCode(...bytes.subarray(0, 8)),
  );

async function fromArchive(bytes: Uint8Array<ArrayBuffer>, budget: Budget): Promise<Sheet[]> {
  const archive = openArchive(bytes);
  const has = (pattern: RegExp): boolean => archive.names.some((name) => pattern.test(name));
  if (has(/^xl\/workbook\.bin$/)) throw new SheetError("old-workbook");
  if (has(/^content\.xml$/)) {
    const kind = new TextDecoder().decode((await archive.read("mimetype")) ?? new Uint8Array());
    if (kind !== "" && !kind.includes("spreadsheet")) throw new SheetError("other-file");
    return readOds(archive, budget);
  }
  if (has(/^(word|ppt)\/|\.iwa$/) || !has(/^_rels\/\.rels$|(^|\/)workbook\.xml$/)) throw new SheetError("other-file");
  return readXlsx(archive, budget);
}

function fromText(bytes: Uint8Array, name: string, asked: string | undefined, budget: Budget): Sheet[] {
  const { text, encoding, guessed, sample } = decodeText(bytes, asked);
  // What is no text in any encoding shows as signs that no text has.
  if (/[\u0000-\u0008\u000e-\u001a]/.test(text.slice(0, 4000))) throw new SheetError("other-file");
  if (guessed) budget.notice("encoding", "", 0, `${encoding}: ${sample}`);
  const tables = readPasted(text, name, budget);
  return tables.length > 0 ? tables : [readDelimited(text, name, budget)];
}

/** Trims what is blank at the end of rows and sheets. */
function trim(sheet: Sheet): Sheet {
  for (const row of sheet.rows) while (row.length > 0 && row.at(-1)?.trim() === "") row.pop();
  while (sheet.rows.at(-1)?.length === 0) sheet.rows.pop();
  return sheet;
}

/**
 * Reads XLSX, ODS, CSV and its kin, and tables of HTML or Markdown, told apart by their content. A file that cannot be read
 * ends in a `SheetError`, whose `name` is `ReadinessError`.
 */
export async function readSheets(
  source: Blob | ArrayBuffer | Uint8Array | string,
  { name = "", encoding }: ReadOptions = {},
): Promise<ReadSheets> {
  const isBytes = ArrayBuffer.isView(source) || source instanceof ArrayBuffer;
  if (typeof source !== "string" && !isBytes && !(source instanceof Blob)) throw new SheetError("other-file");
  const length = typeof source === "string" ? source.length : source instanceof Blob ? source.size : source.byteLength;
  if (length > MOST_BYTES) throw new SheetError("too-large");
  if (encoding !== undefined && !ENCODINGS.includes(encoding)) throw new SheetError("other-file", encoding);
  const bytes =
    typeof source === "string"
      ? new TextEncoder().encode(source)
      : new Uint8Array(source instanceof Blob ? await source.arrayBuffer() : source);
  const budget = new Budget();
  const title = (name.split(/[/\\]/).at(-1) ?? "").replace(/\.[a-z]{2,5}$/i, "");
  if (bytes.every((byte) => byte === 0 || byte === 32 || (byte >= 9 && byte <= 13))) throw new SheetError("empty");
  if (isCompound(bytes)) throw refusalOf(bytes);
  if (isOther(bytes)) throw new SheetError("other-file");
  try {
    const isArchive = bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] ?? 0) < 9;
    const sheets = isArchive ? await fromArchive(bytes, budget) : fromText(bytes, title, encoding, budget);
    return { sheets: sheets.map(trim), notices: budget.notices };
  } catch (error) {
    throw error instanceof MarkupFault ? new SheetError("damaged") : error;
  }
}
