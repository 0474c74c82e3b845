// Every component in its states, for those who work on the page; it is not part of what is shipped.
import { LitElement, css, html, unsafeCSS, type TemplateResult } from "lit";
import "./page.css";
import { meter } from "./app/components/coverage.js";
import { dialog } from "./app/components/dialog.js";
import { fileDrop } from "./app/components/file_drop.js";
import { errorSummary } from "./app/components/error_summary.js";
import { choose, field } from "./app/components/field.js";
import { fold } from "./app/components/fold.js";
import { gateList } from "./app/components/gates.js";
import { icon, mark, stageMark, stateMark, targetTag } from "./app/components/icon.js";
import { bar, score } from "./app/components/interval.js";
import { levels } from "./app/components/levels.js";
import { sections, views } from "./app/components/navigation.js";
import { notice } from "./app/components/notice.js";
import { asked } from "./app/components/asked.js";
import { question } from "./app/components/question.js";
import { ranked } from "./app/components/ranked.js";
import { saveState } from "./app/components/save_state.js";
import { table } from "./app/components/table.js";
import { Assessment, load } from "./app/model/wasm.js";
import type { DraftState } from "./app/model/draft_record.js";

import { Session } from "./app/session/session.js";
import { styles } from "./app/views/app_styles.js";
import { deferredStyles } from "./app/views/deferred_styles.js";
import { extend } from "./app/text/messages.js";
import { InnerRouter } from "./element/router.js";
import { deferred } from "language/page.json";

const SAVE_STATES: DraftState[] = [
  { state: "off", why: "file" },
  { state: "saving" },
  { state: "saved", at: new Date(2026, 10, 23, 10, 42) },
  { state: "failed", why: "full" },
];

const NAME = "iso27001-readiness";
extend(deferred);

class GalleryElement extends LitElement {
  static override styles = [
    ...styles,
    unsafeCSS(deferredStyles),
    css`
      main > section {
        margin-block-start: 3rem;
      }
      .row {
        display: flex;
        flex-wrap: wrap;
        gap: 1rem;
        align-items: center;
      }
      .bars {
        max-inline-size: 20rem;
      }
    `,
  ];
  static override properties = { session: { attribute: false } };
  declare session: Session | null;

  constructor() {
    super();
    this.session = null;
  }

  override updated(): void {
    const box = this.renderRoot.querySelector("dialog");
    if (this.session?.ui.dialog && box && !box.open) box.showModal();
  }

  override render(): TemplateResult {
    const page = this.session;
    if (!page) return html`<main><p>Starting</p></main>`;
    const part = (title: string, content: unknown): TemplateResult =>
      html`<section><h2>${title}</h2>${content}</section>`;
    const standing = new Map(page.report.requirements.map((one) => [one.id, one]));
    const show = (key: string): unknown => {
      const of = asked(page, key, standing);
      return of ? question(page, of) : null;
    };
    const radios = (id: string, chosen: string, provisional: string, disabled: boolean): TemplateResult =>
      html`<fieldset>
        <legend>${id}</legend>
        <p id="${id}-text" class="hidden">${id}</p>
        ${levels({
          id,
          names: page.questions.catalog.levels.map((level) => level.name),
          lines: page.questions.areas.get("policy")?.levels ?? [],
          target: 3,
          chosen,
          provisional,
          mayExclude: true,
          disabled,
          choose: () => undefined,
        })}
      </fieldset>`;
    return html`<main>
      <h1>Components</h1>
      ${part(
        "Buttons",
        html`<p class="row">
        <button type="button">Default</button><button type="button" class="primary">Primary</button>
        <button type="button" class="danger">Danger</button><button type="button" class="plain">Plain</button>
        <button type="button" class="small">Small</button><button type="button" disabled>Disabled</button>
        <button type="button" class="chip" aria-pressed="true">Chip on</button>
        <button type="button" class="chip" aria-pressed="false">Chip off</button> ${mark()} ${icon("next")} ${targetTag()}
      </p>`,
      )}
      ${part(
        "States",
        html`<p class="row">
        ${stateMark("met")} ${stateMark("open")} ${stateMark("undetermined")} ${stageMark("ready")} ${stageMark("not-ready")} ${stageMark("undetermined")}
      </p>`,
      )}
      ${part(
        "Bars",
        html`<div class="bars">
        ${[
          null,
          { low: 0, high: 10000 },
          { low: 4123, high: 6500 },
          { low: 7000, high: 7000 },
          { low: 10000, high: 10000 },
        ].map((value) => html`<p>${score(value, "example", () => undefined)} ${bar(value)}</p>`)}
        ${meter(3, 2, 8)}
      </div>`,
      )}
      ${part("Levels", html`${radios("unanswered", "", "", false)} ${radios("answered", "3", "", false)} ${radios("provisional", "", "2", false)} ${radios("read-only", "1", "", true)}`)}
      ${part("Questions", html`<div class="questions">${["4.1", "6.3", "A.5.1", "A.7.11", "area:policy", "area:cryptography"].map(show)}</div>`)}
      ${part(
        "Gates",
        page.report.stages.map((stage) => gateList(page, stage)),
      )}
      ${part("Ranked scores", ranked(page))}
      ${part(
        "Fields",
        html`
        ${field(page, { id: "gallery-text", label: "Text", hint: "With a hint", value: "Some text", commit: () => undefined })}
        ${field(page, { id: "gallery-error", label: "With an error", error: "Write a reason.", kind: "area", value: "", commit: () => undefined })}
        <div class="pair">
          ${field(page, { id: "gallery-date", label: "Date", kind: "date", value: "2027-01-31", commit: () => undefined })}
          ${choose({
            id: "gallery-select",
            label: "Select",
            value: "b",
            options: [
              ["a", "One"],
              ["b", "Two"],
            ],
            commit: () => undefined,
          })}
        </div>
        ${fileDrop({ id: "gallery-file", label: "File", hint: "Chosen or dropped", take: () => undefined })}
        ${fold(page, "gallery/fold", "Folded", () => html`<p>What was folded.</p>`)}
      `,
      )}
      ${part(
        "Notices",
        html`
        ${(["info", "warning", "success"] as const).map((tone) =>
          notice(page, {
            id: tone,
            tone,
            text: `A notice of the tone ${tone}.`,
            actions: [{ label: "Act", act: () => undefined }],
          }),
        )}
        ${errorSummary({
          ...page,
          ui: {
            ...page.ui,
            problems: {
              heading: "There is a problem",
              list: [{ message: "With a field", field: "gallery-error" }, { message: "Without one" }],
            },
          },
        } as unknown as Session)}
      `,
      )}
      ${part(
        "Table",
        table(
          "Caption",
          [{ label: "Name" }, { label: "Figure", figures: true }, { label: "Words" }],
          [
            { head: "First", cells: ["12.34", "Some words"] },
            { head: "Second", cells: ["1.20", ""] },
          ],
        ),
      )}
      ${part(
        "Save states",
        html`<p class="row">
        ${SAVE_STATES.map((state) => saveState({ draft: { state, file: { at: null, changes: 3 } }, store: page.store } as unknown as Session))}
      </p>`,
      )}
      ${part("Navigation", html`${views(page)}<div class="bars">${sections(page, page.questions.full, "5", standing)}</div>`)}
      ${part(
        "Dialog",
        html`<button
        type="button"
        @click=${() =>
          page.ask({
            title: "A question?",
            body: () => html`<p>What it means.</p>`,
            actions: [{ label: "Do it", act: () => undefined, tone: "primary" }],
          })}
      >
        Open</button
      >${dialog(page)}`,
      )}
    </main>`;
  }
}

async function boot(element: GalleryElement): Promise<void> {
  const wasm = await fetch(new URL("../target/wasm/bindings/core_bg.wasm", import.meta.url));
  await load(new Uint8Array(await wasm.arrayBuffer()));
  const session = new Session({
    router: new InnerRouter(),
    storage: null,
    place: "frame",
    redraw: () => {
      element.requestUpdate();
      return element.updateComplete;
    },
    root: () => element.shadowRoot,
    owner: null,
  });
  session.store.replace(Assessment.example("2022").toJSON(), null);
  session.ui.open.add("A.5.1/help").add("A.5.1/notes");
  session.ui.pending.add("A.7.11");
  element.session = session;
}

customElements.define(NAME, GalleryElement);
const gallery = document.querySelector(NAME);
if (gallery instanceof GalleryElement) void boot(gallery);
