import { strToU8, zipSync, type Zippable } from "fflate";
import type { Source, Words } from "./source.js";
import { about, gates, results, TABLES, type Table } from "./tables.js";
import { clean, guard, markup } from "./text.js";

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
/** More than a cell may hold is refused by spreadsheets as a damaged file. */
const MOST_IN_CELL = 32_000;

const letter = (column: number): string =>
  (column >= 26 ? letter(Math.floor(column / 26) - 1) : "") + String.fromCharCode(65 + (column % 26));

const written = (text: string): string =>
  markup(
    guard(clean(text))
      .slice(0, MOST_IN_CELL)
      .replace(/_(?=x[0-9a-fA-F]{4}_)/g, "_x005F_"),
  );

// Styles by number: 0 text in lines, 1 heading, 2 figure, 3 name. Text is set as text, so that what is typed over it stays text.
const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="10"/><name val="Calibri"/></font><font><b/><sz val="10"/><name val="Calibri"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE3EEF1"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="3"><border><left/><right/><top/><bottom/><diagonal/></border><border><left/><right/><top/><bottom style="thin"><color rgb="FF9FB4BA"/></bottom><diagonal/></border><border><left/><right/><top/><bottom style="hair"><color rgb="FF9FB4BA"/></bottom><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="49" borderId="2" applyNumberFormat="1" applyBorder="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="49" fontId="1" fillId="2" borderId="1" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="0" borderId="2" applyBorder="1" applyAlignment="1"><alignment horizontal="right" vertical="top" indent="1"/></xf><xf numFmtId="49" fontId="1" borderId="2" applyNumberFormat="1" applyFont="1" applyBorder="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

function cell(value: string | number, column: number, row: number, style: number): string {
  const place = `r="${letter(column)}${row}"`;
  if (typeof value === "number") return `<c ${place} s="2"><v>${value}</v></c>`;
  if (value === "") return `<c ${place} s="${style}"/>`;
  return `<c ${place} s="${style}" t="inlineStr"><is><t xml:space="preserve">${written(value)}</t></is></c>`;
}

/** A list to choose from; one that cannot be written in place is left out. */
function choices({ columns, rows }: Table): string {
  const lists = columns.flatMap(({ options }, index) => {
    const list = options?.join(",") ?? "";
    if (!options || list.length > 255 || options.some((one) => /[,"]/.test(one)) || rows.length === 0) return [];
    const range = `${letter(index)}2:${letter(index)}${rows.length + 1}`;
    return `<dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="${range}"><formula1>"${markup(list).replaceAll("&quot;", '"')}"</formula1></dataValidation>`;
  });
  return lists.length > 0 ? `<dataValidations count="${lists.length}">${lists.join("")}</dataValidations>` : "";
}

/** About as high as its text; a spreadsheet that is edited finds the height itself. */
function height(row: (string | number)[], { columns }: Table): string {
  const lines = row.map((value, index) =>
    String(value)
      .split("\n")
      .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / (columns[index]?.width ?? 10))), 0),
  );
  const most = Math.min(Math.max(...lines), 30);
  return most > 1 ? ` ht="${most * 13.5}"` : "";
}

function worksheet(table: Table, headed: boolean): string {
  const { columns } = table;
  const head = headed ? [columns.map(({ label }) => label)] : [];
  const rows = [...head, ...table.rows].map((row, index) => {
    const style = (column: number): number => (headed && index === 0 ? 1 : column === 0 ? 3 : 0);
    return `<row r="${index + 1}"${height(row, table)}>${row.map((value, column) => cell(value, column, index + 1, style(column))).join("")}</row>`;
  });
  const widths = columns.map(
    ({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  const pane = headed
    ? '<pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/><selection pane="bottomRight" activeCell="B2" sqref="B2"/>'
    : "";
  const filter = headed ? `<autoFilter ref="A1:${letter(columns.length - 1)}${rows.length}"/>` : "";
  return `${HEAD}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="13.5"/><cols>${widths.join("")}</cols><sheetData>${rows.join("")}</sheetData>${filter}${headed ? choices(table) : ""}<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/><headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P / &amp;N</oddFooter></headerFooter></worksheet>`;
}

function summary(source: Source, words: Words): Table {
  const facts = [...about(source, words), ...results(source, words)].map(({ label, value }) => [label, value]);
  const doors = gates(source, words).rows.map(([stage, title, state, missing]) => [
    `${words.t("exports.gate")} (${words.t("exports.stage")} ${stage})`,
    [`${title}: ${state}`, missing].filter(Boolean).join("\n"),
  ]);
  return {
    name: "summary",
    title: words.t("exports.summary"),
    columns: [
      { key: "name", label: "", width: 34 },
      { key: "value", label: "", width: 90 },
    ],
    rows: [...facts, ...doors],
  };
}

/** The summary says where it all comes from; the sheets beside it need not repeat it in every row. */
function plainer(table: Table): Table {
  const kept = table.columns.map(({ key }) => key !== "basis");
  return {
    ...table,
    columns: table.columns.filter((_, index) => kept[index]),
    rows: table.rows.map((row) => row.filter((_, index) => kept[index])),
  };
}

/** One workbook of everything, the same bytes each time. */
export function xlsx(source: Source, words: Words): Uint8Array<ArrayBuffer> {
  const tables = [summary(source, words), ...Object.values(TABLES).map((make) => plainer(make(source, words)))];
  const names = tables.map(({ name }) => words.t(`exports.sheet.${name}`));
  const type = (part: string, kind: string): string =>
    `<Override PartName="/${part}" ContentType="application/vnd.openxmlformats-${kind}+xml"/>`;
  const relation = (id: string, kind: string, target: string): string =>
    `<Relationship Id="${id}" Type="${kind}" Target="${target}"/>`;
  const defined = tables.flatMap(({ columns, rows }, index) => {
    if (index === 0) return [];
    const sheet = `'${markup(names[index] ?? "").replaceAll("'", "''")}'!`;
    return [
      `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${sheet}$A$1:$${letter(columns.length - 1)}$${rows.length + 1}</definedName>`,
      `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${sheet}$1:$1</definedName>`,
    ];
  });
  const stamp = (name: "created" | "modified"): string => {
    const at = source.file[name];
    return at ? `<dcterms:${name} xsi:type="dcterms:W3CDTF">${markup(at)}</dcterms:${name}>` : "";
  };
  const sheets = tables.map(
    (table, index) => [`xl/worksheets/sheet${index + 1}.xml`, worksheet(table, index > 0)] as const,
  );
  const parts: Record<string, string> = {
    "[Content_Types].xml": `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${type("xl/workbook.xml", "officedocument.spreadsheetml.sheet.main")}${sheets.map(([name]) => type(name, "officedocument.spreadsheetml.worksheet")).join("")}${type("xl/styles.xml", "officedocument.spreadsheetml.styles")}${type("docProps/core.xml", "package.core-properties")}</Types>`,
    "_rels/.rels": `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${relation("r1", `${OFFICE}/officeDocument`, "xl/workbook.xml")}${relation("r2", `${PACKAGE}/relationships/metadata/core-properties`, "docProps/core.xml")}</Relationships>`,
    "docProps/core.xml": `${HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${markup(words.t("exports.heading"))}</dc:title>${stamp("created")}${stamp("modified")}</cp:coreProperties>`,
    "xl/workbook.xml": `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${names.map((name, index) => `<sheet name="${markup(name)}" sheetId="${index + 1}" r:id="s${index + 1}"/>`).join("")}</sheets><definedNames>${defined.join("")}</definedNames></workbook>`,
    "xl/_rels/workbook.xml.rels": `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${sheets.map((_, index) => relation(`s${index + 1}`, `${OFFICE}/worksheet`, `worksheets/sheet${index + 1}.xml`)).join("")}${relation("styles", `${OFFICE}/styles`, "styles.xml")}</Relationships>`,
    "xl/styles.xml": STYLES,
    ...Object.fromEntries(sheets),
  };
  const files: Zippable = Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]));
  // The archive's clock knows no zone: a local date of its first year reads the same everywhere.
  return new Uint8Array(zipSync(files, { mtime: new Date(1980, 0, 1) }));
}
