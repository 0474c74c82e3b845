import type { TemplateResult } from "lit";
import type { Book } from "./book.js";
import type { Assessment, AssessmentFile, Edition, Interval, Report, Reviewed, Settlement } from "./core.js";
import type { Draft } from "./draft.js";
import type { Preferences } from "./preferences.js";
import type learn from "../messages/learn.en.json";
import type { Route, View } from "./router.js";
import type { Store } from "./store.js";

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
  /** It waits for an answer and stays in sight. */
  waits?: boolean;
}
export interface Other {
  name: string;
  /** As the core writes it. */
  text: string;
  file: AssessmentFile;
  overall: Interval;
  /** Whose answer counts, by the id of the comparison. */
  settled: Map<string, Settlement>;
}
/** What was carried over from the other edition, to be looked at again. */
export interface Carried {
  to: Edition;
  review: Reviewed[];
}
export type Filter = "all" | "unanswered" | "unknown" | "below";

/** What the page remembers between two drawings and nobody else needs. */
export interface Ui {
  menu: boolean;
  /** Folded parts that are open; only those have content in the document. */
  open: Set<string>;
  /** Not applicable was chosen and its reason is still missing: not counted yet. */
  pending: Set<string>;
  problems: Problems | null;
  dialog: Dialog | null;
  notices: Notice[];
  filter: Filter;
  words: string;
  /** What the filter found when it was set: an answer must not make its question vanish under the hand. */
  found: string[] | null;
  /** How far lists are unfolded, by list. */
  shown: Map<string, number>;
  /** What is typed in a field and not yet recorded; drawing again must not take it away. */
  typed: Map<string, string>;
  /** Small choices of single views: selected filters, rows being edited. */
  choice: Map<string, string>;
  /** Another file that this assessment is held against, and what was settled so far. */
  other: Other | null;
  carried?: Carried;
  /** A returned sheet that was read and waits to be taken over: the exports' own, and opaque here. */
  sheet?: object;
  /** Actions taken into the what-if. */
  raised: Set<string>;
}

/** What the page around an element asks of it. A new object for every change of it, so that views see it. */
export interface Host {
  /** Whether a view, a section or a part is left out. */
  hides(name: string): boolean;
  /** Whether an answer is the host's to give: "A.5.1", "area:policy", "document:isms_scope". */
  locks(key: string): boolean;
  /** Nobody but the host may put another assessment in the place of this one. */
  readonly fixed: boolean;
  /** The catalog without the sections that are left out. */
  book(book: Book): Book;
  /** Throws if a change touched what is locked. */
  check(assessment: Assessment): void;
  /** Prints the element and nothing of the page around it. */
  readonly print: () => void;
  /** What is said beside a score or a question. */
  beside(where: "standing" | "result" | "question", page: Page, key?: string): unknown;
}

/** What the scripts behind the app's bring. */
export interface Deferred {
  /** Guidance, evidence and next steps, for the core. */
  advice?: string;
  /** Taking the results along, and a returned sheet. */
  exports?: {
    list: (page: Page) => TemplateResult;
    take: (
      page: Page,
      names: ("workbook" | "statement" | "gaps" | "plan" | "documents" | "report-html")[],
    ) => TemplateResult;
    returned: (page: Page) => unknown;
    preview: (page: Page) => TemplateResult | null;
  };
  learn?: typeof learn;
  styles?: string;
  /** A question's text with its terms leading to the glossary. */
  terms?: (page: Page, text: string, question: string) => TemplateResult;
  views?: Partial<Record<View, (page: Page) => TemplateResult>>;
}

/** All that a view may use. A view is a function of this. */
export interface Page {
  readonly store: Store;
  readonly book: Book;
  readonly report: Report;
  readonly file: AssessmentFile;
  readonly route: Route;
  readonly ui: Ui;
  readonly preferences: Preferences;
  readonly draft: Draft;
  readonly readonly: boolean;
  /** Drawn for paper, where what is folded belongs too. */
  paper: boolean;
  readonly host: Host | undefined;
  /** What has come of the parts behind the script. */
  readonly deferred: Deferred;
  refresh(): void;
  announce(text: string): void;
  /** Runs one change; a ReadinessError goes to the summary and false comes back. */
  change(label: string, key: string, act: (assessment: Assessment) => void, field?: string): boolean;
  /** Puts another text in the place of this one as one step, held to the same. */
  replace(label: string, text: string): boolean;
  /** A change after a pause in typing, or at once when the field is left. */
  later(key: string, act: () => void): void;
  flush(key?: string): void;
  go(hash: string): void;
  problems(heading: string, list: Problem[]): void;
  notice(notice: Notice): void;
  dismiss(id: string): void;
  ask(dialog: Dialog): void;
  focusOn(id: string): void;
  saveFile(): void;
  openFile(file: File): Promise<void>;
  compareFile(file: File): Promise<void>;
  openExample(): void;
  start(edition: "2013" | "2022", hash: string): void;
  deleteAll(): void;
  setTheme(theme: "system" | "light" | "dark"): void;
}
