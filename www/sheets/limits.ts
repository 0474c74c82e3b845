// What is read at most, and how a file that cannot be read is refused.

/** A file. */
export const MOST_BYTES = 20 * 1024 * 1024;
/** Cells that hold something, in all sheets. */
export const MOST_CELLS = 200_000;
/** Places of all sheets, blank ones included. */
export const MOST_PLACES = 1_000_000;
export const MOST_ROWS = 100_000;
export const MOST_COLUMNS = 1000;
export const MOST_SHEETS = 100;
/** As much as a spreadsheet itself puts into a cell. */
export const MOST_IN_CELL = 32_767;
/** What an archive unpacks to. */
export const MOST_UNPACKED = 96 * 1024 * 1024;
export const MOST_NOTICES = 200;

/** Why a file is not read. */
export type Refusal =
  | "too-large"
  | "empty"
  | "encrypted"
  | "protected"
  | "old-workbook"
  | "other-file"
  | "damaged"
  | "no-sheets";

const SENTENCES: Record<Refusal, string> = {
  "too-large": "expected at most 20 MiB, 200,000 cells and 100,000 rows",
  empty: "expected a file that holds something",
  encrypted: "expected a file without a password: open it, take the password off and save a copy",
  protected: "expected a file without rights management: open it and save a copy without its sensitivity label",
  "old-workbook": "expected XLSX, not an old XLS or a binary XLSB: open it and save it as XLSX or CSV",
  "other-file": "expected a spreadsheet, CSV or a table as text",
  damaged: "expected a whole file: this one is damaged or cut off",
  "no-sheets": "expected a sheet with rows",
};

/** A file that cannot be read; the message says what was expected. */
export class SheetError extends Error {
  override readonly name = "ReadinessError" as const;
  constructor(
    readonly code: Refusal,
    readonly subject = "",
  ) {
    super(SENTENCES[code]);
  }
}

/** Something about a file that was read, to be said beside it. */
export interface Notice {
  kind:
    | "encoding"
    | "hidden-sheet"
    | "hidden-rows"
    | "hidden-columns"
    | "merged"
    | "formula"
    | "comments"
    | "no-table"
    | "cut-cell"
    | "columns"
    | "quote"
    | "more";
  /** The sheet's name; empty where it is about the whole file. */
  sheet: string;
  /** As the spreadsheet counts; 0 where it is about the whole sheet. */
  row: number;
  /** A number, a name or a sample, by the kind. */
  value: string;
}

/** A sheet as rows of text. The place in `rows` is the spreadsheet's row, counted from 0. */
export interface Sheet {
  name: string;
  rows: string[][];
  hidden: boolean;
}

/** Counts what is read of one file, in all its sheets. */
export class Budget {
  #cells = 0;
  #places = 0;
  readonly notices: Notice[] = [];

  notice(kind: Notice["kind"], sheet: string, row = 0, value = ""): void {
    if (this.notices.length < MOST_NOTICES) this.notices.push({ kind, sheet, row, value });
    else if (this.notices.length === MOST_NOTICES) this.notices.push({ kind: "more", sheet: "", row: 0, value: "" });
  }

  /** Puts a text into its place of a sheet, which grows for it. */
  put(sheet: Sheet, row: number, column: number, text: string): void {
    if (text === "") return;
    if (row >= MOST_ROWS) throw new SheetError("too-large", sheet.name);
    if (column >= MOST_COLUMNS) {
      if (!this.notices.some((one) => one.kind === "columns" && one.sheet === sheet.name))
        this.notice("columns", sheet.name, row + 1, String(MOST_COLUMNS));
      return;
    }
    while (sheet.rows.length <= row) sheet.rows.push([]);
    const cells = sheet.rows[row] as string[];
    this.#cells += 1;
    this.#places += Math.max(0, column + 1 - cells.length);
    if (this.#cells > MOST_CELLS || this.#places > MOST_PLACES) throw new SheetError("too-large", sheet.name);
    while (cells.length < column) cells.push("");
    if (text.length > MOST_IN_CELL) this.notice("cut-cell", sheet.name, row + 1, String(MOST_IN_CELL));
    cells[column] = text.slice(0, MOST_IN_CELL);
  }
}
