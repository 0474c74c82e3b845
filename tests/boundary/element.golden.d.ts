import type { AssessmentFile, Edition, Level, Report, ResultEnvelope, Summary } from "./core.js";
import type { ModuleSource } from "./index.js";

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

/** The person changed something; told once, a quarter of a second after the last change. `detail` is the summary. */
export class ReadinessChangeEvent extends CustomEvent<Summary> {
  static readonly type: "readiness-change";
  constructor(detail: Summary);
}

/** The person handed the result over; `detail` is the result envelope. Recompute it with `verify` before you believe it. */
export class ReadinessCompleteEvent extends CustomEvent<ResultEnvelope> {
  static readonly type: "readiness-complete";
  constructor(detail: ResultEnvelope);
}

/**
 * Something failed that no call could answer for: the start (`no-wasm`, `damaged`, `unknown`), an `assessment` set before
 * the start that cannot be read (the codes of `ReadinessError`), or a fault of the core that was mended (`trap`). `detail` says which.
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
  /**
   * The WebAssembly module, or where it is. Left alone, it is fetched from beside the package's files; looked at when the
   * first element starts.
   */
  static wasm: ModuleSource | Promise<ModuleSource> | undefined;

  /**
   * The second module, which takes in sheets of others and makes the exports, or where it is; likewise, when it is first
   * needed.
   */
  static deferredWasm: ModuleSource | Promise<ModuleSource> | undefined;

  /**
   * Registers the class under a name, `iso27001-readiness` unless given. Where it is taken, by another copy of the class for
   * one, or in Node, nothing happens.
   */
  static define(name?: string, registry?: CustomElementRegistry | undefined): void;

  /** Least level by requirement, shown beside score and questions: `{ "A.5.19": 3 }`. */
  get minimums(): Record<string, number>;
  set minimums(minimums: Record<string, number> | null);

  /** The minimums that the answers do not reach. */
  get shortfalls(): Shortfall[];

  /**
   * The text of the assessment file, with what is just being typed. Set, it takes the text or the object; what cannot be
   * read throws a `ReadinessError` and changes nothing. Members that this version does not know stay in it.
   */
  get assessment(): string;
  set assessment(assessment: string | AssessmentFile | object | null);

  /** Everything that the method says, or null before the start. */
  get report(): Report | null;

  /** Opens a question (`A.5.1`), an area of the quick scan (`policy`) or a document, and puts the focus there. */
  focusRequirement(id: string): void;

  /** Back to what the host set last, or to no answers. The person can undo it. */
  reset(): void;

  /** Opens the report and prints it, without the page around the element. */
  print(): Promise<void>;

  /** It takes part in forms. */
  static readonly formAssociated: true;

  /** The form that it belongs to. */
  get form(): HTMLFormElement | null;

  /** `iso27001-readiness`, as a control of a form names its kind. */
  get type(): string;

  /** The same as `assessment`: what a form submits under `name`. */
  get value(): string;
  set value(value: string | AssessmentFile | object | null);

  /** As of a form control. */
  get validity(): ValidityState;

  /** As of a form control: what `setCustomValidity` was given. */
  get validationMessage(): string;

  /** As of a form control. */
  get willValidate(): boolean;

  /** As of a form control. */
  checkValidity(): boolean;

  /** As of a form control. */
  reportValidity(): boolean;

  /** As of a form control: a message makes the form invalid, an empty one valid. */
  setCustomValidity(message: string): void;

  /** Edition of a new assessment; of what is open, once the element has started. */
  get edition(): Edition;
  set edition(edition: Edition);

  /** Where the questions open: with the quick scan or the full list; null: at the start page. */
  get mode(): "quick" | "full" | null;
  set mode(mode: "quick" | "full" | null);

  /**
   * `none`, the default, or the name of this element's draft in the browser's storage, kept once the person agrees. Read at
   * the start.
   */
  get storage(): string;
  set storage(storage: string);

  /** Everything can be read and nothing changed. */
  get readonly(): boolean;
  set readonly(readonly: boolean);

  /** As of a form control: read-only and not submitted. */
  get disabled(): boolean;
  set disabled(disabled: boolean);

  /**
   * What is left out, separated by spaces in the attribute: views (`start`, `documents`, `learn`, …), questions by clause
   * (`4`), group (`A.7`), area (`suppliers`) or id, a list of questions (`quick`, `full`), or the button that hands over
   * (`complete`).
   */
  get hide(): string[];
  set hide(names: string | readonly string[] | null);

  /** Answers that only the host gives, named as in `hide`; `documents`, or the key of one, for documents. */
  get lock(): string[];
  set lock(names: string | readonly string[] | null);

  /** Name in a form; the value is the assessment's text. */
  get name(): string;
  set name(name: string);

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
