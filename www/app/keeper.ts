import { Assessment, type AssessmentFile } from "./core.js";
import { download } from "./download.js";
import { recordOf, type DraftOwner, type DraftRecord, type Joined } from "./draft.js";
import { date } from "./format.js";
import { merge, taken, type Clash } from "./merge.js";
import type { Session } from "./session.js";
import { t, tt } from "./text.js";
import { answerText } from "./words.js";

/** What becomes of drafts and of other tabs' answers: joined with the person's own, or told and offered. */
export class Keeper implements DraftOwner {
  #clashes: Clash[] = [];

  constructor(private readonly session: Session) {}

  get text(): string {
    return this.session.text;
  }
  get blank(): boolean {
    return this.session.blank;
  }

  found(record: DraftRecord): "taken" | "damaged" | "late" {
    if (!this.#reads(record.text)) return "damaged";
    if ((this.session.store.changes > 0 || this.session.own !== null) && record.text !== this.session.text) {
      this.aside("current", record);
      return "late";
    }
    this.session.quietly(record.text);
    this.session.remind();
    return "taken";
  }

  join(base: string, record: DraftRecord): Joined {
    const mine = this.session.text;
    let theirs: string;
    try {
      const checked = Assessment.parse(record.text);
      theirs = checked.toJSON();
      checked.free();
    } catch {
      return { verdict: "damaged", theirs: record.text, clashes: [] };
    }
    let merged = merge(base, mine, theirs);
    if (!merged && this.session.blank) merged = { text: theirs, clashes: [] };
    if (!merged) return { verdict: isEmpty(theirs) ? "joined" : "another", theirs, clashes: [] };
    try {
      this.#follow(mine, merged.text);
    } catch {
      return { verdict: "another", theirs, clashes: [] };
    }
    if (merged.clashes.length > 0) this.#tellClashes(merged.clashes);
    return { verdict: "joined", theirs, clashes: merged.clashes };
  }

  /** Shows what another tab did. Where it opened another assessment, one step leads back to this one. */
  #follow(mine: string, text: string): void {
    if (text === mine) return;
    if (this.session.own !== null) {
      const whole = Assessment.parse(text);
      this.session.own = whole.toJSON();
      whole.free();
      return;
    }
    const id = (file: string): unknown => (JSON.parse(file) as AssessmentFile).id;
    this.session.quietly(text, this.session.store.empty || id(text) === id(mine) ? null : t("change.clash"));
  }

  aside(key: string, remains: unknown): void {
    const record = recordOf(remains);
    const readable = record !== null && this.#reads(record.text);
    const settle = (): void => {
      this.session.draft.settle(key);
      this.session.dismiss(key);
    };
    const open = (): void => {
      this.session.putBack();
      if (record && this.session.replace(t("change.open"), record.text)) settle();
    };
    this.session.notice({
      id: key,
      tone: "warning",
      text: readable ? t("draft.earlier", { when: date(record.saved, true) }) : t("draft.damaged"),
      lasting: key !== "current",
      actions: [
        readable
          ? { label: t("draft.earlier.open"), act: open }
          : {
              label: t("draft.damaged.save"),
              act: () => download("damaged-draft.txt", new Blob(bytesOf(remains), { type: "text/plain" })),
            },
        ...(key === "current" ? [] : [{ label: t("draft.aside.delete"), act: settle }]),
      ],
    });
  }

  #reads(text: string): boolean {
    try {
      Assessment.parse(text).free();
      return true;
    } catch {
      return false;
    }
  }

  changed(): void {
    this.session.refresh();
  }

  /** The losers of clashes are told and can be taken after all, until the person has seen to them. */
  #tellClashes(latest: Clash[]): void {
    const key = ({ kind, id }: Clash): string => `${kind} ${id}`;
    const open = this.session.ui.notices.some(({ id }) => id === "clash") ? this.#clashes : [];
    const clashes = [...new Map([...open, ...latest].map((clash) => [key(clash), clash])).values()];
    this.#clashes = clashes;
    const words = (clash: Clash): string => {
      if (clash.kind === "other") return tt("clash.other");
      const [mine, other] = [clash.mine, clash.theirs].map((entry) => {
        const { answer = null, status } = (entry ?? {}) as { answer?: never; status?: string };
        return clash.kind === "documents"
          ? tt(`status.${status ?? "none"}`)
          : answerText(this.session.book.catalog, answer);
      });
      const name =
        clash.kind === "documents" ? (this.session.book.documents.get(clash.id)?.name ?? clash.id) : clash.id;
      return t("clash.one", { name, mine: mine ?? "", theirs: other ?? "" });
    };
    this.session.notice({
      id: "clash",
      tone: "warning",
      text: `${t("clash.notice")} ${clashes.slice(0, 5).map(words).join(" ")}`,
      actions: [
        {
          label: t("clash.take"),
          act: () => {
            this.session.putBack();
            if (this.session.replace(t("change.clash"), taken(this.session.store.text, clashes)))
              this.session.dismiss("clash");
          },
        },
      ],
    });
  }
}

/** All that people put in stands in objects and lists, but for who answers. */
export const isEmpty = (text: string): boolean =>
  Object.entries(JSON.parse(text) as AssessmentFile).every(
    ([key, value]) => typeof value !== "object" && key !== "assessor",
  );

/** What cannot be read, as it is where it is text or bytes, else written out. */
function bytesOf(remains: unknown): BlobPart[] {
  const text: unknown = remains instanceof Blob ? remains : ((remains as { text?: unknown } | null)?.text ?? remains);
  if (typeof text === "string" || text instanceof Blob || text instanceof ArrayBuffer) return [text];
  if (ArrayBuffer.isView(text)) return [text as BlobPart];
  try {
    return [JSON.stringify(remains, (_, value: unknown) => (typeof value === "bigint" ? String(value) : value))];
  } catch {
    return [String(remains)];
  }
}
