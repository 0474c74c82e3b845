/** A sheet as rows of text. The place in `rows` is the spreadsheet's row, counted from 0. */
export interface Sheet {
  name: string;
  rows: string[][];
  hidden: boolean;
}

/** Something about a file that was read, to be said beside it. */
export interface SheetNotice {
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

export interface ReadOptions {
  /** The file's name; a text's only sheet is named after it. */
  name?: string;
  /** Settles the encoding of a text, where the guess was wrong: one of `ENCODINGS`. */
  encoding?: string;
}

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

/** A file that cannot be read; the message says what was expected. */
export declare class SheetError extends Error {
  readonly name: "ReadinessError";
  readonly code: Refusal;
  /** The sheet or the part of the file that it is about; empty for the whole. */
  readonly subject: string;
  constructor(code: Refusal, subject?: string);
}

/** The encodings that can be asked for by name. */
export declare const ENCODINGS: string[];
/** The largest file that is read, in bytes: 20 MiB. */
export declare const MOST_BYTES: number;
/** The most cells that hold something, in all sheets: 200,000. */
export declare const MOST_CELLS: number;

/**
 * Reads XLSX, ODS, CSV and its kin, and tables of HTML or Markdown, told apart by their content. Nothing is computed, no
 * link is followed. A file that cannot be read ends in a `SheetError`, whose `name` is `ReadinessError`.
 */
export function readSheets(
  source: Blob | ArrayBuffer | Uint8Array | string,
  options?: ReadOptions,
): Promise<{ sheets: Sheet[]; notices: SheetNotice[] }>;
