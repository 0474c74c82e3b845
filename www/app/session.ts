import { html } from "lit";
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
import { Draft, recordOf, type DraftOwner, type DraftRecord, type Joined, type Place } from "./draft.js";
import { date, today } from "./format.js";
import type { Late } from "./late.js";
import { merge, taken, type Clash } from "./merge.js";
import type { Dialog, Host, Notice, Page, Problem, Ui } from "./page.js";
import { Preferences, type Theme } from "./preferences.js";
import { link, type Route, type Router } from "./router.js";
import { Store } from "./store.js";
import { t, tt } from "./text.js";
import { answerText, dom } from "./words.js";

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
export class Session implements Page, DraftOwner {
  readonly store: Store;
  readonly draft: Draft;
  readonly preferences: Preferences;
  readonly = false;
  late: Late = {};
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
  #joining = false;
  #told = false;
  #clashes: Clash[] = [];

  constructor(readonly around: Surroundings) {
    this.preferences = new Preferences(around.storage, around.name);
    this.store = new Store("2022");
    this.draft = new Draft(around.place, this, this.preferences, around.name);
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
  get blank(): boolean {
    return this.#nothingToLose;
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
    const name = `iso27001-assessment-${today()}.iso27001.json`;
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
      this.#putBack();
      this.store.replace(text, this.store.empty ? null : t("change.open"));
      this.#settle(link("result"));
      this.announce(t("open.done", { summary }));
    };
    if (this.#nothingToLose) return take();
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
    this.#putBack();
    this.#settle(link("start"));
  }

  /** The person's own assessment takes its place again, so that what comes next can be undone to it. */
  #putBack(): void {
    if (this.own === null) return;
    const { own } = this;
    this.own = null;
    this.#joining = true;
    this.store.replace(own, null);
    this.#joining = false;
    this.store.forgetSteps();
    this.dismiss("example");
  }

  /** Puts in what comes from around the page: nothing of what was there stays, and no step leads back to it. */
  load(text: string): void {
    this.#joining = true;
    try {
      this.store.replace(text, null);
    } finally {
      this.#joining = false;
    }
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

  get #nothingToLose(): boolean {
    return this.own !== null ? isEmpty(this.own) : this.store.empty;
  }

  start(edition: Edition, hash: string): void {
    if (this.#fixed) return;
    const begin = (): void => {
      if (this.#fixed) return;
      this.#putBack();
      this.store.create(edition, t("change.start"));
      this.#settle(hash);
    };
    if (this.#nothingToLose) return begin();
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
      this.#putBack();
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

  // What the draft asks of us

  found(record: DraftRecord): "taken" | "damaged" | "late" {
    try {
      Assessment.parse(record.text).free();
    } catch {
      return "damaged";
    }
    if ((this.store.changes > 0 || this.own !== null) && record.text !== this.text) {
      this.aside("current", record);
      return "late";
    }
    this.#joining = true;
    this.store.replace(record.text, null);
    this.#joining = false;
    this.#remind();
    return "taken";
  }

  join(base: string, record: DraftRecord): Joined {
    const mine = this.text;
    let theirs: string;
    try {
      const checked = Assessment.parse(record.text);
      theirs = checked.toJSON();
      checked.free();
    } catch {
      return { verdict: "damaged", theirs: record.text, clashes: [] };
    }
    let merged = merge(base, mine, theirs);
    if (!merged && this.blank) merged = { text: theirs, clashes: [] };
    if (!merged) return { verdict: isEmpty(theirs) ? "joined" : "another", theirs, clashes: [] };
    try {
      this.#follow(mine, merged.text);
    } catch {
      return { verdict: "another", theirs, clashes: [] };
    }
    if (merged.clashes.length > 0) this.#tellClashes(merged.clashes);
    return { verdict: "joined", theirs, clashes: merged.clashes };
  }

  /** Shows what another tab did. Where it opened another assessment, one step leads back to this one. */
  #follow(mine: string, text: string): void {
    if (text === mine) return;
    if (this.own !== null) {
      const whole = Assessment.parse(text);
      this.own = whole.toJSON();
      whole.free();
      return;
    }
    const id = (file: string): unknown => (JSON.parse(file) as AssessmentFile).id;
    this.#joining = true;
    try {
      this.store.replace(text, this.store.empty || id(text) === id(mine) ? null : t("change.clash"));
    } finally {
      this.#joining = false;
    }
  }

  aside(key: string, remains: unknown): void {
    const record = recordOf(remains);
    const readable = record !== null && this.#reads(record.text);
    const settle = (): void => {
      this.draft.settle(key);
      this.dismiss(key);
    };
    const open = (): void => {
      this.#putBack();
      if (record && this.replace(t("change.open"), record.text)) settle();
    };
    this.notice({
      id: key,
      tone: "warning",
      text: readable ? t("draft.earlier", { when: date(record.saved, true) }) : t("draft.damaged"),
      lasting: key !== "current",
      actions: [
        readable
          ? { label: t("draft.earlier.open"), act: open }
          : { label: t("draft.damaged.save"), act: () => download("damaged-draft.txt", new Blob(bytesOf(remains), { type: "text/plain" })) },
        ...(key === "current" ? [] : [{ label: t("draft.aside.delete"), act: settle }]),
      ],
    });
  }

  #reads(text: string): boolean {
    try {
      Assessment.parse(text).free();
      return true;
    } catch {
      return false;
    }
  }

  changed(): void {
    this.refresh();
  }

  /** The losers of clashes are told and can be taken after all, until the person has seen to them. */
  #tellClashes(latest: Clash[]): void {
    const key = ({ kind, id }: Clash): string => `${kind} ${id}`;
    const open = this.ui.notices.some(({ id }) => id === "clash") ? this.#clashes : [];
    const clashes = [...new Map([...open, ...latest].map((clash) => [key(clash), clash])).values()];
    this.#clashes = clashes;
    const words = (clash: Clash): string => {
      if (clash.kind === "other") return tt("clash.other");
      const [mine, other] = [clash.mine, clash.theirs].map((entry) => {
        const { answer = null, status } = (entry ?? {}) as { answer?: never; status?: string };
        return clash.kind === "documents" ? tt(`status.${status ?? "none"}`) : answerText(this.book.catalog, answer);
      });
      const name = clash.kind === "documents" ? (this.book.documents.get(clash.id)?.name ?? clash.id) : clash.id;
      return t("clash.one", { name, mine: mine ?? "", theirs: other ?? "" });
    };
    this.notice({
      id: "clash",
      tone: "warning",
      text: `${t("clash.notice")} ${clashes.slice(0, 5).map(words).join(" ")}`,
      actions: [
        {
          label: t("clash.take"),
          act: () => {
            this.#putBack();
            if (this.replace(t("change.clash"), taken(this.store.text, clashes))) this.dismiss("clash");
          },
        },
      ],
    });
  }

  #changed(what: "change" | "replace" | "trap"): void {
    if (what === "trap") {
      this.notice({ id: "trap", tone: "warning", text: t("trap.notice") });
      return;
    }
    if (what === "replace") this.ui.pending.clear();
    if (this.own === null && !this.#joining) {
      this.draft.file = { ...this.draft.file, changes: this.draft.file.changes + 1 };
      this.draft.save();
      this.#remind();
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

  #remind(): void {
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

const isEmpty = (text: string): boolean => {
  const { requirements = {}, areas = {}, documents = {} } = JSON.parse(text) as AssessmentFile;
  return [requirements, areas, documents].every((entries) => Object.keys(entries).length === 0);
};

/** What cannot be read, as it is where it is text or bytes, else written out. */
function bytesOf(remains: unknown): BlobPart[] {
  const text: unknown = remains instanceof Blob ? remains : ((remains as { text?: unknown } | null)?.text ?? remains);
  if (typeof text === "string" || text instanceof Blob || text instanceof ArrayBuffer) return [text];
  if (ArrayBuffer.isView(text)) return [text as BlobPart];
  try {
    return [JSON.stringify(remains, (_, value: unknown) => (typeof value === "bigint" ? String(value) : value))];
  } catch {
    return [String(remains)];
  }
}

/** Hands a file to the browser. */
export function download(name: string, content: Blob): void {
  const anchor = document.createElement("a");
  anchor.href = URL.createObjectURL(content);
  anchor.download = name;
  anchor.click();
  // The browser has its own hold on the bytes by then.
  setTimeout(() => URL.revokeObjectURL(anchor.href), 60_000);
}
