import { html, nothing, type TemplateResult } from "lit";
import { choose } from "../../components/field.js";
import { fileDrop } from "../../components/file_drop.js";
import type { Page } from "../../page.js";
import { userText } from "../../text/labels.js";
import { t, tt } from "../../text/messages.js";
import { ENCODINGS } from "../../../sheets/index.js";
import { changes } from "./changes.js";
import { CELLS, take as takeText } from "./given.js";
import { again, cancel, heldOf, read, take, taken, type Held } from "./held.js";
import { notices, refusals } from "./left_out.js";
import { columns, words } from "./mapping.js";

/** Where files are given, and what a file of sheets would change. */
export function importView(page: Page): TemplateResult {
  const held = heldOf(page);
  if (!held) return start(page);
  const { text } = page.store;
  // An answer was given, or taken back, since the sheets were held against it.
  if (held.proposal && held.asked !== text && !held.taking) {
    held.asked = text;
    queueMicrotask(() => void again(page, held));
  }
  const ready = held.proposal !== null && held.fault === "";
  return html`<div class="head">
      <h1 id="title" tabindex="-1">${tt(ready ? "import.check" : held.fault ? "import.unread" : "import.reading")}</h1>
      <p class="measure-text">${userText(held.file.name)}</p>
    </div>
    ${held.fault ? html`<p class="error" id="import-fault">${held.fault}</p>` : nothing}
    ${ready ? proposal(page, held) : html`${encoding(page, held)}${actions(page, held)}`}`;
}

function start(page: Page): TemplateResult {
  const cells = (): void => {
    const text = page.ui.typed.get(CELLS) ?? "";
    if (text.trim() === "") return page.focusOn(CELLS);
    page.ui.typed.delete(CELLS);
    takeText(page, text);
  };
  return html`<div class="head">
      <h1 id="title" tabindex="-1">${t("nav.import")}</h1>
      <p class="measure-text">${tt("import.text")}</p>
    </div>
    <div class="stack">
      <section class="card" aria-labelledby="import-file-title">
        <h2 id="import-file-title">${tt("import.file.title")}</h2>
        ${fileDrop({ id: "import-file", label: t("file.open"), hint: tt("import.file.hint"), accept: "", take: (file) => void page.openFile(file) })}
      </section>
      ${
        page.readonly
          ? nothing
          : html`<section class="card" aria-labelledby="import-paste-title">
              <h2 id="import-paste-title">${tt("import.paste.title")}</h2>
              <div class="field">
                <label for=${CELLS}>${tt("import.paste")}</label>
                <p class="hint" id="${CELLS}-hint">${tt("import.paste.hint")}</p>
                <textarea
                  id=${CELLS}
                  rows="4"
                  wrap="off"
                  aria-describedby="${CELLS}-hint"
                  spellcheck="false"
                  autocomplete="off"
                  autocorrect="off"
                  autocapitalize="off"
                  data-gramm="false"
                  translate="no"
                  .value=${page.ui.typed.get(CELLS) ?? ""}
                  @input=${(event: Event) => void page.ui.typed.set(CELLS, (event.target as HTMLTextAreaElement).value)}
                ></textarea>
              </div>
              <p><button type="button" @click=${cells}>${tt("import.paste.act")}</button></p>
            </section>`
      }
    </div>`;
}

function actions(page: Page, held: Held): TemplateResult {
  const n = taken(held).length;
  return html`<p class="buttons">
    ${
      held.proposal?.changes.length
        ? html`<button type="button" class="primary" ?disabled=${n === 0 || page.readonly} @click=${() => void take(page, held)}>${tt("import.take", { n })}</button>`
        : nothing
    }
    <button type="button" @click=${() => cancel(page)}>${t("dialog.cancel")}</button>
  </p>`;
}

/** How a text is encoded, where its bytes leave room for doubt. */
function encoding(page: Page, held: Held): TemplateResult | typeof nothing {
  const doubt = held.read?.notices.find(({ kind }) => kind === "encoding");
  if (!doubt && held.encoding === undefined) return nothing;
  const [guess = "", sample = ""] = doubt?.value.split(/: (.*)/s) ?? [];
  return html`<section class="card" aria-labelledby="import-encoding-title">
    <h2 id="import-encoding-title">${tt("import.encoding.title")}</h2>
    <p>${tt("import.encoding.text")}</p>
    ${sample === "" ? nothing : html`<p class="sample">${userText(sample)}</p>`}
    ${choose({
      id: "import-encoding",
      label: tt("import.encoding"),
      value: held.encoding ?? guess,
      options: ENCODINGS.map((name) => [name, tt(`import.encoding.${name}`)] as const),
      commit: (value) => {
        held.encoding = value;
        void read(page, held);
      },
    })}
  </section>`;
}

function proposal(page: Page, held: Held): TemplateResult {
  const { sheets = [], refused = [], changes: list = [], notices: said = [] } = held.proposal ?? {};
  const unread = sheets.reduce(
    (sum, one) => sum + one.unread.length,
    said.filter(({ kind }) => kind === "not-read").length,
  );
  const figures = [
    ["rows", sheets.reduce((sum, one) => sum + one.read, 0)],
    ["changes", list.length],
    ["refused", refused.length + Number(said.find(({ kind }) => kind === "more-refused")?.value ?? 0)],
    ["unread", unread],
  ] as const;
  return html`<dl class="tallies import-tallies">
      ${figures.map(([name, n]) => html`<div><dt>${tt(`import.tally.${name}`)}</dt><dd class="figure">${n}</dd></div>`)}
    </dl>
    ${actions(page, held)} ${encoding(page, held)} ${columns(page, held)} ${words(page, held)} ${changes(page, held)}
    ${refusals(page, held)} ${notices(page, held)}
    ${list.length > 0 ? actions(page, held) : nothing}`;
}
