/// <reference lib="esnext.disposable" />
/* tslint:disable */
/* eslint-disable */
/** The edition of ISO/IEC 27001: 2022 includes Amendment 1:2024. */
export type Edition = "2013" | "2022";
/** 0 Absent, 1 Ad hoc, 2 Developing, 3 Defined, 4 Managed, 5 Optimizing. */
export type Level = 0 | 1 | 2 | 3 | 4 | 5;
/** What `respond` takes; not applicable needs a reason and has its own call, `exclude`. */
export type Answer = Level | "unknown";
/** State of a document. */
export type DocumentStatus = "missing" | "draft" | "in-force";
/** Why a control is in the Statement of Applicability. */
export type InclusionReason = "risk" | "law" | "contract" | "good-practice";
export type Effort = "S" | "M" | "L";
/** Whom an auditor asks first about a requirement. */
export type Role = "management" | "security-lead" | "it" | "development" | "human-resources" | "facilities" | "legal";
export type Kind = "technical" | "organisational" | "legal" | "physical" | "human-resource";
export type State = "met" | "open" | "undetermined";
export type StageState = "ready" | "not-ready" | "undetermined";
/** What an auditor would likely write; `unclear` is to be found out before one asks. */
export type Finding = "none" | "unclear" | "opportunity" | "minor" | "major";
/** How grave it is that a clause requirement is not met. */
export type Gravity = "core" | "normal" | "supporting";
/** How often an auditor accepts that a control is not applicable. */
export type ExclusionClass = "never" | "rarely" | "often";
/** Who asks for a document: a clause, the words of a control where it applies, or nobody. */
export type Demand = "always" | "if-applicable" | "usual";

/** Both ends of a score in basis points, 0 to 10000 (4123 is 41.23 %). */
export interface Interval {
    low: number;
    high: number;
}
/** How many requirements have an answer of their own, or one taken from their area, of those that are applicable. */
export interface Coverage {
    answered: number;
    provisional: number;
    applicable: number;
    total: number;
}

/** What is asked, and what each answer means. */
export interface Asked {
    /** The conforming state in one sentence. */
    statement: string;
    /** The statement, by its first name. */
    question: string;
    /** One line for each level 0 to 5; those of 4 and 5 are common to all statements. */
    levels: string[];
    example: string;
}
/** What is asked about a requirement, and what helps to answer it. */
export interface QuestionText extends Asked {
    guidance: string;
    evidence: string[];
    /** What an auditor picks, and how many. */
    sampling: string;
    /** The nonconformity that is written most for it. */
    commonFinding: string;
    /** For someone at level 0 or 1. */
    nextStep: string;
    /** From there to level 3. */
    effort: Effort;
    /** What differs for fewer than 20 people, without an office, or in the cloud. */
    smallOrganisations: string;
    kinds: Kind[];
    role: Role;
    /** Key of the area whose quick question covers this requirement. */
    area: string;
}
export interface ClauseHeading {
    id: string;
    parent: string | null;
    title: string;
    requirement: false;
}
export interface ClauseRequirement extends QuestionText {
    id: string;
    parent: string | null;
    title: string;
    /** Its name in our words: four clauses have the title "General". */
    shortName: string;
    requirement: true;
    /** 1 to 4; every control and every document weighs 1. */
    weight: number;
    gravity: Gravity;
}
export type Clause = ClauseHeading | ClauseRequirement;
export interface Group {
    id: string;
    title: string;
}
export interface Control extends QuestionText {
    id: string;
    group: string;
    /** 2013 only. */
    category: { id: string; title: string } | null;
    title: string;
    /** 2022: no predecessor in 2013. */
    isNew: boolean;
    predecessors: string[];
    successors: string[];
    exclusion: ExclusionClass;
    /** Why it is not left out; for `often`, a justification to adapt. */
    exclusionText: string;
}
export interface Area extends Asked {
    key: string;
    title: string;
    refs: string[];
}
export interface DocumentRow {
    key: string;
    name: string;
    kind: "document" | "record";
    demand: Demand;
    /** Whether it is grave that it is missing. */
    core: boolean;
    refs: string[];
    /** Line of the public list of 16 documents (D1–D16) and 7 records (R1–R7) that it answers, or null. */
    sourceLine: string | null;
    holds: string;
    length: string;
    signedBy: string;
    checkedFirst: string;
    nextStep: string;
    effort: Effort;
    changedIn2022: string;
    /** The sections of a first version, each with a sentence to start from: `{organisation}`, `{scope}` and `{owner}` are yours. */
    outline: { heading: string; text: string }[];
}
export interface Gate {
    id: string;
    stage: 1 | 2;
    title: string;
    refs: string[];
    documents: string[];
    least: "conform" | "planned";
}
/** A way of working, for suggestions: nothing is excluded by it. */
export interface Profile {
    key: "no-premises" | "no-development" | "public-cloud" | "under-ten";
    title: string;
    /** Ids of controls that may be excluded, each with its own reason; may be empty. */
    excludes: string[];
    /** Ids of controls that still apply, and that are often excluded wrongly. */
    keeps: string[];
}
export interface LevelMeaning {
    level: Level;
    name: string;
    meaning: string;
}
/** The figures of the method. Shares are in percent, and compared exactly. */
export interface Constants {
    /** Of the parts in the overall score, of 100. */
    weights: { clauses: number; controls: number; documents: number };
    conformityLevel: number;
    underWayLevel: number;
    unusualExclusionsPercent: number;
    accumulatedLeast: number;
    accumulatedPercent: number;
    systemPercent: number;
    controlsConformPercent: number;
    areaUnderWayPercent: number;
}
export interface Catalog {
    edition: Edition;
    /** Full name of the edition, for example "ISO/IEC 27001:2022 with Amendment 1:2024". */
    name: string;
    clauses: Clause[];
    groups: Group[];
    controls: Control[];
    areas: Area[];
    documents: DocumentRow[];
    gates: Gate[];
    profiles: Profile[];
    levels: LevelMeaning[];
    constants: Constants;
}

export interface Points {
    earned: number;
    open: number;
    lost: number;
}
export interface SectionScore extends Coverage {
    id: string;
    title: string;
    low: number | null;
    high: number | null;
}
export interface AreaScore {
    key: string;
    title: string;
    low: number | null;
    high: number | null;
}
export interface GateState {
    id: string;
    title: string;
    state: State;
    refs: string[];
    documents: string[];
    /** What it waits for: what is unanswered or unknown, and provisional answers to be confirmed. */
    awaited: string[];
    /** What keeps it open: ids of requirements, then keys of documents. */
    holding: string[];
}
export interface StageReport {
    stage: 1 | 2;
    state: StageState;
    /** Whether anybody still certifies the edition. */
    certifiable: boolean;
    gates: GateState[];
}
export interface RequirementReport {
    id: string;
    answer: Level | "unknown" | "not-applicable" | null;
    provisional: boolean;
    /** Whether it has an owner and a due date. */
    planned: boolean;
    /** Whether it is an exclusion that no auditor would accept; it counts as level 0. */
    refused: boolean;
    low: number | null;
    high: number | null;
    finding: Finding | null;
    points: Points | null;
}
export interface DocumentReport {
    key: string;
    demand: Demand;
    required: boolean;
    /** References that make it required: clauses, or the applicable controls; empty when it is not required. */
    because: string[];
    status: DocumentStatus | null;
    finding: Finding | null;
    points: Points | null;
}
/** How many findings there are, documents counted in, the accumulated not. */
export interface FindingCounts {
    major: number;
    minor: number;
    opportunity: number;
    unclear: number;
}
/** Small faults that pile up to a further major. */
export interface Accumulated {
    scope: "clause" | "area" | "system";
    /** Number of the clause, key of the area, null for the system. */
    id: string | null;
    /** Ids of the requirements that are touched. */
    touched: string[];
}
export interface Parts {
    clauses: Interval | null;
    controls: Interval | null;
    documents: Interval | null;
}
export interface Report {
    method: "readiness/2";
    edition: Edition;
    overall: Interval;
    /** The overall score by the assessment's own target; null unless that is above level 3. It moves nothing else. */
    ambition: { target: number; low: number; high: number } | null;
    coverage: Coverage;
    parts: Parts;
    sections: SectionScore[];
    areas: AreaScore[];
    findings: FindingCounts;
    accumulated: Accumulated[];
    stages: StageReport[];
    requirements: RequirementReport[];
    documents: DocumentReport[];
}
export interface Summary {
    overall: Interval;
    coverage: Coverage;
    parts: Parts;
    findings: FindingCounts;
    stages: {
        stage: 1 | 2;
        state: StageState;
        certifiable: boolean;
        met: number;
        open: number;
        undetermined: number;
    }[];
}

/** One thing to do, in the order of the method. */
export interface Action {
    /** Requirement id, or document key. */
    id: string;
    /** Document key; null for a requirement. */
    key: string | null;
    kind: "requirement" | "document";
    title: string;
    finding: "opportunity" | "minor" | "major";
    /** Whether it is a major, or counts in something that has piled up to one. */
    major: boolean;
    /** Ids of the open gates that it holds open. */
    gates: string[];
    /** Stage of the first of those gates; null when it holds none. */
    stage: 1 | 2 | null;
    /** Basis points that the lower end of the overall score gains at level 3 (a document: in force). */
    gain: number;
    /** From where it is to level 3. */
    effort: Effort;
    step: string;
    /** For a document. */
    status: DocumentStatus | null;
    owner: string;
    due: string;
}
/** Something to find out: it has no answer, nobody knows, or the answer is only a provisional one. */
export interface OpenQuestion {
    id: string;
    /** Document key; null for a requirement. */
    key: string | null;
    kind: "requirement" | "document";
    title: string;
    /** Ids of the gates that wait for it. */
    gates: string[];
}
/** The shortest way to a stage. */
export interface Way {
    /** Ids of requirements and keys of documents to be done, in the order of the plan. */
    actions: string[];
    /** What is to be found out to be well, or confirmed. */
    questions: string[];
    /** Whether the stage is ready once all of them are done. */
    ready: boolean;
}
export interface Plan {
    actions: Action[];
    /** What has no answer and what nobody knows, in catalog order, with the gates that wait for it. */
    questions: OpenQuestion[];
    /**
     * What the gates that are not met wait for: what has no answer, what nobody knows, and provisional answers that nobody
     * has confirmed.
     */
    awaited: OpenQuestion[];
    ways: { 1: Way; 2: Way };
}
export interface ChecklistRow {
    key: string;
    name: string;
    kind: "document" | "record";
    demand: Demand;
    required: boolean;
    always: boolean;
    finding: Finding | null;
    because: string[];
    refs: string[];
    /** First stage with a gate that asks for it; null when no gate does. */
    stage: 1 | 2 | null;
    status: DocumentStatus | null;
    owner: string;
    href: string;
    note: string;
}
export interface EvidenceLink {
    label: string;
    /** An address of http, https or mailto, or empty; others are refused with `unsafe-address`. */
    href: string;
}
export interface StatementRow {
    id: string;
    title: string;
    group: string;
    /** null while neither answered nor excluded: undecided. */
    applicable: boolean | null;
    /** Reason for exclusion; empty for an applicable control. */
    reason: string;
    because: InclusionReason[];
    inclusionNote: string;
    answer: Level | "unknown" | "not-applicable" | null;
    provisional: boolean;
    /** Whether it is an exclusion that no auditor would accept. */
    refused: boolean;
    state: "implemented" | "partly" | "not-implemented" | "unknown" | "excluded" | "undecided";
    owner: string;
    evidence: EvidenceLink[];
    note: string;
}
/** Rules of thumb, labelled so. */
export interface Estimate {
    headcount: number;
    /** Months to a certificate: the window for this size from scratch, and what is likely now, in tenths of a month. */
    months: { from: number; to: number; andMore: boolean; likely: { low: number; high: number } };
    /**
     * Audit days in tenths of a day (85 is 8.5 days); null outside the table. Stage 1 takes from `stage1Least` to `stage1`;
     * `surveillance` is of each such audit.
     */
    auditDays: {
        total: number;
        stage1: number;
        stage1Least: number;
        stage2: number;
        surveillance: number;
        recertification: number;
    } | null;
}

export interface Annotation {
    note?: string;
    owner?: string;
    /** YYYY-MM-DD, or empty. */
    due?: string;
    evidence?: EvidenceLink[];
}
export interface DocumentDetails {
    owner?: string;
    /** An address of http, https or mailto, or empty; others are refused with `unsafe-address`. */
    href?: string;
    note?: string;
}

/** What every failed call throws: an `Error` with a stable code and the id or JSON path it is about. */
export interface ReadinessError extends Error {
    name: "ReadinessError";
    code: string;
    subject: string;
}

/** The assessment file, version 1, as `JSON.parse` of `toJSON()` gives it. */
export interface AssessmentFile {
    format: "iso27001-readiness/assessment";
    version: 1;
    edition: Edition;
    target: number;
    id?: string;
    organisation?: { name?: string; headcount?: number; scope?: string };
    assessor?: string;
    created?: string;
    modified?: string;
    statement?: { version?: string; approver?: string; date?: string };
    requirements?: Record<string, Response>;
    areas?: Record<string, Response>;
    documents?: Record<string, DocumentDetails & { status?: DocumentStatus }>;
    /** Without a method: scored by readiness/1. */
    snapshots?: { at: string; label: string; overall: Interval; method?: string }[];
}
export interface Response extends Annotation {
    answer?: Level | "unknown" | "not-applicable";
    reason?: string;
    inclusion?: { because?: InclusionReason[]; note?: string };
    /** Who answered what, where merged assessments differed: "name: answer". */
    provenance?: string[];
    modified?: string;
}
/** What `Assessment.create` takes besides the edition. */
export interface CreateOptions {
    /** 1 to 5, default 3. */
    target?: number;
    /** A random UUID unless given. */
    id?: string;
    organisation?: { name?: string; headcount?: number | null; scope?: string };
    assessor?: string;
}

/** One line of a comparison with another assessor's file. */
export interface Compared {
    /** "A.5.1", "area:policy", "document:isms_scope", "target", "organisation.name", "organisation.scope" or "organisation.headcount". */
    id: string;
    likeness: "same" | "only-here" | "only-there" | "differs";
    /** What this side says: a level, "unknown", "not-applicable", a status, or empty. */
    here: string;
    there: string;
    /** Whose level is higher, or whose status is further; null where that cannot be said. */
    better: "here" | "there" | null;
}
/** Whose answer counts where two differ. */
export type Resolution = "here" | "there" | "lower";
/** One line of the review list after carrying an assessment over to the other edition. */
export interface ReviewItem {
    id: string;
    title: string;
    change: "kept" | "merged" | "split" | "new" | "dropped";
    sources: { id: string; title: string; answer: Level | "unknown" | "not-applicable" | null }[];
    answer: Level | "unknown" | "not-applicable" | null;
}
export interface CarriedOver {
    /** The text of the assessment file in the other edition. */
    assessment: string;
    review: ReviewItem[];
}
/** For which request a result was made. */
export interface ResultBinding {
    /** What the receiver made up for this request, to be used once. */
    nonce: string;
    /** Who is to receive it, for example the portal's origin. */
    audience: string;
}
/** An assessment with its report, sealed so that a receiver can recompute it. */
export interface ResultEnvelope {
    format: "iso27001-readiness/result";
    version: 1;
    engine: string;
    method: "readiness/2";
    catalog: { edition: Edition; sha256: string };
    assessment: AssessmentFile;
    /** For which request it was made, if for one. */
    binding?: ResultBinding;
    report: Report;
    /** SHA-256 over the canonical JSON (RFC 8785) of the rest: finds damage, not forgery. */
    sha256: string;
    /** An organisation's signature over everything else, as `iso27001-readiness/signature` makes it. */
    signature?: string;
}
export interface Verification {
    /** Whether every figure is the one that the answers give, and the seal holds. */
    ok: boolean;
    /** Where the claim differs, at most 100 places; a value of more than 200 characters ends with an ellipsis. */
    differences: { path: string; claimed: string; computed: string }[];
    /** How many further places differ. */
    more: number;
    /** The report that follows from the answers: use this one, never the claimed one. */
    report: Report;
    /**
     * JSON paths of what nothing was computed from: names, times, notes, evidence, snapshots, provenance, unknown members,
     * and titles in other words than those of this version and language. `[*]` stands for every place that has it.
     */
    unverified: string[];
    /** For which request the result was made; whether that is yours, and new, only you can know. */
    binding: ResultBinding | null;
}

/** What can be exported. */
export type ExportName =
| "assessment"
| "result"
| "workbook"
| "report-html"
| "report-markdown"
| "oscal-catalog"
| "oscal-results"
| "statement"
| "gaps"
| "plan"
| "documents"
| "stage1-pack";
/** How a first version of a document is written. */
export type TextFormat = "html" | "markdown";
/** How an export is made. */
export interface ExportOptions {
    /** Leaves out all that people typed: names, owners, notes, reasons, links. */
    anonymous?: boolean;
    /** The day for the file's name, `YYYY-MM-DD`; without it the name has none. It stands nowhere else. */
    day?: string;
    /** The language; so far there is English, `"en"`. */
    language?: string;
}
/** A file that was made. */
export interface Export {
    /** A name that every file system takes. */
    name: string;
    /** Its media type. */
    type: string;
    /** What it holds, as an array of bytes of its own; text is UTF-8. */
    bytes: ReturnType<Uint8Array["slice"]>;
}

/** A sheet of anybody's as rows of text, as `iso27001-readiness/sheets` reads it. */
export interface Grid {
    name: string;
    rows: readonly (readonly string[])[];
}
/** What a column can hold. In `clause` and `control` each bare number is one; in `id` it may be either. */
export type ColumnRole =
| "applicable"
| "clause"
| "contract"
| "control"
| "document"
| "due"
| "evidence"
| "goodPractice"
| "href"
| "id"
| "inclusion"
| "justification"
| "law"
| "level"
| "note"
| "owner"
| "reason"
| "risk"
| "status"
| "title";
/** What a word of a sheet means; null: nothing, and it goes into the note. */
export type WordMeaning = Level | "unknown" | "not-applicable" | "applicable" | "open" | DocumentStatus | null;
/** What goes before what was found. */
export interface ProposeOptions {
    /** What words mean, in capitals or not. */
    words?: Record<string, WordMeaning>;
    /** By the name of a sheet: the letters of the column that holds something, or null where none does. */
    columns?: Record<string, Partial<Record<ColumnRole, string | null>>>;
    /** The edition of the sheets. */
    edition?: Edition;
}
/** Where something was read: the row as the spreadsheet counts it, the column by its letters or empty for the whole row. */
export interface SheetPlace {
    sheet: string;
    row: number;
    column: string;
}
/** How a sheet was read. */
export interface SheetReading {
    name: string;
    /** The row of headings; 0 where there is none. */
    row: number;
    headings: string[];
    /** The letters of the columns that were read; those of several that are crossed are parted by spaces. */
    columns: Partial<Record<ColumnRole, string>>;
    /** How many of 100 rows were understood. */
    confidence: number;
    read: number;
    /** The columns that hold something and were not read. */
    unread: string[];
}
/** A word of the sheets and what it is taken to mean. */
export interface ProposalWord {
    word: string;
    /** How many cells say it. */
    count: number;
    means: WordMeaning;
    /** What its columns are about. */
    of: "applicable" | "document" | "status";
}
interface Proposes<Field extends string, Value> {
    /** The id of a requirement, or `document:` and the key of a document. */
    id: string;
    field: Field;
    from: Value;
    to: Value;
    source: SheetPlace;
}
/** One field that would change. */
export type ProposedChange =
| Proposes<"answer", Level | "unknown" | "not-applicable" | null>
| Proposes<"status", DocumentStatus | null>
| Proposes<"because", InclusionReason[]>
| Proposes<"evidence", EvidenceLink[]>
| Proposes<"reason" | "inclusionNote" | "owner" | "due" | "note" | "href", string>;
/** A row or a cell that is not taken, what it says, shortened, and why. */
export interface ProposalRefusal {
    source: SheetPlace;
    value: string;
    reason:
    | "unknown-id"
    | "no-id"
    | "heading"
    | "twice"
    | "clause-or-control"
    | "date-for-id"
    | "id-and-title"
    | "other-edition"
    | "needs-reason"
    | "clause-not-applicable"
    | "excluded-level"
    | "word"
    | "bad-date"
    | "unsafe-address"
    | "too-long"
    | "cell-error"
    | "clash";
}
/** What is to be known beside the changes; `value` is a figure or a name, by the kind. */
export interface ProposalNotice {
    kind:
    | "not-read"
    | "bare-controls"
    | "bare-clauses"
    | "carried-over"
    | "date-order"
    | "more-words"
    | "more-refused"
    | "other-standard";
    /** Empty for all sheets. */
    sheet: string;
    value: string;
}
/** What sheets would change in an assessment. Nothing is changed by it. */
export interface Proposal {
    /** In the order of the catalog. */
    changes: ProposedChange[];
    /** The edition that the sheets are taken to be of. */
    edition: Edition;
    notices: ProposalNotice[];
    refused: ProposalRefusal[];
    sheets: SheetReading[];
    words: ProposalWord[];
}

/** A cell that was filled. */
export interface FilledCell {
    /** The id of a requirement, or `document:` and the key of a document. */
    id: string;
    /** What its column holds. */
    role: ColumnRole;
    /** What it said. */
    from: string;
    /** What it says. */
    to: string;
    source: SheetPlace;
}
/** A cell that does not say, or not exactly, what was answered. */
export interface KeptCell {
    source: SheetPlace;
    /** The id of a requirement, or `document:` and the key of a document. */
    value: string;
    /**
     * Its column has no word for it, or only a coarser one; the row has become several requirements; a formula stands there; it
     * is merged with cells of other rows; the text is longer than a cell may be; the file's encoding lacks a letter of it.
     */
    reason: "no-word" | "coarser" | "several" | "formula" | "merged" | "too-long" | "encoding";
}
/** A spreadsheet with the answers in it, and all that it does not say. */
export interface Filled {
    /** The file, as an array of bytes of its own. */
    bytes: ReturnType<Uint8Array["slice"]>;
    /** In the order of the file. */
    cells: FilledCell[];
    kept: KeptCell[];
    /** What no column holds, and for how many rows that would have been. */
    unplaced: Partial<Record<ProposedChange["field"], number>>;
    /** What is answered and has no row. */
    missing: string[];
    /** Whether the workbook computes something: it shows what that last came to until it is calculated again. */
    computes: boolean;
    /** Whether the workbook was signed: the signature no longer fits. */
    signed: boolean;
}



/**
 * All answers of one organisation about one edition of the standard.
 */
export class Assessment {
    private constructor();
    free(): void;
    [Symbol.dispose](): void;
    /**
     * Changes note, owner, due date or evidence; what is not given stays.
     */
    annotate(id: string, annotation: Annotation): void;
    /**
     * This assessment in the other edition, as the text of a file, and the list of what to look at again.
     */
    carryOver(): CarriedOver;
    /**
     * The documents checklist.
     */
    checklist(): ChecklistRow[];
    /**
     * Takes an answer back; notes, owner and evidence stay.
     */
    clear(id: string): void;
    /**
     * How another assessor's file stands to this one: every requirement, area and document of which a side says
     * something, and every clash of scope.
     */
    compare(other: string): Compared[];
    /**
     * An assessment without answers. Options: `target` (1 to 5, default 3), `id`, `organisation`, `assessor`.
     */
    static create(edition: Edition, options?: CreateOptions): Assessment;
    /**
     * Time and audit days, as rules of thumb; null without a headcount, and for 2013.
     */
    estimate(): Estimate | null;
    /**
     * The built-in example.
     */
    static example(edition: Edition): Assessment;
    /**
     * Makes every control of an area not applicable, each with an answer of its own and the same reason.
     */
    excludeArea(key: string, reason: string): void;
    /**
     * Makes a control (`"A.7.4"`), or an area of controls (`"area:suppliers"`), not applicable, with its reason.
     */
    exclude(id: string, reason: string): void;
    /**
     * Whether nothing is in it that a person put in. The edition, the id and the times do not count.
     */
    isEmpty(): boolean;
    /**
     * Says why a control is in the Statement of Applicability; what is not given stays.
     */
    justify(id: string, inclusion: { because?: InclusionReason[]; note?: string }): void;
    /**
     * Takes in another assessor's file. Where answers differ the lower one counts, unless `settle` says for the id of
     * the comparison whose does. Notes, owners and evidence of both are joined.
     */
    merge(other: string, settle?: Record<string, Resolution>): void;
    /**
     * Reads an assessment file. What is wrong in it is thrown with its JSON path as `subject`.
     */
    static parse(text: string): Assessment;
    /**
     * What to do, in order, and what to find out.
     */
    plan(): Plan;
    /**
     * Removes the snapshot at a place, counted from 0.
     */
    removeSnapshot(index: number): void;
    /**
     * Everything that the method says.
     */
    report(): Report;
    /**
     * Answers a requirement (`"A.5.1"`) or an area (`"area:policy"`).
     */
    respond(id: string, answer: Answer): void;
    /**
     * The result envelope: the assessment with its report, sealed, for `verify` at the receiver's. `binding` says for which
     * request it is made: what the receiver gave for it stands inside the sealed part. Times that are none are left out.
     */
    result(binding?: ResultBinding): ResultEnvelope;
    /**
     * Says who answers.
     */
    setAssessor(assessor: string): void;
    /**
     * Sets the status of a document (`null` takes it back), with owner, link and note; what is not given stays.
     */
    setDocument(key: string, status: DocumentStatus | null, details?: DocumentDetails): void;
    /**
     * Says who is assessed; what is not given stays, a headcount of `null` is taken back.
     */
    setOrganisation(organisation: { name?: string; headcount?: number | null; scope?: string }): void;
    /**
     * Fills the head of the Statement of Applicability; what is not given stays.
     */
    setStatement(statement: { version?: string; approver?: string; date?: string }): void;
    /**
     * Changes the target, 1 to 5.
     */
    setTarget(target: number): void;
    /**
     * Keeps the overall score of now under a name, to compare with later.
     */
    snapshot(label: string): void;
    /**
     * The same as `statement`, by its older name.
     */
    soa(): StatementRow[];
    /**
     * The Statement of Applicability.
     */
    statement(): StatementRow[];
    /**
     * Overall score, coverage, parts, findings and stages: small, for every keystroke.
     */
    summary(): Summary;
    /**
     * The canonical text of the assessment file: the same assessment gives the same bytes.
     */
    toJSON(): string;
    /**
     * What the low end of the overall score would gain, in basis points, with this one answer. Changes nothing. Takes
     * requirement ids, `"area:…"` with an answer, and `"document:…"` with a status.
     */
    whatIf(id: string, answer: Answer | DocumentStatus): number;
    /**
     * The edition it is about.
     */
    readonly edition: Edition;
    /**
     * The level that the organisation aims at, 1 to 5; only one above 3 is scored apart.
     */
    readonly target: number;
}

/**
 * All that is known of an edition: clauses, groups, controls, areas, documents, gates, levels, with our questions.
 *
 * Throws a `ReadinessError` `unknown-edition` for other years than 2013 and 2022.
 */
export function catalog(edition: Edition): Catalog;

/**
 * Recomputes a result envelope, an object or its text, from its answers: `ok` if every figure is right and the seal
 * holds, else the differences. `report` is the recomputed one: use that. `unverified` lists what nothing was computed
 * from, `binding` says for which request it was made.
 *
 * Throws a `ReadinessError` if it is no envelope of this version and method, or holds an assessment that cannot be read.
 */
export function verify(envelope: unknown): Verification;
