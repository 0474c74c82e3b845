// Tables within text: of HTML, as browsers and spreadsheets copy them, and of Markdown. Read as text; nothing of it is made.
import { type Budget, MOST_COLUMNS, type Sheet } from "./limits.js";

const NAMED = new Map(
  Object.entries({ amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " ", ndash: "–", mdash: "—", hellip: "…" })
    .concat(Object.entries({ auml: "ä", ouml: "ö", uuml: "ü", Auml: "Ä", Ouml: "Ö", Uuml: "Ü", szlig: "ß" }))
    .concat(Object.entries({ eacute: "é", egrave: "è", ecirc: "ê", agrave: "à", ccedil: "ç", ocirc: "ô", Eacute: "É" }))
    .concat(
      Object.entries({ aacute: "á", iacute: "í", oacute: "ó", uacute: "ú", ntilde: "ñ", middot: "·", bull: "•" }),
    ),
);

const plain = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{1,8}));?/gi, (whole, decimal, hex, name) => {
    const code = decimal ? Number(decimal) : hex ? parseInt(hex, 16) : undefined;
    if (code !== undefined) return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "";
    return NAMED.get(name) ?? whole;
  });

const spanOf = (tag: string, name: string): number =>
  Math.min(Number(new RegExp(`\\b${name}\\s*=\\s*["']?(\\d{1,4})`, "i").exec(tag)?.[1] ?? 1) || 1, MOST_COLUMNS);

/** The tables of HTML; one within another belongs to the cell around it. */
function fromHtml(text: string, name: string, budget: Budget): Sheet[] {
  const sheets: Sheet[] = [];
  let [row, column, depth] = [-1, 0, 0];
  let cell: string[] | null = null;
  let [across, down] = [1, 1];
  // Places that a cell above reaches down into, with what it says.
  let reaching = new Map<number, { left: number; text: string }>();
  const finish = (): void => {
    const sheet = sheets.at(-1);
    if (!cell || !sheet) return;
    const said = cell
      .join("")
      .replace(/[^\S\n]+/g, " ")
      .replace(/ ?\n ?/g, "\n")
      .trim();
    budget.put(sheet, row, column, said);
    if (down > 1) reaching.set(column, { left: down - 1, text: said });
    column += across;
    cell = null;
  };
  let at = 0;
  while (at < text.length) {
    const open = text.indexOf("<", at);
    const end = open < 0 ? text.length : open;
    if (cell) cell.push(plain(text.slice(at, end).replace(/\s+/g, " ")));
    if (open < 0) break;
    if (text.startsWith("<!--", open)) {
      const close = text.indexOf("-->", open);
      if (close < 0) break;
      at = close + 3;
      continue;
    }
    const close = text.indexOf(">", open);
    if (close < 0) break;
    const tag = text.slice(open, Math.min(close, open + 2000));
    const element = /^<\/?([a-z][a-z0-9]*)/i.exec(tag)?.[1]?.toLowerCase() ?? "";
    const closing = tag[1] === "/";
    at = close + 1;
    if ((element === "script" || element === "style") && !closing) {
      const over = text.indexOf(`</${element}`, at);
      if (over < 0) break;
      at = over;
    } else if (element === "table") {
      depth += closing ? -1 : 1;
      if (!closing && depth === 1) {
        sheets.push({ name: sheets.length === 0 ? name : `${name} ${sheets.length + 1}`, rows: [], hidden: false });
        [row, reaching] = [-1, new Map()];
      } else if (closing && depth === 0) finish();
      depth = Math.max(depth, 0);
    } else if (depth !== 1) {
      if (cell && element === "br") cell.push("\n");
    } else if (element === "tr") {
      finish();
      if (!closing) [row, column] = [row + 1, 0];
    } else if ((element === "td" || element === "th") && !closing) {
      finish();
      if (row < 0) row = 0;
      const sheet = sheets.at(-1) as Sheet;
      for (let above = reaching.get(column); above && above.left > 0; above = reaching.get(column)) {
        above.left -= 1;
        budget.put(sheet, row, column, above.text);
        column += 1;
      }
      [across, down, cell] = [spanOf(tag, "colspan"), spanOf(tag, "rowspan"), []];
    } else if (element === "td" || element === "th") finish();
    else if (cell && /^(br|p|div|li)$/.test(element) && !(closing && element === "br")) cell.push("\n");
  }
  finish();
  return sheets;
}

const RULE = /^ {0,3}\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/;

/** The cells of a line of Markdown; `\|` is a sign of the text. */
function cellsOf(line: string): string[] {
  const bare = line
    .trim()
    .replace(/^\|/, "")
    .replace(/(^|[^\\])\|$/, "$1");
  return bare.split(/(?<!\\)\|/).map((cell) =>
    cell
      .trim()
      .replaceAll("\\|", "|")
      .replace(/<br\s*\/?>/gi, "\n")
      .replace(/^(\*\*|__)(.*)\1$/, "$2"),
  );
}

function fromMarkdown(text: string, name: string, budget: Budget): Sheet[] {
  const sheets: Sheet[] = [];
  const lines = text.split(/\r\n?|\n/);
  for (let at = 1; at < lines.length; at += 1) {
    const rule = lines[at] as string;
    if (rule.length > 5000 || !rule.includes("|") || !RULE.test(rule) || !lines[at - 1]?.includes("|")) continue;
    const sheet: Sheet = { name: sheets.length === 0 ? name : `${name} ${sheets.length + 1}`, rows: [], hidden: false };
    const put = (row: number, line: string): void =>
      cellsOf(line).forEach((cell, column) => void budget.put(sheet, row, column, cell));
    put(0, lines[at - 1] as string);
    let row = 1;
    for (at += 1; at < lines.length && lines[at]?.includes("|"); at += 1) {
      put(row, lines[at] as string);
      row += 1;
    }
    sheets.push(sheet);
  }
  return sheets;
}

/** The tables that a text holds as markup; none for a text of records. */
export function readPasted(text: string, name: string, budget: Budget): Sheet[] {
  if (/<table[\s>]/i.test(text)) return fromHtml(text, name, budget);
  return text.includes("|") && /(?:^|\n) {0,3}\|?\s*:?-{2,}/.test(text) ? fromMarkdown(text, name, budget) : [];
}
