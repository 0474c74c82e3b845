// All that a view may use; a view is a function of it.
import type { TemplateResult } from "lit";
import type learn from "language/learn.json";
import type { deferredModule } from "./model/deferred_wasm.js";
import type { DraftControls } from "./model/draft_record.js";
import type { Preferences, Theme } from "./model/preferences.js";
import type { QuestionIndex, Section } from "./model/question_pages.js";
import type { Store } from "./model/store.js";
import type { Assessment, AssessmentFile, Report } from "./model/wasm.js";
import type { Route, View } from "./router.js";
import type { Dialog, Notice, Problem, Timed, UiState } from "./ui_state.js";

/** What the page around an element asks of it. A new object for every change of it, so that views see it. */
export interface Host {
  /** Whether a view, a section or a part is left out. */
  hides(name: string): boolean;
  /** Whether an answer is the host's to give: "A.5.1", "area:policy", "document:isms_scope". */
  locks(key: string): boolean;
  /** Nobody but the host may put another assessment in the place of this one. */
  readonly fixed: boolean;
  /** The catalog without the sections that are left out. */
  questions(all: QuestionIndex): QuestionIndex;
  /** Throws if a change touched what is locked. */
  check(assessment: Assessment): void;
  /** Prints the element and nothing of the page around it. */
  readonly print: () => void;
  /** The host's own remark at a score or a question. */
  extras(where: "standing" | "result" | "question", page: Page, key?: string): unknown;
}

/** What the scripts behind the app's bring. */
export interface Deferred {
  /** A copy of the page with the answers inside: made, and opened where this page is one. */
  copy?: { ask: (page: Page) => void; openHeld: (page: Page) => void };
  /** The rest of the questionnaire, for the core. */
  texts?: string;
  /** Taking the results along. */
  exports?: {
    list: (page: Page) => TemplateResult;
    buttons: (
      page: Page,
      names: ("workbook" | "statement" | "gaps" | "plan" | "documents" | "report-html" | "stage1-pack")[],
    ) => TemplateResult;
    /** The first version of the document with that key. */
    first: (page: Page, key: string) => unknown;
    /** The dates on the way to a certificate. */
    calendar: (page: Page) => TemplateResult;
  };
  /** The full list of questions: a page of it, or what the filter found. */
  full?: (page: Page, section: Section | null) => TemplateResult;
  learn?: typeof learn;
  /** The second module of the crate, which the first call starts; what it refuses is a `ReadinessError`. */
  module?: typeof deferredModule;
  /** What sheets would change, and what becomes of files and cells that are dropped or pasted. */
  sheets?: {
    view: (page: Page) => TemplateResult;
    given: (page: Page, event: Event) => void;
    /** The answers in a copy of the page; any other file as it is. */
    inside: (file: File) => Promise<File>;
  };
  /** The start's lower part, and its tasks once there are answers. */
  start?: { below: (page: Page) => TemplateResult; tasks: (page: Page) => TemplateResult };
  styles?: string;
  /** A question's text with its terms leading to the glossary. */
  terms?: (page: Page, text: string, question: string) => TemplateResult;
  views?: Partial<Record<View, (page: Page) => TemplateResult>>;
}

/** All that a view may use. A view is a function of this. */
export interface Page {
  readonly store: Store;
  readonly questions: QuestionIndex;
  readonly report: Report;
  readonly file: AssessmentFile;
  readonly route: Route;
  readonly ui: UiState;
  readonly preferences: Preferences;
  readonly draft: DraftControls;
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
  later(field: Timed, act: () => void): void;
  flush(field?: Timed): void;
  go(hash: string): void;
  problems(heading: string, list: Problem[]): void;
  notice(notice: Notice): void;
  dismiss(id: string): void;
  ask(dialog: Dialog): void;
  focusOn(id: string): void;
  /** Saves the answers, or what is made of their text, as a page. */
  saveFile(made?: (text: string) => string): void;
  /** Says whether it was an assessment that could be read; one that is no sheet for sure is read as nothing else. */
  openFile(file: File, isAssessment?: boolean): Promise<boolean>;
  compareFile(file: File): Promise<void>;
  openExample(): void;
  start(edition: "2013" | "2022", hash: string): void;
  deleteAll(): void;
  setTheme(theme: Theme, keep?: boolean): void;
}
