// What the desk holds, and what can be done with it. It draws nothing.
import { COLUMNS, type Column, DOWN_FIRST, merged, order } from "./columns.js";
import { EngineLink } from "./engine_link.js";
import type { Catalog, Compared } from "../app/model/wasm.js";
import {
  type Bad,
  type Given,
  isSealed,
  MOST_FILES,
  type Reply,
  type Row,
  type Rules,
  type Vendor,
} from "./engine/protocol.js";
import { claimOf, nameOf, type Standing, standingOf } from "./rows.js";

/** How many rows are drawn at once: more would hold up a key press. */
export const ROWS_A_PAGE = 50;

/** How many of what could not be read are listed: an archive may hold 100,000 files of any sort. */
const MOST_LISTED = 10_000;

/** By what rows are put together. */
export type Group = "" | "standing" | "edition" | "claim";

export interface Filters {
  words: string;
  standing: Standing | "";
  claim: "verified" | "differs" | "bare" | "";
}

export class DeskState {
  rows: Row[] = [];
  bad: Bad[] = [];
  /** How many more could not be read than are listed. */
  unlisted = 0;
  /** How many files were found so far in what was dropped; null while nothing is looked through. */
  found: number | null = null;
  /** The progress of a run; null while none goes on. */
  progress: { done: number; of: number; again: boolean } | null = null;
  /** How many files were not read, because there was no room for them. */
  left = 0;
  wasCancelled = false;
  /** Whether the last thing that was asked of the engine failed. */
  failed = false;
  sort: { by: Column; down: boolean } = { by: COLUMNS[0], down: false };
  filters: Filters = { words: "", standing: "", claim: "" };
  page = 0;
  badPage = 0;
  heatPage = 0;
  /** Which view is open besides the overview. */
  map = false;
  /** The second of two that are compared, and what differs in their answers. */
  other: number | null = null;
  compared: Compared[] | "editions" | null = null;
  /** Whose rows stand together. */
  group: Group = "";
  /** The same moment in all ages. */
  now = Date.now();
  engine!: EngineLink;
  /** Least levels by requirement, and what topics weigh: the reviewer's own. */
  minimums: Record<string, number> = {};
  weights: Record<string, number> = {};
  /** The vendor whose page is open, by its key. */
  view: number | null = null;
  vendor: Vendor | null = null;
  catalogs = new Map<string, Catalog>();
  /** Whether notes or rules have changed since the session was saved. */
  unsaved = false;
  /** Drawn for paper. */
  paper = false;

  readonly #changed: () => void;
  #run = 0;
  #shown: Row[] | null = null;
  readonly #words = new WeakMap<Row, string>();
  #sorted: Row[] | null = null;
  /** Rows that have come since those were sorted. */
  #fresh: Row[] = [];
  /** The first with that id. */
  readonly #first = new Map<string, Row>();
  /** The place of each row by its key. */
  readonly #places = new Map<number, number>();
  /** Whether rows may be held against rules that are none any more. */
  #mixed = false;
  /** What was given while a run went on. */
  #waiting: { given: Given[]; beyond: number }[] = [];

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  async start(): Promise<void> {
    this.engine = await EngineLink.start((reply) => this.#hear(reply));
    for (const edition of ["2022", "2013"] as const)
      this.catalogs.set(edition, await this.engine.ask("catalog", edition));
    this.#changed();
  }

  get busy(): boolean {
    return this.progress !== null;
  }

  /** Says how many files were found so far, or that none is looked for any more. */
  look(found: number | null): void {
    this.found = found;
    this.#changed();
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
    this.now = Date.now();
    this.#run += 1;
    this.progress = { done: 0, of: taken.length, again: false };
    const room = MOST_FILES - this.rows.length;
    this.engine.read(this.#run, taken, room, this.#rules());
    this.#changed();
  }

  /** Tries a passphrase on all files that wait for one. */
  unlock(passphrase: string): void {
    if (this.busy) return;
    this.#run += 1;
    this.wasCancelled = false;
    this.progress = { done: 0, of: this.bad.filter(isSealed).length, again: false };
    const room = MOST_FILES - this.rows.length;
    this.engine.post({ kind: "unlock", run: this.#run, passphrase, room, rules: this.#rules() });
    this.#changed();
  }

  #rules(): Rules {
    return { minimums: this.minimums, weights: this.weights };
  }

  /** Holds everything against other rules; the method's own figures stay what they are. */
  setRules(change: { minimums?: Record<string, number>; weights?: Record<string, number> }): void {
    Object.assign(this, change);
    this.unsaved = true;
    // A run that reads goes on, and everything is held against the new rules after it.
    if (this.progress && !this.progress.again) {
      this.#mixed = true;
      this.#changed();
    } else this.#again();
  }

  #again(): void {
    if (this.rows.length === 0) return this.#changed();
    this.#run += 1;
    this.progress = { done: 0, of: this.rows.length, again: true };
    this.engine.post({ kind: "again", run: this.#run, rules: this.#rules() });
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
    this.#mixed = false;
    this.#first.clear();
    this.#sorted = null;
    this.#places.clear();
    [this.view, this.vendor, this.unsaved] = [null, null, false];
    [this.rows, this.bad, this.unlisted, this.left] = [[], [], 0, 0];
    [this.page, this.badPage, this.heatPage] = [0, 0, 0];
    this.progress = null;
    this.#redone();
  }

  #hear(reply: Extract<Reply, { kind: "some" | "rules" | "end" }>): void {
    if (reply.run !== this.#run) return;
    if (reply.kind === "rules") {
      // What the reviewer has set goes before what an archive brings.
      this.minimums = { ...reply.minimums, ...this.minimums };
      this.weights = { ...reply.weights, ...this.weights };
      this.#mixed = true;
    } else if (reply.kind === "end") {
      const again = this.progress?.again === true;
      if (again) {
        // By other rules rows may stand in another order; called off, some are still held against the old ones.
        this.#sorted = null;
        this.#mixed = reply.cancelled;
      }
      this.progress = null;
      this.left += reply.left;
      this.wasCancelled = reply.cancelled;
      const next = this.#waiting.shift();
      if (next) {
        const { left } = this;
        this.read(next.given, next.beyond);
        this.left += left;
      } else if (this.#mixed && !again) this.#again();
    } else if (this.progress) {
      for (const { path } of [...reply.rows, ...reply.bad]) this.#unseal(path);
      for (const row of reply.rows) this.#take(row);
      const listed = reply.bad.slice(0, MOST_LISTED - this.bad.length);
      this.bad.push(...listed);
      this.unlisted += reply.bad.length - listed.length;
      this.progress = { ...this.progress, done: reply.done, of: reply.of };
    }
    this.#redone();
  }

  /** What was said of a file that waited for its passphrase is so no more. */
  #unseal(path: string): void {
    const at = this.bad.findIndex((one) => one.path === path && isSealed(one));
    if (at >= 0) this.bad.splice(at, 1);
  }

  #take(row: Row): void {
    const known = this.rowOf(row.key);
    if (known) {
      Object.assign(known, row, { note: known.note });
      return;
    }
    this.#places.set(row.key, this.rows.length);
    this.rows.push(row);
    this.#fresh.push(row);
    if (row.id !== "" && !this.#first.has(row.id)) this.#first.set(row.id, row);
  }

  /** The editions that were read; the newest while none was. */
  get editions(): ReadonlySet<string> {
    return this.rows.length === 0 ? new Set(["2022"]) : new Set(this.rows.map(({ edition }) => edition));
  }

  rowOf(key: number): Row | undefined {
    const at = this.#places.get(key);
    return at === undefined ? undefined : this.rows[at];
  }

  /** Does what asks the engine, and says it where that fails. */
  async trying(act: Promise<void>): Promise<void> {
    this.failed = false;
    await act.catch(() => {
      this.failed = true;
    });
    this.#changed();
  }

  setNote(row: Row, note: string): void {
    row.note = note;
    this.unsaved = true;
  }

  /** Opens a vendor's page, or the overview. */
  async show(key: number | null, other: number | null = null, map = false): Promise<void> {
    [this.view, this.vendor, this.other, this.compared, this.map] = [key, null, other, null, map];
    this.#changed();
    const row = key === null ? undefined : this.rowOf(key);
    if (key === null || !row) return;
    const second = other === null ? undefined : this.rowOf(other);
    if (other !== null && second) {
      const compared =
        row.edition === second.edition ? await this.engine.ask("compare", { one: key, other }) : ("editions" as const);
      if (this.view !== key || this.other !== other) return;
      this.compared = compared;
      this.#changed();
      return;
    }
    const vendor = await this.engine.ask("vendor", { key });
    if (this.view !== key) return;
    this.vendor = vendor;
    this.#changed();
  }

  #redone(): void {
    this.#shown = null;
    this.#changed();
  }

  /** Other rows, or others first: all pages begin anew. */
  #fromTheFirst(): void {
    [this.page, this.heatPage] = [0, 0];
    this.#redone();
  }

  /** The one before it that has the same id. */
  twinOf(row: Row): Row | undefined {
    const first = this.#first.get(row.id);
    return first?.key === row.key ? undefined : first;
  }

  /** What is not asked for has no column. */
  get columns(): Column[] {
    const asked = Object.keys(this.minimums).length > 0;
    const weighed = Object.keys(this.weights).length > 0;
    return COLUMNS.filter((column) => (asked || column !== "shortfalls") && (weighed || column !== "own"));
  }

  /** The rows that fit the filters, in the order that was chosen. */
  get shown(): Row[] {
    if (this.#shown === null) {
      this.#shown = this.#inOrder().filter(this.#fits());
      // Groups stand in the order in which the sorted rows first name them; within a group the order stays.
      if (this.group !== "") {
        const groups = new Map<string, Row[]>();
        for (const row of this.#shown) {
          const name = this.groupOf(row);
          const members = groups.get(name);
          if (members) members.push(row);
          else groups.set(name, [row]);
        }
        this.#shown = [...groups.values()].flat();
      }
    }
    return this.#shown;
  }

  /** All rows in the order that was chosen; what has come since is sorted in. */
  #inOrder(): Row[] {
    const before = order(this.sort.by, this.sort.down);
    if (this.#sorted === null) this.#sorted = [...this.rows].sort(before);
    else if (this.#fresh.length > 0) this.#sorted = merged(this.#sorted, this.#fresh, before);
    this.#fresh = [];
    return this.#sorted;
  }

  #fits(): (row: Row) => boolean {
    const { words, standing, claim } = this.filters;
    const wanted = words.toLocaleLowerCase().split(/\s+/).filter(Boolean);
    return (row) => {
      if (standing !== "" && standingOf(row) !== standing) return false;
      if (claim !== "" && claimOf(row) !== claim) return false;
      return wanted.length === 0 || wanted.every((word) => this.#wordsOf(row).includes(word));
    };
  }

  /** What is searched in, in small letters; made once. */
  #wordsOf(row: Row): string {
    let words = this.#words.get(row);
    if (words === undefined) this.#words.set(row, (words = `${nameOf(row)} ${row.path}`.toLocaleLowerCase()));
    return words;
  }

  filter(change: Partial<Filters>): void {
    this.filters = { ...this.filters, ...change };
    this.#fromTheFirst();
  }

  /** Sorts by a column; by the same one again the other way round. */
  sortBy(by: Column, down = by === this.sort.by ? !this.sort.down : DOWN_FIRST.has(by)): void {
    this.sort = { by, down };
    this.#sorted = null;
    this.#fromTheFirst();
  }

  turn(page: number): void {
    this.page = page;
    this.#changed();
  }

  turnHeat(page: number): void {
    this.heatPage = page;
    this.#changed();
  }

  groupBy(group: Group): void {
    this.group = group;
    this.#fromTheFirst();
  }

  /** What the rows of a group have in common. */
  groupOf(row: Row): string {
    const { group } = this;
    return group === "standing"
      ? standingOf(row)
      : group === "claim"
        ? claimOf(row)
        : group === "edition"
          ? row.edition
          : "";
  }

  turnBad(page: number): void {
    this.badPage = page;
    this.#changed();
  }
}
