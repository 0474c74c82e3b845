// One visit: the assessment, what is open on the page, and what the person asks for. It wires parts that know ports.
import { Conflicts, type ConflictsPort } from "../drafts/conflicts.js";
import { exactAddress } from "../components/sections.js";
import { Draft } from "../drafts/draft.js";
import type { Place } from "../model/draft_record.js";
import { Preferences, type Theme } from "../model/preferences.js";
import type { QuestionIndex } from "../model/question_pages.js";
import { Store, type Source } from "../model/store.js";
import { isReadinessError, type Assessment, type AssessmentFile, type Edition, type Report } from "../model/wasm.js";
import type { Deferred, Host, Page } from "../page.js";
import type { Route, Router } from "../router.js";
import { t, tt } from "../text/messages.js";
import { clearUiState, newUiState, type Dialog, type Notice, type Problem, type Timed } from "../ui_state.js";
import { Files, type FilesPort } from "./files.js";
import { Focus } from "./focus.js";
import { Notices } from "./notices.js";
import { Typing } from "./typing.js";

export interface Surroundings {
  router: Router;
  /** Throw-away preferences; null where nothing may be kept. */
  storage: Storage | null;
  place: Place;
  /** Names the draft and the preferences of an element that keeps its own. */
  name?: string;
  /** The element that draws: asked to draw again, and for what is in it. */
  redraw: () => Promise<unknown>;
  root: () => ShadowRoot | null;
  /** The document's own title and theme are ours only on our own page. */
  owner: Document | null;
  /** What the page around an element asks for. */
  host?: Host;
}

export class Session implements Page, ConflictsPort, FilesPort {
  readonly store = new Store("2022");
  readonly draft: Draft;
  readonly preferences: Preferences;
  readonly ui = newUiState();
  readonly = false;
  /** Drawn for paper, where what is folded belongs too. */
  paper = false;
  deferred: Deferred = {};
  /** What the live region says. */
  spoken = "";
  /** The person's own text while the example is open; it is not touched meanwhile. */
  whileExample: string | null = null;
  readonly #typing = new Typing();
  /** Texts that a file holds, saved or opened in this visit, and since when. */
  readonly #inFiles = new Map<string, string>();
  readonly #files = new Files(this);
  readonly #notices = new Notices(this);
  readonly #focus: Focus;

  constructor(readonly around: Surroundings) {
    const { storage, name, place, redraw, root, owner } = around;
    this.#focus = new Focus({ redraw, root, ownsPage: owner !== null });
    this.preferences = new Preferences(storage, name);
    this.draft = new Draft(place, new Conflicts(this), this.preferences, name);
    this.store.subscribe((what, source) => this.#changed(what, source));
    this.setTheme(this.preferences.theme, false);
  }

  get questions(): QuestionIndex {
    return this.host?.questions(this.store.questions) ?? this.store.questions;
  }
  get host(): Host | undefined {
    return this.around.host;
  }
  get report(): Report {
    return this.store.report;
  }
  get file(): AssessmentFile {
    return this.store.file;
  }
  get route(): Route {
    return this.around.router.route;
  }
  get text(): string {
    return this.whileExample ?? this.store.text;
  }
  get blank(): boolean {
    if (this.#typedOnly) return false;
    if (this.whileExample === null) return this.store.empty;
    return this.store.try((own) => own.isEmpty(), this.whileExample);
  }
  /** Something is typed that the assessment does not hold: refused, or waiting for its button. */
  get #typedOnly(): boolean {
    return [...this.ui.typed].some(([id, text]) => text.trim() !== "" && !this.#typing.holds(id));
  }
  get touched(): boolean {
    return this.store.changes > 0 || this.whileExample !== null;
  }
  /** Leaving now would lose something. */
  get unsaved(): boolean {
    if (this.#typedOnly) return true;
    if (this.draft.whole) return false;
    return (this.#typing.waits && this.whileExample === null) || (this.draft.file.changes > 0 && !this.blank);
  }

  readonly #warn = (event: Event): void => event.preventDefault();
  /** Listens for leaving only while that would lose something: the listener alone keeps a page out of the back/forward cache. */
  #guardLeaving(): void {
    const change = this.unsaved ? "addEventListener" : "removeEventListener";
    this.around.owner?.defaultView?.[change]("beforeunload", this.#warn);
  }

  refresh(): void {
    this.#guardLeaving();
    void this.around.redraw();
  }
  announce(text: string): void {
    this.spoken = text;
    this.refresh();
  }
  go(hash: string): void {
    this.around.router.go(hash);
  }

  // Changes

  change(label: string, key: string, act: (assessment: Assessment) => void, field?: string): boolean {
    return this.#guarded(
      () =>
        this.store.change(label, key, (assessment) => {
          act(assessment);
          this.host?.check(assessment);
        }),
      field,
    );
  }

  replace(label: string, text: string): boolean {
    return this.#guarded(() => {
      this.store.try((next) => this.host?.check(next), text);
      this.store.replace(text, label);
    });
  }

  step(direction: "undo" | "redo"): void {
    this.flush();
    let label: string | undefined;
    const check = (next: Assessment): void => this.host?.check(next);
    if (!this.#guarded(() => (label = this.store[direction](check))) || label === undefined) return;
    this.ui.pending.clear();
    this.announce(t(direction === "undo" ? "undo.done" : "redo.done", { what: label }));
  }

  /** Runs what changes the assessment, unless nothing may; what the core or the host refuses goes to the summary. */
  #guarded(act: () => void, field?: string): boolean {
    if (this.readonly) return false;
    try {
      act();
      if (this.ui.problems) this.ui.problems = null;
      return true;
    } catch (error) {
      if (!isReadinessError(error)) throw error;
      const message = t("reason", { reason: error.message });
      this.ui.refusal = message;
      this.problems(t("problems.heading"), [{ message, ...(field ? { field } : {}) }]);
      return false;
    }
  }

  #changed(what: "change" | "replace" | "trap", source: Source): void {
    if (what === "trap") return this.#notices.trap();
    if (what === "replace") this.ui.pending.clear();
    if (source === "person" && this.whileExample === null) {
      const at = this.#inFiles.get(this.store.text);
      const { file } = this.draft;
      this.draft.file = at === undefined ? { ...file, changes: file.changes + 1 } : { at, changes: 0 };
      this.draft.save();
      this.remind();
      this.#notices.explainMemory(this.draft.state);
    }
    this.refresh();
  }

  /** Puts in another tab's text, or the draft that was found; while the example is open, behind it. */
  replaceFromRemote(text: string, label: string | null, filed: string | null = null): void {
    if (filed !== null) this.#inFiles.set(text, filed);
    if (this.whileExample === null) this.store.replace(text, label, "remote");
    else this.whileExample = this.store.try((own) => own.toJSON(), text);
  }

  /** Puts in the text that the page around gives. What the person had can be brought back, and what was just typed with it. */
  replaceFromHost(text: string, label: string): void {
    this.flush();
    this.#files.restoreOwn();
    this.store.replace(text, this.store.changes > 0 || !this.store.empty ? label : null, "host");
    this.store.changes += 1;
    this.ui.dialog = null;
    clearUiState(this.ui);
    this.refresh();
  }

  // Typing, focus and notices

  later(field: Timed, act: () => void): void {
    this.#typing.later(field, () => {
      act();
      this.#guardLeaving();
    });
    this.#guardLeaving();
  }
  flush(field?: Timed): void {
    this.#typing.flush(field);
  }
  focusOn(id: string): void {
    this.#focus.on(id);
  }
  problems(heading: string, list: Problem[]): void {
    this.ui.problems = { heading, list };
    void this.around.redraw().then(() => this.focusOn("problems"));
  }
  notice(notice: Notice): void {
    this.#notices.show(notice);
  }
  dismiss(id: string): void {
    this.#notices.dismiss(id);
  }
  remind(): void {
    this.#notices.remind(this.around.place, this.draft.file);
  }
  ask(dialog: Dialog): void {
    this.ui.dialog = dialog;
    this.refresh();
  }

  /** Puts the exact address in the place of one that names no page of questions. */
  settle(): boolean {
    const exact = exactAddress(this);
    if (exact !== null) this.around.router.replace(exact);
    return exact !== null;
  }

  /** The route changed. */
  moved(): void {
    if (this.settle()) return;
    const { problems } = this.ui;
    this.flush();
    this.ui.menu = null;
    if (this.ui.choice.get("about") === "open") this.ui.choice.delete("about");
    // What was refused on leaving is said where the person is now.
    if (this.ui.problems === problems) this.ui.problems = null;
    this.ui.dialog = null;
    this.spoken = "";
    this.#focus.follow(this.route);
  }

  leaveFor(hash: string): void {
    clearUiState(this.ui);
    if (this.around.owner && location.hash === hash) this.refresh();
    else this.go(hash);
  }

  setTheme(theme: Theme, keep = true): void {
    if (keep) this.preferences.theme = theme;
    const root = this.around.owner?.documentElement;
    if (theme === "system") root?.removeAttribute("data-theme");
    else root?.setAttribute("data-theme", theme);
    this.refresh();
  }

  // Files

  saveFile(made?: (text: string) => string): void {
    this.#files.save(made);
  }
  openFile(file: File, isAssessment?: boolean): Promise<boolean> {
    return this.#files.open(file, isAssessment);
  }
  compareFile(file: File): Promise<void> {
    return this.#files.compare(file);
  }
  openExample(): void {
    this.#files.openExample();
  }
  closeExample(): void {
    this.#files.closeExample();
  }
  start(edition: Edition, hash: string): void {
    this.#files.begin(edition, hash);
  }
  deleteAll(): void {
    this.#files.deleteAll();
  }
  /** The person chose another text: it takes the place of their own, also where the example is open. */
  takeOver(label: string, text: string): boolean {
    this.#files.restoreOwn();
    return this.replace(label, text);
  }
  /** A file holds the answers as they are. */
  filed(when: Date): void {
    const at = when.toISOString();
    this.store.endStep();
    this.#inFiles.set(this.store.text, at);
    this.draft.file = { at, changes: 0 };
    this.draft.save();
    this.dismiss("remind");
  }
  settleDraft(key: string): void {
    this.draft.settle(key);
  }
  refuseFixed(): boolean {
    if (!this.readonly && !this.host?.fixed) return false;
    this.problems(tt("host.fixed"), []);
    return true;
  }
}
