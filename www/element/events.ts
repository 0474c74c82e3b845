import type { ResultEnvelope, Summary } from "readiness-core";

const OUTWARD = { bubbles: true, composed: true };

/** The element has started: `assessment` and `report` say what is in it. */
export class ReadinessReadyEvent extends Event {
  static readonly type = "readiness-ready";
  constructor() {
    super(ReadinessReadyEvent.type, OUTWARD);
  }
}

/** The person changed something; told once, a quarter of a second after the last change. `detail` is the summary. */
export class ReadinessChangeEvent extends CustomEvent<Summary> {
  static readonly type = "readiness-change";
  constructor(detail: Summary) {
    super(ReadinessChangeEvent.type, { ...OUTWARD, detail });
  }
}

/**
 * The person handed the result over; `detail` is the result envelope. Recompute it with `verify` before you believe it.
 */
export class ReadinessCompleteEvent extends CustomEvent<ResultEnvelope> {
  static readonly type = "readiness-complete";
  constructor(detail: ResultEnvelope) {
    super(ReadinessCompleteEvent.type, { ...OUTWARD, detail });
  }
}

/**
 * Something failed that no call could answer for: the start (`no-wasm`, `damaged`, `unknown`), an `assessment` set before
 * the start that cannot be read (the codes of `ReadinessError`), or a fault of the core that was mended (`trap`). `detail` says which.
 */
export class ReadinessErrorEvent extends CustomEvent<{ code: string; message: string }> {
  static readonly type = "readiness-error";
  constructor(code: string, message: string) {
    super(ReadinessErrorEvent.type, { ...OUTWARD, detail: { code, message } });
  }
}
