// A file of sheets from being read to being taken over. Nothing of the assessment changes before that.
import {
  isReadinessError,
  type ColumnRole,
  type Proposal,
  type ProposedChange,
  type ProposeOptions,
  type WordMeaning,
} from "../../model/wasm.js";
import type { Page } from "../../page.js";
import { link } from "../../router.js";
import { sentences, t, tt } from "../../text/messages.js";
import { readSheets, SheetError, type ReadSheets } from "../../../sheets/index.js";

export interface Held {
  readonly file: File;
  /** Settles the encoding of a text, where the guess was wrong. */
  encoding: string | undefined;
  read: ReadSheets | null;
  /** Why there is nothing to show. */
  fault: string;
  proposal: Proposal | null;
  /** The text of the assessment that the proposal is about, and the one that was last asked about. */
  text: string;
  asked: string;
  /** What the person said about words, columns and the edition. */
  words: Record<string, WordMeaning>;
  columns: Record<string, Partial<Record<ColumnRole, string | null>>>;
  edition: ProposeOptions["edition"];
  /** Changes that are not to be made. */
  left: Set<string>;
  /** Counts what was asked: an older answer that comes late is of no use. */
  turn: number;
  taking: boolean;
}

/** What is answered and why it does not apply are taken together. */
export const keyOf = ({ id, field }: ProposedChange): string => `${id} ${field === "reason" ? "answer" : field}`;

export const taken = ({ proposal, left }: Held): ProposedChange[] =>
  (proposal?.changes ?? []).filter((change) => !left.has(keyOf(change)));

/** What the page shows of it: a file that was just given is read first. */
export function heldOf(page: Page): Held | undefined {
  const { sheet } = page.ui;
  // By a member: a file that was dropped into another document is no instance of this one's class.
  if (!sheet || "turn" in sheet) return sheet as Held | undefined;
  const held: Held = {
    file: sheet as File,
    encoding: undefined,
    read: null,
    fault: "",
    proposal: null,
    text: "",
    asked: "",
    words: Object.create(null) as Held["words"],
    columns: Object.create(null) as Held["columns"],
    edition: undefined,
    left: new Set(),
    turn: 0,
    taking: false,
  };
  page.ui.sheet = held;
  void read(page, held);
  return held;
}

const pause = (time = 0): Promise<void> => new Promise((wake) => setTimeout(wake, time));

function faultOf(error: unknown): string {
  if (error instanceof SheetError) {
    const said = tt(`import.fault.${error.code}`);
    return error.subject ? sentences(said, tt("import.in-sheet", { sheet: error.subject })) : said;
  }
  if (isReadinessError(error)) return t("reason", { reason: error.message });
  return error instanceof DOMException ? t("open.failed") : tt("import.failed");
}

/** Reads the file, or reads it again in another encoding. */
export async function read(page: Page, held: Held): Promise<void> {
  const turn = (held.turn += 1);
  held.read = held.proposal = null;
  held.fault = "";
  page.refresh();
  // What is said meanwhile is drawn first.
  await pause(30);
  try {
    const { name } = held.file;
    held.read = await readSheets(held.file, held.encoding === undefined ? { name } : { name, encoding: held.encoding });
    if (turn === held.turn) await propose(page, held);
  } catch (error) {
    held.fault = faultOf(error);
  }
  if (page.ui.sheet !== held) return;
  if (page.route.view === "import") page.focusOn("title");
  page.announce(held.fault || counts(held));
}

export const counts = (held: Held): string => tt("import.count", { n: held.proposal?.changes.length ?? 0 });

/** Asks what the sheets would change in the assessment as it is now. */
async function propose(page: Page, held: Held): Promise<void> {
  const turn = (held.turn += 1);
  // The module's script stands last in the page.
  while (!page.deferred.module) await pause(50);
  page.flush();
  const { text } = page.store;
  held.asked = text;
  const proposal = await page.deferred.module.propose(text, held.read?.sheets ?? [], {
    words: { ...held.words },
    columns: { ...held.columns },
    ...(held.edition ? { edition: held.edition } : {}),
  });
  if (turn !== held.turn) return;
  held.proposal = proposal;
  held.text = text;
}

/** Asks again, since an answer or what a word or a column means is another now. */
export async function again(page: Page, held: Held): Promise<void> {
  try {
    await propose(page, held);
  } catch (error) {
    held.fault = faultOf(error);
  }
  if (page.ui.sheet === held) page.announce(held.fault || counts(held));
}

function forget(page: Page): void {
  delete page.ui.sheet;
  for (const name of [...page.ui.shown.keys()]) if (name.startsWith("import.")) page.ui.shown.delete(name);
  page.ui.choice.delete("import.filter");
}

export function cancel(page: Page): void {
  forget(page);
  page.announce(t("open.untouched"));
  page.focusOn("title");
}

/** Makes the changes as one step, on the assessment as it is by then. */
export async function take(page: Page, held: Held): Promise<void> {
  if (held.taking) return;
  held.taking = true;
  try {
    const wanted = taken(held);
    const same = JSON.stringify(wanted);
    for (;;) {
      page.flush();
      const { text } = page.store;
      if (held.text !== text) {
        await propose(page, held);
        if (JSON.stringify(taken(held)) !== same) return page.announce(tt("import.moved"));
        continue;
      }
      const next = await page.deferred.module?.apply(text, wanted);
      page.flush();
      if (next === undefined || page.ui.sheet !== held) return;
      if (page.store.text !== text) continue;
      if (page.replace(tt("import.change", { n: wanted.length }), next)) done(page, wanted.length);
      return;
    }
  } catch (error) {
    page.problems(tt("import.refused"), [{ message: faultOf(error) }, { message: t("open.untouched") }]);
  } finally {
    held.taking = false;
    page.refresh();
  }
}

function done(page: Page, n: number): void {
  forget(page);
  page.notice({ id: "import", tone: "success", text: tt("import.done", { n }) });
  page.go(link(page.host?.hides("result") ? "assess" : "result"));
}
