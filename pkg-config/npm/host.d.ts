import type { AssessmentFile, Edition, ReadinessError, ResultBinding, ResultEnvelope } from "./core.js";

/** What the page in the frame is to show. */
export interface LoadPayload {
  /** A new assessment to this edition, where the one that is open is to another. */
  edition?: Edition;
  /** Where to begin: with the quick scan or with the full assessment. */
  mode?: "quick" | "full";
  /** A language tag; a language that the page does not speak is passed over. */
  lang?: string;
  theme?: "system" | "light" | "dark";
  /** Shown, not answered: without Send. */
  readonly?: boolean;
  /**
   * For which request a result is to be made: a nonce that your server made up and takes once, and your page's own origin.
   * It comes back inside the sealed part, as `binding` of what `verify` returns. Null takes it back, and so does a `load`
   * without one.
   */
  binding?: ResultBinding | null;
  /** An earlier draft or result to go on from: the file's text, or its object. */
  assessment?: string | AssessmentFile;
  /** Asks the person whether every answer may be handed to your page as it is given. Refused once, it is not asked again. */
  keepDraft?: boolean;
}
export type SetPayload = Pick<LoadPayload, "lang" | "theme" | "readonly" | "binding">;

export interface ReadyPayload {
  /** Name and version of what runs in the frame. */
  engine: string;
  edition: Edition;
}
export interface FrameEvents {
  /** The page in the frame runs. */
  ready: ReadyPayload;
  /** Its content fits in this height, in CSS pixels; the frame has been sized by it. In coarse steps, so that no answer shows. */
  resize: { height: number };
  /**
   * How many questions of the full assessment and of the quick scan have an answer, whatever it is, and whether something is not
   * in what you loaded or were sent.
   */
  dirty: { modified: boolean; answers: { full: number; quick: number } };
  /** The text of the assessment so far; only after the person allowed it. */
  draft: { assessment: string };
  /** What the person sent. A claim until `verify` has recomputed it on your server. */
  complete: { result: ResultEnvelope };
  /** Something went wrong without having been asked for. */
  error: ReadinessError;
  /** The person is done and asks to be let out. */
  exit: Record<string, never>;
}

export interface EmbedOptions {
  /** Address of the page, on your own or another origin. */
  src: string | URL;
  /** Name of the frame for people who cannot see it. */
  title?: string;
  /** The frame grows with its content up to this, in CSS pixels; left out, up to the height of the window. */
  maxHeight?: number;
  /** The first `load`, also after the frame was loaded anew. */
  load?: LoadPayload;
}

export interface ReadinessFrame extends EventTarget {
  readonly element: HTMLIFrameElement;
  /** Settles with the answer to the first `load`, or without one as soon as the page runs. */
  readonly ready: Promise<ReadyPayload>;
  /** Rejects with `refused` where the person keeps the answers that are there; waits for the person as long as it takes. */
  load(payload: LoadPayload): Promise<ReadyPayload>;
  set(payload: SetPayload): Promise<ReadyPayload>;
  /** Goes to a requirement or a document by its id; of many in a row to the last. */
  focus(id: string): Promise<ReadyPayload>;
  /** Takes the frame away; what waits is rejected with `closed`. */
  close(): void;
  addEventListener<T extends keyof FrameEvents>(
    type: T,
    listener: (event: CustomEvent<FrameEvents[T]>) => void,
    options?: AddEventListenerOptions | boolean,
  ): void;
  addEventListener(
    type: string,
    callback: EventListenerOrEventListenerObject | null,
    options?: AddEventListenerOptions | boolean,
  ): void;
  removeEventListener<T extends keyof FrameEvents>(
    type: T,
    listener: (event: CustomEvent<FrameEvents[T]>) => void,
    options?: EventListenerOptions | boolean,
  ): void;
  removeEventListener(
    type: string,
    callback: EventListenerOrEventListenerObject | null,
    options?: EventListenerOptions | boolean,
  ): void;
}

/** Puts the assessment into a frame of its own, where your page sees only what the person sends. */
export function embed(parent: ParentNode, options: EmbedOptions): ReadinessFrame;
