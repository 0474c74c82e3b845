// Drafts that the page around is given once the person allows it.
import { html } from "lit";
import type { Session } from "../app/session/session.js";
import { tt } from "../app/text/messages.js";
import type { DraftConsent } from "./bar.js";
import type { Decision } from "./decision.js";
import type { Port } from "./port.js";

const DRAFT_MS = 1000;

export class Drafts {
  consent: DraftConsent = "none";
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly port: Port,
    private readonly decision: Decision,
    private readonly session: () => Session | null,
  ) {}

  /** The page around asks for them, or no longer. */
  wanted(asks: boolean): void {
    if (this.consent !== "refused") this.consent = asks ? "asked" : "none";
  }

  refuse(): void {
    this.consent = "refused";
    clearTimeout(this.#timer);
  }

  ask(): void {
    this.decision.ask({
      title: tt("frame.draft.title"),
      body: html`<p>${tt("frame.draft.text", { origin: this.port.origin ?? "" })}</p>`,
      yes: tt("frame.draft.allow"),
      no: tt("frame.draft.refuse"),
      sends: true,
      decided: (yes) => {
        this.consent = yes ? "granted" : "refused";
        this.send();
      },
    });
  }

  sendLater(): void {
    if (this.consent !== "granted") return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.send(), DRAFT_MS);
  }

  send(): void {
    const session = this.session();
    if (this.consent === "granted" && session) this.port.send("draft", { assessment: session.text });
  }
}
