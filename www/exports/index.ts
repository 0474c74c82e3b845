import { csv } from "./csv.js";
import { html } from "./html.js";
import { markdown } from "./markdown.js";
import { oscalCatalog, oscalResults } from "./oscal.js";
import { stem, type Made, type Source, type Words } from "./source.js";
import { TABLES, type TableName } from "./tables.js";
import { xlsx } from "./xlsx.js";

export { firstVersion, type Format } from "./first_version.js";
export type { Made } from "./source.js";
export { anonymised, basis, gather, type Source, type Words } from "./source.js";

export type Name =
  | "assessment"
  | "result"
  | "workbook"
  | "report-html"
  | "report-markdown"
  | "oscal-catalog"
  | "oscal-results"
  | TableName;

/** How each export ends its file's name, what it is, and how it is made; null where it cannot be made. */
const MAKE: Record<
  Name,
  [ending: string, type: string, make: (source: Source, words: Words, language: string) => Made["content"] | null]
> = {
  assessment: [".iso27001.json", "application/json", ({ text }) => text],
  result: [
    "-result.json",
    "application/json",
    ({ result }) => (result === null ? null : typeof result === "string" ? result : JSON.stringify(result)),
  ],
  workbook: [".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", xlsx],
  statement: ["-statement.csv", "text/csv", (source, words) => csv(TABLES.statement(source, words))],
  gaps: ["-gaps.csv", "text/csv", (source, words) => csv(TABLES.gaps(source, words))],
  plan: ["-plan.csv", "text/csv", (source, words) => csv(TABLES.plan(source, words))],
  documents: ["-documents.csv", "text/csv", (source, words) => csv(TABLES.documents(source, words))],
  "report-html": ["-report.html", "text/html", html],
  "report-markdown": ["-report.md", "text/markdown", markdown],
  "oscal-catalog": ["-oscal-catalog.json", "application/json", oscalCatalog],
  "oscal-results": ["-oscal-results.json", "application/json", oscalResults],
};
export const NAMES = Object.keys(MAKE) as Name[];

/** Makes one export; `day` stands in its file's name alone. Null where the core lacks what it needs. */
export function make(name: Name, source: Source, words: Words, day: string, language = "en"): Made | null {
  const [ending, type, write] = MAKE[name];
  const content = write(source, words, language);
  return content === null
    ? null
    : { name: `${stem(source, day, words.t("exports.anonymous"))}${ending}`, type, content };
}
