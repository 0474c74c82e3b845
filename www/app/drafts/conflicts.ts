// What becomes of drafts and of other tabs' answers: joined with the person's own, or reported and offered.
import { download } from "../download.js";
import { recordOf, type DraftRecord } from "../model/draft_record.js";
import type { QuestionIndex } from "../model/question_pages.js";
import { merge, taken, type Clash } from "../model/three_way_merge.js";
import { Assessment, type AssessmentFile } from "../model/wasm.js";
import { date } from "../text/format.js";
import { answerText, fieldLabel } from "../text/labels.js";
import { sentences, t, tt } from "../text/messages.js";
import type { Notice, UiState } from "../ui_state.js";
import type { DraftOwner, Joined } from "./draft.js";

/** How many clashes are named. */
const SHOWN = 3;
/** Letters of both sides that a notice has room for. */
const LONG = 80;

/** What conflicts need of the visit. */
export interface ConflictsPort {
  /** The person's own text, also while the example is open. */
  readonly text: string;
  /** Nothing in it that could be lost. */
  readonly blank: boolean;
  /** The person has done something here that a draft found late must not replace. */
  readonly touched: boolean;
  readonly questions: QuestionIndex;
  readonly ui: Pick<UiState, "notices">;
  /** Puts in what another tab, or an earlier visit, wrote; with a label, one step leads back. With a moment, a file holds it since then. */
  replaceFromRemote(text: string, label: string | null, filed?: string | null): void;
  /** The person chose another text; false where it is refused. */
  takeOver(label: string, text: string): boolean;
  /** The draft put aside under that key is not needed any more. */
  settleDraft(key: string): void;
  notice(notice: Notice): void;
  dismiss(id: string): void;
  refresh(): void;
  remind(): void;
}

export class Conflicts implements DraftOwner {
  #clashes: Clash[] = [];

  constructor(private readonly visit: ConflictsPort) {}

  get text(): string {
    return this.visit.text;
  }
  get blank(): boolean {
    return this.visit.blank;
  }

  found(record: DraftRecord): "taken" | "damaged" | "late" {
    if (!this.#reads(record.text)) return "damaged";
    if (this.visit.touched && record.text !== this.visit.text) {
      this.aside("current", record);
      return "late";
    }
    const { at, changes } = record.file;
    this.visit.replaceFromRemote(record.text, null, changes === 0 ? at : null);
    this.visit.remind();
    return "taken";
  }

  join(base: string, record: DraftRecord): Joined {
    const mine = this.visit.text;
    let theirs: string;
    try {
      const checked = Assessment.parse(record.text);
      theirs = checked.toJSON();
      checked.free();
    } catch {
      return { verdict: "damaged", theirs: record.text, clashes: [] };
    }
    let merged = merge(base, mine, theirs);
    if (!merged && this.visit.blank) merged = { text: theirs, clashes: [] };
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
    const id = (file: string): unknown => (JSON.parse(file) as AssessmentFile).id;
    this.visit.replaceFromRemote(text, this.visit.blank || id(text) === id(mine) ? null : t("change.clash"));
  }

  aside(key: string, remains: unknown): void {
    const record = recordOf(remains);
    const readable = record !== null && this.#reads(record.text);
    const settle = (): void => {
      this.visit.settleDraft(key);
      this.visit.dismiss(key);
    };
    const open = (): void => {
      if (record && this.visit.takeOver(t("change.open"), record.text)) settle();
    };
    this.visit.notice({
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
    this.visit.refresh();
  }

  /** The losers of clashes are told and can be taken after all, until the person has seen to them. */
  #tellClashes(latest: Clash[]): void {
    const key = ({ kind, id, field }: Clash): string => `${kind} ${id} ${field}`;
    const open = this.visit.ui.notices.some(({ id }) => id === "clash") ? this.#clashes : [];
    const clashes = [...new Map([...open, ...latest].map((clash) => [key(clash), clash])).values()];
    this.#clashes = clashes;
    this.visit.notice({
      id: "clash",
      tone: "warning",
      text: sentences(
        t("clash.notice"),
        ...clashes.slice(0, SHOWN).map((clash) => this.#words(clash)),
        ...(clashes.length > SHOWN ? [t("clash.more", { n: clashes.length - SHOWN })] : []),
      ),
      actions: [
        {
          label: t("clash.take"),
          act: () => {
            if (this.visit.takeOver(t("change.clash"), taken(this.visit.text, clashes))) this.visit.dismiss("clash");
          },
        },
      ],
    });
  }

  #words({ kind, id, field, mine, theirs }: Clash): string {
    if (kind === "other") return t("clash.other");
    const { catalog, areas, documents, requirements } = this.visit.questions;
    const title = documents.get(id)?.name ?? areas.get(id)?.title ?? `${id} ${requirements.get(id)?.title ?? ""}`;
    const said = (members: Record<string, unknown>): string => {
      const text = String(members[field] ?? "");
      if (field === "status") return tt(`status.${text || "none"}`);
      if (field === "answer") return answerText(catalog, (members[field] ?? null) as Parameters<typeof answerText>[1]);
      return text === "" ? t("status.none") : field === "due" ? date(text) : text;
    };
    const name = /^(answer|status)$/.test(field) ? title : t("aside", { text: title, more: fieldLabel(field) });
    const [here, there] = [said(mine), said(theirs)];
    // What is long is read where it stands.
    return /^(answer|status|owner|due)$/.test(field) && here.length + there.length < LONG
      ? t("clash.one", { name, mine: here, theirs: there })
      : t("clash.differs", { name });
  }
}

const isEmpty = (text: string): boolean => {
  const read = Assessment.parse(text);
  const empty = read.isEmpty();
  read.free();
  return empty;
};

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
