// CSV and its kin: whichever sign parts the cells, found by trial on the first records.
import type { Budget, Sheet } from "./limits.js";

const SEPARATORS = [",", ";", "\t", "|"];
const TRIED = 60;
const SAMPLE = 100_000;

interface Records {
  rows: string[][];
  /** The first record with a quotation that never ends, or ends in the middle of a later line; 0 for none. */
  unclosed: number;
}

/** So many quotations may end where none can: after them, marks are signs like any other. */
const MOST_FAULTS = 100;

/** The records of a text, as many as are wanted; line ends of any kind. A quotation that never ends is taken as written. */
export function records(text: string, separator: string, most = Number.POSITIVE_INFINITY): Records {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  let [unclosed, faults] = [0, 0];
  while (at < text.length && rows.length < most) {
    let cell = "";
    if (text[at] === '"' && faults < MOST_FAULTS) {
      const start = at;
      const parts: string[] = [];
      let end = -1;
      at += 1;
      for (;;) {
        end = text.indexOf('"', at);
        if (end < 0) break;
        parts.push(text.slice(at, end));
        at = end + 1;
        if (text[at] !== '"') break;
        parts.push('"');
        at += 1;
      }
      cell = parts.join("");
      const ends = at >= text.length || text[at] === separator || text[at] === "\r" || text[at] === "\n";
      if (end < 0 || (!ends && /[\r\n]/.test(cell))) {
        unclosed ||= rows.length + 1;
        faults = end < 0 ? MOST_FAULTS : faults + 1;
        at = start;
        cell = "";
      }
    }
    const from = at;
    while (at < text.length && text[at] !== separator && text[at] !== "\r" && text[at] !== "\n") at += 1;
    row.push(cell + text.slice(from, at));
    if (text[at] === separator) {
      at += 1;
      if (at < text.length) continue;
      row.push("");
    } else if (text[at] === "\r" && text[at + 1] === "\n") at += 2;
    else at += 1;
    rows.push(row);
    row = [];
  }
  return { rows, unclosed };
}

/** How well a sign parts the first records: as many cells in most of them. */
function suitability(text: string, separator: string): number {
  const { rows: tried } = records(text.slice(0, SAMPLE), separator, TRIED);
  // The sample may end within a quotation, whose signs then look like separators.
  if (text.length > SAMPLE && tried.length > 1) tried.pop();
  const rows = tried.filter((row) => row.some((cell) => cell !== ""));
  const widths = new Map<number, number>();
  for (const { length } of rows) widths.set(length, (widths.get(length) ?? 0) + 1);
  let [width, times] = [1, 0];
  for (const [one, count] of widths)
    if (one > 1 && count * Math.min(one, 6) > times * Math.min(width, 6)) [width, times] = [one, count];
  return rows.length === 0 ? 0 : (times / rows.length) * Math.min(width, 6);
}

export function readDelimited(text: string, name: string, budget: Budget): Sheet {
  const [line, told] = /^sep=(.)(?:\r\n?|\n)/i.exec(text) ?? ["", ""];
  const rest = text.slice(line.length);
  let [separator, best] = [told || ",", told ? Number.POSITIVE_INFINITY : 0];
  for (const one of SEPARATORS) {
    const value = told ? 0 : suitability(rest, one);
    if (value > best) [separator, best] = [one, value];
  }
  const { rows, unclosed } = records(rest, separator);
  const sheet: Sheet = { name, rows: [], hidden: false };
  // The line that names the separator counts as the spreadsheet's first.
  const first = line === "" ? 0 : 1;
  for (const [row, cells] of rows.entries())
    for (const [column, cell] of cells.entries()) budget.put(sheet, row + first, column, cell.replace(/\r\n?/g, "\n"));
  if (unclosed > 0) budget.notice("quote", name, unclosed + first);
  return sheet;
}
