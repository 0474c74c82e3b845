// Sheets of OpenDocument: repeated cells and rows are written out as far as they hold something.
import { type Budget, MOST_COLUMNS, MOST_ROWS, type Sheet, SheetError } from "./limits.js";
import { readMarkup } from "./markup.js";
import type { Archive } from "./zip.js";

const repeats = (attributes: Map<string, string>, key: string): number => {
  const count = Number([...attributes].find(([name]) => name.endsWith(`:${key}`))?.[1] ?? 1);
  return Number.isInteger(count) && count > 0 ? count : 1;
};

/** What a typed cell means, where its text is as somebody's locale writes it. */
function typed(attributes: Map<string, string>): string | null {
  const value = (key: string): string => attributes.get(`office:${key}`) ?? "";
  if (value("value-type") === "date")
    return value("date-value")
      .replace(/T00:00:00$/, "")
      .replace("T", " ");
  if (value("value-type") === "boolean") return value("boolean-value").toUpperCase();
  return null;
}

export async function readOds(archive: Archive, budget: Budget): Promise<Sheet[]> {
  const [manifest, content] = await Promise.all(
    ["META-INF/manifest.xml", "content.xml"].map((name) => archive.read(name)),
  );
  const text = (bytes: Uint8Array | null | undefined): string => new TextDecoder().decode(bytes ?? new Uint8Array());
  if (/encryption-data/.test(text(manifest))) throw new SheetError("encrypted");
  const sheets: Sheet[] = [];
  const hiddenStyles = new Set<string>();
  let [row, column, cellTimes, rowTimes] = [0, 0, 1, 1];
  let cell: string[] | null = null;
  let meaning: string | null = null;
  let [style, asides, deep] = ["", 0, 0];
  let line: { column: number; text: string }[] = [];
  readMarkup(text(content), {
    open: (name, attributes) => {
      if (name === "style") style = attributes.get("style:name") ?? "";
      else if (name === "table-properties" && attributes.get("table:display") === "false") hiddenStyles.add(style);
      else if (name === "table") {
        deep += 1;
        if (deep > 1) return;
        const hidden = hiddenStyles.has(attributes.get("table:style-name") ?? "");
        sheets.push({ name: attributes.get("table:name") ?? "", rows: [], hidden });
        if (hidden) budget.notice("hidden-sheet", sheets.at(-1)?.name ?? "");
        row = 0;
      } else if (name === "table-row") {
        rowTimes = repeats(attributes, "number-rows-repeated");
        [column, line] = [0, []];
      } else if (name === "table-cell" || name === "covered-table-cell") {
        cellTimes = repeats(attributes, "number-columns-repeated");
        cell = [];
        meaning = typed(attributes);
      } else if (name === "annotation") asides += 1;
      else if (cell && asides === 0) {
        if (name === "p") cell.push("");
        else if (name === "s") cell.push(`${cell.pop() ?? ""}${" ".repeat(Math.min(repeats(attributes, "c"), 100))}`);
        else if (name === "tab" || name === "line-break")
          cell.push(`${cell.pop() ?? ""}${name === "tab" ? "\t" : "\n"}`);
      }
    },
    text: (more) => {
      if (cell && asides === 0 && cell.length > 0) cell[cell.length - 1] += more;
    },
    close: (name) => {
      const sheet = sheets.at(-1);
      if (name === "table") deep -= 1;
      else if (name === "annotation") asides -= 1;
      else if ((name === "table-cell" || name === "covered-table-cell") && cell) {
        const said = meaning ?? cell.join("\n");
        if (said !== "") {
          for (let times = 0; times < cellTimes && column + times <= MOST_COLUMNS; times += 1)
            line.push({ column: column + times, text: said });
        }
        column += cellTimes;
        cell = null;
      } else if (name === "table-row" && sheet) {
        if (line.length > 0) {
          for (let times = 0; times < rowTimes; times += 1) {
            if (row + times >= MOST_ROWS) throw new SheetError("too-large", sheet.name);
            for (const one of line) budget.put(sheet, row + times, one.column, one.text);
          }
        }
        row += rowTimes;
      }
    },
  });
  if (sheets.length === 0) throw new SheetError("no-sheets");
  return sheets;
}
