import type { Table } from "./tables.js";
import { clean, guard, guardInside } from "./text.js";

/** RFC 4180, with a byte order mark: without one, common spreadsheets read UTF-8 as something else. */
export function csv({ columns, rows }: Table): string {
  const cell = (value: string | number): string =>
    typeof value === "number" ? String(value) : `"${guard(guardInside(clean(value))).replaceAll('"', '""')}"`;
  const lines = [columns.map(({ label }) => label), ...rows].map((row) => row.map(cell).join(","));
  return `\ufeff${lines.join("\r\n")}\r\n`;
}

/** More than any sheet of ours has: what comes after is not read. */
export const MOST_ROWS = 20_000;
export const MOST_COLUMNS = 200;

/** The records of a text whose cells are parted by that sign; line ends of any kind. One too many says that there are more. */
export function records(text: string, separator: string): string[][] {
  const found: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length && found.length <= MOST_ROWS) {
    let cell = "";
    if (text[at] === '"') {
      at += 1;
      for (;;) {
        const end = text.indexOf('"', at);
        cell += text.slice(at, end < 0 ? text.length : end);
        at = end < 0 ? text.length : end + 1;
        if (end < 0 || text[at] !== '"') break;
        cell += '"';
        at += 1;
      }
    }
    const from = at;
    while (at < text.length && text[at] !== separator && text[at] !== "\r" && text[at] !== "\n") at += 1;
    if (row.length < MOST_COLUMNS) row.push(cell + text.slice(from, at));
    if (text[at] === separator) {
      at += 1;
      if (at < text.length) continue;
      row.push("");
    } else if (text[at] === "\r" && text[at + 1] === "\n") at += 2;
    else at += 1;
    found.push(row);
    row = [];
  }
  return found;
}
