import { MOST_COLUMNS, MOST_ROWS } from "./csv.js";
import { MarkupFault, readMarkup } from "../sheets/markup.js";
import { openArchive, type Archive } from "./zip.js";

/** A sheet as rows of text. Only rows that hold something are there, each with its number. */
export interface Sheet {
  name: string;
  rows: { number: number; cells: Map<number, string> }[];
  /** Cells that hold a formula: never computed, never taken. */
  formulas: { row: number; column: number }[];
}

/** "AB12" → 27; columns count from 0. */
const columnOf = (place: string): number =>
  [.../^[A-Z]{0,3}/i.exec(place)![0].toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) -
  1;

/** Signs that XML cannot hold are written `_x0007_`, and an underscore that would look like one likewise. */
export const unescaped = (text: string): string =>
  text.replace(/_x([0-9a-fA-F]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));

async function part(archive: Archive, name: string): Promise<string | null> {
  const bytes = await archive(name);
  if (!bytes) return null;
  const start =
    bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8";
  return new TextDecoder(start).decode(bytes);
}

/** Strings that stand once for all sheets. Phonetic hints in them are no part of the text. */
function sharedStrings(markup: string): string[] {
  const strings: string[] = [];
  let text = "";
  let inside = false;
  let hint = 0;
  readMarkup(markup, {
    open: (name) => {
      if (name === "si") text = "";
      else if (name === "rPh") hint += 1;
      else if (name === "t") inside = hint === 0;
    },
    text: (more) => {
      if (inside) text += more;
    },
    close: (name) => {
      if (name === "si") strings.push(unescaped(text));
      else if (name === "rPh") hint -= 1;
      else if (name === "t") inside = false;
    },
  });
  return strings;
}

function readSheet(name: string, markup: string, shared: string[]): Sheet {
  const sheet: Sheet = { name, rows: [], formulas: [] };
  let number = 0;
  let column = -1;
  let cells = new Map<number, string>();
  let kind = "n";
  let text = "";
  let inside = false;
  let hint = 0;
  let formula = false;
  readMarkup(markup, {
    open: (element, attributes) => {
      if (element === "row") {
        number = Number(attributes.get("r") ?? number + 1);
        cells = new Map();
        column = -1;
      } else if (element === "c") {
        const place = attributes.get("r");
        column = place ? columnOf(place) : column + 1;
        kind = attributes.get("t") ?? "n";
        text = "";
        formula = false;
      } else if (element === "f") formula = true;
      else if (element === "rPh") hint += 1;
      else if (element === "v" || element === "t") inside = hint === 0;
    },
    text: (more) => {
      if (inside) text += more;
    },
    close: (element) => {
      if (element === "v" || element === "t") inside = false;
      else if (element === "rPh") hint -= 1;
      else if (element === "c" && column >= 0 && column < MOST_COLUMNS) {
        if (formula) sheet.formulas.push({ row: number, column });
        else if (kind === "s") cells.set(column, shared[Number(text)] ?? "");
        else if (kind === "b") cells.set(column, text === "1" ? "true" : "false");
        else if (kind !== "e") cells.set(column, unescaped(text));
      } else if (element === "row" && cells.size > 0) {
        if (sheet.rows.length === MOST_ROWS) throw new MarkupFault("rows");
        sheet.rows.push({ number, cells });
      }
    },
  });
  return sheet;
}

/** The sheets of a workbook, in its order. Formulas are not looked at, links are not followed. */
export async function readWorkbook(bytes: Uint8Array<ArrayBuffer>): Promise<Sheet[]> {
  const archive = openArchive(bytes);
  const relations = (markup: string | null): Map<string, { target: string; type: string }> => {
    const found = new Map<string, { target: string; type: string }>();
    readMarkup(markup ?? "", {
      open: (name, attributes) => {
        if (name !== "Relationship" || attributes.get("TargetMode") === "External") return;
        found.set(attributes.get("Id") ?? "", {
          target: attributes.get("Target") ?? "",
          type: (attributes.get("Type") ?? "").split("/").at(-1) ?? "",
        });
      },
    });
    return found;
  };
  const main = [...relations(await part(archive, "_rels/.rels")).values()].find(
    ({ type }) => type === "officeDocument",
  );
  const book = (main?.target ?? "xl/workbook.xml").replace(/^\//, "");
  const folder = book.slice(0, book.lastIndexOf("/") + 1);
  const inside = relations(await part(archive, `${folder}_rels/${book.slice(folder.length)}.rels`));
  const path = (target: string): string => (target.startsWith("/") ? target.slice(1) : folder + target);
  const strings = [...inside.values()].find(({ type }) => type === "sharedStrings");
  const shared = strings ? sharedStrings((await part(archive, path(strings.target))) ?? "") : [];
  const named: { name: string; target: string }[] = [];
  const listed = await part(archive, book);
  if (listed === null) throw new MarkupFault("workbook");
  readMarkup(listed, {
    open: (element, attributes) => {
      if (element !== "sheet") return;
      // The relation's attribute has a prefix that the writer chose.
      const id = [...attributes].find(([key]) => key.endsWith(":id"))?.[1] ?? "";
      const to = inside.get(id);
      if (to?.type === "worksheet") named.push({ name: attributes.get("name") ?? "", target: path(to.target) });
    },
  });
  const sheets: Sheet[] = [];
  for (const { name, target } of named.slice(0, 50)) {
    const markup = await part(archive, target);
    if (markup !== null) sheets.push(readSheet(name, markup, shared));
  }
  return sheets;
}
