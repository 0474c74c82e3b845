import type { ResultEnvelope, Summary } from "readiness-core";

const OUTWARD = { bubbles: true, composed: true };

/** The element has started: its properties say what is in it. */
export class ReadinessReadyEvent extends Event {
  static readonly type = "readiness-ready";
  constructor() {
    super(ReadinessReadyEvent.type, OUTWARD);
  }
}

/** The person changed something; told once a pause. */
export class ReadinessChangeEvent extends CustomEvent<Summary> {
  static readonly type = "readiness-change";
  constructor(detail: Summary) {
    super(ReadinessChangeEvent.type, { ...OUTWARD, detail });
  }
}

/** The person handed the result over. */
export class ReadinessCompleteEvent extends CustomEvent<ResultEnvelope> {
  static readonly type = "readiness-complete";
  constructor(detail: ResultEnvelope) {
    super(ReadinessCompleteEvent.type, { ...OUTWARD, detail });
  }
}

/** Something failed that no call could answer for. */
export class ReadinessErrorEvent extends CustomEvent<{ code: string; message: string }> {
  static readonly type = "readiness-error";
  constructor(code: string, message: string) {
    super(ReadinessErrorEvent.type, { ...OUTWARD, detail: { code, message } });
  }
}
