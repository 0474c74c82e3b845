// Files and whole assessments: saved, opened, compared, begun anew, the example, and everything deleted.
import { html } from "lit";
import { download } from "../download.js";
import type { Draft } from "../drafts/draft.js";
import {
  Assessment,
  isReadinessError,
  readFile,
  type AssessmentFile,
  type Edition,
  type Interval,
} from "../model/wasm.js";
import type { Page } from "../page.js";
import { link } from "../router.js";
import { nameOf } from "../text/file_name.js";
import { today } from "../text/format.js";
import { sentences, t, tt } from "../text/messages.js";
import type { Dialog, FieldId } from "../ui_state.js";

/** What opening and closing assessments needs of the visit. */
export interface FilesPort
  extends Pick<
    Page,
    | "store"
    | "ui"
    | "host"
    | "readonly"
    | "deferred"
    | "flush"
    | "go"
    | "refresh"
    | "announce"
    | "problems"
    | "notice"
    | "dismiss"
    | "ask"
    | "setTheme"
  > {
  readonly draft: Draft;
  /** Nothing in the person's own assessment that could be lost. */
  readonly blank: boolean;
  /** The person's own text while the example is open. */
  whileExample: string | null;
  /** Says so, and returns true, where no other assessment may take the place of this one. */
  refuseFixed(): boolean;
  step(direction: "undo"): void;
  /** A file holds the answers as they are, since that moment. */
  filed(when: Date): void;
  /** Leaves what is open on the page and goes there. */
  leaveFor(hash: string): void;
}

/** Reading a file from this size on takes so long that it is told, and can be cancelled. */
const TOLD_FROM = 256 * 1024;
/** Long enough for a browser to draw. */
const BREATH_MS = 30;
const CANCELLED = Symbol();

/** Whether a file is opened as JSON: by its first sign, and by its name where the content does not speak for a sheet. */
async function isJson(file: File): Promise<boolean> {
  try {
    const head = await file.slice(0, 4096).text();
    return (
      /^[\s\0\ufffd]*[[{]/.test(head) || (/json$/i.test(file.name) && !/^(?:PK|[^"{}]*[,;\t][^"{}]*[\r\n])/.test(head))
    );
  } catch {
    // Reading it as a whole tells why.
    return true;
  }
}

export class Files {
  /** What was typed beside the person's own assessment and is not recorded, while the example is open. */
  #typed: [FieldId, string][] = [];

  constructor(private readonly visit: FilesPort) {}

  /** As a file of its own, or as what is made of its text. */
  save(made?: (text: string) => string): void {
    const { visit } = this;
    visit.flush();
    const name = `${nameOf(visit.store.file) || "iso27001-assessment"}-${today()}.${made ? "html" : "iso27001.json"}`;
    const { text } = visit.store;
    download(name, new Blob([made?.(text) ?? text], { type: made ? "text/html" : "application/json" }));
    if (visit.whileExample === null) visit.filed(new Date());
    visit.announce(t("file.saved", { name }));
  }

  /** Says whether it was an assessment that could be read. */
  async open(given: File, isAssessment = false): Promise<boolean> {
    const { visit } = this;
    const file = await this.#inside(given);
    if (!file) return false;
    // Where there is no view for sheets, an assessment alone can be opened.
    const json = isAssessment || file !== given || visit.host?.hides("import") || (await isJson(file));
    if ((json || visit.readonly) && visit.refuseFixed()) return false;
    if (!json) {
      // Sheets change the person's own assessment, never the example.
      this.restoreOwn();
      visit.ui.sheet = file;
      visit.go(link("import"));
      visit.refresh();
      return false;
    }
    const opened = await this.#read(file);
    if (!opened) return false;
    const { text, summary } = opened;
    const take = (): void => {
      if (visit.refuseFixed()) return;
      this.restoreOwn();
      visit.store.replace(text, t("change.open"));
      visit.filed(new Date(file.lastModified));
      visit.leaveFor(link("result"));
      visit.announce(t("open.done", { summary }));
    };
    if (visit.blank) take();
    else {
      visit.ask({
        title: t("open.ask"),
        body: () => html`<p>${summary}</p>
          <p>${t("replace.text")}</p>`,
        actions: [
          { label: t("open.replace"), act: take, tone: "primary" },
          { label: t("data.save.act"), act: () => this.save(), stays: true },
        ],
      });
    }
    return true;
  }

  /** The answers in a copy of this page; any other file as it is. */
  async #inside(given: File): Promise<File | null> {
    const { visit } = this;
    const file = (await visit.deferred.sheets?.inside(given)) ?? given;
    if (file === given || file.size > 0) return file;
    visit.problems(t("open.problem", { name: given.name }), [
      { message: tt("copy.none") },
      { message: t("open.untouched") },
    ]);
    return null;
  }

  async compare(file: File): Promise<void> {
    const { visit } = this;
    const inside = await this.#inside(file);
    const opened = inside && (await this.#read(inside));
    if (!opened) return;
    const other = JSON.parse(opened.text) as AssessmentFile;
    if (other.edition !== visit.store.edition) {
      visit.problems(t("open.problem", { name: file.name }), [
        { message: t("compare.edition", { edition: other.edition, here: visit.store.edition }) },
      ]);
      return;
    }
    visit.ui.other = { name: file.name, text: opened.text, file: other, overall: opened.overall, settled: new Map() };
    visit.announce(opened.summary);
  }

  /** Reads a foreign file through the core. The instance that has seen it is thrown away afterwards. */
  async #read(file: File): Promise<{ text: string; summary: string; overall: Interval } | null> {
    const { visit } = this;
    visit.flush();
    let step = 0;
    const reading: Dialog | null =
      file.size < TOLD_FROM
        ? null
        : {
            title: t("open.reading", { name: file.name }),
            body: () => html`<progress max="4" value=${step} aria-labelledby="dialog-title"></progress>`,
            actions: [],
          };
    /** Between two steps the page draws and hears what is pressed; ends the reading once the person has cancelled. */
    const breath = async (): Promise<void> => {
      if (!reading) return;
      if (step++ === 0 || visit.ui.dialog === reading) visit.ask(reading);
      await new Promise((wake) => setTimeout(wake, BREATH_MS));
      if (visit.ui.dialog !== reading) throw CANCELLED;
    };
    try {
      await breath();
      const content = await readFile(file);
      await breath();
      const opened = Assessment.parse(content);
      await breath();
      const text = opened.toJSON();
      await breath();
      const { coverage, overall } = opened.summary();
      const summary = t("open.summary", {
        edition: opened.edition,
        n: coverage.answered + coverage.provisional,
        of: coverage.applicable,
      });
      opened.free();
      return { text, summary, overall };
    } catch (error) {
      if (error === CANCELLED) return null;
      const message = isReadinessError(error)
        ? sentences(
            t("reason", { reason: error.message }),
            ...(error.subject && error.subject !== "$" ? [t("open.where", { subject: error.subject })] : []),
          )
        : t("open.failed");
      visit.problems(t("open.problem", { name: file.name }), [{ message }, { message: t("open.untouched") }]);
      return null;
    } finally {
      if (reading && visit.ui.dialog === reading) visit.ui.dialog = null;
      visit.store.renew();
    }
  }

  /** The example stands beside the person's own assessment and is never kept. */
  openExample(): void {
    const { visit } = this;
    visit.flush();
    if (visit.refuseFixed()) return;
    const example = Assessment.example(visit.store.edition);
    const text = example.toJSON();
    example.free();
    if (visit.whileExample === null) this.#typed = [...visit.ui.typed];
    visit.whileExample ??= visit.store.text;
    visit.store.replace(text, null, "example");
    visit.store.forgetSteps();
    visit.leaveFor(link("result"));
    visit.notice({
      id: "example",
      tone: "info",
      text: t("example.notice"),
      lasting: true,
      slim: true,
      actions: [{ label: t("example.close"), act: () => this.closeExample() }],
    });
  }

  closeExample(): void {
    this.restoreOwn();
    this.visit.leaveFor(link("start"));
    for (const [id, text] of this.#typed) this.visit.ui.typed.set(id, text);
  }

  /** The person's own assessment takes its place again, so that what comes next can be undone to it. */
  restoreOwn(): void {
    const { visit } = this;
    const own = visit.whileExample;
    if (own === null) return;
    visit.whileExample = null;
    visit.store.replace(own, null, "example");
    visit.store.forgetSteps();
    visit.dismiss("example");
  }

  begin(edition: Edition, hash: string): void {
    const { visit } = this;
    if (visit.refuseFixed()) return;
    const act = (): void => {
      if (visit.refuseFixed()) return;
      this.restoreOwn();
      visit.store.create(edition, t("change.start"));
      visit.leaveFor(hash);
    };
    if (visit.blank) return act();
    visit.ask({
      title: t("start.over", { edition }),
      body: () => html`<p>${t("replace.text")}</p>`,
      actions: [
        { label: t("start.over.act"), act, tone: "primary" },
        { label: t("data.save.act"), act: () => this.save(), stays: true },
      ],
    });
  }

  deleteAll(): void {
    const { visit } = this;
    if (visit.refuseFixed()) return;
    const kept = visit.draft.state.state !== "off";
    const act = (): void => {
      if (visit.refuseFixed()) return;
      this.restoreOwn();
      // The last notice about them goes with the answers.
      visit.ui.notices = [];
      const deleted = visit.draft.deleteAll();
      visit.store.create(visit.store.edition, t("change.delete"));
      visit.leaveFor(link("data"));
      void deleted.then(
        (gone) => this.#tellDeleted(gone, kept),
        () => visit.notice({ id: "deleted", tone: "warning", text: t("deleted.failed") }),
      );
      visit.setTheme("system", false);
    };
    visit.ask({
      title: t("data.delete.ask"),
      body: () => html`<p>${t("data.delete.text")}</p>`,
      actions: [{ label: t("data.delete.act"), act, tone: "danger" }],
    });
  }

  #tellDeleted(gone: boolean, kept: boolean): void {
    const { visit } = this;
    const undo = (): void => {
      visit.step("undo");
      if (kept) visit.draft.allow();
      visit.dismiss("deleted");
    };
    visit.notice({
      id: "deleted",
      tone: gone ? "success" : "warning",
      text: t(gone ? "deleted.notice" : "deleted.failed"),
      actions: [{ label: t("undo.act"), act: undo }],
    });
  }
}
