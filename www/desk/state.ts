// What the desk holds, and what can be done with it. It draws nothing.
import { COLUMNS, type Column, DOWN_FIRST, sorted } from "./columns.js";
import { EngineLink } from "./engine_link.js";
import { type Bad, type Given, MOST_FILES, type Reply, type Row } from "./engine/protocol.js";
import { claimOf, nameOf, type Standing, standingOf } from "./rows.js";

/** How many rows are drawn at once: more would hold up a key press. */
export const ROWS_A_PAGE = 100;

export interface Filters {
  words: string;
  standing: Standing | "";
  claim: "verified" | "differs" | "bare" | "";
}

export class DeskState {
  rows: Row[] = [];
  bad: Bad[] = [];
  /** How far a run is; null while none goes on. */
  progress: { done: number; of: number; again: boolean } | null = null;
  /** How many files were not read, because there was no room for them. */
  left = 0;
  wasCancelled = false;
  sort: { by: Column; down: boolean } = { by: COLUMNS[0], down: false };
  filters: Filters = { words: "", standing: "", claim: "" };
  page = 0;
  badPage = 0;
  /** The same moment in all ages. */
  now = Date.now();
  engine!: EngineLink;

  readonly #changed: () => void;
  #run = 0;
  #shown: Row[] | null = null;
  /** The first with that id. */
  readonly #first = new Map<string, Row>();
  /** What was given while a run went on. */
  #waiting: { given: Given[]; beyond: number }[] = [];

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  async start(): Promise<void> {
    this.engine = await EngineLink.start((reply) => this.#hear(reply));
    this.#changed();
  }

  get busy(): boolean {
    return this.progress !== null;
  }

  /** Reads files; `beyond` is how many more there were than anybody collected. */
  read(given: Given[], beyond: number): void {
    if (given.length === 0) return;
    if (this.busy) {
      this.#waiting.push({ given, beyond });
      return;
    }
    const taken = given.slice(0, MOST_FILES);
    this.left = beyond + given.length - taken.length;
    this.wasCancelled = false;
    this.#run += 1;
    this.progress = { done: 0, of: taken.length, again: false };
    const room = MOST_FILES - this.rows.length;
    this.engine.read(this.#run, taken, room, { minimums: "", weights: "" });
    this.#changed();
  }

  cancel(): void {
    this.#waiting = [];
    this.engine.post({ kind: "cancel" });
  }

  /** Everything that was read leaves the page. */
  forget(): void {
    this.engine.post({ kind: "forget" });
    this.#run += 1;
    this.#waiting = [];
    this.#first.clear();
    [this.rows, this.bad, this.left, this.page, this.badPage] = [[], [], 0, 0, 0];
    this.progress = null;
    this.#redone();
  }

  #hear(reply: Extract<Reply, { kind: "some" | "end" }>): void {
    if (reply.run !== this.#run) return;
    if (reply.kind === "end") {
      this.progress = null;
      this.left += reply.left;
      this.wasCancelled = reply.cancelled;
      const next = this.#waiting.shift();
      if (next) {
        const { left } = this;
        this.read(next.given, next.beyond);
        this.left += left;
      }
    } else if (this.progress) {
      for (const row of reply.rows) {
        this.rows.push(row);
        if (row.id !== "" && !this.#first.has(row.id)) this.#first.set(row.id, row);
      }
      this.bad.push(...reply.bad);
      this.progress = { ...this.progress, done: reply.done, of: reply.of };
    }
    this.#redone();
  }

  #redone(): void {
    this.now = Date.now();
    this.#shown = null;
    this.#changed();
  }

  /** The one before it that has the same id. */
  twinOf(row: Row): Row | undefined {
    const first = this.#first.get(row.id);
    return first === row ? undefined : first;
  }

  /** What is not asked for has no column. */
  get columns(): Column[] {
    const asked = this.rows.some(({ shortfalls }) => shortfalls !== null);
    return COLUMNS.filter((column) => asked || column !== "shortfalls");
  }

  /** The rows that fit the filters, in the order that was chosen. */
  get shown(): Row[] {
    this.#shown ??= sorted(this.rows.filter(this.#fits()), this.sort.by, this.sort.down);
    return this.#shown;
  }

  #fits(): (row: Row) => boolean {
    const { words, standing, claim } = this.filters;
    const wanted = words.toLocaleLowerCase().split(/\s+/).filter(Boolean);
    return (row) => {
      if (standing !== "" && standingOf(row) !== standing) return false;
      if (claim !== "" && claimOf(row) !== claim) return false;
      const text = `${nameOf(row)} ${row.path}`.toLocaleLowerCase();
      return wanted.every((word) => text.includes(word));
    };
  }

  filter(change: Partial<Filters>): void {
    this.filters = { ...this.filters, ...change };
    this.page = 0;
    this.#shown = null;
    this.#changed();
  }

  /** Sorts by a column; by the same one again the other way round. */
  sortBy(by: Column, down = by === this.sort.by ? !this.sort.down : DOWN_FIRST.has(by)): void {
    this.sort = { by, down };
    this.page = 0;
    this.#shown = null;
    this.#changed();
  }

  turn(page: number): void {
    this.page = page;
    this.#changed();
  }

  turnBad(page: number): void {
    this.badPage = page;
    this.#changed();
  }
}
