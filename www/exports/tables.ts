import type { Coverage, EvidenceLink, Finding, InclusionReason, StatementRow } from "../app/model/wasm.js";
import { blockers, type Blocker } from "./gates.js";
import { basis, type Source, type Words } from "./source.js";

export type Cell = string | number;
export interface Column {
  key: string;
  label: string;
  /** In characters, for a spreadsheet. */
  width: number;
  /** What may be chosen. */
  options?: string[];
  /** Holds what people typed. */
  typed?: boolean;
  /** Each line is, or ends in, an address. */
  links?: boolean;
  /** Short enough to stay on one line. */
  whole?: boolean;
  /** Sentences, which take the room that is left. */
  long?: boolean;
}
/** How good a row's news is; the words beside it say the same. */
export type Tone = "good" | "bad" | "warn";
export interface Table {
  name: string;
  title: string;
  columns: Column[];
  rows: Cell[][];
  /** The column that has a tone, and which one in each row. */
  tone?: { column: string; of: (Tone | null)[] };
}
/** A line of a summary. */
export interface Fact {
  label: string;
  value: string;
  typed?: boolean;
  /** The score that the value names, in basis points. */
  score?: { low: number | null; high: number | null };
  tone?: Tone;
}

export const REASONS: InclusionReason[] = ["risk", "law", "contract", "good-practice"];
const SEVERITY: (Finding | null)[] = ["major", "minor", "opportunity"];
const TONES: Record<string, Tone> = {
  met: "good",
  ready: "good",
  open: "bad",
  "not-ready": "bad",
  undetermined: "warn",
  major: "bad",
  minor: "warn",
  "in-force": "good",
  draft: "warn",
  missing: "bad",
};
const tone = (state: string): Tone | null => TONES[state] ?? null;

/** A clause by its number alone would be taken for a date by some spreadsheets. */
export const reference = (id: string, { t }: Words): string => (/^\d/.test(id) ? t("exports.clause", { id }) : id);

export const evidence = (links: EvidenceLink[]): string =>
  links
    .map(({ label, href }) => {
      const [name, to] = [label, href].map((text) => text.replace(/\s+/g, " ").trim());
      return name && to ? `${name} <${to}>` : name || to;
    })
    .filter(Boolean)
    .join("\n");

export function level(source: Source, words: Words, answer: StatementRow["answer"], provisional: boolean): string {
  if (answer === null || answer === "not-applicable") return "";
  const name =
    answer === "unknown" ? words.t("answer.unknown") : `${answer} ${source.catalog.levels[answer]?.name ?? ""}`;
  return provisional ? `${name} (${words.t("provisional.short")})` : name;
}

/** A row of the Statement of Applicability, as it is written and as a returned one is held against it. */
export function statementCells(row: StatementRow, source: Source, words: Words): Record<string, string> {
  const { t } = words;
  const group = source.catalog.groups.find(({ id }) => id === row.group);
  return {
    control: row.id,
    title: row.title,
    group: `${row.group} ${group?.title ?? ""}`,
    applicable: t(`applicable.${row.applicable === null ? "open" : row.applicable ? "yes" : "no"}`),
    level: level(source, words, row.answer, row.provisional),
    state: t(`statement.${row.state}`),
    ...Object.fromEntries(REASONS.map((name) => [name, row.because.includes(name) ? t("applicable.yes") : ""])),
    inclusion: row.inclusionNote,
    reason: row.applicable === false ? row.reason : "",
    owner: row.owner,
    evidence: evidence(row.evidence),
    note: row.note,
  };
}

export function statementColumns({ catalog }: Source, { t }: Words): Column[] {
  const yes = t("applicable.yes");
  return [
    { key: "control", label: t("statement.column.control"), width: 10 },
    { key: "title", label: t("exports.title"), width: 34 },
    { key: "group", label: t("statement.group"), width: 20 },
    {
      key: "applicable",
      label: t("statement.column.applicable"),
      width: 11,
      options: [yes, t("applicable.no"), t("applicable.open")],
    },
    {
      key: "level",
      label: t("statement.answer"),
      width: 16,
      options: [...catalog.levels.map((one) => `${one.level} ${one.name}`), t("answer.unknown")],
    },
    {
      key: "state",
      label: t("statement.column.state"),
      width: 18,
      options: ["implemented", "partly", "not-implemented", "unknown"].map((name) => t(`statement.${name}`)),
    },
    ...REASONS.map((key) => ({ key, label: t(`because.${key}`), width: 11, options: [yes] })),
    { key: "inclusion", label: t("statement.because.note"), width: 24, typed: true },
    { key: "reason", label: t("exports.reason"), width: 28, typed: true },
    { key: "owner", label: t("notes.owner"), width: 18, typed: true },
    { key: "evidence", label: t("evidence.title"), width: 30, typed: true, links: true },
    { key: "note", label: t("notes.note"), width: 34, typed: true },
    { key: "basis", label: t("exports.basis"), width: 24 },
  ];
}

function statement(source: Source, words: Words): Table {
  const columns = statementColumns(source, words);
  const from = basis(source, words);
  const rows = source.statement.map((row) => {
    const cells: Record<string, string> = { ...statementCells(row, source, words), basis: from };
    return columns.map(({ key }) => cells[key] ?? "");
  });
  return { name: "statement", title: words.t("statement.title"), columns, rows };
}

function gaps(source: Source, words: Words): Table {
  const { t } = words;
  const { catalog, report, file } = source;
  const known = new Map([...catalog.clauses, ...catalog.controls].map((one) => [one.id, one]));
  const found = report.requirements.filter(({ finding }) => SEVERITY.includes(finding));
  found.sort((one, other) => SEVERITY.indexOf(one.finding) - SEVERITY.indexOf(other.finding));
  const from = basis(source, words);
  return {
    name: "gaps",
    title: t("exports.gaps"),
    columns: [
      { key: "requirement", label: t("explain.requirement"), width: 12, whole: true },
      { key: "title", label: t("exports.title"), width: 34 },
      { key: "finding", label: t("finding.kind"), width: 24 },
      { key: "level", label: t("statement.answer"), width: 16 },
      { key: "lost", label: t("exports.lost"), width: 9 },
      { key: "step", label: t("help.next"), width: 40, long: true },
      { key: "effort", label: t("plan.column.effort"), width: 9 },
      { key: "owner", label: t("notes.owner"), width: 18, typed: true },
      { key: "due", label: t("notes.due"), width: 12, typed: true, whole: true },
      { key: "evidence", label: t("evidence.title"), width: 30, typed: true, links: true },
      { key: "note", label: t("notes.note"), width: 34, typed: true },
      { key: "basis", label: t("exports.basis"), width: 24 },
    ],
    rows: found.map(({ id, answer, provisional, finding, points }) => {
      const facts = known.get(id);
      const own = file.requirements?.[id];
      const asked = facts && "nextStep" in facts ? facts : null;
      return [
        reference(id, words),
        facts?.title ?? "",
        t(`finding.${finding}`),
        level(source, words, answer, provisional),
        (points?.lost ?? 0) / 100,
        asked?.nextStep ?? "",
        asked ? t(`effort.short.${asked.effort}`) : "",
        own?.owner ?? "",
        own?.due ?? "",
        evidence(own?.evidence ?? []),
        own?.note ?? "",
        from,
      ];
    }),
    tone: { column: "finding", of: found.map(({ finding }) => tone(finding ?? "")) },
  };
}

function plan(source: Source, words: Words): Table {
  const { t } = words;
  const gates = new Map(source.catalog.gates.map(({ id, title }) => [id, title]));
  const from = basis(source, words);
  return {
    name: "plan",
    title: t("plan.title"),
    columns: [
      { key: "order", label: t("exports.order"), width: 7 },
      { key: "reference", label: t("report.refs"), width: 12, whole: true },
      { key: "action", label: t("exports.title"), width: 34 },
      { key: "step", label: t("help.next"), width: 44, long: true },
      { key: "stage", label: t("exports.stage"), width: 8 },
      { key: "gates", label: t("report.gates"), width: 34 },
      { key: "gain", label: t("exports.gain"), width: 9 },
      { key: "effort", label: t("plan.column.effort"), width: 9 },
      { key: "now", label: t("compare.now"), width: 24 },
      { key: "owner", label: t("notes.owner"), width: 18, typed: true },
      { key: "due", label: t("plan.column.due"), width: 12, typed: true, whole: true },
      { key: "basis", label: t("exports.basis"), width: 24 },
    ],
    rows: source.plan.actions.map((action, index) => [
      index + 1,
      action.kind === "document" ? t("document.document") : reference(action.id, words),
      action.title,
      action.step,
      action.stage ?? "",
      action.gates.map((id) => gates.get(id) ?? id).join("; "),
      action.gain / 100,
      t(`effort.short.${action.effort}`),
      action.kind === "document" ? t(`status.${action.status ?? "none"}`) : t(`finding.${action.finding ?? "none"}`),
      action.owner,
      action.due,
      from,
    ]),
  };
}

function documents(source: Source, words: Words): Table {
  const { t } = words;
  const from = basis(source, words);
  return {
    name: "documents",
    title: t("documents.title"),
    columns: [
      { key: "document", label: t("explain.document"), width: 40 },
      { key: "kind", label: t("exports.kind"), width: 11 },
      { key: "required", label: t("exports.required"), width: 10 },
      { key: "because", label: t("exports.because"), width: 20 },
      { key: "stage", label: t("exports.stage"), width: 8 },
      { key: "status", label: t("report.status"), width: 12 },
      { key: "owner", label: t("notes.owner"), width: 18, typed: true },
      { key: "href", label: t("document.href"), width: 34, typed: true, links: true },
      { key: "note", label: t("notes.note"), width: 34, typed: true },
      { key: "basis", label: t("exports.basis"), width: 24 },
    ],
    rows: source.checklist.map((row) => [
      row.name,
      t(`document.${row.kind}`),
      t(`applicable.${row.required ? "yes" : "no"}`),
      (row.required ? row.because : row.refs).map((id) => reference(id, words)).join(", "),
      row.stage ?? "",
      t(`status.${row.status ?? "none"}`),
      row.owner,
      row.href,
      row.note,
      from,
    ]),
    tone: {
      column: "status",
      of: source.checklist.map(({ status, required }) => tone(status ?? (required ? "missing" : ""))),
    },
  };
}

const present = (rows: Fact[]): Fact[] => rows.filter(({ value }) => value !== "");

/** Answered of applicable; the provisional ones apart, where there are any. */
export const answered = ({ answered, applicable, provisional }: Coverage, t: Words["t"]): string =>
  provisional > 0
    ? t("coverage.with", { answered, of: applicable, provisional })
    : t("coverage.plain", { answered, of: applicable });

/** What came out, in a few lines. */
export function results({ report, estimate }: Source, { t, range }: Words): Fact[] {
  const { coverage, overall, parts, stages } = report;
  const score = (label: string, of: typeof overall | null): Fact => ({
    label,
    value: range(of),
    ...(of ? { score: of } : {}),
  });
  return present([
    score(t("result.overall"), overall),
    {
      label: t("result.answered"),
      value: answered(coverage, t),
    },
    ...(["clauses", "controls", "documents"] as const).map((part) => score(t(`part.${part}`), parts[part])),
    ...stages.map(({ stage, state }) => ({
      label: t(`stage.${stage}`),
      value: t(`stage.${state}`),
      tone: TONES[state] ?? "warn",
    })),
    {
      label: t("estimate.months"),
      value: estimate ? `${estimate.months.from}–${estimate.months.to} (${t("estimate.tag")})` : "",
    },
  ]);
}

/** Whose results they are, and what they rest on. */
export function about(source: Source, words: Words): Fact[] {
  const { t } = words;
  const { file, report, catalog } = source;
  const { organisation = {}, statement: approval = {} } = file;
  return present([
    { label: t("about.name"), value: organisation.name ?? "", typed: true },
    { label: t("about.scope"), value: organisation.scope ?? "", typed: true },
    { label: t("about.headcount"), value: String(organisation.headcount ?? "") },
    { label: t("about.assessor"), value: file.assessor ?? "", typed: true },
    { label: t("report.standard"), value: catalog.name },
    {
      label: t("about.target"),
      value: report.ambition ? `${report.ambition.target} ${catalog.levels[report.ambition.target]?.name ?? ""}` : "",
    },
    { label: t("exports.modified"), value: (file.modified ?? "").slice(0, 10) },
    { label: `${t("statement.title")}: ${t("statement.version")}`, value: approval.version ?? "", typed: true },
    { label: t("statement.approver"), value: approval.approver ?? "", typed: true },
    { label: t("statement.date"), value: approval.date ?? "", typed: true },
    { label: t("exports.basis"), value: basis(source, words) },
    { label: t("exports.about"), value: t("exports.disclaimer") },
  ]);
}

function missing({ plan, report }: Source, gate: string, words: Words): string {
  const { act, ask, confirm } = blockers(plan, report, gate);
  const list = (lead: string, of: Blocker[]): string[] =>
    of.length === 0
      ? []
      : [
          `${words.t(lead)} ${of.map(({ id, kind, title }) => (kind === "document" ? title : reference(id, words))).join(", ")}`,
        ];
  return [...list("gate.act", act), ...list("gate.ask", ask), ...list("gate.confirm", confirm)].join("\n");
}

export function gates(source: Source, words: Words): Table {
  const { t } = words;
  const all = source.report.stages.flatMap(({ stage, gates }) => gates.map((gate) => ({ stage, gate })));
  return {
    name: "gates",
    title: t("report.gates"),
    columns: [
      { key: "stage", label: t("exports.stage"), width: 8 },
      { key: "gate", label: t("exports.gate"), width: 60 },
      { key: "state", label: t("exports.state"), width: 14, whole: true },
      { key: "missing", label: t("exports.missing"), width: 60, long: true },
    ],
    rows: all.map(({ stage, gate }) => [
      stage,
      gate.title,
      t(`state.${gate.state}`),
      gate.state === "met" ? "" : missing(source, gate.id, words),
    ]),
    tone: { column: "state", of: all.map(({ gate }) => tone(gate.state)) },
  };
}

export const TABLES = { statement, gaps, plan, documents };
export type TableName = keyof typeof TABLES;
