// Workbooks of Office Open XML, transitional and strict: what their cells show, with nothing computed and no link followed.
import { type Budget, MOST_COLUMNS, MOST_ROWS, MOST_SHEETS, type Sheet, SheetError } from "./limits.js";
import { readMarkup } from "./markup.js";
import { numberText, type Shown, shownBy } from "./number_format.js";
import type { Archive } from "./zip.js";

interface Workbook {
  shared: string[];
  shown: Shown[];
  since1904: boolean;
}
type Relations = Map<string, { target: string; type: string }>;

const PLAIN: Shown = { as: "plain" };

/** Signs that XML cannot hold are written `_x0007_`, and an underscore that would look like one likewise. */
const unescaped = (text: string): string =>
  text.includes("_x")
    ? text.replace(/_x([0-9a-fA-F]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    : text;

/** "AB12" → column 27 and row 11, counted from 0. */
function placeOf(reference: string): { column: number; row: number } | null {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/i.exec(reference) ?? [];
  if (letters === undefined) return null;
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return { column: column - 1, row: Number(digits) - 1 };
}

async function part(archive: Archive, name: string): Promise<string> {
  const bytes = await archive.read(name);
  const [one, two] = bytes ?? [];
  const label = one === 0xff && two === 0xfe ? "utf-16le" : one === 0xfe && two === 0xff ? "utf-16be" : "utf-8";
  return bytes ? new TextDecoder(label).decode(bytes) : "";
}

/** Part names of links inside the archive, by their id. */
async function relations(archive: Archive, of: string): Promise<Relations> {
  const folder = of.slice(0, of.lastIndexOf("/") + 1);
  const found: Relations = new Map();
  readMarkup(await part(archive, `${folder}_rels/${of.slice(folder.length)}.rels`), {
    open: (name, attributes) => {
      if (name !== "Relationship" || attributes.get("TargetMode") === "External") return;
      const target = attributes.get("Target") ?? "";
      const steps: string[] = [];
      for (const step of (target.startsWith("/") ? target : folder + target).split("/")) {
        if (step === "..") steps.pop();
        else if (step !== "" && step !== ".") steps.push(step);
      }
      const type = (attributes.get("Type") ?? "").split("/").at(-1) ?? "";
      found.set(attributes.get("Id") ?? "", { target: steps.join("/"), type });
    },
  });
  return found;
}

/** Gathers the text of `t` elements, runs joined; phonetic hints are no part of it. */
class Runs {
  text = "";
  #hints = 0;
  #inside = false;
  open(name: string): void {
    if (name === "rPh") this.#hints += 1;
    else if (name === "t" || name === "v") this.#inside = this.#hints === 0;
  }
  add(more: string): void {
    if (this.#inside) this.text += more;
  }
  close(name: string): void {
    if (name === "rPh") this.#hints -= 1;
    else if (name === "t" || name === "v") this.#inside = false;
  }
}

function sharedStrings(markup: string): string[] {
  const strings: string[] = [];
  let runs = new Runs();
  readMarkup(markup, {
    open: (name) => {
      if (name === "si") runs = new Runs();
      else runs.open(name);
    },
    text: (more) => runs.add(more),
    close: (name) => {
      runs.close(name);
      if (name === "si") strings.push(unescaped(runs.text));
    },
  });
  return strings;
}

/** How each style of cells shows a number. */
function formats(markup: string): Shown[] {
  const codes = new Map<number, string>();
  const shown: Shown[] = [];
  let inside = false;
  readMarkup(markup, {
    open: (name, attributes) => {
      const id = Number(attributes.get("numFmtId"));
      if (name === "numFmt") codes.set(id, attributes.get("formatCode") ?? "");
      else if (name === "cellXfs") inside = true;
      else if (name === "xf" && inside) shown.push(shownBy(id, codes.get(id)));
    },
    close: (name) => {
      if (name === "cellXfs") inside = false;
    },
  });
  return shown;
}

function cellText(kind: string, text: string, style: number, book: Workbook): string {
  switch (kind) {
    case "s":
      return book.shared[Number(text)] ?? "";
    case "b":
      return text === "1" || text === "true" ? "TRUE" : "FALSE";
    case "n":
      return numberText(text, book.shown[style] ?? PLAIN, book.since1904);
    case "d":
      return text.replace(/T00:00(:00(\.0+)?)?Z?$/, "").replace("T", " ");
    default:
      return unescaped(text);
  }
}

/** Puts what a merged range shows into each of its rows: one answer for several requirements is one for each. */
function spread(sheet: Sheet, range: string, budget: Budget): boolean {
  const [from, to] = range.split(":").map((end) => placeOf(end)) as [
    ReturnType<typeof placeOf>,
    ReturnType<typeof placeOf>,
  ];
  if (!from || !to || to.row <= from.row) return false;
  const text = sheet.rows[from.row]?.[from.column] ?? "";
  if (text === "") return false;
  for (let row = from.row + 1; row <= Math.min(to.row, sheet.rows.length - 1); row += 1)
    if ((sheet.rows[row]?.[from.column] ?? "") === "") budget.put(sheet, row, from.column, text);
  return true;
}

function readSheet(sheet: Sheet, markup: string, book: Workbook, budget: Budget): void {
  let [row, column, kind, style] = [-1, -1, "n", 0];
  let [formula, hiddenRows, hiddenColumns, merged, firstHidden] = [false, 0, false, 0, 0];
  let runs = new Runs();
  readMarkup(markup, {
    open: (name, attributes) => {
      runs.open(name);
      if (name === "row") {
        row = attributes.has("r") ? Number(attributes.get("r")) - 1 : row + 1;
        if (!Number.isInteger(row) || row < 0) throw new SheetError("damaged", sheet.name);
        column = -1;
        if (/^(1|true)$/.test(attributes.get("hidden") ?? "") && row < MOST_ROWS) {
          hiddenRows += 1;
          firstHidden ||= row + 1;
        }
      } else if (name === "c") {
        const place = placeOf(attributes.get("r") ?? "");
        column = place ? place.column : column + 1;
        if (place) row = place.row;
        kind = attributes.get("t") ?? "n";
        style = Number(attributes.get("s") ?? 0);
        formula = false;
        runs = new Runs();
      } else if (name === "f") formula = true;
      else if (name === "col" && /^(1|true)$/.test(attributes.get("hidden") ?? ""))
        hiddenColumns ||= Number(attributes.get("min")) <= MOST_COLUMNS;
      else if (name === "mergeCell" && spread(sheet, attributes.get("ref") ?? "", budget)) merged += 1;
    },
    text: (more) => runs.add(more),
    close: (name) => {
      runs.close(name);
      if (name !== "c") return;
      if (formula && runs.text === "" && kind !== "str") budget.notice("formula", sheet.name, row + 1);
      budget.put(sheet, row, column, cellText(kind, runs.text, style, book));
    },
  });
  if (hiddenRows > 0) budget.notice("hidden-rows", sheet.name, firstHidden, String(hiddenRows));
  if (hiddenColumns) budget.notice("hidden-columns", sheet.name);
  if (merged > 0) budget.notice("merged", sheet.name, 0, String(merged));
}

/** The sheets of a workbook, in its order. */
export async function readXlsx(archive: Archive, budget: Budget): Promise<Sheet[]> {
  const root = await relations(archive, "");
  const path = [...root.values()].find(({ type }) => type === "officeDocument")?.target ?? "xl/workbook.xml";
  const links = await relations(archive, path);
  const linked = (type: string): string => [...links.values()].find((one) => one.type === type)?.target ?? "";
  const listed: { name: string; target: string; hidden: boolean }[] = [];
  let since1904 = false;
  readMarkup(await part(archive, path), {
    open: (element, attributes) => {
      if (element === "workbookPr") since1904 = /^(1|true)$/.test(attributes.get("date1904") ?? "");
      if (element !== "sheet") return;
      const name = attributes.get("name") ?? "";
      // The relation's attribute has a prefix that the writer chose.
      const to = links.get([...attributes].find(([key]) => key.endsWith(":id"))?.[1] ?? "");
      const hidden = (attributes.get("state") ?? "visible") !== "visible";
      if (to?.type === "worksheet") listed.push({ name, target: to.target, hidden });
      else budget.notice("no-table", name);
    },
  });
  if (listed.length === 0) throw new SheetError("no-sheets");
  if (listed.length > MOST_SHEETS) throw new SheetError("too-large");
  const book = {
    shared: sharedStrings(await part(archive, linked("sharedStrings"))),
    shown: formats(await part(archive, linked("styles"))),
    since1904,
  };
  const sheets: Sheet[] = [];
  for (const { name, target, hidden } of listed) {
    const sheet: Sheet = { name, rows: [], hidden };
    if (hidden) budget.notice("hidden-sheet", name);
    const markup = await part(archive, target);
    if (markup === "") throw new SheetError("damaged", name);
    readSheet(sheet, markup, book, budget);
    const beside = await relations(archive, target);
    if ([...beside.values()].some(({ type }) => /^(comments|threadedComment)$/.test(type)))
      budget.notice("comments", name);
    sheets.push(sheet);
  }
  return sheets;
}
