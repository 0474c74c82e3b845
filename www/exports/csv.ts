import type { Table } from "./tables.js";
import { clean, guard, guardInside } from "./text.js";

/** RFC 4180, with a byte order mark: without one, common spreadsheets read UTF-8 as something else. */
export function csv({ columns, rows }: Table): string {
  const cell = (value: string | number): string =>
    typeof value === "number" ? String(value) : `"${guard(guardInside(clean(value))).replaceAll('"', '""')}"`;
  const lines = [columns.map(({ label }) => label), ...rows].map((row) => row.map(cell).join(","));
  return `\ufeff${lines.join("\r\n")}\r\n`;
}
