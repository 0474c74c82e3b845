import { report } from "./report.js";
import type { Source, Words } from "./source.js";
import type { Column, Fact, Table, Tone } from "./tables.js";
import { address, linkIn, markup, seen } from "./text.js";

/** Colours as on the page. */
const STYLE = `
:root{color-scheme:light dark;--accent:light-dark(#0b5f73,#6cc8dd);--maybe:light-dark(#a3cdd7,#2d6472);--lost:light-dark(#dde3e8,#2b343e);--line:light-dark(#d5dbe1,#313b46);--quiet:light-dark(#51606e,#a6b2bd);--good:light-dark(#17693f,#6ccb98);--bad:light-dark(#ab241c,#ff958c);--warn:light-dark(#7d5200,#e9bb60)}
body{font:15px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:72rem;padding:0 1rem;color:light-dark(#17202a,#e7ebef);background:light-dark(#fff,#11151a);overflow-wrap:anywhere}
h1{font-size:1.7rem;line-height:1.2;margin:0 0 .3rem}h2{font-size:1.25rem;margin:2.4rem 0 .6rem}
.who{font-size:1.1rem;color:var(--quiet);margin:0 0 1.2rem}a{color:var(--accent)}
nav{margin:1.4rem 0;padding:.7rem 0;border-block:1px solid var(--line)}nav a{display:inline-block;min-height:24px;margin-inline-end:1.2rem}
table{border-collapse:collapse;width:100%}th,td{border-bottom:1px solid var(--line);padding:.35rem 1rem .35rem 0;text-align:start;vertical-align:top;overflow-wrap:break-word}
thead th{border-bottom:2px solid var(--quiet);vertical-align:bottom}tbody th{font-weight:600}
.n{text-align:end;font-variant-numeric:tabular-nums}.w{white-space:nowrap}.t{overflow-wrap:anywhere;min-width:6rem}.l{width:30%}
.good,.bad,.warn{font-weight:600}.good{color:var(--good)}.bad{color:var(--bad)}.warn{color:var(--warn)}
.facts{margin-bottom:1.4rem}.facts th{width:17rem}.facts td{overflow-wrap:anywhere}.first .facts:first-of-type tr:first-child td{font-size:1.6rem;font-weight:700;line-height:1.2}
.bar{display:block;max-width:26rem;height:.5rem;margin-top:.3rem;border-radius:.25rem;background:linear-gradient(90deg,var(--accent) var(--low),var(--maybe) var(--low) var(--high),var(--lost) var(--high));print-color-adjust:exact;-webkit-print-color-adjust:exact}
.scroll{overflow-x:auto}
@media screen and (max-width:48rem){.facts th{width:9rem}.scroll table{min-width:44rem}}
@media print{:root{color-scheme:light}body{font-size:9pt;margin:0;max-width:none;padding:0}nav{display:none}.scroll{overflow:visible}.scroll table{font-size:8pt}th,td{padding-inline-end:.6rem}h2{break-after:avoid}tr{break-inside:avoid}thead{display:table-header-group}a{color:inherit}}
@page{margin:14mm}
`;

const lines = (text: string): string => markup(seen(text)).replaceAll("\n", "<br>");
const typed = (text: string): string => (text === "" ? "" : `<bdi>${lines(text)}</bdi>`);

/** A line that is an address, or ends in one in angle brackets, leads there. */
function linked(text: string): string {
  const one = (line: string): string => {
    const [label, inside] = linkIn(line) ?? ["", undefined];
    const to = address(inside ?? line);
    if (to === null) return typed(line);
    const anchor = `<a href="${markup(to)}" rel="noopener noreferrer">${typed(inside ?? line)}</a>`;
    return label ? `${typed(label)} ${anchor}` : anchor;
  };
  return text.split("\n").map(one).join("<br>");
}

const looks = (names: (string | false | null | undefined)[]): string => {
  const used = names.filter(Boolean).join(" ");
  return used === "" ? "" : ` class="${used}"`;
};

function cell(value: string | number, column: Column | undefined, index: number, tone: Tone | null): string {
  if (typeof value === "number") return `<td class="n">${value}</td>`;
  const content = column?.links ? linked(value) : column?.typed ? typed(value) : lines(value);
  const look = looks([column?.whole && "w", column?.long && "l", column?.typed && !column.whole && "t", tone]);
  return index === 0 ? `<th scope="row"${look}>${content}</th>` : `<td${look}>${content}</td>`;
}

function table({ columns, rows, title, tone }: Table): string {
  const figures = columns.map((_, index) => rows.every((row) => row[index] === "" || typeof row[index] === "number"));
  const head = columns
    .map(({ label }, index) => `<th scope="col"${looks([figures[index] && "n"])}>${lines(label)}</th>`)
    .join("");
  const toned = (column: Column | undefined, row: number): Tone | null =>
    column && column.key === tone?.column ? (tone.of[row] ?? null) : null;
  const content = rows.map(
    (row, at) =>
      `<tr>${row.map((value, index) => cell(value, columns[index], index, toned(columns[index], at))).join("")}</tr>`,
  );
  return `<div class="scroll" role="region" tabindex="0" aria-label="${lines(title)}"><table aria-label="${lines(title)}"><thead><tr>${head}</tr></thead><tbody>\n${content.join("\n")}\n</tbody></table></div>`;
}

/** From nought to a hundred: what is certain, what is possible. The figures stand beside it. */
function bar({ low, high }: NonNullable<Fact["score"]>): string {
  if (low === null || high === null) return "";
  return `<span class="bar" style="--low:${low / 100}%;--high:${high / 100}%"></span>`;
}

const facts = (rows: Fact[]): string => {
  const drawn = rows.map(
    ({ label, value, typed: own, score, tone }) =>
      `<tr><th scope="row">${lines(label)}</th><td${looks([tone, own && "t"])}>${own ? typed(value) : lines(value)}${score ? bar(score) : ""}</td></tr>`,
  );
  return `<table class="facts"><tbody>\n${drawn.join("\n")}\n</tbody></table>`;
};

/** One file without a script, and without anything that comes from elsewhere: its own policy forbids both. */
export function html(source: Source, words: Words, language = "en"): string {
  const title = lines(words.t("exports.heading"));
  const organisation = source.file.organisation?.name ?? "";
  const blocks = report(source, words);
  const contents = blocks.flatMap((block) =>
    block.kind === "heading" ? [`<a href="#${block.name}">${lines(block.text)}</a>`] : [],
  );
  const drawn = blocks.map((block) => {
    if (block.kind === "heading") return `<h2 id="${block.name}">${lines(block.text)}</h2>`;
    if (block.kind === "text") return `<p>${lines(block.text)}</p>`;
    return block.kind === "facts" ? facts(block.rows) : table(block.table);
  });
  const first = blocks.findIndex(({ kind }) => kind === "heading");
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
<header class="first">
<h1>${title}</h1>
${organisation === "" ? "" : `<p class="who">${typed(organisation)}</p>\n`}${drawn.slice(0, first).join("\n")}
<nav aria-label="${lines(words.t("exports.contents"))}">${contents.join("\n")}</nav>
</header>
<main>
${drawn.slice(first).join("\n")}
</main>
</body>
</html>
`;
}
