// The columns of the overview: how each is sorted, and what it says in words.
import { percent, range } from "../app/text/format.js";
import { tt } from "../app/text/messages.js";
import type { Row } from "./engine/protocol.js";
import { claimOf, nameOf } from "./rows.js";
import { compareTexts, age, d, type DeskKey, dd } from "./words.js";

export const COLUMNS = [
  "organisation",
  "edition",
  "stage1",
  "stage2",
  "score",
  "major",
  "minor",
  "coverage",
  "age",
  "claim",
  "shortfalls",
  "own",
] as const;
export type Column = (typeof COLUMNS)[number];

/** Figures stand flush at the end. */
export const FIGURES: ReadonlySet<Column> = new Set([
  "score",
  "major",
  "minor",
  "coverage",
  "age",
  "shortfalls",
  "own",
]);

/** A column that is better looked at from its worst end begins there. */
export const DOWN_FIRST: ReadonlySet<Column> = new Set(["major", "minor", "shortfalls"]);

const STATES = { "not-ready": 0, undetermined: 1, ready: 2 } as const;
const CLAIMS = { differs: 0, bare: 1, verified: 2 } as const;

/** Whole percent of the applicable requirements that have an answer, of the quick scan too. */
export const covered = ({ coverage }: Row): number =>
  coverage.applicable === 0
    ? 100
    : Math.floor((100 * (coverage.answered + coverage.provisional)) / coverage.applicable);

/** A figure that a column sorts by; names are sorted as texts. */
function rank(column: Column, row: Row): number {
  switch (column) {
    case "organisation":
      return 0;
    case "edition":
      return Number(row.edition);
    case "stage1":
      return STATES[row.stages[0].state];
    case "stage2":
      return STATES[row.stages[1].state];
    case "score":
      return row.overall.low * 20_000 + row.overall.high;
    case "major":
      return row.findings.major;
    case "minor":
      return row.findings.minor;
    case "coverage":
      return covered(row);
    case "age":
      return -(Date.parse(row.modified) || 0);
    case "claim":
      return CLAIMS[claimOf(row)];
    case "shortfalls":
      return row.shortfalls?.length ?? -1;
    case "own":
      return row.own === null ? -1 : row.own.low * 20_000 + row.own.high;
  }
}

/** The order of rows; what is equal stands by name, then as it was read. */
export function order(by: Column, down: boolean): (one: Row, other: Row) => number {
  const sign = down ? -1 : 1;
  const named = by === "organisation" ? sign : 1;
  return (one, other) =>
    sign * (rank(by, one) - rank(by, other)) || named * compareTexts(nameOf(one), nameOf(other)) || one.key - other.key;
}

/** Rows in that order with others that came, sorted by themselves: comparing names is what takes time. */
export function merged(rows: readonly Row[], more: Row[], before: (one: Row, other: Row) => number): Row[] {
  more.sort(before);
  const all: Row[] = [];
  let at = 0;
  for (const row of rows) {
    for (let next = more[at]; next && before(next, row) < 0; next = more[at]) {
      all.push(next);
      at += 1;
    }
    all.push(row);
  }
  return [...all, ...more.slice(at)];
}

export const columnName = (column: Column): string => d(`desk.column.${column}` as DeskKey);

export const scoreOf = (row: Row): string => range(row.overall, row.coverage.provisional === 0);

/** What a cell says. */
export function textOf(column: Column, row: Row, now: number): string {
  switch (column) {
    case "organisation":
      return nameOf(row);
    case "edition":
      return row.edition;
    case "stage1":
    case "stage2":
      return tt(`stage.${row.stages[column === "stage1" ? 0 : 1].state}`);
    case "score":
      return scoreOf(row);
    case "major":
      return String(row.findings.major);
    case "minor":
      return String(row.findings.minor);
    case "coverage":
      return d("desk.coverage", { n: covered(row) });
    case "age":
      return age(row.modified, now);
    case "claim":
      return dd(`desk.claim.${claimOf(row)}`);
    case "shortfalls":
      return row.shortfalls === null ? "" : row.shortfalls.length === 0 ? d("desk.met") : String(row.shortfalls.length);
    case "own":
      return range(row.own, row.coverage.provisional === 0);
  }
}

/** Both ends of the score as whole percents, as they are shown. */
export const endsOf = ({ overall, coverage }: Row): [number, number] => [
  percent(overall.low, coverage.provisional === 0),
  percent(overall.high, coverage.provisional === 0),
];
