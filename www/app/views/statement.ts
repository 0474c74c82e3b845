import type { TemplateResult } from "lit";
import type { InclusionReason, Level, StatementRow } from "../core.js";
import {
  answerText,
  choose,
  dom,
  field,
  guard,
  html,
  live,
  nothing,
  outward,
  repeat,
  requirementLink,
  t,
  tt,
  written,
} from "../kit.js";
import type { Page } from "../page.js";

const REASONS: InclusionReason[] = ["risk", "law", "contract", "good-practice"];
const STATES = ["all", "undecided", "excluded", "not-implemented", "partly", "implemented", "unknown"] as const;

export function statement(page: Page): TemplateResult {
  const rows = page.store.statement;
  const group = page.ui.choice.get("statement.group") ?? "all";
  const state = page.ui.choice.get("statement.state") ?? "all";
  const shown = rows.filter(
    (row) => (group === "all" || row.group === group) && (state === "all" || row.state === state),
  );
  const count = (name: string): number => rows.filter((row) => row.state === name).length;
  const pick =
    (what: string) =>
    (value: string): void => {
      page.ui.choice.set(what, value);
      page.ui.choice.delete("statement.edit");
      page.refresh();
    };
  return html`<div class="head">
      <h1 id="title" tabindex="-1">${t("statement.title")}</h1>
      <p class="measure-text">${t("statement.text")}</p>
    </div>
    ${heading(page)}
    <dl class="tallies">
      ${STATES.slice(1).map(
        (name) =>
          html`<div data-state=${name}><dt>${tt(`statement.${name}`)}</dt><dd class="figure">${count(name)}</dd></div>`,
      )}
    </dl>
    <div class="pair filters no-print">
      ${choose({
        id: "statement-group",
        label: t("statement.group"),
        value: group,
        options: [
          ["all", t("find.all")],
          ...page.book.catalog.groups.map((one) => [one.id, `${one.id} ${one.title}`] as const),
        ],
        commit: pick("statement.group"),
      })}
      ${choose({
        id: "statement-state",
        label: t("statement.state"),
        value: state,
        options: STATES.map((name) => [name, name === "all" ? t("find.all") : tt(`statement.${name}`)] as const),
        commit: pick("statement.state"),
      })}
    </div>
    ${
      shown.length === 0
        ? html`<p class="empty">${t("statement.none")}</p>`
        : html`<table class="table soa" role="table">
            <caption>
              ${t("statement.caption", { n: shown.length, of: rows.length })}
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
          </table>`
    }`;
}

/** Version, approver and date: what makes it a controlled document. */
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
  return html`<div class="pair">
    ${field(page, { id: "statement-version", label: t("statement.version"), value: statement.version ?? "", commit: set("version") })}
    ${field(page, { id: "statement-approver", label: t("statement.approver"), value: statement.approver ?? "", commit: set("approver") })}
    ${field(page, { id: "statement-date", label: t("statement.date"), kind: "date", value: statement.date ?? "", commit: set("date") })}
  </div>`;
}

/** Why a control is in, or why it is out. */
export const why = (row: StatementRow): string =>
  row.applicable === false
    ? row.reason
    : [...row.because.map((reason) => tt(`because.${reason}`)), row.inclusionNote].filter(Boolean).join("; ");

function one(page: Page, row: StatementRow): unknown {
  const edited = page.ui.choice.get("statement.edit") === row.id;
  return guard(
    [JSON.stringify(row), edited, edited ? page.ui.pending.has(row.id) : 0, page.ui.problems, page.readonly],
    () => {
      const toggle = (): void => {
        page.flush();
        if (edited) page.ui.choice.delete("statement.edit");
        else page.ui.choice.set("statement.edit", row.id);
        page.refresh();
        if (!edited) page.focusOn(`${dom(row.id)}-answer`);
      };
      return html`<tr role="row" data-state=${row.state} data-edited=${edited ? "" : nothing}>
        <th scope="row" role="rowheader"><a class="ref" href=${requirementLink(page.book, row.id)}>${row.id}</a> ${row.title}</th>
        <td role="cell" data-label=${t("statement.column.applicable")}>${tt(`applicable.${row.applicable === null ? "open" : row.applicable ? "yes" : "no"}`)}</td>
        <td role="cell" data-label=${t("statement.column.why")} data-empty=${why(row) === "" ? "" : nothing}>${written(why(row))}</td>
        <td role="cell" data-label=${t("statement.column.state")}><span>${tt(`statement.${row.state}`)}${row.provisional ? html` <span class="quiet">${t("provisional.short")}</span>` : nothing}</span></td>
        <td role="cell" data-label=${t("statement.column.owner")} data-empty=${row.owner === "" ? "" : nothing}>${written(row.owner)}</td>
        <td role="cell" class="no-print">
          <button type="button" class="plain small" aria-expanded=${edited ? "true" : "false"} @click=${toggle}>
            ${edited ? t("dialog.close") : t("statement.edit")}<span class="hidden"> ${row.id}</span>
          </button>
        </td>
      </tr>
      ${edited ? html`<tr class="no-print editor" role="row"><td role="cell" colspan="6">${editor(page, row)}</td></tr>` : nothing}`;
    },
  );
}

function editor(page: Page, row: StatementRow): TemplateResult {
  const id = dom(row.id);
  const pending = page.ui.pending.has(row.id);
  const { levels } = page.book.catalog;
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
  const excluded = pending || row.applicable === false;
  return html`<div class="fold-body">
    <div class="pair">
      ${choose({
        id: `${id}-answer`,
        label: t("statement.answer"),
        value: pending ? "not-applicable" : own?.answer === undefined ? "" : String(own.answer),
        disabled: page.readonly,
        options: [
          [
            "",
            row.provisional
              ? `${answerText(page.book.catalog, row.answer)} (${t("provisional.short")})`
              : t("answer.none"),
          ],
          ...levels.map((level) => [String(level.level), `${level.level} ${level.name}`] as const),
          ["unknown", t("answer.unknown")],
          ["not-applicable", t("answer.not-applicable")],
        ],
        commit: answer,
      })}
      ${field(page, {
        id: `${id}-owner`,
        label: t("notes.owner"),
        value: row.owner,
        commit: (owner) =>
          void page.change(
            t("change.note", { id: row.id }),
            `owner:${row.id}`,
            (assessment) => assessment.annotate(row.id, { owner }),
            `${id}-owner`,
          ),
      })}
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
        : html`<fieldset class="ticks">
              <legend>${t("statement.because")}</legend>
              ${REASONS.map(
                (reason) => html`<label class="level"
                  ><input
                    type="checkbox"
                    id="${id}-${reason}"
                    .checked=${live(row.because.includes(reason))}
                    ?disabled=${page.readonly}
                    @change=${(event: Event) => toggle(reason, (event.target as HTMLInputElement).checked)}
                  /><span class="what">${tt(`because.${reason}`)}</span></label
                >`,
              )}
            </fieldset>
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
    ${row.evidence.length > 0 ? html`<h2>${t("evidence.title")}</h2><ul class="plain-list">${row.evidence.map((link) => html`<li>${outward(link.href, link.label)}</li>`)}</ul>` : nothing}
    <p><a href=${requirementLink(page.book, row.id)}>${t("statement.question")}</a></p>
  </div>`;
}
