// Notices above the view: shown, dismissed, and those that a state of the draft calls for.
import type { DraftRecord, DraftState, Place } from "../model/draft_record.js";
import { t, tt } from "../text/messages.js";
import type { Notice, UiState } from "../ui_state.js";

/** After so many changes or days without a saved file the person is reminded. */
const REMIND_CHANGES = 25;
const REMIND_DAYS = 7;

export interface NoticesPort {
  readonly ui: UiState;
  refresh(): void;
  saveFile(): void;
}

export class Notices {
  #reminded = false;
  #memoryExplained = false;

  constructor(private readonly port: NoticesPort) {}

  show(notice: Notice): void {
    const { ui } = this.port;
    // Told again, it is new.
    ui.told.known.delete(notice.id);
    ui.notices = [...ui.notices.filter((one) => one.id !== notice.id), notice];
    this.port.refresh();
  }

  dismiss(id: string): void {
    this.port.ui.notices = this.port.ui.notices.filter((one) => one.id !== id);
    this.port.refresh();
  }

  /** The core trapped and was made anew; what was being done is lost. */
  trap(): void {
    this.show({ id: "trap", tone: "warning", text: t("trap.notice") });
  }

  /** After many changes without a saved file, once. */
  remind(place: Place, { at, changes }: DraftRecord["file"], now = Date.now()): void {
    if (place === "host") return;
    const days = at === null ? 0 : (now - Date.parse(at)) / 86_400_000;
    if (this.#reminded || changes === 0 || (changes < REMIND_CHANGES && days < REMIND_DAYS)) return;
    this.#reminded = true;
    this.show({
      id: "remind",
      tone: "info",
      text: t("remind.notice"),
      actions: [{ label: t("data.save.act"), act: () => this.port.saveFile() }],
    });
  }

  /** Where nothing can be kept, that is said once, with the first change. */
  explainMemory(state: DraftState): void {
    if (this.#memoryExplained || state.state !== "off" || (state.why !== "file" && state.why !== "frame")) return;
    this.#memoryExplained = true;
    this.show({ id: "memory", tone: "info", text: tt(`draft.off.${state.why}`) });
  }
}
