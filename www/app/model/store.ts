// The one assessment, its undo steps, and everything derived from it.
import { questionIndex, type QuestionIndex } from "./question_pages.js";
import {
  Assessment,
  instanceId,
  isTrap,
  rebuild,
  type AssessmentFile,
  type ChecklistRow,
  type Edition,
  type Estimate,
  type Plan,
  type Report,
  type StatementRow,
} from "./wasm.js";
import { merge } from "./three_way_merge.js";

/** Steps that can be undone; a text is some 30 KB, so this is a few megabytes at most. */
const STEPS = 200;
/** Changes to the same field within this time are one step: typing a note, arrows through the levels. */
const SAME_STEP_MS = 1500;

interface Step {
  text: string;
  /** What the step made of it. */
  after: string;
  label: string;
}
/** Where a change comes from: from the person here, from another tab's draft, from the page around, or with the example. */
export type Source = "person" | "remote" | "host" | "example";
export type Listener = (what: "change" | "replace" | "trap", source: Source) => void;

/** The text of an assessment without answers. */
export function emptyText(edition: Edition): string {
  const fresh = Assessment.create(edition);
  const text = fresh.toJSON();
  fresh.free();
  return text;
}

/** Holds the one assessment. Everything the views show is derived from it, and derived once a change. */
export class Store {
  #assessment: Assessment;
  #instance = instanceId;
  #text: string;
  #undo: Step[] = [];
  #redo: Step[] = [];
  #last = { key: "", at: 0 };
  #derived = new Map<string, unknown>();
  #listeners = new Set<Listener>();
  /** Changes made here; the file's age counts in them. */
  changes = 0;

  constructor(edition: Edition) {
    this.#assessment = Assessment.create(edition);
    this.#text = this.#assessment.toJSON();
  }

  /** Where another element of the same page has thrown the instance away, what was in it is made anew from the text. */
  get #live(): Assessment {
    if (this.#instance !== instanceId) {
      this.#instance = instanceId;
      this.#assessment = Assessment.parse(this.#text);
    }
    return this.#assessment;
  }

  get text(): string {
    return this.#text;
  }
  get edition(): Edition {
    return this.#live.edition;
  }
  get questions(): QuestionIndex {
    return questionIndex(this.edition);
  }
  get report(): Report {
    return this.#derive("report", (assessment) => assessment.report());
  }
  get plan(): Plan {
    return this.#derive("plan", (assessment) => assessment.plan());
  }
  get checklist(): ChecklistRow[] {
    return this.#derive("checklist", (assessment) => assessment.checklist());
  }
  get statement(): StatementRow[] {
    return this.#derive("statement", (assessment) => assessment.soa());
  }
  get estimate(): Estimate | null {
    return this.#derive("estimate", (assessment) => assessment.estimate());
  }
  get file(): AssessmentFile {
    return this.#derive("file", () => JSON.parse(this.#text) as AssessmentFile);
  }
  /** Nothing answered, nothing written: there is nothing to lose. */
  get empty(): boolean {
    return this.#derive("empty", (assessment) => assessment.isEmpty());
  }
  get undoLabel(): string | undefined {
    return this.#undo.at(-1)?.label;
  }
  get redoLabel(): string | undefined {
    return this.#redo.at(-1)?.label;
  }

  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Changes the assessment; a ReadinessError leaves everything as it was and goes to the caller. */
  change(label: string, key: string, act: (assessment: Assessment) => void): void {
    const before = this.#text;
    if (!this.#run(() => act(this.#live))) return;
    this.#text = this.#live.toJSON();
    if (this.#text === before) return;
    const now = performance.now();
    const joined = key !== "" && key === this.#last.key && now - this.#last.at < SAME_STEP_MS;
    this.#last = { key, at: now };
    const last = this.#undo.at(-1);
    if (joined && last) last.after = this.#text;
    else this.#remember({ text: before, after: this.#text, label });
    this.#redo = [];
    this.changes += 1;
    this.#notify("change", "person");
  }

  /** Puts another assessment in its place. A text that does not parse throws and changes nothing. */
  replace(text: string, label: string | null, source: Source = "person"): void {
    const next = Assessment.parse(text);
    this.#live.free();
    this.#assessment = next;
    const before = this.#text;
    this.#text = next.toJSON();
    this.#last.key = "";
    if (label !== null && before !== this.#text) {
      this.#remember({ text: before, after: this.#text, label });
      this.#redo = [];
      this.changes += 1;
    }
    this.#notify("replace", source);
  }

  create(edition: Edition, label: string): void {
    this.replace(emptyText(edition), label);
  }

  /** Returns what was undone. Where the check throws, nothing is. */
  undo(check?: (next: Assessment) => void): string | undefined {
    return this.#walk(this.#undo, this.#redo, check);
  }
  redo(check?: (next: Assessment) => void): string | undefined {
    return this.#walk(this.#redo, this.#undo, check);
  }
  /** What is changed from now on is a step of its own, so that undo leads back to here. */
  endStep(): void {
    this.#last.key = "";
  }
  forgetSteps(): void {
    this.#undo = [];
    this.#redo = [];
  }

  /** Works on a copy, or on another text, that is thrown away. */
  try<T>(act: (copy: Assessment) => T, text = this.#text): T {
    const copy = Assessment.parse(text);
    try {
      return act(copy);
    } finally {
      copy.free();
    }
  }

  /**
   * Throws away the instance that has read a foreign file: whatever that file did to it dies with it. Where the core
   * cannot be rebuilt the instance stays.
   */
  readonly renew = rebuild;

  #walk(from: Step[], to: Step[], check?: (next: Assessment) => void): string | undefined {
    const step = from.at(-1);
    if (!step) return undefined;
    const text = this.#without(step);
    if (check) this.try(check, text);
    const next = Assessment.parse(text);
    from.pop();
    this.#live.free();
    this.#assessment = next;
    const before = this.#text;
    this.#text = next.toJSON();
    to.push({ text: before, after: this.#text, label: step.label });
    this.#last.key = "";
    this.changes += 1;
    this.#notify("change", "person");
    return step.label;
  }

  /** Takes back what the step did and nothing of what another tab brought since. */
  #without({ text, after }: Step): string {
    return this.#text === after ? text : (merge(after, this.#text, text)?.text ?? text);
  }

  #remember(step: Step): void {
    this.#undo.push(step);
    if (this.#undo.length > STEPS) this.#undo.shift();
  }

  #run(act: () => void): boolean {
    try {
      act();
      return true;
    } catch (error) {
      if (isTrap(error) && this.renew()) {
        this.#notify("trap", "person");
        return false;
      }
      // A change of several steps that failed half-way is taken back whole.
      if (!isTrap(error)) {
        this.#live.free();
        this.#assessment = Assessment.parse(this.#text);
      }
      throw error;
    }
  }

  /** What a view computes for itself, once for each state of the assessment. */
  once<T>(name: string, make: () => T): T {
    return this.#derive(name, make);
  }

  #derive<T>(name: string, make: (assessment: Assessment) => T): T {
    if (!this.#derived.has(name)) {
      let made: T;
      try {
        made = make(this.#live);
      } catch (error) {
        if (!isTrap(error) || !this.renew()) throw error;
        made = make(this.#live);
        this.#notify("trap", "person");
      }
      this.#derived.set(name, made);
    }
    return this.#derived.get(name) as T;
  }

  #notify(...[what, source]: Parameters<Listener>): void {
    if (what !== "trap") this.#derived.clear();
    for (const listener of this.#listeners) listener(what, source);
  }
}
