import { report } from "./report.js";
import type { Source, Words } from "./source.js";
import { seen } from "./text.js";

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]|[\ud802\ud803\ud83a\ud83b]/;

/** Text that stays text: no mark-up, no tag, no name that a forge would call somebody by. */
export function plain(text: string): string {
  const safe = seen(text)
    .replace(/[\\`*_{}[\]<>()#|~!$^=]/g, "\\$&")
    .replace(/[&@]/g, (sign) => (sign === "&" ? "&amp;" : "&#64;"))
    .replace(/^(\s*)([-+]|\d+(?=[.)]))/, (_, space: string, sign: string) =>
      /\d/.test(sign) ? `${space}${sign}\\` : `${space}\\${sign}`,
    )
    .replace(/\t/g, " ")
    .replace(/\n/g, "<br>");
  // Isolated, so that it cannot turn what stands beside it.
  return RIGHT_TO_LEFT.test(text) ? `\u2068${safe}\u2069` : safe;
}

export function markdown(source: Source, words: Words): string {
  const line = (cells: string[]): string => `| ${cells.join(" | ")} |`;
  const lines = [`# ${plain(words.t("exports.heading"))}`];
  for (const block of report(source, words)) {
    lines.push("");
    if (block.kind === "heading") lines.push(`## ${plain(block.text)}`);
    else if (block.kind === "text") lines.push(plain(block.text));
    else if (block.kind === "facts") {
      lines.push(line(["", ""]), line(["---", "---"]));
      for (const { label, value } of block.rows) lines.push(line([`**${plain(label)}**`, plain(value)]));
    } else {
      const { columns, rows } = block.table;
      const figures = columns.map((_, index) => rows.every((row) => typeof row[index] === "number"));
      lines.push(line(columns.map(({ label }) => plain(label))), line(figures.map((yes) => (yes ? "--:" : "---"))));
      for (const row of rows) lines.push(line(row.map((value) => plain(String(value)))));
    }
  }
  return `${lines.join("\n")}\n`;
}
