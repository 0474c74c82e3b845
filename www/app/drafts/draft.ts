// Autosave in this browser: how the draft of one tab and the store find each other.
import type { Clash } from "../model/three_way_merge.js";
import {
  isNewer,
  newRecord,
  recordOf,
  type DraftControls,
  type DraftRecord,
  type DraftState,
  type Place,
} from "../model/draft_record.js";
import type { Preferences } from "../model/preferences.js";
import { eraseDatabase, openDatabase, type DraftDatabase } from "./database.js";

const DATABASE = "iso27001-readiness";
const KEY = "current";
/** Longer than this and the store counts as absent; what it says later is still heard. */
const PATIENCE_MS = 1500;
const RETRY_MS = 10_000;

/** What became of another draft: in ours; of another assessment, or unreadable, and so put aside whole. */
export interface Joined {
  verdict: "joined" | "another" | "damaged";
  /** The other draft as the core writes it. */
  theirs: string;
  clashes: Clash[];
}
export interface DraftOwner {
  readonly text: string;
  /** Nothing in it that could be lost. */
  readonly blank: boolean;
  /** The draft found at the start: taken, unreadable, or left aside since the person has answered meanwhile. */
  found(record: DraftRecord): "taken" | "damaged" | "late";
  /** Joins another tab's text with ours; `base` is what both last agreed on. */
  join(base: string, theirs: DraftRecord): Joined;
  /** Offers what was put aside under that key, or what cannot be read where the draft should be. */
  aside(key: string, remains: unknown): void;
  changed(): void;
}

/** Autosave in this browser: a draft, never the master copy. */
export class Draft implements DraftControls {
  state: DraftState = { state: "starting" };
  /** When a file was last saved, and the changes since. */
  file: DraftRecord["file"] = { at: null, changes: 0 };
  #database: Promise<DraftDatabase> | null = null;
  #channel: BroadcastChannel | null = null;
  #begun: Promise<void> | null = null;
  #revision = 0;
  /** The text that this tab and the store last agreed on. */
  #base: string;
  /** The store had our draft: where it is gone, somebody deleted it. */
  #known = false;
  #dirty = false;
  /** Nothing is written before the person allowed it, however late a store wakes up. */
  #allowed = false;
  #writing = false;
  /** The unreadable record was already offered. */
  #offered = false;
  /** What was put aside and goes with the next write. */
  #settled = new Set<string>();
  #retry: ReturnType<typeof setTimeout> | undefined;

  constructor(
    readonly place: Place,
    private readonly owner: DraftOwner,
    private readonly preferences: Preferences,
    private readonly database = DATABASE,
  ) {
    this.#base = owner.text;
  }

  /** Never blocks the page: it works in memory whatever the store does. */
  async start(): Promise<void> {
    if (this.place !== "site") return this.#become({ state: "off", why: this.place });
    if (this.preferences.keep === "no") return this.#become({ state: "off", why: "refused" });
    this.#allowed = this.preferences.keep === "yes";
    const late = this.#patience();
    try {
      await this.#begin();
      clearTimeout(late);
      if (this.#dirty) this.save();
    } catch {
      clearTimeout(late);
      this.#fail("absent");
    }
  }

  /** The person allowed drafts in this browser. */
  allow(): void {
    this.preferences.keep = "yes";
    this.#allowed = true;
    this.#known = false;
    this.#dirty = true;
    this.#become({ state: "saved", at: null });
    void this.#write();
  }
  async refuse(): Promise<void> {
    this.preferences.keep = "no";
    this.#stop("refused");
    await this.#erase().catch(() => false);
    this.#channel?.postMessage({ gone: "refused" });
  }

  /** The text changed; it is written as soon as the write before it is done. */
  save(): void {
    this.#dirty = true;
    if (this.#allowed && ["saved", "failed", "saving"].includes(this.state.state)) void this.#write();
  }

  /** The store holds all that there is. */
  get whole(): boolean {
    return this.state.state === "saved" && !this.#dirty;
  }

  /** What was put aside under that key is not needed any more. */
  settle(key: string): void {
    if (key === KEY) return;
    this.#settled.add(key);
    this.save();
  }

  /** True once it is looked for and not found. */
  async deleteAll(): Promise<boolean> {
    this.preferences.clear();
    this.#stop("deleted");
    if (this.place !== "site") return this.preferences.gone();
    const gone = await this.#erase();
    this.#channel?.postMessage({ gone: "deleted" });
    return gone && this.preferences.gone();
  }

  /** Takes over what another tab wrote: told by it, or since this one was out of sight and may not have heard. */
  async look(): Promise<void> {
    if (!this.#begun || this.state.state === "off") return;
    try {
      await this.#begun;
      const there: unknown = await (await this.#open()).get(KEY);
      if (this.#over(there)) return;
      const record = recordOf(there);
      if (!record || record.text === this.#base) return;
      if (this.owner.text !== this.#base && !this.owner.blank) return this.save();
      const { verdict, theirs } = this.owner.join(this.#base, record);
      if (verdict !== "joined") return;
      this.#follow(record, theirs);
      this.#allowed = true;
      this.#become({ state: "saved", at: when(record) });
      if (this.owner.text !== theirs) this.save();
    } catch {
      // The next write meets the same store and reports it.
    }
  }

  async #erase(): Promise<boolean> {
    const open = this.#database;
    this.#database = null;
    (await open?.catch(() => null))?.close();
    return eraseDatabase(this.database);
  }

  #open(): Promise<DraftDatabase> {
    if (this.#database) return this.#database;
    const lost = (): void => {
      if (this.#database === opened) this.#database = null;
    };
    const opened = openDatabase(this.database, lost);
    opened.catch(lost);
    return (this.#database = opened);
  }

  /** Reads what is there, once; nothing is written before. */
  #begin(): Promise<void> {
    this.#begun ??= this.#read().then(
      // What cannot be read now is there at the next visit.
      () => void this.#offer().catch(() => undefined),
      (error: unknown) => {
        this.#begun = null;
        throw error;
      },
    );
    return this.#begun;
  }

  async #read(): Promise<void> {
    const database = await this.#open();
    // What another tab says from now on is looked up once this is read.
    this.#listen();
    const there: unknown = await database.get(KEY);
    if (this.state.state === "off" || this.#over(there)) return;
    if (there === undefined) {
      return this.#become(this.#allowed ? { state: "saved", at: null } : { state: "ask" });
    }
    // A draft is there because it was allowed once.
    this.#allowed = true;
    const record = recordOf(there);
    const verdict = record ? this.owner.found(record) : "damaged";
    this.#offered = verdict !== "taken";
    if (verdict === "damaged") this.owner.aside(KEY, there);
    if (!record || verdict !== "taken") return this.#become({ state: "saved", at: null });
    this.#follow(record, this.owner.text);
    this.#become({ state: "saved", at: when(record) });
  }

  /** What was put aside in earlier visits. */
  async #offer(): Promise<void> {
    if (this.state.state === "off") return;
    const database = await this.#open();
    for (const key of await database.keys()) {
      if (key !== KEY) this.owner.aside(String(key), await database.get(String(key)));
    }
  }

  async #write(): Promise<void> {
    if (this.#writing) return;
    this.#writing = true;
    clearTimeout(this.#retry);
    try {
      await this.#begin();
      while (this.#dirty && this.#allowed) {
        this.#dirty = false;
        this.#become({ state: "saving" });
        await this.#writeOnce();
      }
    } catch (error) {
      this.#dirty = true;
      const full = error instanceof DOMException && error.name === "QuotaExceededError";
      this.#fail(full ? "full" : globalThis.indexedDB ? "error" : "absent");
    } finally {
      this.#writing = false;
    }
  }

  async #writeOnce(): Promise<void> {
    const silent = this.#patience();
    try {
      const database = await this.#open();
      if (!this.#allowed) return;
      const transaction = database.begin();
      // Heard below; where nothing is written it may end as it likes.
      transaction.done.catch(() => undefined);
      const there: unknown = await transaction.get(KEY);
      if (!this.#allowed || this.#over(there)) return;
      const aside = there === undefined ? null : this.#join(there);
      const settled = [...this.#settled];
      const { text } = this.owner;
      const revision = Math.max(recordOf(there)?.revision ?? 0, this.#revision) + 1;
      const saved = new Date();
      const record = newRecord(revision, text, saved, this.file);
      try {
        // All of it or nothing: what is overwritten is kept elsewhere.
        const parts = [
          async () => aside !== null && transaction.put(there, aside),
          ...settled.map((key) => async () => transaction.delete(key)),
          async () => transaction.put(record, KEY),
          async () => transaction.done,
        ];
        await Promise.all(parts.map((part) => part()));
      } catch (error) {
        abort(transaction);
        throw error;
      }
      for (const key of settled) this.#settled.delete(key);
      this.#agree(record, text);
      if (aside !== null && !this.#offered) this.owner.aside(aside, there);
      this.#offered = false;
      // Deleted or refused meanwhile: that has the last word.
      if (!this.#allowed) return;
      this.#become({ state: "saved", at: saved });
      this.#channel?.postMessage({ revision });
    } finally {
      clearTimeout(silent);
    }
  }

  /** Joins what the store holds with ours, or returns the key to put it aside under. */
  #join(there: unknown): string | null {
    const record = recordOf(there);
    if (record && (record.text === this.#base || record.text === this.owner.text)) return null;
    const joined = record ? this.owner.join(this.#base, record) : null;
    if (!record || joined?.verdict !== "joined")
      return `${joined?.verdict ?? "damaged"} ${Date.now()} ${Math.random()}`;
    // From here on ours has grown from theirs, whether this write succeeds or not.
    this.#follow(record, joined.theirs);
    return null;
  }

  /** What the store holds, as we have it: ours has grown from it. */
  #agree({ revision }: DraftRecord, text: string): void {
    this.#base = text;
    this.#revision = Math.max(this.#revision, revision);
    this.#known = true;
  }
  #follow(record: DraftRecord, text: string): void {
    this.#agree(record, text);
    const [mine, theirs] = [this.file.at ?? "", record.file.at ?? ""];
    if (theirs > mine) this.file = record.file;
    else if (theirs === mine) this.file = { ...this.file, changes: Math.max(this.file.changes, record.file.changes) };
  }

  /** Nothing may be written any more: it is a newer page's, or somebody deleted ours and we were not told. */
  #over(there: unknown): boolean {
    if (isNewer(there)) this.#stop("newer");
    else if (there === undefined && this.#known) this.#stop("deleted");
    return this.state.state === "off";
  }
  #stop(why: "refused" | "deleted" | "newer"): void {
    clearTimeout(this.#retry);
    this.#allowed = false;
    this.#known = false;
    this.#become({ state: "off", why });
  }
  #fail(why: "absent" | "full" | "error"): void {
    if (this.state.state === "off") return;
    this.#become({ state: "failed", why });
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => void this.#write(), RETRY_MS);
  }

  #patience(): ReturnType<typeof setTimeout> {
    return setTimeout(() => {
      if (this.state.state !== "off") this.#become({ state: "failed", why: "silent" });
    }, PATIENCE_MS);
  }

  /** The element has left the document, or is back in it: the channel alone would keep it alive. */
  sleep(): void {
    this.#channel?.close();
    this.#channel = null;
  }
  wake(): void {
    if (this.place !== "site" || this.state.state === "off" || this.state.state === "starting") return;
    this.#listen();
    void this.look();
  }

  /** Other tabs of the same site. */
  #listen(): void {
    if (this.#channel || typeof BroadcastChannel !== "function") return;
    this.#channel = new BroadcastChannel(this.database);
    this.#channel.onmessage = ({ data }: MessageEvent<{ revision?: number; gone?: "refused" | "deleted" }>) => {
      if (!data.gone) void this.look();
      else if (this.state.state !== "off") this.#stop(data.gone);
    };
  }

  #become(state: DraftState): void {
    this.state = state;
    this.owner.changed();
  }
}

function abort(transaction: { abort: () => void }): void {
  try {
    transaction.abort();
  } catch {
    // It has ended already.
  }
}

const when = ({ saved }: DraftRecord): Date | null => (saved === "" ? null : new Date(saved));
