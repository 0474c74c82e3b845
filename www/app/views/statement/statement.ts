// The Statement of Applicability: its head, what it lacks, and its rows.
import { html, nothing, type TemplateResult } from "lit";
import { aboutField } from "../../components/about.js";
import { dense, openRow, type DenseRow } from "../../components/dense.js";
import { choose, field } from "../../components/field.js";
import { fold } from "../../components/fold.js";
import { stageMark } from "../../components/icon.js";
import type { StatementRow } from "../../model/wasm.js";
import type { Page } from "../../page.js";
import { link } from "../../router.js";
import type { Choice } from "../../ui_state.js";
import { t, tt } from "../../text/messages.js";
import { listed } from "../../text/format.js";
import { dom, userText } from "../../text/labels.js";
import { exclusion, reasons } from "./bulk.js";
import { editor } from "./editor.js";
import { profile } from "./profile.js";
import { evidence, stateText, unreasoned, why } from "./row_text.js";

const STATES = ["undecided", "excluded", "not-implemented", "partly", "implemented", "unknown"] as const;
const FILTERS = ["all", ...STATES, "unreasoned", "provisional"] as const;
const SORTS = ["catalog", "state", "owner"] as const;
/** The table's name, and what its open row is kept under. */
const SOA = "soa";

export function statement(page: Page): TemplateResult {
  const rows = page.store.statement;
  const pick =
    (what: Choice) =>
    (value: string): void => {
      page.ui.choice.set(what, value);
      page.refresh();
    };
  const pickOne = (what: "group" | "state" | "sort", options: (readonly [string, string])[]): TemplateResult =>
    choose({
      id: `statement-${what}`,
      label: tt(`statement.${what}`),
      quiet: true,
      value: page.ui.choice.get(`statement.${what}`) ?? options[0]?.[0] ?? "",
      options,
      commit: pick(`statement.${what}`),
    });
  const fitting = chosen(page, rows);
  const count = t("statement.caption", { n: fitting.length, of: rows.length });
  return html`<div class="dense-head">
      <div class="toolbar"><h1 id="title" tabindex="-1">${t("statement.title")}</h1></div>
      <div class="filters no-print">
        ${field(page, { id: "statement-words", label: t("statement.words"), quiet: true, kind: "search", value: page.ui.choice.get("statement.words") ?? "", instant: true, commit: pick("statement.words") })}
        ${pickOne("group", [["all", t("statement.group.all")], ...page.questions.catalog.groups.map((one) => [one.id, `${one.id} ${one.title}`] as const)])}
        ${pickOne(
          "state",
          FILTERS.map((name) => [name, name === "all" ? t("statement.state.all") : stateText(name)] as const),
        )}
        ${pickOne(
          "sort",
          SORTS.map((name) => [name, tt(`statement.sort.${name}`)] as const),
        )}
      </div>
      <div class="toolbar bulk">
        ${standing(page, rows)} ${heading(page)}
        ${page.readonly || page.paper ? nothing : html`${reasons(page, fitting)} ${exclusion(page)} ${profile(page, rows)}`}
        <span class="quiet shown">${count}</span>
      </div>
    </div>
    ${
      fitting.length === 0
        ? html`<p class="empty">${t("statement.none")}</p>`
        : dense(page, {
            name: SOA,
            caption: count,
            quiet: true,
            columns: (["control", "applicable", "why", "state", "owner"] as const).map((name) => ({
              label: tt(`statement.column.${name}`),
              stays: name === "state",
            })),
            groups: [{ title: "", rows: fitting.map((row) => one(page, row)) }],
            focus: ({ id }) => `${id}-answer`,
            leave: (left) => {
              // "Not applicable" does not count before its reason is given: that is said before the row closes.
              if (!page.ui.pending.has(left)) return true;
              page.problems(t("problems.heading"), [
                { message: t("reason.problem", { id: left }), field: `${dom(left)}-reason` },
              ]);
              return false;
            },
          })
    }
    ${page.deferred.exports?.buttons(page, ["workbook", "statement"]) ?? nothing}
    <p class="measure-text">${t("statement.text")}</p>
    ${
      page.readonly || page.host?.hides("import")
        ? nothing
        : html`<p class="no-print">${t("statement.import")} <a href=${link("import")}>${t("nav.import")}</a></p>`
    }`;
}

/** Behind a button on the screen; whole on paper. */
const behind = (page: Page, name: string, summary: string, content: () => TemplateResult): TemplateResult =>
  page.paper ? html`<div class="whole">${content()}</div>` : fold(page, `statement/${name}`, summary, content);

/** The rows that fit the choices, in the order asked for. The one being edited stays, whatever becomes of it. */
function chosen(page: Page, rows: StatementRow[]): StatementRow[] {
  const { choice } = page.ui;
  const group = choice.get("statement.group") ?? "all";
  const state = choice.get("statement.state") ?? "all";
  const words = (choice.get("statement.words") ?? "").trim().toLocaleLowerCase();
  const sort = choice.get("statement.sort") ?? "catalog";
  const edited = openRow(page, SOA);
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
  const { statement = {} } = page.file;
  const set =
    (name: "version" | "approver" | "date") =>
    (value: string): void =>
      void page.change(
        t("change.statement"),
        `statement.${name}`,
        (assessment) => assessment.setStatement({ [name]: value }),
        `statement-${name}`,
      );
  return behind(
    page,
    "heading",
    t("statement.heading"),
    () => html`<div class="pair">
      ${aboutField(page, "name", "statement")} ${aboutField(page, "scope", "statement")}
    </div>
    <div class="pair">
      ${field(page, { id: "statement-version", label: t("statement.version"), value: statement.version ?? "", commit: set("version") })}
      ${field(page, { id: "statement-approver", label: t("statement.approver"), value: statement.approver ?? "", commit: set("approver") })}
      ${field(page, { id: "statement-date", label: t("statement.date"), kind: "date", value: statement.date ?? "", commit: set("date") })}
    </div>
    <p class="quiet">${t("named", { name: t("report.standard"), value: page.questions.catalog.name })}</p>`,
  );
}

/** What the table says in numbers and what it lacks. However full it is, it does not say "ready": the gates do. */
function standing(page: Page, rows: StatementRow[]): TemplateResult {
  const count = (name: string): number => rows.filter((row) => row.state === name).length;
  const { version, approver, date } = page.file.statement ?? {};
  const { name, scope } = page.file.organisation ?? {};
  const details = [
    [name, t("about.name")],
    [scope, t("about.scope")],
    [version, t("statement.version")],
    [approver, t("statement.approver")],
    [date, t("statement.date")],
  ] as const;
  const bare = details.flatMap(([value, label]) => (value ? [] : [label]));
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
  const refused = rows.filter((row) => row.refused).map(({ id }) => id);
  const open = lacks.length + (bare.length > 0 ? 1 : 0) + (refused.length > 0 ? 1 : 0);
  return behind(
    page,
    "standing",
    open > 0 ? t("statement.finish", { n: open }) : t("statement.finished"),
    () => html`<p>${STATES.map((name) => t("named", { name: stateText(name), value: count(name) })).join(" · ")}</p>
    <div class="standing-text">
      ${
        open > 0
          ? html`<p>${t("statement.lacks")}</p>
              <ul>
                ${lacks.map(({ what, text }) => html`<li>${text} <button type="button" class="plain small no-print" @click=${() => look(what)}>${t("statement.show")}<span class="hidden"> ${text}</span></button></li>`)}
                ${refused.length > 0 ? html`<li>${t("statement.lacks.refused", { n: refused.length, ids: listed(refused) })}</li>` : nothing}
                ${bare.length > 0 ? html`<li>${t("statement.lacks.heading", { names: listed(bare) })}</li>` : nothing}
              </ul>`
          : html`<p>${t("statement.whole", { n: count("implemented"), of: rows.length - count("excluded") })}</p>`
      }
      <p class="gates-say">
        ${t("statement.not-ready")}
        ${page.report.stages.map((stage) => html`<span class="stage-say">${tt(`stage.${stage.stage}`)} ${stageMark(stage.state)}</span> `)}
        <a href=${link("result")}>${t("statement.gates")}</a>
      </p>
    </div>`,
  );
}

function one(page: Page, row: StatementRow): DenseRow {
  const id = dom(row.id);
  return {
    key: row.id,
    id,
    name: html`<span class="ref">${row.id}</span> ${row.title}`,
    state: row.state,
    from: [JSON.stringify(row), page.paper],
    cells: [
      row.applicable === null ? t("statement.open") : tt(`applicable.${row.applicable ? "yes" : "no"}`),
      unreasoned(row) ? html`<span class="lacking">${t("statement.no-reason")}</span>` : userText(why(row)),
      html`<span>${stateText(row.state)}${row.provisional ? html` <span class="quiet">${t("statement.scan")}</span>` : nothing}${row.refused ? html` <span class="lacking">${t("exclusion.tag")}</span>` : nothing}${page.paper ? evidence(row) : nothing}</span>`,
      row.owner === "" ? "" : userText(row.owner),
    ],
    details: () => editor(page, row),
  };
}
