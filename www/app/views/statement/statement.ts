import { html, nothing, type TemplateResult } from "lit";
import { guard } from "lit/directives/guard.js";
import { live } from "lit/directives/live.js";
import { repeat } from "lit/directives/repeat.js";
import { choose, field } from "../../components/field.js";
import { fold } from "../../components/fold.js";
import { stageMark } from "../../components/icon.js";
import { outward } from "../../components/question.js";
import { unfold } from "../../components/unfold.js";
import type { InclusionReason, Level, StatementRow } from "../../model/wasm.js";
import type { Page } from "../../page.js";
import { link } from "../../router.js";
import { t, tt } from "../../text/messages.js";
import { answerText, dom, requirementLink, written } from "../../text/labels.js";

const REASONS: InclusionReason[] = ["risk", "law", "contract", "good-practice"];
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
  const sheet = page.deferred.exports?.preview(page);
  if (sheet) return sheet;
  const rows = page.store.statement;
  const pick =
    (what: string) =>
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
    ${page.deferred.exports?.take(page, ["workbook", "statement"]) ?? nothing} ${heading(page)} ${standing(page, rows)}
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
    ${page.deferred.exports?.returned(page) ?? nothing}`;
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
    page.ui.typed.delete("statement-words");
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

/** One reason of inclusion for all that the filters show. */
function reasons(page: Page, shown: StatementRow[]): TemplateResult {
  const open = shown.filter((row) => row.applicable === true && !page.host?.locks(row.id));
  const key = (reason: InclusionReason): string => `statement.bulk.${reason}`;
  return fold(page, "statement/reasons", t("statement.bulk.reasons"), () => {
    const picked = REASONS.filter((reason) => page.ui.choice.get(key(reason)) === "yes");
    const act = (): void => {
      if (picked.length === 0) {
        return page.problems(t("problems.heading"), [
          { message: t("statement.bulk.none"), field: `statement-bulk-${REASONS[0]}` },
        ]);
      }
      const done = page.change(t("change.reasons", { n: open.length }), "", (assessment) => {
        for (const row of open) {
          assessment.justify(row.id, {
            because: REASONS.filter((one) => row.because.includes(one) || picked.includes(one)),
          });
        }
      });
      if (!done) return;
      for (const reason of REASONS) page.ui.choice.delete(key(reason));
      page.announce(t("statement.bulk.done", { n: open.length }));
    };
    return html`<p>${t("statement.bulk.reasons.text", { n: open.length })}</p>
      ${ticks("statement-bulk", picked, page.readonly, (reason, on) => {
        page.ui.choice.set(key(reason), on ? "yes" : "no");
        page.refresh();
      })}
      <button type="button" ?disabled=${open.length === 0} @click=${act}>${t("statement.bulk.reasons.act", { n: open.length })}</button>`;
  });
}

/** A whole area out, with one reason for all its controls. */
function exclusion(page: Page): TemplateResult {
  const id = "statement-exclude";
  return fold(page, "statement/exclude", t("statement.bulk.exclude"), () => {
    const areas = page.questions.catalog.areas.filter((area) => area.refs[0]?.startsWith("A."));
    const area = areas.find((one) => one.key === page.ui.choice.get("statement.area")) ?? areas[0];
    const act = (): void => {
      if (!area) return;
      const reason = page.ui.typed.get(id) ?? "";
      if (reason.trim() === "") {
        return page.problems(t("problems.heading"), [{ message: t("reason.problem", { id: area.title }), field: id }]);
      }
      if (
        !page.change(
          t("change.area", { area: area.title }),
          "",
          (assessment) => assessment.excludeArea(area.key, reason),
          id,
        )
      )
        return;
      page.ui.typed.delete(id);
      for (const ref of area.refs) page.ui.pending.delete(ref);
      page.announce(t("area.excluded", { n: area.refs.length }));
      page.refresh();
    };
    const n = area?.refs.length ?? 0;
    return html`${choose({
      id: "statement-area",
      label: t("statement.area"),
      value: area?.key ?? "",
      options: areas.map((one) => [one.key, `${one.refs[0]}–${one.refs.at(-1)} ${one.title}`] as const),
      commit: (value) => {
        page.ui.choice.set("statement.area", value);
        page.refresh();
      },
    })}
      ${field(page, { id, label: t("reason.label"), hint: t("reason.hint"), kind: "area", rows: 2, value: "" })}
      <button type="button" @click=${act}>${t("area.exclude.act", { n })}</button>`;
  });
}

/** Why a control is in, or why it is out. */
export const why = (row: StatementRow): string =>
  row.applicable === false
    ? row.reason
    : [...row.because.map((reason) => tt(`because.${reason}`)), row.inclusionNote].filter(Boolean).join("; ");

/** What shows it, by name and place. */
export const evidence = (row: StatementRow): TemplateResult[] =>
  row.evidence.map(({ href, label }) => html`<span class="shown-by">${outward(href, label)}</span>`);

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
        <td role="cell" data-label=${t("statement.column.why")}>${unreasoned(row) ? html`<span class="lacking">${t("statement.no-reason")}</span>` : written(why(row))}</td>
        <td role="cell" data-label=${t("statement.column.state")}><span>${tt(`statement.${row.state}`)}${row.provisional ? html` <span class="quiet">${t("provisional.short")}</span>` : nothing}${evidence(row)}</span></td>
        <td role="cell" data-label=${t("statement.column.owner")} data-empty=${row.owner === "" ? "" : nothing}>${written(row.owner)}</td>
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

const ticks = (
  id: string,
  picked: InclusionReason[],
  disabled: boolean,
  toggle: (reason: InclusionReason, on: boolean) => void,
): TemplateResult => html`<fieldset class="ticks">
  <legend>${t("statement.because")}</legend>
  ${REASONS.map(
    (reason) => html`<label class="level"
      ><input
        type="checkbox"
        id="${id}-${reason}"
        .checked=${live(picked.includes(reason))}
        ?disabled=${disabled}
        @change=${(event: Event) => toggle(reason, (event.target as HTMLInputElement).checked)}
      /><span class="what">${tt(`because.${reason}`)}</span></label
    >`,
  )}
</fieldset>`;

function editor(page: Page, row: StatementRow): TemplateResult {
  const id = dom(row.id);
  const pending = page.ui.pending.has(row.id);
  const locked = page.readonly || page.host?.locks(row.id) === true;
  const { levels } = page.questions.catalog;
  const own = page.file.requirements?.[row.id];
  const answer = (value: string): void => {
    page.ui.pending.delete(row.id);
    if (value === "not-applicable") {
      page.ui.pending.add(row.id);
      page.refresh();
      return page.focusOn(`${id}-reason`);
    }
    page.change(t("change.answer", { id: row.id }), `answer:${row.id}`, (assessment) =>
      value === ""
        ? assessment.clear(row.id)
        : assessment.respond(row.id, value === "unknown" ? value : (Number(value) as Level)),
    );
    page.refresh();
  };
  const toggle = (reason: InclusionReason, on: boolean): void => {
    const because = REASONS.filter((one) => (one === reason ? on : row.because.includes(one)));
    page.change(t("change.note", { id: row.id }), "", (assessment) => assessment.justify(row.id, { because }));
  };
  const noted = (name: "owner" | "note", label: string): TemplateResult =>
    field(page, {
      id: `${id}-${name}`,
      label,
      value: row[name],
      commit: (value) =>
        void page.change(
          t("change.note", { id: row.id }),
          `${name}:${row.id}`,
          (assessment) => assessment.annotate(row.id, { [name]: value }),
          `${id}-${name}`,
        ),
    });
  const excluded = pending || row.applicable === false;
  return html`<div class="fold-body">
    <div class="pair">
      ${choose({
        id: `${id}-answer`,
        label: t("statement.answer"),
        value: pending ? "not-applicable" : own?.answer === undefined ? "" : String(own.answer),
        disabled: locked,
        options: [
          [
            "",
            row.provisional
              ? `${answerText(page.questions.catalog, row.answer)} (${t("provisional.short")})`
              : t("answer.none"),
          ],
          ...levels.map((level) => [String(level.level), `${level.level} ${level.name}`] as const),
          ["unknown", t("answer.unknown")],
          ["not-applicable", t("answer.not-applicable")],
        ],
        commit: answer,
      })}
      ${noted("owner", t("notes.owner"))}
    </div>
    ${
      excluded
        ? field(page, {
            id: `${id}-reason`,
            label: t("reason.label"),
            hint: pending ? t("reason.wanted") : t("reason.hint"),
            kind: "area",
            rows: 2,
            value: row.reason,
            commit: (text) => {
              if (text.trim() === "") return;
              if (
                page.change(
                  t("change.exclude", { id: row.id }),
                  `exclude:${row.id}`,
                  (assessment) => assessment.exclude(row.id, text),
                  `${id}-reason`,
                )
              ) {
                page.ui.pending.delete(row.id);
              }
              page.refresh();
            },
          })
        : html`${ticks(id, row.because, locked, toggle)}
            ${field(page, {
              id: `${id}-inclusion`,
              label: t("statement.because.note"),
              value: row.inclusionNote,
              commit: (note) =>
                void page.change(
                  t("change.note", { id: row.id }),
                  `inclusion:${row.id}`,
                  (assessment) => assessment.justify(row.id, { note }),
                  `${id}-inclusion`,
                ),
            })}`
    }
    ${noted("note", t("notes.note"))}
    <p><a href=${requirementLink(page.questions, row.id)}>${t("statement.question")}</a></p>
  </div>`;
}
