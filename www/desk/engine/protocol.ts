// What the page and its engine say to each other: plain data, so that it crosses into a worker as it is.
import type { AreaScore, Reviewed as ReviewedByCrate } from "readiness-core";
import type { Catalog, Compared, Edition, Report, StatementRow } from "../../app/model/wasm.js";

/** The most that one session reads. */
export const MOST_FILES = 5000;
/** The most text of assessments that is kept, in bytes. */
export const MOST_KEPT = 512 * 1024 * 1024;

/** A file as it was given, with its place in the folder. */
export interface Given {
  path: string;
  /** Null for one that could not be opened. */
  file: Blob | null;
}
/** Its bytes, or why there are none. The page reads them: WebKit lets a worker of such a page read no file. */
export type Bytes = Uint8Array<ArrayBuffer> | "large" | "unreadable";

/** The reviewer's own rules: least levels by requirement, and what topics weigh. */
export interface Rules {
  minimums: Record<string, number>;
  weights: Record<string, number>;
}

/** How much of a claim its answers bear out: `bare` is an assessment, which claims nothing. */
export type Claim = "verified" | "differs" | "bare";

/** What the crate says of one file, without the titles of its topics. */
export interface Reviewed extends Omit<ReviewedByCrate, "areas"> {
  areas: Omit<AreaScore, "title">[];
}

/** A file that was read. */
export interface Row extends Reviewed {
  key: number;
  path: string;
  /** The reviewer's note that a session brought. */
  note: string;
}

/** What an archive says of itself that the desk saved as a session. */
export interface Session extends Rules {
  format: typeof SESSION_FORMAT;
  version: 1;
  /** By the file's name in the archive: where it came from, and the reviewer's note. */
  files: { name: string; path: string; note: string }[];
}
export const SESSION_FORMAT = "iso27001-readiness/desk-session";
export const SESSION_FILE = "session.json";
/** The name of a file in the archive of a session. */
export const nameInSession = (key: number): string => `files/${key}.json`;

/** Why a file was not read: a code of ours, or one of the crate's with the place and what was expected. */
export interface Bad {
  path: string;
  code: string;
  subject: string;
  message: string;
}

/** Whether it waits for a passphrase: for the first one, or for another than it was tried with. */
export const isSealed = ({ code }: Bad): boolean => code === "sealed" || code === "wrong-passphrase";

/** All that a vendor's page shows. */
export interface Vendor {
  report: Report;
  statement: StatementRow[];
  scope: string;
}

/** What can be asked, and what comes back. */
export interface Asks {
  catalog: [of: Edition, back: Catalog];
  vendor: [of: { key: number }, back: Vendor];
  /** What differs between the answers of two. */
  compare: [of: { one: number; other: number }, back: Compared[]];
  /** Everything that was read, as the parts of an archive: the session's own file first. */
  session: [of: { session: string }, back: Uint8Array<ArrayBuffer>[]];
  /** A table as a file. */
  rows: [of: { format: "csv" | "markdown" | "xlsx"; text: string }, back: Uint8Array<ArrayBuffer>];
}
export type Ask = keyof Asks;

export type Request =
  | { kind: "start"; wasm: Uint8Array<ArrayBuffer> }
  | { kind: "read"; run: number; paths: string[]; room: number; rules: Rules }
  | { kind: "bytes"; run: number; index: number; bytes: Bytes }
  | { kind: "again"; run: number; rules: Rules }
  /** Tries a passphrase on all that waits for one. */
  | { kind: "unlock"; run: number; passphrase: string; room: number; rules: Rules }
  | { kind: "cancel" }
  | { kind: "forget" }
  | { [K in Ask]: { kind: "ask"; id: number; ask: K; of: Asks[K][0] } }[Ask];

export type Reply =
  | { kind: "ready" }
  /** Asks for the bytes of a file of the run. */
  | { kind: "want"; run: number; index: number }
  /** What has come since the last one; `of` grows with each archive that is opened. */
  | { kind: "some"; run: number; rows: Row[]; bad: Bad[]; done: number; of: number }
  /** Rules that a session brought; what is read from here on is held against them. */
  | ({ kind: "rules"; run: number } & Rules)
  | { kind: "end"; run: number; cancelled: boolean; left: number }
  | { kind: "answer"; id: number; value: unknown }
  | { kind: "failed"; id: number; message: string };
