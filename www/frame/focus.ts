// Where the page around leads the person.
import { link } from "../app/router.js";
import type { Session } from "../app/session/session.js";
import { tt } from "../app/text/messages.js";
import { requirementLink } from "../app/text/labels.js";
import type { Port } from "./port.js";

const FOCUS_MS = 250;

export class FocusRequests {
  /** Where it wants to go next, and who waits for it. */
  #goal: { hash: string; ids: (string | undefined)[] } | null = null;
  #broughtTo = "";
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly port: Port,
    private readonly ready: (id: string | undefined) => void,
  ) {}

  /** Goes to a requirement or a document. */
  focus(session: Session, wanted: string, id: string | undefined): void {
    const { requirements, documents } = session.questions;
    if (!requirements.has(wanted) && !documents.has(wanted)) {
      this.port.send("error", { code: "unknown-id", message: tt("frame.unknown"), subject: wanted }, id);
      return;
    }
    const hash = requirements.has(wanted) ? requirementLink(session.questions, wanted) : link("documents", wanted);
    // Of many in a row only the last is gone to, or the person could neither read nor type meanwhile.
    if (this.#goal) {
      this.#goal.hash = hash;
      this.#goal.ids.push(id);
    } else {
      this.#bring(session, hash);
      this.ready(id);
      this.#goal = { hash, ids: [] };
    }
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#arrive(session), FOCUS_MS);
  }

  #arrive(session: Session): void {
    const goal = this.#goal;
    this.#goal = null;
    if (!goal || goal.ids.length === 0) return;
    this.#bring(session, goal.hash);
    for (const id of goal.ids) this.ready(id);
  }

  /** One step back leads to where the person was, however often the page around went elsewhere. */
  #bring(session: Session, hash: string): void {
    if (location.hash === this.#broughtTo) session.around.router.replace(hash);
    else session.go(hash);
    this.#broughtTo = hash;
  }
}
