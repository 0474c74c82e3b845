import { html } from "lit";
import { nameOf } from "../exports/name.js";
import type { Book } from "./book.js";
import {
  Assessment,
  isReadinessError,
  readFile,
  type AssessmentFile,
  type Edition,
  type Interval,
  type Report,
} from "./core.js";
import { Draft, type Place } from "./draft.js";
import { download } from "./download.js";
import { today } from "./format.js";
import { isEmpty, Keeper } from "./keeper.js";
import type { Deferred, Dialog, Host, Notice, Page, Problem, Ui } from "./page.js";
import { Preferences, type Theme } from "./preferences.js";
import { link, type Route, type Router } from "./router.js";
import { Store } from "./store.js";
import { t, tt } from "./text.js";
import { dom } from "./words.js";

const TYPING_MS = 600;
/** After so many changes or days without a saved file the person is reminded. */
const REMIND_CHANGES = 25;
const REMIND_DAYS = 7;

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

/** One visit: the assessment, what is open on the page, and what the person asks for. */
export class Session implements Page {
  readonly store: Store;
  readonly draft: Draft;
  readonly preferences: Preferences;
  readonly = false;
  /** Drawn for paper, where what is folded belongs too. */
  paper = false;
  deferred: Deferred = {};
  /** What the live region says. */
  spoken = "";
  /** The person's own assessment while the example is open; it is not touched meanwhile. */
  own: string | null = null;
  readonly ui: Ui = {
    menu: false,
    open: new Set(),
    pending: new Set(),
    problems: null,
    dialog: null,
    notices: [],
    filter: "all",
    words: "",
    found: null,
    shown: new Map(),
    typed: new Map(),
    choice: new Map(),
    other: null,
    raised: new Set(),
  };
  #waiting = new Map<string, { timer: ReturnType<typeof setTimeout>; act: () => void }>();
  #reminded = false;
  #quiet = false;
  #told = false;

  constructor(readonly around: Surroundings) {
    this.preferences = new Preferences(around.storage, around.name);
    this.store = new Store("2022");
    this.draft = new Draft(around.place, new Keeper(this), this.preferences, around.name);
    this.store.subscribe((what) => this.#changed(what));
    this.setTheme(this.preferences.theme, false);
  }

  get book(): Book {
    return this.host?.book(this.store.book) ?? this.store.book;
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
  /** For the draft: while the example is open, the person's own text. */
  get text(): string {
    return this.own ?? this.store.text;
  }
  /** Nothing in it that could be lost. */
  get blank(): boolean {
    return this.own !== null ? isEmpty(this.own) : this.store.empty;
  }
  /** Leaving now would lose something. */
  get unsaved(): boolean {
    if (this.own !== null || this.store.empty || this.draft.file.changes === 0) return false;
    return this.draft.state.state !== "saved";
  }

  refresh(): void {
    void this.around.redraw();
  }

  announce(text: string): void {
    this.spoken = text;
    this.refresh();
  }

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

  /** Runs what changes the assessment, unless nothing may; what the core or the host refuses goes to the summary. */
  #guarded(act: () => void, field?: string): boolean {
    if (this.readonly) return false;
    try {
      act();
      if (this.ui.problems) this.ui.problems = null;
      return true;
    } catch (error) {
      if (!isReadinessError(error)) throw error;
      this.problems(t("problems.heading"), [{ message: sentence(error.message), ...(field ? { field } : {}) }]);
      return false;
    }
  }

  later(key: string, act: () => void): void {
    clearTimeout(this.#waiting.get(key)?.timer);
    this.#waiting.set(key, { act, timer: setTimeout(() => this.flush(key), TYPING_MS) });
  }

  flush(key?: string): void {
    for (const name of key === undefined ? [...this.#waiting.keys()] : [key]) {
      const waiting = this.#waiting.get(name);
      if (!waiting) continue;
      clearTimeout(waiting.timer);
      this.#waiting.delete(name);
      waiting.act();
    }
  }

  go(hash: string): void {
    this.around.router.go(hash);
  }

  problems(heading: string, list: Problem[]): void {
    this.ui.problems = { heading, list };
    void this.around.redraw().then(() => this.focusOn("problems"));
  }

  notice(notice: Notice): void {
    this.ui.notices = [...this.ui.notices.filter((one) => one.id !== notice.id), notice];
    this.refresh();
  }
  dismiss(id: string): void {
    this.ui.notices = this.ui.notices.filter((one) => one.id !== id);
    this.refresh();
  }
  ask(dialog: Dialog): void {
    this.ui.dialog = dialog;
    this.refresh();
  }

  focusOn(id: string): void {
    void this.around.redraw().then(() => {
      const there = this.around.root()?.getElementById(id);
      if (!there) return;
      there.focus({ preventScroll: true });
      const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
      // What has the focus has to be seen; nothing moves if it already is.
      there.scrollIntoView({ block: "nearest", behavior: still ? "auto" : "smooth" });
    });
  }

  /** The route changed: focus goes to the heading, or to what the route names. */
  moved(): void {
    this.flush();
    this.ui.typed.clear();
    this.ui.menu = false;
    this.ui.problems = null;
    this.ui.dialog = null;
    this.spoken = "";
    void this.around.redraw().then(() => {
      const root = this.around.root();
      const { view, rest } = this.route;
      const named =
        view === "assess" && rest[1]
          ? `${dom(rest[1])}-legend`
          : view === "documents" && rest[0]
            ? `d-${rest[0]}-legend`
            : view === "learn" && rest[1]
              ? `term-${rest[1]}`
              : null;
      const target = named === null ? null : root?.getElementById(named);
      if (target) {
        // First, since Firefox gives no focus to a legend that it has not laid out.
        (target.closest("fieldset") ?? target).scrollIntoView({ block: "start" });
        target.focus({ preventScroll: true });
      } else {
        root?.getElementById("title")?.focus({ preventScroll: true });
        if (this.around.owner) scrollTo(0, 0);
        else root?.getElementById("title")?.scrollIntoView({ block: "nearest" });
      }
    });
  }

  step(direction: "undo" | "redo"): void {
    this.flush();
    let label: string | undefined;
    const check = (next: Assessment): void => this.host?.check(next);
    if (!this.#guarded(() => (label = this.store[direction](check))) || label === undefined) return;
    this.ui.pending.clear();
    this.ui.typed.clear();
    this.announce(t(direction === "undo" ? "undo.done" : "redo.done", { what: label }));
  }

  setTheme(theme: Theme, keep = true): void {
    if (keep) this.preferences.theme = theme;
    const root = this.around.owner?.documentElement;
    if (theme === "system") root?.removeAttribute("data-theme");
    else root?.setAttribute("data-theme", theme);
    this.refresh();
  }

  // Files

  saveFile(): void {
    this.flush();
    const name = `${nameOf(this.file) || "iso27001-assessment"}-${today()}.iso27001.json`;
    download(name, new Blob([this.store.text], { type: "application/json" }));
    if (this.own === null) {
      this.draft.file = { at: new Date().toISOString(), changes: 0 };
      this.draft.save();
      this.dismiss("remind");
    }
    this.announce(t("file.saved", { name }));
  }

  async openFile(file: File): Promise<void> {
    if (this.#fixed) return;
    const opened = await this.#read(file);
    if (!opened) return;
    const { text, summary } = opened;
    const take = (): void => {
      if (this.#fixed) return;
      this.putBack();
      this.store.replace(text, this.store.empty ? null : t("change.open"));
      this.#settle(link("result"));
      this.announce(t("open.done", { summary }));
    };
    if (this.blank) return take();
    this.ask({
      title: t("open.ask"),
      body: () => html`<p>${summary}</p>
        <p>${t("replace.text")}</p>`,
      actions: [
        { label: t("open.replace"), act: take, tone: "primary" },
        { label: t("data.save.act"), act: () => this.saveFile(), stays: true },
      ],
    });
  }

  async compareFile(file: File): Promise<void> {
    const opened = await this.#read(file);
    if (!opened) return;
    const other = JSON.parse(opened.text) as AssessmentFile;
    if (other.edition !== this.store.edition) {
      this.problems(t("open.problem", { name: file.name }), [
        { message: t("compare.edition", { edition: other.edition, here: this.store.edition }) },
      ]);
      return;
    }
    this.ui.other = { name: file.name, text: opened.text, file: other, overall: opened.overall, settled: new Map() };
    this.announce(opened.summary);
  }

  /** Reads a foreign file through the core. The instance that has seen it is thrown away afterwards. */
  async #read(file: File): Promise<{ text: string; summary: string; overall: Interval } | null> {
    this.flush();
    try {
      const opened = Assessment.parse(await readFile(file));
      const text = opened.toJSON();
      const { coverage, overall } = opened.summary();
      const summary = t("open.summary", {
        edition: opened.edition,
        n: coverage.answered + coverage.provisional,
        of: coverage.applicable,
      });
      opened.free();
      return { text, summary, overall };
    } catch (error) {
      const message = isReadinessError(error)
        ? `${sentence(error.message)}${error.subject && error.subject !== "$" ? ` ${t("open.where", { subject: error.subject })}` : ""}`
        : t("open.failed");
      this.problems(t("open.problem", { name: file.name }), [{ message }, { message: t("open.untouched") }]);
      return null;
    } finally {
      this.store.renew();
    }
  }

  /** The example stands beside the person's own assessment and is never kept. */
  openExample(): void {
    this.flush();
    if (this.#fixed) return;
    const example = Assessment.example(this.store.edition);
    const text = example.toJSON();
    example.free();
    this.own ??= this.store.text;
    this.store.replace(text, null);
    this.store.forgetSteps();
    this.#settle(link("result"));
    this.notice({
      id: "example",
      tone: "info",
      text: t("example.notice"),
      lasting: true,
      actions: [{ label: t("example.close"), act: () => this.closeExample() }],
    });
  }
  closeExample(): void {
    this.putBack();
    this.#settle(link("start"));
  }

  /** The person's own assessment takes its place again, so that what comes next can be undone to it. */
  putBack(): void {
    if (this.own === null) return;
    const { own } = this;
    this.own = null;
    this.quietly(own);
    this.store.forgetSteps();
    this.dismiss("example");
  }

  /** Puts in what is no change of the person's here: it is neither counted nor written. */
  quietly(text: string, label: string | null = null): void {
    this.#quiet = true;
    try {
      this.store.replace(text, label);
    } finally {
      this.#quiet = false;
    }
  }

  /** Puts in what comes from around the page: nothing of what was there stays, and no step leads back to it. */
  load(text: string): void {
    this.quietly(text);
    this.own = null;
    this.store.forgetSteps();
    this.store.changes += 1;
    for (const { timer } of this.#waiting.values()) clearTimeout(timer);
    this.#waiting.clear();
    this.ui.typed.clear();
    this.ui.dialog = null;
    this.dismiss("example");
    this.#clear();
    this.refresh();
  }

  /** Another assessment in the place of this one is not to be had; says so. */
  get #fixed(): boolean {
    if (!this.readonly && !this.host?.fixed) return false;
    this.problems(tt("host.fixed"), []);
    return true;
  }

  start(edition: Edition, hash: string): void {
    if (this.#fixed) return;
    const begin = (): void => {
      if (this.#fixed) return;
      this.putBack();
      this.store.create(edition, t("change.start"));
      this.#settle(hash);
    };
    if (this.blank) return begin();
    this.ask({
      title: t("start.over", { edition }),
      body: () => html`<p>${t("replace.text")}</p>`,
      actions: [
        { label: t("start.over.act"), act: begin, tone: "primary" },
        { label: t("data.save.act"), act: () => this.saveFile(), stays: true },
      ],
    });
  }

  deleteAll(): void {
    if (this.#fixed) return;
    const kept = this.draft.state.state !== "off";
    const act = (): void => {
      if (this.#fixed) return;
      this.putBack();
      // The last notice about them goes with the answers.
      this.ui.notices = [];
      const deleted = this.draft.deleteAll();
      this.store.create(this.store.edition, t("change.delete"));
      this.#settle(link("data"));
      void deleted.then(
        (gone) =>
          this.notice({
            id: "deleted",
            tone: gone ? "success" : "warning",
            text: t(gone ? "deleted.notice" : "deleted.failed"),
            actions: [
              {
                label: t("undo.act"),
                act: () => {
                  this.step("undo");
                  if (kept) this.draft.allow();
                  this.dismiss("deleted");
                },
              },
            ],
          }),
        () => this.notice({ id: "deleted", tone: "warning", text: t("deleted.failed") }),
      );
      this.setTheme("system", false);
    };
    this.ask({
      title: t("data.delete.ask"),
      body: () => html`<p>${t("data.delete.text")}</p>`,
      actions: [{ label: t("data.delete.act"), act, tone: "danger" }],
    });
  }

  #changed(what: "change" | "replace" | "trap"): void {
    if (what === "trap") {
      this.notice({ id: "trap", tone: "warning", text: t("trap.notice") });
      return;
    }
    if (what === "replace") this.ui.pending.clear();
    if (this.own === null && !this.#quiet) {
      this.draft.file = { ...this.draft.file, changes: this.draft.file.changes + 1 };
      this.draft.save();
      this.remind();
      this.#tellMemory();
    }
    this.refresh();
  }

  /** Where nothing can be kept, that is said once, with the first change. */
  #tellMemory(): void {
    const { state } = this.draft;
    if (this.#told || state.state !== "off" || (state.why !== "file" && state.why !== "frame")) return;
    this.#told = true;
    this.notice({ id: "memory", tone: "info", text: tt(`draft.off.${state.why}`) });
  }

  #settle(hash: string): void {
    this.#clear();
    if (this.around.owner && location.hash === hash) this.refresh();
    else this.go(hash);
  }

  #clear(): void {
    this.ui.open.clear();
    this.ui.raised.clear();
    this.ui.choice.clear();
    this.ui.shown.clear();
    this.ui.typed.clear();
    this.ui.found = null;
    this.ui.filter = "all";
    this.ui.words = "";
    this.ui.problems = null;
    this.ui.other = null;
    delete this.ui.carried;
    delete this.ui.sheet;
  }

  /** After many changes without a saved file, once. */
  remind(): void {
    if (this.around.place === "host") return;
    const { at, changes } = this.draft.file;
    const days = at === null ? 0 : (Date.now() - Date.parse(at)) / 86_400_000;
    if (this.#reminded || changes === 0 || (changes < REMIND_CHANGES && days < REMIND_DAYS)) return;
    this.#reminded = true;
    this.notice({
      id: "remind",
      tone: "info",
      text: t("remind.notice"),
      actions: [{ label: t("data.save.act"), act: () => this.saveFile() }],
    });
  }
}

/** The core's messages are phrases; here they stand alone. */
const sentence = (phrase: string): string =>
  phrase.charAt(0).toUpperCase() + phrase.slice(1) + (/[.?!]$/.test(phrase) ? "" : ".");
