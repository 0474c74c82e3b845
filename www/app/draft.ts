import { openDB, type IDBPDatabase } from "idb";
import type { Clash } from "./merge.js";
import type { Preferences } from "./preferences.js";

const DATABASE = "iso27001-readiness";
const STORE = "drafts";
const KEY = "current";
const DAMAGED = "damaged";
const EARLIER = "earlier";
/** The database's version stays 1 for life, so that no old tab can block an upgrade; this number is the record's. */
const SCHEMA = 1;
/** Longer than this and the store counts as absent; what it says later is still heard. */
const PATIENCE_MS = 1500;
const RETRY_MS = 10_000;

/** Where the page is shown; drafts are kept on a site alone. In an element it is the host's to keep the answers. */
export type Place = "site" | "file" | "frame" | "host";
export interface DraftRecord {
  schema: number;
  /** Counts writes; decides between tabs, since clocks jump. */
  revision: number;
  text: string;
  saved: string;
  /** When a file was last saved, and the changes since. */
  file: { at: string | null; changes: number };
}
export type DraftState =
  /** Nothing is kept: opened from a file, in a frame, left to the host, or the person said no. */
  | { state: "off"; why: Exclude<Place, "site"> | "refused" | "deleted" | "newer" }
  | { state: "starting" }
  /** On the site, and not asked yet. */
  | { state: "ask" }
  | { state: "saving" }
  | { state: "saved"; at: Date | null }
  | { state: "failed"; why: "absent" | "silent" | "full" | "error" };

export interface DraftOwner {
  readonly text: string;
  /** The draft found at the start: taken, unreadable, or kept aside since the person has answered meanwhile. */
  found(record: DraftRecord): "taken" | "damaged" | "late";
  /** Joins another tab's text with ours; `base` is what both last agreed on. Returns the text to write. */
  join(base: string, theirs: DraftRecord): { text: string; clashes: Clash[] };
  damaged(text: string): void;
  changed(): void;
}

const isRecord = (value: unknown): value is DraftRecord =>
  typeof value === "object" &&
  value !== null &&
  typeof (value as DraftRecord).text === "string" &&
  typeof (value as DraftRecord).revision === "number";

/** Where drafts may be kept at all. */
export function placeOf(where: Window): Exclude<Place, "host"> {
  if (where.self !== where.top) return "frame";
  return where.location.protocol === "http:" || where.location.protocol === "https:" ? "site" : "file";
}

/** Autosave in this browser: a draft, never the master copy. */
export class Draft {
  state: DraftState = { state: "starting" };
  /** When a file was last saved, and the changes since. */
  file: DraftRecord["file"] = { at: null, changes: 0 };
  #database: Promise<IDBPDatabase> | null = null;
  #channel: BroadcastChannel | null = null;
  #revision = 0;
  /** The text that this tab and the store last agreed on. */
  #base: string;
  #dirty = false;
  /** Nothing is written before the person allowed it, however late a store wakes up. */
  #allowed = false;
  #writing = false;
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
    const late = setTimeout(() => this.#become({ state: "failed", why: "silent" }), PATIENCE_MS);
    try {
      const database = await this.#open();
      const record: unknown = await database.get(STORE, KEY);
      clearTimeout(late);
      this.#listen();
      if (record === undefined) {
        this.#become(this.preferences.keep === "yes" ? { state: "saved", at: null } : { state: "ask" });
      } else {
        await this.#restore(database, record);
      }
      if (this.#dirty && this.state.state === "saved") void this.#write();
    } catch {
      clearTimeout(late);
      this.#become({ state: "failed", why: "absent" });
    }
  }

  /** The person allowed drafts in this browser. */
  allow(): void {
    this.preferences.keep = "yes";
    this.#allowed = true;
    this.#dirty = true;
    this.#become({ state: "saved", at: null });
    this.#listen();
    void this.#write();
  }
  async refuse(): Promise<void> {
    this.preferences.keep = "no";
    this.#allowed = false;
    this.#become({ state: "off", why: "refused" });
    await this.#empty().catch(() => false);
  }

  /** The text changed; it is written as soon as the write before it is done. */
  save(): void {
    this.#dirty = true;
    if (this.#allowed && ["saved", "failed", "saving"].includes(this.state.state)) void this.#write();
  }

  /** True once reading back finds nothing. */
  async deleteAll(): Promise<boolean> {
    clearTimeout(this.#retry);
    this.#allowed = false;
    this.preferences.clear();
    this.#become({ state: "off", why: "deleted" });
    if (this.place !== "site") return this.preferences.gone();
    const gone = await this.#empty();
    this.#channel?.postMessage({ deleted: true });
    return gone && this.preferences.gone();
  }

  async #empty(): Promise<boolean> {
    const database = await this.#open();
    const transaction = database.transaction(STORE, "readwrite", { durability: "strict" });
    void transaction.store.clear();
    await transaction.done;
    this.#revision = 0;
    return (await database.count(STORE)) === 0;
  }

  #open(): Promise<IDBPDatabase> {
    this.#database ??= openDB(this.database, 1, {
      upgrade: (database) => void database.createObjectStore(STORE),
      terminated: () => (this.#database = null),
    });
    this.#database.catch(() => (this.#database = null));
    return this.#database;
  }

  async #restore(database: IDBPDatabase, record: unknown): Promise<void> {
    if (!isRecord(record)) {
      this.#allowed = true;
      await this.#setAside(database, record);
    } else if (record.schema > SCHEMA) {
      // Written by a newer version of this page: reading it might lose what that one knows.
      this.#become({ state: "off", why: "newer" });
    } else {
      // A draft is there because it was allowed once.
      this.#allowed = true;
      this.#revision = record.revision;
      const verdict = this.owner.found(record);
      if (verdict === "damaged") return this.#setAside(database, record.text);
      if (verdict === "late") await database.put(STORE, record, EARLIER);
      else if (typeof record.file === "object") this.file = record.file;
      this.#base = this.owner.text;
      this.#become({ state: "saved", at: new Date(record.saved) });
    }
  }

  /** Keeps the bytes of a draft that cannot be read, and goes on with an empty one. */
  async #setAside(database: IDBPDatabase, remains: unknown): Promise<void> {
    await database.put(STORE, remains, DAMAGED);
    this.owner.damaged(typeof remains === "string" ? remains : (JSON.stringify(remains) ?? ""));
    this.#become({ state: "saved", at: null });
  }

  async #write(): Promise<void> {
    if (this.#writing) return;
    this.#writing = true;
    clearTimeout(this.#retry);
    try {
      while (this.#dirty && this.#allowed) {
        this.#dirty = false;
        this.#become({ state: "saving" });
        await this.#writeOnce();
      }
    } catch (error) {
      this.#dirty = true;
      const full = error instanceof DOMException && error.name === "QuotaExceededError";
      this.#become({ state: "failed", why: full ? "full" : globalThis.indexedDB ? "error" : "absent" });
      this.#retry = setTimeout(() => void this.#write(), RETRY_MS);
    } finally {
      this.#writing = false;
    }
  }

  async #writeOnce(): Promise<void> {
    const silent = setTimeout(() => this.#become({ state: "failed", why: "silent" }), PATIENCE_MS);
    try {
      const database = await this.#open();
      if (!this.#allowed) return;
      const transaction = database.transaction(STORE, "readwrite", { durability: "strict" });
      const there: unknown = await transaction.store.get(KEY);
      let text = this.owner.text;
      if (isRecord(there) && there.revision > this.#revision && there.text !== text) {
        text = this.owner.join(this.#base, there).text;
      }
      const saved = new Date();
      const revision = (isRecord(there) ? there.revision : 0) + 1;
      const record: DraftRecord = { schema: SCHEMA, revision, text, saved: saved.toISOString(), file: this.file };
      void transaction.store.put(record, KEY);
      await transaction.done;
      this.#revision = revision;
      this.#base = text;
      // Deleted or refused meanwhile: that has the last word.
      if (!this.#allowed) return;
      this.#become({ state: "saved", at: saved });
      this.#channel?.postMessage({ revision });
    } finally {
      clearTimeout(silent);
    }
  }

  /** The element has left the document, or is back in it: the channel alone would keep it alive. */
  sleep(): void {
    this.#channel?.close();
    this.#channel = null;
  }
  wake(): void {
    if (this.place === "site" && this.state.state !== "off" && this.state.state !== "starting") this.#listen();
  }

  /** Other tabs of the same site. */
  #listen(): void {
    if (this.#channel || typeof BroadcastChannel !== "function") return;
    this.#channel = new BroadcastChannel(this.database);
    this.#channel.onmessage = ({ data }: MessageEvent<{ revision?: number; deleted?: boolean }>) => {
      if (data.deleted) {
        this.#allowed = false;
        this.#become({ state: "off", why: "deleted" });
      } else if ((data.revision ?? 0) > this.#revision && this.state.state !== "off") void this.#hear();
    };
  }

  async #hear(): Promise<void> {
    try {
      const database = await this.#open();
      const there: unknown = await database.get(STORE, KEY);
      if (!isRecord(there) || there.schema > SCHEMA || there.revision <= this.#revision) return;
      const { text } = this.owner.join(this.#base, there);
      this.#revision = there.revision;
      this.#base = there.text;
      if (this.state.state === "ask") this.#become({ state: "saved", at: new Date(there.saved) });
      if (text !== there.text) this.save();
    } catch {
      // The next write meets the same store and reports it.
    }
  }

  #become(state: DraftState): void {
    this.state = state;
    this.owner.changed();
  }
}
