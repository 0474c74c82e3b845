// What is taken along: the crate writes each format, so that text stays text in all of them.
import { download } from "../app/download.js";
import { listed, percent, today } from "../app/text/format.js";
import { tt } from "../app/text/messages.js";
import { covered, endsOf } from "./columns.js";
import type { DeskState } from "./state.js";
import { nameInSession, type Row, SESSION_FORMAT, type Session } from "./engine/protocol.js";
import { claimOf, nameOf } from "./rows.js";
import { d, dd, type DeskKey } from "./words.js";

type Cell = string | number;

/** The columns of a file: more than fit on a screen, and each figure by itself. */
const COLUMNS: [DeskKey, (row: Row, desk: DeskState) => Cell][] = [
  ["desk.column.organisation", nameOf],
  ["desk.column.edition", ({ edition }) => edition],
  ["desk.column.stage1", ({ stages }) => tt(`stage.${stages[0].state}`)],
  ["desk.column.stage2", ({ stages }) => tt(`stage.${stages[1].state}`)],
  ["desk.column.low", (row) => endsOf(row)[0]],
  ["desk.column.high", (row) => endsOf(row)[1]],
  ["desk.column.major", ({ findings }) => findings.major],
  ["desk.column.minor", ({ findings }) => findings.minor],
  ["desk.column.coverage", covered],
  ["desk.column.modified", ({ modified }) => modified],
  ["desk.column.claim", (row) => dd(`desk.claim.${claimOf(row)}`)],
  ["desk.column.differences", ({ differences, more }) => (differences?.length ?? 0) + more],
  ["desk.column.shortfalls", ({ shortfalls }) => listed(shortfalls ?? [])],
  ["desk.column.own-low", ({ own }) => (own ? percent(own.low) : "")],
  ["desk.column.own-high", ({ own }) => (own ? percent(own.high) : "")],
  ["desk.column.note", ({ note }) => note],
  ["desk.column.path", ({ path }) => path],
  ["desk.column.id", ({ id }) => id],
  ["desk.column.same", (row, desk) => desk.twinOf(row)?.path ?? ""],
];

const TYPES = {
  csv: ["text/csv", "csv"],
  xlsx: ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"],
  markdown: ["text/markdown", "md"],
} as const;
export type Format = keyof typeof TYPES;

/** The rows that are shown, in their order. */
export async function exportRows(desk: DeskState, format: Format): Promise<void> {
  const table = {
    title: d("desk.title"),
    head: COLUMNS.map(([key]) => d(key)),
    // A figure is written in hundredths.
    rows: desk.shown.map((row) =>
      COLUMNS.map(([, of]) => of(row, desk)).map((cell) => (typeof cell === "number" ? cell * 100 : cell)),
    ),
  };
  const bytes = await desk.engine.ask("rows", { format, text: JSON.stringify(table) });
  const [type, ending] = TYPES[format];
  download(`${d("desk.export.name")}-${today()}.${ending}`, new Blob([bytes], { type }));
}

/** Everything to go on with later: the files as they were read, the rules, the notes. */
export async function saveSession(desk: DeskState): Promise<void> {
  const session: Session = {
    format: SESSION_FORMAT,
    version: 1,
    minimums: desk.minimums,
    weights: desk.weights,
    files: desk.rows.map(({ key, path, note }) => ({ name: nameInSession(key), path, note })),
  };
  // What is typed while it is packed is in none of it.
  desk.unsaved = false;
  try {
    const parts = await desk.engine.ask("session", { session: JSON.stringify(session) });
    download(`${d("desk.export.name")}-${today()}.zip`, new Blob(parts, { type: "application/zip" }));
  } catch (error) {
    desk.unsaved = true;
    throw error;
  }
}
