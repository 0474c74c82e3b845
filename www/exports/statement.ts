import type { Assessment, EvidenceLink, InclusionReason, Level, StatementRow } from "../app/model/wasm.js";
import { MOST_ROWS, records } from "./csv.js";
import { REASONS, statementCells, statementColumns } from "./tables.js";
import type { Source, Words } from "./source.js";
import { clean, guard, guardInside, linkIn, unguard, unguardInside } from "./text.js";
import { readWorkbook, unescaped } from "./workbook.js";
import { MOST_IN_CELL } from "./xlsx.js";
import { MarkupFault } from "../sheets/markup.js";
import { ArchiveFault } from "./zip.js";

export const MOST_BYTES = 2 * 1024 * 1024;
const MOST_TEXT = 10_000;
const MOST_NOTICES = 100;
/** Length of `_x0041_`. */
const ESCAPE = 7;

export type Field = "applicable" | "level" | InclusionReason | "inclusion" | "reason" | "owner" | "evidence" | "note";
/** One cell that differs from what the assessment says. */
export interface Change {
  id: string;
  field: Field;
  from: string;
  to: string;
}
export interface Notice {
  /** Key of its sentence in the messages, behind `reading.`. */
  kind: string;
  /** As the spreadsheet counts; 0 where it is about the whole file. */
  row: number;
  /** Heading, or the column's letter where it has none. */
  column: string;
  value: string;
}
export interface Reading {
  changes: Change[];
  notices: Notice[];
}

/** A returned sheet, before it is held against an assessment. */
export interface Returned {
  headings: { place: number; key: string; label: string }[];
  rows: { number: number; cells: Map<number, string> }[];
  notices: Notice[];
}

type Grid = { number: number; cells: Map<number, string> }[];
/** What has to be known to read a sheet: its words, and what the assessment says now. */
export interface Current {
  source: Source;
  words: Words;
}

const notice = (kind: string, row = 0, column = "", value = ""): Notice => ({ kind, row, column, value });
const letters = (column: number): string =>
  (column >= 26 ? letters(Math.floor(column / 26) - 1) : "") + String.fromCharCode(65 + (column % 26));
const plain = (text: string): string => text.replaceAll("’", "'").replace(/\s+/g, " ").trim().toLowerCase();

/** What a cell says, whichever program wrote it: our guard undone, line ends and outer space alike. */
const said = (text: string): string => unguardInside(unguard(clean(text))).trim();
// A cell may have been cut to what a spreadsheet can hold.
const short = (text: string): string => text.slice(0, MOST_IN_CELL - 1).trim();
// Text that looks like an escape of the format is not escaped by every program that saves it again.
export const loose = (text: string): string => {
  if (!text.includes("_x")) return text;
  // One escape may make another: each is undone as soon as it is whole, so that the text is gone through once.
  const out: string[] = [];
  for (const sign of text) {
    out.push(sign);
    while (out.at(-1) === "_" && out.length >= ESCAPE) {
      const end = out.slice(-ESCAPE).join("");
      const read = unescaped(end);
      if (read === end) break;
      out.splice(-ESCAPE, ESCAPE, read);
    }
  }
  return out.join("");
};
/** Whether the cell is what was written there, into a CSV or into a workbook. */
const unchanged = (cell: string, was: string): boolean =>
  [guard(guardInside(clean(was))), guard(clean(was))].some(
    (written) => loose(short(said(written))) === loose(short(said(cell))),
  );

/** Where the headings are: a sheet may have a title above them. */
function headings(grid: Grid, { source, words }: Current): { at: number; found: Returned["headings"] } | null {
  const known = new Map(statementColumns(source, words).map(({ key, label }) => [plain(label), key]));
  for (const [at, { cells }] of grid.slice(0, 30).entries()) {
    const taken = new Set<string>();
    const found = [...cells].flatMap(([place, label]) => {
      if (label.trim() === "") return [];
      const key = known.get(plain(said(label))) ?? "";
      if (key !== "" && taken.has(key)) return [];
      taken.add(key);
      return [{ place, key, label: said(label) }];
    });
    if (taken.has("control") && [...taken].filter(Boolean).length > 1) return { at, found };
  }
  return null;
}

function fromText(bytes: Uint8Array, notices: Notice[]): string {
  const [one, two] = bytes;
  if (one === 0xff && two === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (one === 0xfe && two === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    notices.push(notice("encoding"));
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** Takes the cells out that are longer than any of ours, and says where they were. */
function takeLong(grid: Grid): { row: number; column: number }[] {
  const found: { row: number; column: number }[] = [];
  for (const { number, cells } of grid) {
    for (const [column, text] of cells) {
      if (text.length > MOST_IN_CELL && cells.delete(column)) found.push({ row: number, column });
    }
  }
  return found;
}

const gridOf = (rows: string[][]): Grid =>
  rows.map((cells, index) => ({ number: index + 1, cells: new Map(cells.map((cell, place) => [place, cell])) }));

/** Reads a returned sheet as far as it can be read without an assessment. */
export async function readSheet(bytes: Uint8Array<ArrayBuffer>, current: Current): Promise<Returned> {
  const notices: Notice[] = [];
  const nothing = (kind: string): Returned => ({ headings: [], rows: [], notices: [...notices, notice(kind)] });
  if (bytes.length > MOST_BYTES) return nothing("large");
  if (bytes.every((byte) => byte === 0 || byte === 32 || byte === 10 || byte === 13)) return nothing("empty");
  let grids: { grid: Grid; formulas: { row: number; column: number }[] }[];
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    try {
      grids = (await readWorkbook(bytes)).map(({ rows, formulas }) => ({ grid: rows, formulas }));
    } catch (error) {
      if (error instanceof ArchiveFault) return nothing(error.reason);
      return nothing(error instanceof MarkupFault && error.message === "rows" ? "rows" : "workbook");
    }
  } else if (bytes[0] === 0xd0 && bytes[1] === 0xcf) return nothing("old");
  else {
    const text = fromText(bytes, notices).replace(/^\ufeff/, "");
    const separated = /^sep=.\r?\n/i.test(text) ? text.slice(text.indexOf("\n") + 1) : text;
    grids = [",", ";", "\t"].map((separator) => ({ grid: gridOf(records(separated, separator)), formulas: [] }));
    if (grids.some(({ grid }) => grid.length > MOST_ROWS)) return nothing("rows");
  }
  // What no sheet of ours holds is not even looked at: a few bytes of a workbook can stand for many long cells.
  const long = new Map(grids.map(({ grid }) => [grid, takeLong(grid)]));
  const best = grids
    .map((one) => ({ ...one, heads: headings(one.grid, current) }))
    .sort((one, other) => (other.heads?.found.length ?? 0) - (one.heads?.found.length ?? 0))[0];
  if (!best?.heads) return nothing(grids.some(({ grid }) => grid.length > 0) ? "headings" : "empty");
  const { at, found } = best.heads;
  for (const { key, place, label } of found) if (key === "") notices.push(notice("column", 0, label || letters(place)));
  for (const { row, column } of best.formulas) {
    const heading = found.find(({ place }) => place === column);
    if (heading?.key) notices.push(notice("formula", row, heading.label));
  }
  const tooLong = long.get(best.grid) ?? [];
  for (const { row, column } of tooLong) {
    const heading = found.find(({ place }) => place === column);
    if (heading?.key) notices.push(notice("long", row, heading.label));
  }
  // A cell with a formula, or too long, says nothing: it is left as if its column were not there.
  const unread = new Set([...best.formulas, ...tooLong].map(({ row, column }) => `${row} ${column}`));
  const rows = best.grid.slice(at + 1).map(({ number, cells }) => ({
    number,
    cells: new Map(
      found.flatMap(({ place, key }) =>
        key && !unread.has(`${number} ${place}`) ? [[place, cells.get(place) ?? ""] as const] : [],
      ),
    ),
  }));
  return { headings: found.filter(({ key }) => key !== ""), rows, notices };
}

export const linksIn = (text: string): EvidenceLink[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      const link = linkIn(line);
      if (link) return { label: link[0], href: link[1] };
      return /^(https?:\/\/|mailto:)\S+$/i.test(line) ? { label: "", href: line } : { label: line, href: "" };
    });

/** "3", "3 Defined", "Defined" or "Don't know"; null when it is none of them. */
function levelOf(text: string, { source, words }: Current): Level | "unknown" | null {
  const name = plain(text);
  if (name === plain(words.t("answer.unknown"))) return "unknown";
  const number = /^([0-5])(?:\.0+)?(?: \D.*)?$/.exec(name)?.[1];
  if (number !== undefined) return Number(number) as Level;
  return source.catalog.levels.find((one) => plain(one.name) === name)?.level ?? null;
}

function appliesOf(text: string, { words }: Current): "yes" | "no" | "open" | null {
  const name = plain(text);
  for (const answer of ["yes", "no", "open"] as const)
    if (name === plain(words.t(`applicable.${answer}`))) return answer;
  if (["", "-"].includes(name)) return "open";
  if (["true", "y", "1", "x"].includes(name)) return "yes";
  return ["false", "n", "0"].includes(name) ? "no" : null;
}

/** What the returned sheet would change, cell by cell, and what in it is not taken. */
export function compare(returned: Returned, current: Current): Reading {
  const { source, words } = current;
  const notices = [...returned.notices];
  const changes: Change[] = [];
  const rows = new Map(source.statement.map((row) => [row.id.toLowerCase(), row]));
  const place = new Map(returned.headings.map(({ key, place: at }) => [key, at]));
  const heading = new Map(returned.headings.map(({ key, label }) => [key, label]));
  const seenIds = new Set<string>();
  for (const { number, cells } of returned.rows) {
    const id = said(cells.get(place.get("control") ?? -1) ?? "").split(/\s/)[0] ?? "";
    const row = rows.get(id.toLowerCase());
    if (!row || seenIds.has(row.id)) {
      // Blank rows, and remarks below the table that name no control, are passed over.
      if (id !== "") notices.push(notice(row ? "twice" : "unknown", number, "", id));
      continue;
    }
    seenIds.add(row.id);
    changes.push(...rowChanges(row, number, cells));
  }
  const [first, more] = [notices.slice(0, MOST_NOTICES), notices.length - MOST_NOTICES];
  return { changes, notices: more > 0 ? [...first, notice("more", 0, "", String(more))] : first };

  function rowChanges(row: StatementRow, number: number, cells: Map<number, string>): Change[] {
    const was = statementCells(row, source, words);
    const told = (key: string, kind: string, value = ""): void => {
      notices.push(notice(kind, number, heading.get(key) ?? "", value));
    };
    /** What the cell says now if that is another text than was written there. */
    const changed = (key: string): string | null => {
      const cell = cells.get(place.get(key) ?? -1);
      if (cell === undefined || unchanged(cell, was[key] ?? "")) return null;
      return said(cell);
    };
    const made: Change[] = [];
    const change = (field: Field, to: string): void => {
      made.push({ id: row.id, field, from: was[field] ?? "", to });
    };
    const yes = words.t("applicable.yes");
    const excluded = row.applicable === false;

    // Applicable, level and reason make one answer and are read together.
    const wanted = {
      applies: changed("applicable"),
      level: changed("level"),
      state: changed("state"),
      reason: changed("reason"),
    };
    let applies: "yes" | "no" | "open" = row.applicable === null ? "open" : excluded ? "no" : "yes";
    if (wanted.applies !== null) {
      const read = appliesOf(wanted.applies, current);
      if (read === null) told("applicable", "value", wanted.applies);
      else applies = read;
    }
    let level: Level | "unknown" | "" | null = null;
    if (wanted.level !== null && plain(wanted.level) === plain(words.t("answer.not-applicable"))) applies = "no";
    else if (wanted.level !== null) {
      level = wanted.level === "" ? "" : levelOf(wanted.level, current);
      if (level === null) told("level", "value", wanted.level);
    }
    if (wanted.state !== null && level === null && applies !== "no") {
      const states: Record<string, Level | "unknown"> = {
        implemented: source.catalog.constants.conformityLevel as Level,
        "not-implemented": 0,
        unknown: "unknown",
      };
      const name = Object.keys(states).find((one) => plain(words.t(`statement.${one}`)) === plain(wanted.state ?? ""));
      if (name !== undefined) level = states[name] ?? null;
      else if (wanted.state !== "") told("state", "state", wanted.state);
    }
    const nowExcluded = applies === "no";
    if (nowExcluded) {
      if (wanted.level && level !== null) told("level", "excluded-level", wanted.level);
      const reason = wanted.reason ?? (excluded ? row.reason : "");
      if (reason === "") {
        told("reason", "reason");
      } else {
        if (!excluded) change("applicable", words.t("applicable.no"));
        if (wanted.reason !== null && fits("reason", reason)) change("reason", reason);
        else if (wanted.reason !== null) made.length = 0;
      }
    } else {
      if (wanted.reason) told("reason", "included-reason");
      if (level !== null && level !== "") {
        if (excluded) change("applicable", yes);
        const to =
          level === "unknown" ? words.t("answer.unknown") : `${level} ${source.catalog.levels[level]?.name ?? ""}`;
        // Confirming what an area said is a change, although the level is the same.
        if (to !== was["level"]) change("level", to);
      } else if (excluded) {
        // Applicable, but not said how far: that is undecided until it is answered.
        if (applies === "yes") told("level", "needs-level");
        change("applicable", words.t("applicable.open"));
      } else if (row.answer === null) {
        if (applies === "yes") told("level", "needs-level");
      } else if (level === "" || applies === "open") {
        if (row.provisional) told("level", "provisional");
        else change("level", "");
      }
    }

    for (const reason of REASONS) {
      const cell = changed(reason);
      if (cell === null) continue;
      const read = appliesOf(cell, current);
      const to = read === "yes" ? yes : "";
      if (read === null) told(reason, "value", cell);
      else if (to !== was[reason]) change(reason, to);
    }
    for (const key of ["inclusion", "owner", "note", "evidence"] as const) {
      const cell = changed(key);
      if (cell !== null && fits(key, cell)) change(key, cell);
    }
    return made;

    function fits(key: string, text: string): boolean {
      // Counted as the core counts, in characters and not in halves of them.
      const within =
        [...(key === "evidence" ? "" : text)].length <= MOST_TEXT &&
        linksIn(key === "evidence" ? text : "").every(
          ({ label, href }) => [...label].length <= MOST_TEXT && [...href].length <= MOST_TEXT,
        );
      if (!within) told(key, "long");
      return within;
    }
  }
}

/** Reads a returned sheet and says what it would change. */
export async function readStatement(bytes: Uint8Array<ArrayBuffer>, current: Current): Promise<Reading> {
  return compare(await readSheet(bytes, current), current);
}

/** Makes the changes, each by the call that the page would make; `current` is what they were held against. */
export function apply(assessment: Assessment, changes: Change[], current: Current): void {
  const { statement } = current.source;
  for (const id of new Set(changes.map((change) => change.id))) {
    const to = new Map(changes.filter((change) => change.id === id).map((change) => [change.field, change.to]));
    const row = statement.find((one) => one.id === id);
    if (!row) continue;
    const applies = to.get("applicable");
    const level = to.get("level");
    const reason = to.get("reason");
    if (reason !== undefined || appliesOf(applies ?? "", current) === "no")
      assessment.exclude(id, reason ?? row.reason);
    else if (level) {
      const answer = levelOf(level, current);
      if (answer !== null) assessment.respond(id, answer);
    } else if (level === "" || applies !== undefined) assessment.clear(id);
    const [owner, note, evidence] = [to.get("owner"), to.get("note"), to.get("evidence")];
    if (owner !== undefined || note !== undefined || evidence !== undefined) {
      assessment.annotate(id, {
        ...(owner === undefined ? {} : { owner }),
        ...(note === undefined ? {} : { note }),
        ...(evidence === undefined ? {} : { evidence: linksIn(evidence) }),
      });
    }
    const inclusion = to.get("inclusion");
    if (REASONS.some((one) => to.has(one)) || inclusion !== undefined) {
      assessment.justify(id, {
        because: REASONS.filter((one) => (to.has(one) ? to.get(one) !== "" : row.because.includes(one))),
        ...(inclusion === undefined ? {} : { note: inclusion }),
      });
    }
  }
}
