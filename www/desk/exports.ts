// What is taken along: the crate writes each format, so that text stays text in all of them.
import { download } from "../app/download.js";
import { today } from "../app/text/format.js";
import { tt } from "../app/text/messages.js";
import { covered, endsOf } from "./columns.js";
import type { DeskState } from "./state.js";
import type { Row } from "./engine/protocol.js";
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
  ["desk.column.shortfalls", ({ shortfalls }) => shortfalls?.join(" ") ?? ""],
  ["desk.column.path", ({ path }) => path],
  ["desk.column.id", ({ id }) => id],
  ["desk.column.same", (row, desk) => desk.twinOf(row)?.path ?? ""],
];

const TYPES = { csv: "text/csv" } as const;
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
  download(`${d("desk.export.name")}-${today()}.${format}`, new Blob([bytes], { type: TYPES[format] }));
}
