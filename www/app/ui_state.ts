// What the page remembers between two drawings and nobody else needs.
import type { TemplateResult } from "lit";
import type { AssessmentFile, Edition, Interval, Profile, ReviewItem, Resolution } from "./model/wasm.js";

/** One thing that went wrong, for the summary: what, where, how to mend it. */
export interface Problem {
  message: string;
  /** Id of the field that the entry leads to. */
  field?: string;
}
export interface Problems {
  heading: string;
  list: Problem[];
}
export interface Dialog {
  title: string;
  body: () => TemplateResult;
  /** Without actions there is one button, Close. */
  actions?: {
    label: string;
    act: () => void;
    tone?: "primary" | "danger";
    /** The dialog stays open after it. */
    stays?: boolean;
  }[];
  wide?: boolean;
}
export interface Notice {
  id: string;
  tone: "info" | "warning" | "success";
  text: string;
  actions?: { label: string; act: () => void }[];
  /** A lasting notice stays until its cause is gone. */
  lasting?: boolean;
  /** A line and a button, so that it covers little of a phone for as long as it lasts. */
  slim?: boolean;
  /** It waits for an answer and stays in sight. */
  waits?: boolean;
}
/** Another file that this assessment is held against. */
export interface OtherFile {
  name: string;
  /** As the core writes it. */
  text: string;
  file: AssessmentFile;
  overall: Interval;
  /** Whose answer counts, by the id of the comparison. */
  settled: Map<string, Resolution>;
}
/** What was carried over from the other edition, to be looked at again. */
export interface CarriedOver {
  to: Edition;
  review: ReviewItem[];
}
/** The small choices of single views, by view and name. */
export type Choice =
  | "about"
  | "calendar"
  | "documents"
  | "exports.anonymous"
  | "import.filter"
  | `learn.${"words" | "place"}`
  | "plan"
  | `${"documents" | "plan" | "soa"}.edit`
  | `profile.${Profile["key"]}`
  | `report.${string}`
  | `statement.${"area" | "group" | "sort" | "state" | "words" | `bulk.${string}`}`;
/** The lists that are unfolded bit by bit, by view and name. */
export type List =
  | "accumulated"
  | "clashes"
  | "find"
  | "plan"
  | "ranked"
  | "snapshots"
  | `finding:${string}`
  | `gate:${string}`
  | `import.${string}`
  | `learn.${string}`
  | `${string}-evidence`;
/** The element of a requirement, an area or a document, as `dom` of text/labels names it, or of a row of the documents. */
export type RowId = `${"q" | "d"}-${string}`;
/** The fields that people write into, by the ids of their elements: what is about a row, and what stands once in the page. */
export type FieldId =
  | `${RowId}-${"note" | "owner" | "due" | "label" | "href" | "reason" | "profile" | "inclusion" | "plan-owner" | "plan-due" | "all"}`
  | `${"about" | "statement" | "whose"}-${"name" | "scope"}`
  | `${"about-" | ""}headcount`
  | "about-assessor"
  | `statement-${"version" | "approver" | "date" | "words" | "exclude"}`
  | "snapshot-label"
  | `${"find" | "learn"}-words`
  | "import-cells"
  | "calendar-certificate"
  | "report-classification"
  | `gallery-${string}`;
/** A field, or the finds of Learn, which are said once the typing pauses. */
export type Timed = FieldId | "learn-found";
export type Filter = "all" | "unanswered" | "unknown" | "below";

export interface UiState {
  /** Which list of the bar is open. */
  menu: "views" | "more" | null;
  /** Folded parts that are open; only those have content in the document. */
  open: Set<string>;
  /** Not applicable was chosen and its reason is still missing: not counted yet. */
  pending: Set<string>;
  problems: Problems | null;
  dialog: Dialog | null;
  notices: Notice[];
  /** Which notice shows, its place among all, since when it stands in the place of another, and which are not new. */
  told: { id?: string | undefined; at: number; since: number; known: Set<string> };
  filter: Filter;
  words: string;
  /** What the filter found when it was set: an answer must not make its question vanish under the hand. */
  found: string[] | null;
  /** The number of items that each list shows. */
  shown: Map<List, number>;
  /** What is typed in a field and not yet recorded; drawing again must not take it away. */
  typed: Map<FieldId, string>;
  /** Why the core refused what is typed in a field, in words. */
  refused: Map<FieldId, string>;
  /** Why the last change was refused. */
  refusal: string | null;
  /** Small choices of single views: selected filters, rows being edited. */
  choice: Map<Choice, string>;
  other: OtherFile | null;
  carried?: CarriedOver;
  /** A file of sheets that was given; then what its view makes of it. */
  sheet?: object;
  /** Address of the picture on the report, in memory. */
  logo?: string;
  /** Actions taken into the what-if. */
  raised: Set<string>;
}

export const newUiState = (): UiState => ({
  menu: null,
  open: new Set(),
  pending: new Set(),
  problems: null,
  dialog: null,
  notices: [],
  told: { at: 0, since: 0, known: new Set() },
  filter: "all",
  words: "",
  found: null,
  shown: new Map(),
  typed: new Map(),
  refused: new Map(),
  refusal: null,
  choice: new Map(),
  other: null,
  raised: new Set(),
});

/** Another assessment is open: nothing that belonged to the one before stays, but notices and the menu. */
export function clearUiState(ui: UiState): void {
  ui.open.clear();
  ui.raised.clear();
  ui.choice.clear();
  ui.shown.clear();
  ui.typed.clear();
  ui.refused.clear();
  ui.found = null;
  ui.filter = "all";
  ui.words = "";
  ui.problems = null;
  ui.other = null;
  delete ui.carried;
  delete ui.sheet;
  if (ui.logo) URL.revokeObjectURL(ui.logo);
  delete ui.logo;
}
