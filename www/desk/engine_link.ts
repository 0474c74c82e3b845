// The page's end of the engine: a worker, or the same script in time slices where no worker is allowed.
import { decode } from "../app/model/wasm.js";
import type { Engine } from "./engine/engine.js";
import { isArchive, MOST_BYTES } from "./engine/archive.js";
import type { Ask, Asks, Bytes, Given, Reply, Request, Rules } from "./engine/protocol.js";

type Hears = (reply: Extract<Reply, { kind: "some" | "rules" | "end" }>) => void;

/** A worker that does not start says so by an error, by throwing, or, where a policy swallows it, not at all. */
const PATIENCE_MS = 4000;

const textOf = (id: string): HTMLElement => {
  const element = document.getElementById(id);
  if (!element) throw new Error(id);
  return element;
};

/** The bytes of the crate, each time anew: a worker takes them along. */
function wasm(): Uint8Array<ArrayBuffer> {
  const element = textOf("wasm");
  return decode(element.textContent ?? "", Number(element.dataset["code"]));
}

export class EngineLink {
  /** Whether it runs beside the page, and not in it. */
  apart = true;
  #post: (request: Request) => void = () => undefined;
  readonly #hears: Hears;
  readonly #asked = new Map<number, { done: (value: never) => void; failed: (error: Error) => void }>();
  #id = 0;
  /** The run that was begun last. */
  #run = 0;
  #given: { run: number; files: (Blob | null)[] } = { run: 0, files: [] };

  private constructor(hears: Hears) {
    this.#hears = hears;
  }

  /** Starts one; throws what the crate's start throws. */
  static async start(hears: Hears): Promise<EngineLink> {
    const link = new EngineLink(hears);
    if (!(await link.#worker())) await link.#slices();
    return link;
  }

  post(request: Request): void {
    if (request.kind === "read" || request.kind === "again" || request.kind === "unlock") this.#run = request.run;
    this.#post(request);
  }

  /** The engine is gone: whoever waits for it hears so, and the run that it was at is over. */
  #lost(): void {
    this.#post = () => this.#lost();
    const asked = [...this.#asked.values()];
    this.#asked.clear();
    for (const { failed } of asked) failed(new Error("lost"));
    this.#hears({ kind: "end", run: this.#run, cancelled: true, left: 0 });
  }

  ask<K extends Ask>(ask: K, of: Asks[K][0]): Promise<Asks[K][1]> {
    this.#id += 1;
    const id = this.#id;
    return new Promise((done, failed) => {
      this.#asked.set(id, { done, failed });
      this.#post({ kind: "ask", id, ask, of } as Request);
    });
  }

  readonly #take = (reply: Reply): void => {
    if (reply.kind === "some" || reply.kind === "rules" || reply.kind === "end") this.#hears(reply);
    if (reply.kind === "want") void this.#read(reply.run, reply.index);
    if (reply.kind !== "answer" && reply.kind !== "failed") return;
    const asked = this.#asked.get(reply.id);
    this.#asked.delete(reply.id);
    if (reply.kind === "answer") asked?.done(reply.value as never);
    else asked?.failed(new Error(reply.message));
  };

  /** Reads files, each when the engine asks for it. */
  read(run: number, given: Given[], room: number, rules: Rules): void {
    this.#given = { run, files: given.map(({ file }) => file) };
    this.post({ kind: "read", run, paths: given.map(({ path }) => path), room, rules });
  }

  async #read(run: number, index: number): Promise<void> {
    const file = this.#given.run === run ? this.#given.files[index] : undefined;
    const bytes = file ? await bytesOf(file) : "unreadable";
    this.#post({ kind: "bytes", run, index, bytes });
  }

  #worker(): Promise<boolean> {
    return new Promise((done) => {
      let worker: Worker;
      try {
        const source = new Blob([textOf("engine").textContent ?? ""], { type: "text/javascript" });
        worker = new Worker(trusted(URL.createObjectURL(source)));
      } catch {
        return done(false);
      }
      const failed = (event?: Event): void => {
        event?.preventDefault();
        worker.terminate();
        done(false);
      };
      const patience = setTimeout(failed, PATIENCE_MS);
      worker.onerror = failed;
      worker.onmessage = ({ data }: MessageEvent<Reply>) => {
        clearTimeout(patience);
        worker.onmessage = ({ data }: MessageEvent<Reply>) => this.#take(data);
        if (data.kind !== "ready") return failed();
        worker.onerror = () => this.#lost();
        this.#post = (request) =>
          worker.postMessage(
            request,
            request.kind === "bytes" && typeof request.bytes !== "string" ? [request.bytes.buffer] : [],
          );
        done(true);
      };
      const bytes = wasm();
      worker.postMessage({ kind: "start", wasm: bytes } satisfies Request, [bytes.buffer]);
    });
  }

  async #slices(): Promise<void> {
    this.apart = false;
    const { deskEngine } = globalThis as unknown as { deskEngine: (send: (reply: Reply) => void) => Engine };
    const engine = deskEngine(this.#take);
    await engine.take({ kind: "start", wasm: wasm() });
    this.#post = (request) => void engine.take(request).catch(() => this.#lost());
  }
}

const MOST_ARCHIVE = 1024 * 1024 * 1024;
/** What is read at once: a key press waits while the bytes of a piece are copied. */
const PIECE = 2 * 1024 * 1024;

/** A file's bytes: of what is no archive no more than a result may hold. */
async function bytesOf(file: Blob): Promise<Bytes> {
  const read = async (part: Blob): Promise<Uint8Array<ArrayBuffer>> => {
    const all = new Uint8Array(part.size);
    for (let at = 0; at < part.size; at += PIECE)
      all.set(new Uint8Array(await part.slice(at, at + PIECE).arrayBuffer()), at);
    return all;
  };
  try {
    if (file.size <= MOST_BYTES) return await read(file);
    if (!isArchive(await read(file.slice(0, 4)))) return await read(file.slice(0, MOST_BYTES));
    return file.size > MOST_ARCHIVE ? "large" : await read(file);
  } catch {
    return "unreadable";
  }
}

interface Policies {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): { createScriptURL(url: string): URL };
}

/** The one address that a policy of trusted types lets a script of ours be loaded from: its own text. */
function trusted(url: string): string | URL {
  const { trustedTypes } = globalThis as { trustedTypes?: Policies };
  policy ??= trustedTypes?.createPolicy("iso27001-desk", { createScriptURL: (one) => one });
  return policy?.createScriptURL(url) ?? url;
}
let policy: ReturnType<Policies["createPolicy"]> | undefined;
