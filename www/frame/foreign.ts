// Reading what the page around sends.
import { Assessment, type Edition } from "../app/model/wasm.js";
import type { Session } from "../app/session/session.js";
import type { Settings } from "./protocol.js";

export interface Foreign {
  text: string;
  edition: Edition;
  answered: number;
  applicable: number;
}

/** A foreign assessment through the core, in an instance that is thrown away. Throws what the core throws. */
export function parseForeign(session: Session, given: string | object): Foreign {
  try {
    const opened = Assessment.parse(typeof given === "string" ? given : JSON.stringify(given));
    const { coverage } = opened.summary();
    const { edition } = opened;
    const text = opened.toJSON();
    opened.free();
    return { text, edition, answered: coverage.answered + coverage.provisional, applicable: coverage.applicable };
  } finally {
    session.store.renew();
  }
}

/** A page could else have a result made for another receiver, and hand it on there as the person's own. */
export const isForAnother = ({ binding }: Settings, origin: string | null): boolean =>
  binding != null && binding.audience !== origin;
