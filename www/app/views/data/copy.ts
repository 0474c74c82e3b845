// A copy of this page with the answers inside, for people who mail files: saved, and opened again.
import { html } from "lit";
import { download } from "../../download.js";
import type { Page } from "../../page.js";
import { pageText } from "../../page_text.js";
import { sentences, tt } from "../../text/messages.js";

/** What the core reads at most. */
const LIMIT = 2 * 1024 * 1024;
/** What might end the block, and the mark that a decoder leaves in the place of damage. */
const ESCAPED = /[<\u2028\u2029\ufffd]/g;
const NOTICE = "copy";

/** JSON that says the same in an element which holds text alone. */
const escaped = (json: string): string =>
  json.replace(ESCAPED, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);

const withAnswers = (json: string): string => pageText(`<script type="application/json" id="answers">${json}</script>`);

/** Says what the copy will hold before it is made. */
export function askCopy(page: Page): void {
  page.flush();
  const act = (): void => {
    page.flush();
    if (new Blob([escaped(page.store.text)]).size > LIMIT) return page.problems(tt("copy.large"), []);
    page.saveFile((text) => withAnswers(escaped(text)));
  };
  page.ask({
    title: tt("copy.act"),
    body: () => html`<p>${tt("copy.text")}</p>
      <p>${tt("copy.holds")}</p>
      <p>${tt("copy.checksum")}</p>`,
    actions: [{ label: tt("copy.save"), act, tone: "primary" }],
  });
}

/** What this page holds itself: opened at once from a disk, where nothing is kept; elsewhere it waits to be asked for. */
export function openHeld(page: Page): void {
  const text = document.getElementById("answers")?.textContent;
  if (text === undefined || text === null) return;
  // What was no text stays none, so that the core says so.
  const parts = text.split("\ufffd").flatMap((part, at) => (at > 0 ? [Uint8Array.of(0xff), part] : [part]));
  const file = new File(parts, tt("copy.name"), { lastModified: Date.parse(document.lastModified) });
  const open = async (): Promise<void> => {
    page.dismiss(NOTICE);
    const whole = await page.openFile(file, true);
    page.notice(
      whole
        ? { id: NOTICE, tone: "info", text: sentences(tt("copy.notice"), tt("copy.checksum")) }
        : {
            id: NOTICE,
            tone: "warning",
            text: tt("copy.damaged"),
            lasting: true,
            actions: [{ label: tt("copy.damaged.save"), act: () => download("answers.txt", file) }],
          },
    );
  };
  if (page.draft.place === "file") void open();
  else
    page.notice({
      id: NOTICE,
      tone: "info",
      text: tt("copy.waits"),
      lasting: true,
      actions: [{ label: tt("copy.open"), act: () => void open() }],
    });
}
