import type { StatementRow } from "../app/model/wasm.js";
import type { Source, Words } from "./source.js";
import {
  about,
  answered,
  evidence,
  gates,
  level,
  REASONS,
  reference,
  results,
  TABLES,
  type Fact,
  type Table,
} from "./tables.js";

export type Block =
  | { kind: "heading"; text: string; name: string }
  | { kind: "text"; text: string }
  | { kind: "facts"; rows: Fact[] }
  | { kind: "table"; table: Table };

const only = (table: Table, keys: string[]): Table => {
  const places = keys.map((key) => table.columns.findIndex((column) => column.key === key));
  return {
    ...table,
    columns: places.flatMap((place) => table.columns[place] ?? []),
    rows: table.rows.map((row) => places.map((place) => row[place] ?? "")),
  };
};

function sections({ report }: Source, { t, range }: Words): Table {
  return {
    name: "sections",
    title: t("report.sections"),
    columns: [
      { key: "section", label: t("result.section"), width: 0 },
      { key: "score", label: t("explain.score"), width: 0, whole: true },
      { key: "answered", label: t("result.answered"), width: 0 },
    ],
    rows: report.sections.map((one) => [`${one.id} ${one.title}`, range(one), answered(one, t)]),
  };
}

function statement(source: Source, words: Words): Table {
  const { t } = words;
  const why = (row: StatementRow): string =>
    row.applicable === false
      ? row.reason
      : [...REASONS.filter((one) => row.because.includes(one)).map((one) => t(`because.${one}`)), row.inclusionNote]
          .filter(Boolean)
          .join("; ");
  return {
    name: "statement",
    title: t("statement.title"),
    columns: [
      { key: "control", label: t("statement.column.control"), width: 0 },
      { key: "applicable", label: t("statement.column.applicable"), width: 0, whole: true },
      { key: "why", label: t("statement.column.why"), width: 0, typed: true },
      { key: "level", label: t("statement.answer"), width: 0 },
      { key: "state", label: t("statement.column.state"), width: 0 },
      { key: "owner", label: t("notes.owner"), width: 0, typed: true },
      { key: "evidence", label: t("evidence.title"), width: 0, typed: true, links: true },
    ],
    rows: source.statement.map((row) => [
      `${row.id} ${row.title}`,
      t(`applicable.${row.applicable === null ? "open" : row.applicable ? "yes" : "no"}`),
      why(row),
      level(source, words, row.answer, row.provisional),
      t(`statement.${row.state}`),
      row.owner,
      evidence(row.evidence),
    ]),
  };
}

function notes({ file, checklist }: Source, words: Words): Table {
  const { t } = words;
  const written = Object.entries(file.requirements ?? {}).flatMap(([id, { note }]) =>
    note ? [[id, note] as const] : [],
  );
  written.sort(([one], [other]) => one.localeCompare(other, "en", { numeric: true }));
  return {
    name: "notes",
    title: t("report.notes"),
    columns: [
      { key: "reference", label: t("report.refs"), width: 0, whole: true },
      { key: "note", label: t("notes.note"), width: 0, typed: true },
    ],
    rows: [
      ...written.map(([id, note]) => [reference(id, words), note]),
      ...checklist.flatMap(({ name, note }) => (note ? [[name, note]] : [])),
    ],
  };
}

/** What a report holds, before it is written as one format or another. */
export function report(source: Source, words: Words): Block[] {
  const { t } = words;
  const { statement: approval = {} } = source.file;
  const part = (table: Table, text = ""): Block[] =>
    table.rows.length === 0
      ? []
      : [
          { kind: "heading", text: table.title, name: table.name },
          ...(text ? [{ kind: "text", text } as const] : []),
          { kind: "table", table },
        ];
  return [
    { kind: "facts", rows: results(source, words) },
    { kind: "facts", rows: about(source, words) },
    ...part(gates(source, words)),
    ...part(sections(source, words)),
    ...part(
      only(TABLES.gaps(source, words), ["requirement", "title", "finding", "level", "step", "owner", "due"]),
      t("result.findings.text"),
    ),
    ...part(
      only(TABLES.plan(source, words), [
        "order",
        "reference",
        "action",
        "step",
        "stage",
        "gain",
        "effort",
        "owner",
        "due",
      ]),
      t("exports.plan.text"),
    ),
    ...part(
      only(TABLES.documents(source, words), [
        "document",
        "kind",
        "required",
        "because",
        "stage",
        "status",
        "owner",
        "href",
      ]),
    ),
    ...part(
      statement(source, words),
      [approval.version, approval.approver, approval.date].some(Boolean) ? "" : t("exports.unapproved"),
    ),
    ...part(notes(source, words)),
  ];
}
