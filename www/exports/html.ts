import { report } from "./report.js";
import type { Source, Words } from "./source.js";
import type { Column } from "./tables.js";
import { address, markup, seen } from "./text.js";

const STYLE =
  ":root{color-scheme:light dark}body{font:15px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:70rem;padding:0 1rem}h1{font-size:1.7rem}h2{font-size:1.2rem;margin:2.2rem 0 .6rem}table{border-collapse:collapse;width:100%}th,td{border-bottom:1px solid #8886;padding:.3rem .7rem .3rem 0;text-align:start;vertical-align:top;overflow-wrap:anywhere}thead th{border-bottom:2px solid #888}tbody th{font-weight:600}.n{text-align:end;font-variant-numeric:tabular-nums}.facts th{width:16rem}.scroll{overflow-x:auto}@media print{body{font-size:9pt;margin:0;max-width:none;padding:0}.scroll{overflow:visible}h2{break-after:avoid}tr{break-inside:avoid}thead{display:table-header-group}a{color:inherit}@page{margin:14mm}}";

const lines = (text: string): string => markup(seen(text)).replaceAll("\n", "<br>");
const typed = (text: string): string => (text === "" ? "" : `<bdi>${lines(text)}</bdi>`);

/** A line that is an address, or ends in one in angle brackets, leads there. */
function linked(text: string): string {
  const one = (line: string): string => {
    const [, label = "", inside] = /^(.*?)\s*<([^<>\s]+)>$/.exec(line) ?? [];
    const to = address(inside ?? line);
    if (to === null) return typed(line);
    const anchor = `<a href="${markup(to)}" rel="noopener noreferrer">${typed(inside ?? line)}</a>`;
    return label ? `${typed(label)} ${anchor}` : anchor;
  };
  return text.split("\n").map(one).join("<br>");
}

function cell(value: string | number, column: Column | undefined, index: number): string {
  if (typeof value === "number") return `<td class="n">${value}</td>`;
  const content = column?.links ? linked(value) : column?.typed ? typed(value) : lines(value);
  return index === 0 ? `<th scope="row">${content}</th>` : `<td>${content}</td>`;
}

/** One file without a script, and without anything that comes from elsewhere: its own policy forbids both. */
export function html(source: Source, words: Words, language = "en"): string {
  const title = lines(words.t("exports.heading"));
  const body = report(source, words).map((block) => {
    if (block.kind === "heading") return `<h2>${lines(block.text)}</h2>`;
    if (block.kind === "text") return `<p>${lines(block.text)}</p>`;
    if (block.kind === "facts") {
      const rows = block.rows.map((row) => `<tr><th scope="row">${lines(row.label)}</th><td>${row.typed ? typed(row.value) : lines(row.value)}</td></tr>`);
      return `<table class="facts"><tbody>\n${rows.join("\n")}\n</tbody></table>`;
    }
    const { columns, rows, title: caption } = block.table;
    const figures = columns.map((_, index) => rows.every((row) => row[index] === "" || typeof row[index] === "number"));
    const head = columns.map(({ label }, index) => `<th scope="col"${figures[index] ? ' class="n"' : ""}>${lines(label)}</th>`).join("");
    const content = rows.map((row) => `<tr>${row.map((value, index) => cell(value, columns[index], index)).join("")}</tr>`);
    return `<div class="scroll"><table aria-label="${lines(caption)}"><thead><tr>${head}</tr></thead><tbody>\n${content.join("\n")}\n</tbody></table></div>`;
  });
  return `<!doctype html>
<html lang="${markup(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${title}</h1>
${body.join("\n")}
</body>
</html>
`;
}
