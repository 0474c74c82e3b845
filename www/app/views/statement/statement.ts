// The Statement of Applicability: its head, what it lacks, and its rows.
import { html, nothing, type TemplateResult } from "lit";
import { guard } from "lit/directives/guard.js";
import { repeat } from "lit/directives/repeat.js";
import { choose, field } from "../../components/field.js";
import { stageMark } from "../../components/icon.js";
import { outward } from "../../components/question.js";
import { unfold } from "../../components/unfold.js";
import type { StatementRow } from "../../model/wasm.js";
import type { Page } from "../../page.js";
import { link } from "../../router.js";
import type { Choice } from "../../ui_state.js";
import { t, tt } from "../../text/messages.js";
import { dom, requirementLink, userText } from "../../text/labels.js";
import { exclusion, reasons } from "./bulk.js";
import { editor } from "./editor.js";

const STATES = ["undecided", "excluded", "not-implemented", "partly", "implemented", "unknown"] as const;
const FILTERS = ["all", ...STATES, "unreasoned", "provisional"] as const;
const SORTS = ["catalog", "state", "owner"] as const;
const EDIT = "statement.edit";
/** Controls shown at first. */
const SHOWN = 30;

/** A control that is in needs to say why, as one that is out does. */
export const unreasoned = (row: StatementRow): boolean =>
  row.applicable === true && row.because.length === 0 && row.inclusionNote === "";

export function statement(page: Page): TemplateResult {
  const rows = page.store.statement;
  const pick =
    (what: Choice) =>
    (value: string): void => {
      page.ui.choice.set(what, value);
      page.refresh();
    };
  const fitting = chosen(page, rows);
  const { shown, more } = unfold(page, {
    name: "statement",
    list: fitting,
    step: SHOWN,
    focus: (row) => `${dom(row.id)}-edit`,
    always: (row) => row.id === page.ui.choice.get(EDIT),
  });
  return html`<div class="head">
      <h1 id="title" tabindex="-1">${t("statement.title")}</h1>
      <p class="measure-text">${t("statement.text")}</p>
    </div>
    ${page.deferred.exports?.buttons(page, ["workbook", "statement"]) ?? nothing} ${heading(page)} ${standing(page, rows)}
    <div class="pair filters no-print">
      ${field(page, { id: "statement-words", label: t("statement.words"), kind: "search", value: page.ui.choice.get("statement.words") ?? "", instant: true, commit: pick("statement.words") })}
      ${choose({
        id: "statement-group",
        label: t("statement.group"),
        value: page.ui.choice.get("statement.group") ?? "all",
        options: [
          ["all", t("find.all")],
          ...page.questions.catalog.groups.map((one) => [one.id, `${one.id} ${one.title}`] as const),
        ],
        commit: pick("statement.group"),
      })}
      ${choose({
        id: "statement-state",
        label: t("find.filter"),
        value: page.ui.choice.get("statement.state") ?? "all",
        options: FILTERS.map((name) => [name, name === "all" ? t("find.all") : tt(`statement.${name}`)] as const),
        commit: pick("statement.state"),
      })}
      ${choose({
        id: "statement-sort",
        label: t("statement.sort"),
        value: page.ui.choice.get("statement.sort") ?? "catalog",
        options: SORTS.map((name) => [name, tt(`statement.sort.${name}`)] as const),
        commit: pick("statement.sort"),
      })}
    </div>
    ${page.readonly ? nothing : html`<div class="bulk no-print">${reasons(page, fitting)} ${exclusion(page)}</div>`}
    ${
      fitting.length === 0
        ? html`<p class="empty">${t("statement.none")}</p>`
        : html`<table class="table soa" role="table">
            <caption>
              ${t("statement.caption", { n: fitting.length, of: rows.length })}
            </caption>
            <thead role="rowgroup">
              <tr role="row">
                ${["control", "applicable", "why", "state", "owner", "edit"].map(
                  (name) =>
                    html`<th scope="col" role="columnheader" class=${name === "edit" ? "no-print" : ""}>${tt(`statement.column.${name}`)}</th>`,
                )}
              </tr>
            </thead>
            <tbody role="rowgroup">
              ${repeat(
                shown,
                (row) => row.id,
                (row) => one(page, row),
              )}
            </tbody>
          </table>
          ${more}`
    }
    ${
      page.readonly || page.host?.hides("import")
        ? nothing
        : html`<p class="no-print">${t("statement.import")} <a href=${link("import")}>${t("nav.import")}</a></p>`
    }`;
}

/** The rows that fit the choices, in the order asked for. The one being edited stays, whatever becomes of it. */
function chosen(page: Page, rows: StatementRow[]): StatementRow[] {
  const { choice } = page.ui;
  const group = choice.get("statement.group") ?? "all";
  const state = choice.get("statement.state") ?? "all";
  const words = (choice.get("statement.words") ?? "").trim().toLocaleLowerCase();
  const sort = choice.get("statement.sort") ?? "catalog";
  const edited = choice.get(EDIT);
  const fits = (row: StatementRow): boolean =>
    (group === "all" || row.group === group) &&
    (state === "all" ||
      row.state === state ||
      (state === "unreasoned" && unreasoned(row)) ||
      (state === "provisional" && row.provisional)) &&
    (words === "" ||
      [row.id, row.title, row.owner, row.note, why(row)].some((text) => text.toLocaleLowerCase().includes(words)));
  const list = rows.filter((row) => row.id === edited || fits(row));
  if (sort === "catalog") return list;
  const rank = (row: StatementRow): number => STATES.indexOf(row.state);
  // What has no owner stands last.
  const name = (row: StatementRow): string => row.owner.toLocaleLowerCase() || "\ufffd";
  return list.sort((a, b) => (sort === "state" ? rank(a) - rank(b) : name(a).localeCompare(name(b))));
}

/** Whose statement it is, and what makes it a controlled document. */
function heading(page: Page): TemplateResult {
  const { statement = {}, organisation = {} } = page.file;
  const set =
    (name: "version" | "approver" | "date") =>
    (value: string): void =>
      void page.change(
        t("change.statement"),
        `statement.${name}`,
        (assessment) => assessment.setStatement({ [name]: value }),
        `statement-${name}`,
      );
  const about =
    (name: "name" | "scope") =>
    (value: string): void =>
      void page.change(
        t("change.about"),
        name,
        (assessment) => assessment.setOrganisation({ [name]: value }),
        `statement-${name}`,
      );
  return html`<section class="card" aria-labelledby="heading-title">
    <h2 id="heading-title">${t("statement.heading")}</h2>
    <div class="pair">
      ${field(page, { id: "statement-name", label: t("about.name"), value: organisation.name ?? "", commit: about("name") })}
      ${field(page, { id: "statement-scope", label: t("about.scope"), value: organisation.scope ?? "", commit: about("scope") })}
    </div>
    <div class="pair">
      ${field(page, { id: "statement-version", label: t("statement.version"), value: statement.version ?? "", commit: set("version") })}
      ${field(page, { id: "statement-approver", label: t("statement.approver"), value: statement.approver ?? "", commit: set("approver") })}
      ${field(page, { id: "statement-date", label: t("statement.date"), kind: "date", value: statement.date ?? "", commit: set("date") })}
    </div>
    <p class="quiet">${t("report.standard")}: ${page.questions.catalog.name}</p>
  </section>`;
}

/** What the table says in numbers and what it lacks. However full it is, it does not say "ready": the gates do. */
function standing(page: Page, rows: StatementRow[]): TemplateResult {
  const count = (name: string): number => rows.filter((row) => row.state === name).length;
  const { version, approver, date } = page.file.statement ?? {};
  const { name, scope } = page.file.organisation ?? {};
  const bare = [
    [name, t("about.name")],
    [scope, t("about.scope")],
    [version, t("statement.version")],
    [approver, t("statement.approver")],
    [date, t("statement.date")],
  ].flatMap(([value, label]) => (value ? [] : [label]));
  const lacks = [
    ...(["undecided", "unreasoned", "provisional", "unknown"] as const).flatMap((what) => {
      const n =
        what === "unreasoned"
          ? rows.filter(unreasoned).length
          : what === "provisional"
            ? rows.filter((row) => row.provisional).length
            : count(what);
      return n > 0 ? [{ what, text: tt(`statement.lacks.${what}`, { n }) }] : [];
    }),
  ];
  const look = (what: string): void => {
    page.ui.choice.set("statement.state", what);
    page.ui.choice.set("statement.group", "all");
    page.ui.choice.delete("statement.words");
    page.refresh();
    page.focusOn("statement-state");
  };
  return html`<dl class="tallies">
      ${STATES.map(
        (name) =>
          html`<div data-state=${name}><dt>${tt(`statement.${name}`)}</dt><dd class="figure">${count(name)}</dd></div>`,
      )}
    </dl>
    <div class="standing-text">
      ${
        lacks.length + bare.length > 0
          ? html`<p>${t("statement.lacks")}</p>
              <ul>
                ${lacks.map(({ what, text }) => html`<li>${text} <button type="button" class="plain small no-print" @click=${() => look(what)}>${t("statement.show")}<span class="hidden">: ${text}</span></button></li>`)}
                ${bare.length > 0 ? html`<li>${t("statement.lacks.heading", { names: bare.join(", ") })}</li>` : nothing}
              </ul>`
          : html`<p>${t("statement.whole", { n: count("implemented"), of: rows.length - count("excluded") })}</p>`
      }
      <p class="gates-say">
        ${t("statement.not-ready")}
        ${page.report.stages.map((stage) => html`<span class="stage-say">${tt(`stage.${stage.stage}`)} ${stageMark(stage.state)}</span> `)}
        <a href=${link("result")}>${t("statement.gates")}</a>
      </p>
    </div>`;
}

/** Why a control is in, or why it is out. */
export const why = (row: StatementRow): string =>
  row.applicable === false
    ? row.reason
    : [...row.because.map((reason) => tt(`because.${reason}`)), row.inclusionNote].filter(Boolean).join("; ");

/** Links of a control that are shown in the table, on paper too. */
const LINKS = 25;
/** What shows it, by name and place. */
export const evidence = (row: StatementRow): TemplateResult[] => [
  ...row.evidence.slice(0, LINKS).map(({ href, label }) => html`<span class="shown-by">${outward(href, label)}</span>`),
  ...(row.evidence.length > LINKS
    ? [html`<span class="shown-by quiet">${t("more.n", { n: row.evidence.length - LINKS })}</span>`]
    : []),
];

function one(page: Page, row: StatementRow): unknown {
  const edited = page.ui.choice.get(EDIT) === row.id;
  return guard(
    [JSON.stringify(row), edited, edited ? page.ui.pending.has(row.id) : 0, page.ui.problems, page.readonly],
    () => {
      const toggle = (): void => {
        page.flush();
        const left = page.ui.choice.get(EDIT);
        // "Not applicable" does not count before its reason is given: that is said before the row closes.
        if (left !== undefined && page.ui.pending.has(left)) {
          return page.problems(t("problems.heading"), [
            { message: t("reason.problem", { id: left }), field: `${dom(left)}-reason` },
          ]);
        }
        if (edited) page.ui.choice.delete(EDIT);
        else page.ui.choice.set(EDIT, row.id);
        page.refresh();
        if (!edited) page.focusOn(`${dom(row.id)}-answer`);
      };
      return html`<tr role="row" data-state=${row.state} data-edited=${edited ? "" : nothing}>
        <th scope="row" role="rowheader"><a class="ref" href=${requirementLink(page.questions, row.id)}>${row.id}</a> ${row.title}</th>
        <td role="cell" data-label=${t("statement.column.applicable")}>${tt(`applicable.${row.applicable === null ? "open" : row.applicable ? "yes" : "no"}`)}</td>
        <td role="cell" data-label=${t("statement.column.why")}>${unreasoned(row) ? html`<span class="lacking">${t("statement.no-reason")}</span>` : userText(why(row))}</td>
        <td role="cell" data-label=${t("statement.column.state")}><span>${tt(`statement.${row.state}`)}${row.provisional ? html` <span class="quiet">${t("provisional.short")}</span>` : nothing}${row.refused ? html` <span class="lacking">${t("exclusion.tag")}</span>` : nothing}${evidence(row)}</span></td>
        <td role="cell" data-label=${t("statement.column.owner")} data-empty=${row.owner === "" ? "" : nothing}>${userText(row.owner)}</td>
        <td role="cell" class="no-print">
          <button type="button" class="plain small" id="${dom(row.id)}-edit" aria-expanded=${edited ? "true" : "false"} @click=${toggle}>
            ${edited ? t("dialog.close") : t("statement.edit")}<span class="hidden"> ${row.id}</span>
          </button>
        </td>
      </tr>
      ${edited ? html`<tr class="no-print editor" role="row"><td role="cell" colspan="6">${editor(page, row)}</td></tr>` : nothing}`;
    },
  );
}
