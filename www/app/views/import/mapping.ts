// Which columns mean what, and which words: both can be settled otherwise before anything is taken.
import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { choose } from "../../components/field.js";
import { fold } from "../../components/fold.js";
import { table } from "../../components/table.js";
import { unfold } from "../../components/unfold.js";
import type { ColumnRole, Edition, ProposalWord, SheetReading, WordMeaning } from "../../model/wasm.js";
import type { Page } from "../../page.js";
import { userText } from "../../text/labels.js";
import { tt } from "../../text/messages.js";
import { again, type Held } from "./held.js";

const ROLES: ColumnRole[] = [
  "id",
  "clause",
  "control",
  "title",
  "document",
  "applicable",
  "status",
  "level",
  "justification",
  "reason",
  "inclusion",
  "risk",
  "law",
  "contract",
  "goodPractice",
  "owner",
  "due",
  "note",
  "evidence",
  "href",
];
const SHOWN = 30;

/** The letters of a column that is counted from 0. */
const letters = (column: number): string =>
  (column >= 26 ? letters(Math.floor(column / 26) - 1) : "") + String.fromCharCode(65 + (column % 26));
const place = (name: string): number => [...name].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

/** A menu in a table, whose label is there for readers alone. */
function menu(of: {
  id: string;
  label: string;
  value: string;
  options: readonly (readonly [value: string, label: string])[];
  commit: (value: string) => void;
}): TemplateResult {
  return html`<select
    id=${of.id}
    class="small"
    aria-label=${of.label}
    .value=${live(of.value)}
    @change=${(event: Event) => of.commit((event.target as HTMLSelectElement).value)}
  >
    ${of.options.map(([value, label]) => html`<option value=${value} ?selected=${value === of.value}>${label}</option>`)}
  </select>`;
}

interface Column {
  letters: string;
  heading: string;
  role: ColumnRole | "";
}

/** The columns that hold something, in their order. */
function columnsOf(sheet: SheetReading): Column[] {
  const roles = new Map(
    Object.entries(sheet.columns).flatMap(([role, names]) =>
      names.split(" ").map((name) => [name, role as ColumnRole] as const),
    ),
  );
  const names = new Set(roles.keys());
  for (const [at, heading] of sheet.headings.entries()) if (heading.trim() !== "") names.add(letters(at));
  // Without a heading a column is named by its letters.
  for (const name of sheet.unread) if (/^[A-Z]{1,3}$/.test(name) && !sheet.headings.includes(name)) names.add(name);
  return [...names]
    .sort((one, other) => place(one) - place(other))
    .map((name) => ({ letters: name, heading: sheet.headings[place(name) - 1] ?? "", role: roles.get(name) ?? "" }));
}

export function columns(page: Page, held: Held): TemplateResult {
  const { sheets = [], edition = "2022" } = held.proposal ?? {};
  return html`<section aria-labelledby="import-columns-title">
    <h2 id="import-columns-title">${tt("import.columns")}</h2>
    <div class="edition">${choose({
      id: "import-edition",
      label: tt("import.edition"),
      value: held.edition ?? edition,
      options: (["2022", "2013"] as const).map((one) => [one, `ISO/IEC 27001:${one}`] as const),
      commit: (value) => {
        held.edition = value as Edition;
        void again(page, held);
      },
    })}</div>
    ${sheets.map((sheet, at) => {
      const named = sheet.name || tt("import.sheet");
      return fold(
        page,
        `import/${at}`,
        html`${userText(named)}
          <span class="quiet"
            >${tt(sheet.row > 0 ? "import.headings" : "import.no-headings", { row: String(sheet.row) })}
            ${tt("import.rows-read", { n: sheet.read })}
            ${sheet.unread.length > 0 ? tt("import.columns-unread", { n: sheet.unread.length }) : nothing}</span
          >`,
        () => columnTable(page, held, sheet, at),
      );
    })}
  </section>`;
}

function columnTable(page: Page, held: Held, sheet: SheetReading, at: number): TemplateResult {
  const id = (column: Column): string => `import-column-${at}-${column.letters}`;
  const { shown, more } = unfold(page, {
    name: `import.columns.${at}`,
    list: columnsOf(sheet),
    step: SHOWN,
    focus: id,
  });
  const set = (column: Column, role: string): void => {
    const said = (held.columns[sheet.name] ??= {});
    if (column.role !== "") said[column.role] = null;
    if (role !== "") said[role as ColumnRole] = column.letters;
    void again(page, held);
  };
  return html`${table(
    tt("import.columns.caption"),
    [{ label: tt("import.column") }, { label: tt("import.heading") }, { label: tt("import.means") }],
    shown.map((column) => ({
      head: column.letters,
      cells: [
        userText(column.heading),
        menu({
          id: id(column),
          label: tt("import.column.means", { column: column.letters, heading: column.heading }),
          value: column.role,
          options: [["", tt("import.role.none")], ...ROLES.map((role) => [role, tt(`import.role.${role}`)] as const)],
          commit: (role) => set(column, role),
        }),
      ],
    })),
    true,
  )}
  ${more}`;
}

const MEANINGS: Record<ProposalWord["of"], WordMeaning[]> = {
  status: [0, 1, 2, 3, 4, 5, "unknown", "not-applicable", "applicable", "open", null],
  applicable: ["applicable", "not-applicable", "open", null],
  document: ["missing", "draft", "in-force", "open", null],
};

function meaning(page: Page, means: WordMeaning): string {
  if (typeof means === "number") return `${means} ${page.questions.catalog.levels[means]?.name ?? ""}`;
  if (means === "missing" || means === "draft" || means === "in-force") return tt(`status.${means}`);
  if (means === "unknown" || means === "not-applicable") return tt(`answer.${means}`);
  return tt(`import.word.${means ?? "note"}`);
}

const MANY = 20;

export function words(page: Page, held: Held): TemplateResult | typeof nothing {
  const list = held.proposal?.words ?? [];
  if (list.length === 0) return nothing;
  const id = (word: ProposalWord): string => `import-word-${list.indexOf(word)}`;
  const { shown, more } = unfold(page, { name: "import.words", list, step: MANY, focus: id });
  return html`<section aria-labelledby="import-words-title">
    <h2 id="import-words-title">${tt("import.words")}</h2>
    <p class="measure-text">${tt("import.words.text")}</p>
    ${table(
      tt("import.words"),
      [
        { label: tt("import.word") },
        { label: tt("import.times"), figures: true },
        { label: tt("import.about") },
        { label: tt("import.means") },
      ],
      shown.map((word) => {
        const options = MEANINGS[word.of].includes(word.means) ? MEANINGS[word.of] : [word.means, ...MEANINGS[word.of]];
        return {
          head: userText(word.word),
          cells: [
            String(word.count),
            tt(`import.about.${word.of}`),
            menu({
              id: id(word),
              label: tt("import.word.means", { word: word.word }),
              value: String(word.means),
              options: options.map((one) => [String(one), meaning(page, one)] as const),
              commit: (value) => {
                held.words[word.word] = options.find((one) => String(one) === value) ?? null;
                void again(page, held);
              },
            }),
          ],
        };
      }),
      true,
    )}
    ${more}
  </section>`;
}
