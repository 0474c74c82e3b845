// Reads, recomputes and keeps what was given. It answers in between, so that nobody waits for the end of a long run.
import { checkRules, decrypt, review, rowsAs } from "readiness-core";
import { Assessment, catalog, isReadinessError, isTrap, load, rebuild } from "../../app/model/wasm.js";
import {
  type Ask,
  type Asks,
  type Bad,
  type Bytes,
  isSealed,
  MOST_KEPT,
  nameInSession,
  type Reply,
  type Request,
  type Reviewed,
  type Row,
  type Rules,
  SESSION_FILE,
} from "./protocol.js";
import { itemsOf, LEFT, looked, refused } from "./reading.js";
import { archive } from "./session.js";

/** How long it computes before others have their turn, and how often it tells its progress. */
const SLICE_MS = 10;
const TELL_MS = 250;
/** Long enough for a browser to draw: one passphrase holds it up for longer than a slice. */
const BREATH_MS = 30;

const UTF8 = new TextEncoder();

/** An encrypted file that waits for its passphrase. */
interface Sealed {
  path: string;
  bytes: Uint8Array;
  note: string;
}

interface Kept {
  path: string;
  /** As it was read. */
  bytes: Uint8Array<ArrayBuffer>;
}

export class Engine {
  readonly #send: (reply: Reply) => void;
  readonly #kept = new Map<number, Kept>();
  #sealed: Sealed[] = [];
  #next = 0;
  #size = 0;
  /** The run that goes on; another or none ends it. */
  #run = 0;
  #wanted: (bytes: Bytes) => void = () => undefined;

  constructor(send: (reply: Reply) => void) {
    this.#send = send;
  }

  async take(request: Request): Promise<void> {
    switch (request.kind) {
      case "start":
        await load(request.wasm);
        return this.#send({ kind: "ready" });
      case "read":
        return this.#read(request);
      case "bytes":
        // What was asked for by a run that is over comes too late.
        if (request.run === this.#run) this.#wanted(request.bytes);
        return;
      case "again":
        return this.#again(request.run, request.rules);
      case "unlock":
        return this.#unlock(request);
      case "cancel":
        return this.#over();
      case "forget":
        this.#over();
        this.#kept.clear();
        this.#sealed = [];
        this.#size = 0;
        return;
      case "ask":
        return this.#answer(request.id, request.ask, request.of);
    }
  }

  /** Ends the run that goes on, also where it waits for a file. */
  #over(): void {
    this.#run = 0;
    this.#wanted("unreadable");
  }

  async #read({ run, paths, room, rules }: Extract<Request, { kind: "read" }>): Promise<void> {
    const tell = this.#begin(run, paths.length);
    let left = 0;
    let held = rules;
    let taken = 0;
    const around = { more: tell.more, isFull: () => taken >= room };
    // One file is read while another is computed.
    let next = this.#want(run, 0, paths.length);
    for (const [index, path] of paths.entries()) {
      const bytes = await next;
      if (await tell.isOver()) return tell.end(left);
      next = this.#want(run, index + 1, paths.length);
      for await (const item of itemsOf(path, bytes, around)) {
        if (await tell.isOver()) return tell.end(left);
        if ("code" in item && item.code === LEFT) {
          left += 1;
          tell.add(undefined);
        } else if ("code" in item) tell.add(refused(item.path, item.code));
        else if ("sealed" in item) tell.add(this.#seal(item.path, item.sealed, item.note));
        else if ("session" in item) {
          const { minimums, weights } = item.session;
          if (accepted({ minimums, weights })) {
            held = { minimums, weights };
            this.#send({ kind: "rules", run, minimums, weights });
            tell.add(undefined);
          } else tell.add(refused(item.path, "session"));
        } else {
          const found = this.#compute(item.path, item.bytes, item.note, held);
          if ("key" in found) taken += 1;
          tell.add(found);
        }
      }
    }
    tell.end(left);
  }

  /** Keeps what is encrypted until a passphrase opens it. */
  #seal(path: string, sealed: Uint8Array, note: string): Bad {
    if (this.#size + sealed.length > MOST_KEPT) return refused(path, "room");
    this.#size += sealed.length;
    this.#sealed.push({ path, bytes: sealed.slice(), note });
    return refused(path, "sealed");
  }

  /** Tries a passphrase on all that is encrypted; what it does not open stays. */
  async #unlock({ run, passphrase, room, rules }: Extract<Request, { kind: "unlock" }>): Promise<void> {
    const all = this.#sealed;
    const tell = this.#begin(run, all.length);
    let taken = 0;
    // Where it computes in the page, that shows first that something is done.
    await new Promise((wake) => setTimeout(wake, BREATH_MS));
    for (const one of all) {
      if (await tell.isOver()) break;
      const found = taken < room ? this.#opened(one, passphrase, rules) : refused(one.path, "room");
      if ("key" in found) taken += 1;
      if ("key" in found || !isSealed(found)) {
        this.#sealed = this.#sealed.filter((other) => other !== one);
        this.#size -= one.bytes.length;
      }
      tell.add(found);
    }
    // The passphrase and what its stretching took leave the memory.
    rebuild();
    tell.end(0);
  }

  #opened({ path, bytes, note }: Sealed, passphrase: string, rules: Rules): Row | Bad {
    return guarded(path, () => {
      const item = looked(path, decrypt(bytes, passphrase), note);
      if ("bytes" in item) return this.#compute(path, item.bytes, note, rules);
      return refused(path, "code" in item ? item.code : "other");
    });
  }

  /** The bytes of a file, once the page has read them. */
  #want(run: number, index: number, count: number): Promise<Bytes> {
    if (index >= count) return Promise.resolve("unreadable");
    this.#send({ kind: "want", run, index });
    return new Promise((done) => {
      this.#wanted = done;
    });
  }

  /** The same files by other rules. */
  async #again(run: number, rules: Rules): Promise<void> {
    const tell = this.#begin(run, this.#kept.size);
    for (const [key, { path, bytes }] of this.#kept) {
      if (await tell.isOver()) return tell.end(0);
      tell.add(guarded(path, () => ({ ...reviewed(bytes, rules)[0], key, path, note: "" })));
    }
    tell.end(0);
  }

  #compute(path: string, bytes: Uint8Array, note: string, rules: Rules): Row | Bad {
    return guarded(path, () => {
      const [figures] = reviewed(bytes, rules);
      if (this.#size + bytes.length > MOST_KEPT) return refused(path, "room");
      this.#size += bytes.length;
      this.#next += 1;
      this.#kept.set(this.#next, { path, bytes: bytes.slice() });
      return { ...figures, key: this.#next, path, note };
    });
  }

  #begin(run: number, count: number) {
    this.#run = run;
    let rows: Row[] = [];
    let bad: Bad[] = [];
    let [done, of] = [0, count];
    let [slice, told] = [performance.now(), performance.now()];
    const some = (): void => {
      this.#send({ kind: "some", run, rows, bad, done, of });
      [rows, bad, told] = [[], [], performance.now()];
    };
    return {
      more: (count: number) => {
        of += count;
      },
      add: (found: Row | Bad | undefined) => {
        done += 1;
        if (found === undefined) return;
        if ("key" in found) rows.push(found);
        else bad.push(found);
      },
      /** Lets others have their turn; whether the run was called off meanwhile. */
      isOver: async () => {
        const now = performance.now();
        if (now - told > TELL_MS) some();
        if (now - slice > SLICE_MS) {
          await turn();
          slice = performance.now();
        }
        return this.#run !== run;
      },
      end: (left: number) => {
        some();
        this.#send({ kind: "end", run, cancelled: this.#run !== run, left });
      },
    };
  }

  async #answer(id: number, ask: Ask, of: unknown): Promise<void> {
    try {
      this.#send({ kind: "answer", id, value: await this.#asked(ask, of) });
    } catch (error) {
      if (isTrap(error)) rebuild();
      this.#send({ kind: "failed", id, message: error instanceof Error ? error.message : "" });
    }
  }

  #asked(ask: Ask, of: unknown): Asks[Ask][1] | Promise<Asks[Ask][1]> {
    const text = (key: number): string => {
      const kept = this.#kept.get(key);
      return kept ? reviewed(kept.bytes, NO_RULES)[1] : "";
    };
    switch (ask) {
      case "catalog":
        return catalog(of as Asks["catalog"][0]);
      case "session": {
        const { session } = of as Asks["session"][0];
        const kept = [...this.#kept].map(([key, { bytes }]): [string, Uint8Array<ArrayBuffer>] => [
          nameInSession(key),
          bytes,
        ]);
        return archive([[SESSION_FILE, UTF8.encode(session)], ...kept]);
      }
      case "rows": {
        const { format, text } = of as Asks["rows"][0];
        return rowsAs(format, text) as Uint8Array<ArrayBuffer>;
      }
      case "compare": {
        const { one, other } = of as Asks["compare"][0];
        return opened(text(one), (assessment) => assessment.compare(text(other)));
      }
      case "vendor":
        return opened(text((of as Asks["vendor"][0]).key), (assessment) => {
          // It is text that the crate wrote itself.
          const { organisation } = JSON.parse(assessment.toJSON());
          return {
            report: assessment.report(),
            statement: assessment.statement(),
            scope: organisation?.scope ?? "",
          };
        });
    }
  }
}

const NO_RULES: Rules = { minimums: {}, weights: {} };

/** Rules as the crate reads them; none where nobody set one. */
const textOf = (numbers: Record<string, number>): string =>
  Object.keys(numbers).length === 0 ? "" : JSON.stringify(numbers);

function reviewed(bytes: Uint8Array, { minimums, weights }: Rules): [Reviewed, string] {
  const [figures, text] = review(bytes, textOf(minimums), textOf(weights));
  // The titles are those of the catalog; thousands of copies of them would have to be handed over.
  return [{ ...figures, areas: figures.areas.map(({ key, low, high }) => ({ key, low, high })) }, text];
}

/** Whether the crate takes the rules that somebody's archive brings: else it would refuse every file for them. */
function accepted({ minimums, weights }: Rules): boolean {
  try {
    checkRules(textOf(minimums), textOf(weights));
    return true;
  } catch (error) {
    if (isTrap(error)) rebuild();
    return false;
  }
}

/** Whatever happens to one file is said of that file. */
function guarded(path: string, act: () => Row | Bad): Row | Bad {
  try {
    return act();
  } catch (error) {
    if (isReadinessError(error)) return { path, code: error.code, subject: error.subject, message: error.message };
    if (isTrap(error)) rebuild();
    return refused(path, "trap");
  }
}

function opened<T>(text: string, act: (assessment: Assessment) => T): T {
  const assessment = Assessment.parse(text);
  try {
    return act(assessment);
  } finally {
    assessment.free();
  }
}

const waiting: (() => void)[] = [];
const channel = new MessageChannel();
channel.port1.onmessage = () => waiting.shift()?.();

/** Once round the loop of events; a timer would take four milliseconds. */
const turn = (): Promise<void> =>
  new Promise((done) => {
    waiting.push(done);
    channel.port2.postMessage(null);
  });
