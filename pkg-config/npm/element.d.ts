import type { AssessmentFile, Edition, Level, Report, ResultEnvelope, Summary } from "./core.js";

/** A level that the host asks for and the answers do not reach. Not applicable, unknown and no answer reach none. */
export interface Shortfall {
  id: string;
  minimum: number;
  answer: Level | "unknown" | "not-applicable" | null;
}

/** The element has started: `assessment` and `report` say what is in it. */
export class ReadinessReadyEvent extends Event {
  static readonly type: "readiness-ready";
  constructor();
}
/** The person changed something; told once, a quarter of a second after the last change. */
export class ReadinessChangeEvent extends CustomEvent<Summary> {
  static readonly type: "readiness-change";
  constructor(detail: Summary);
}
/** The person handed the result over. Recompute it with `verify` before you believe it. */
export class ReadinessCompleteEvent extends CustomEvent<ResultEnvelope> {
  static readonly type: "readiness-complete";
  constructor(detail: ResultEnvelope);
}
/**
 * Something failed that no call could answer for: the start (`no-wasm`, `damaged`, `unknown`), an `assessment` set before
 * the start that cannot be read (the codes of `ReadinessError`), or a fault of the core that was mended (`trap`).
 */
export class ReadinessErrorEvent extends CustomEvent<{ code: string; message: string }> {
  static readonly type: "readiness-error";
  constructor(code: string, message: string);
}

export interface ReadinessElementEventMap {
  "readiness-ready": ReadinessReadyEvent;
  "readiness-change": ReadinessChangeEvent;
  "readiness-complete": ReadinessCompleteEvent;
  "readiness-error": ReadinessErrorEvent;
}

/** The whole self-assessment as an element. Safe to import where there is no document. */
export class ReadinessElement extends HTMLElement {
  static readonly formAssociated: true;
  /**
   * The WebAssembly module, or where it is. Left alone, it is fetched from beside the package's files; looked at when the
   * first element starts.
   */
  static wasm:
    | string
    | URL
    | Request
    | Response
    | ArrayBuffer
    | Uint8Array
    | Promise<string | URL | Request | Response | ArrayBuffer | Uint8Array>
    | undefined;
  /** The second module, which takes in sheets of others and makes the exports, or where it is; likewise, when it is first needed. */
  static deferredWasm: typeof ReadinessElement.wasm;
  /** Registers the class under a name, `iso27001-readiness` unless given. Where it is taken already, nothing happens. */
  static define(name?: string, registry?: CustomElementRegistry): void;

  /** Edition of a new assessment; of what is open, once the element has started. */
  get edition(): Edition;
  set edition(edition: Edition);
  /** Where the questions open: with the quick scan or the full list; null: at the start page. */
  get mode(): "quick" | "full" | null;
  set mode(mode: "quick" | "full" | null);
  /** `none`, or the name of this element's draft in the browser's storage, kept once the person agrees. Read at the start. */
  storage: string;
  readonly: boolean;
  disabled: boolean;
  /**
   * What is left out: views (`start`, `documents`, `learn`, …), questions by clause (`"4"`), group (`"A.7"`), area
   * (`"suppliers"`) or id, a list of questions (`quick`, `full`), or the button that hands over (`complete`).
   */
  get hide(): string[];
  set hide(names: string | readonly string[] | null);
  /** Answers that only the host gives, named as in `hide`; `documents`, or the key of one, for documents. */
  get lock(): string[];
  set lock(names: string | readonly string[] | null);
  /** Least level by requirement, shown beside score and questions: `{ "A.5.19": 3 }`. */
  get minimums(): Record<string, number>;
  set minimums(minimums: Record<string, number> | null);
  readonly shortfalls: Shortfall[];
  /**
   * The text of the assessment file. Set, it takes the text or the object; what cannot be read throws a `ReadinessError`
   * and changes nothing. Members that this version does not know stay in it.
   */
  get assessment(): string;
  set assessment(assessment: string | AssessmentFile | object | null);
  /** Everything that the method says, or null before the start. */
  readonly report: Report | null;

  /** The same as `assessment`: what a form submits under `name`. */
  get value(): string;
  set value(value: string | AssessmentFile | object | null);
  name: string;
  readonly type: string;
  readonly form: HTMLFormElement | null;
  readonly validity: ValidityState;
  readonly validationMessage: string;
  readonly willValidate: boolean;
  checkValidity(): boolean;
  reportValidity(): boolean;
  setCustomValidity(message: string): void;

  /** Opens a question (`"A.5.1"`), an area of the quick scan (`"policy"`) or a document, and puts the focus there. */
  focusRequirement(id: string): void;
  /** Back to what the host set last, or to no answers. */
  reset(): void;
  /** Opens the report and prints it, without the page around the element. */
  print(): Promise<void>;

  addEventListener<K extends keyof ReadinessElementEventMap>(
    type: K,
    listener: (this: ReadinessElement, event: ReadinessElementEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
  removeEventListener<K extends keyof ReadinessElementEventMap>(
    type: K,
    listener: (this: ReadinessElement, event: ReadinessElementEventMap[K]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | EventListenerOptions,
  ): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "iso27001-readiness": ReadinessElement;
  }
}
