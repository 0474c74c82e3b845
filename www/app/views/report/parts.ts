// The report's parts behind the first page.
import { html, nothing, type TemplateResult } from "lit";
import { confirmedReport } from "../../components/confirmed.js";
import { gateList } from "../../components/gates.js";
import { stageMark } from "../../components/icon.js";
import { bar } from "../../components/interval.js";
import { answeredOf, scoreLegend } from "../../components/ranked.js";
import { table } from "../../components/table.js";
import type { Role } from "../../model/wasm.js";
import type { Page } from "../../page.js";
import { date, listed, points, range, today } from "../../text/format.js";
import { answerText, nameIn, qualified, userText } from "../../text/labels.js";
import { t, tt } from "../../text/messages.js";
import { accumulated } from "../result/findings.js";
import { evidence, unreasoned, why } from "../statement/row_text.js";
import { sealed } from "./sealed.js";

/** Parts that can be left out, in their order. */
export const PARTS = [
  "gates",
  "sections",
  "findings",
  "plan",
  "documents",
  "statement",
  "notes",
  "interviews",
  "method",
] as const;
export type Part = (typeof PARTS)[number];

/** In the order of interviews. */
const ROLES: Role[] = ["management", "security-lead", "it", "development", "human-resources", "facilities", "legal"];

interface Drawn {
  lead?: TemplateResult | typeof nothing;
  body: () => TemplateResult;
  rows?: number;
}

export const DRAW: Record<Part, (page: Page) => Drawn> = {
  gates: (page) => ({
    body: () =>
      html`${page.report.stages.map((stage) => html`<h3>${tt(`stage.${stage.stage}.long`)} ${stageMark(stage.state)}</h3>${gateList(page, stage, page.paper)}`)}`,
  }),
  sections: (page) => ({
    body: () =>
      html`<div class="ranked">${scoreLegend(page)}
      ${table(
        t("result.sections"),
        [
          { label: t("result.section") },
          { label: t("explain.score"), figures: true },
          { label: t("result.bar") },
          { label: t("result.answered"), figures: true },
        ],
        page.report.sections.map((one) => ({
          head: html`<span class="ref">${one.id}</span> ${one.title}`,
          cells: [
            range(one, one.provisional === 0),
            bar(one, confirmedReport(page).sections.find(({ id }) => id === one.id)?.low ?? 0),
            answeredOf(one),
          ],
        })),
        true,
      )}</div>`,
  }),
  findings: (page) => {
    const { requirements, documents } = page.report;
    const found = [
      ...requirements.map(({ id, finding, answer, provisional }) => ({
        finding,
        name: html`<span class="ref">${id}</span> ${page.questions.requirements.get(id)?.title}`,
        now: qualified(answerText(page.questions.catalog, answer), provisional),
      })),
      ...documents.map(({ key, finding, status }) => ({
        finding,
        name: html`${page.questions.documents.get(key)?.name}`,
        now: tt(`status.${status ?? "none"}`),
      })),
    ];
    const list = (["major", "minor", "opportunity", "unclear"] as const).flatMap((finding) =>
      found.filter((one) => one.finding === finding),
    );
    return {
      lead: html`<p>${t("result.findings.text")}</p>`,
      rows: list.length,
      body: () =>
        html`${table(
          t("result.findings"),
          [
            { label: t("finding.kind") },
            { label: t("explain.requirement") },
            { label: t("explain.answer"), tight: true },
          ],
          list.map((one) => ({
            head: tt(`finding.${one.finding}`),
            cells: [one.name, one.now],
          })),
          true,
        )}
        ${accumulated(page, true)}`,
    };
  },
  plan: (page) => ({
    rows: page.store.plan.actions.length,
    lead: html`<p>${t("report.plan.text")}</p>`,
    body: () =>
      table(
        t("plan.title"),
        [
          { label: t("plan.column.action") },
          { label: t("report.stage"), tight: true },
          { label: t("plan.column.gain"), figures: true },
          { label: t("plan.column.effort") },
          { label: t("plan.column.owner") },
          { label: t("plan.column.due"), tight: true },
        ],
        page.store.plan.actions.map((action) => ({
          head: html`${action.kind === "document" ? action.title : html`<span class="ref">${action.id}</span> ${nameIn(page.questions, action)}`}<span class="step">${action.step}</span>`,
          cells: [
            action.stage === null ? "" : String(action.stage),
            `+${points(action.gain)}`,
            tt(`effort.short.${action.effort}`),
            userText(action.owner),
            action.due === ""
              ? ""
              : html`${date(action.due)}${action.due < today() ? html` <b>${t("plan.filter.overdue")}</b>` : nothing}`,
          ],
        })),
        true,
      ),
  }),
  documents: (page) => {
    const list = page.store.checklist.filter((row) => row.required);
    return {
      rows: list.length,
      body: () =>
        table(
          t("documents.title"),
          [
            { label: t("explain.document") },
            { label: t("report.refs") },
            { label: t("report.status"), tight: true },
            { label: t("plan.column.owner") },
          ],
          list.map((row) => ({
            head: row.name,
            cells: [listed(row.refs), tt(`status.${row.status ?? "none"}`), userText(row.owner)],
          })),
          true,
        ),
    };
  },
  statement: (page) => ({
    rows: page.store.statement.length,
    lead: stamp(page),
    body: () =>
      table(
        t("statement.title"),
        [
          { label: t("statement.column.control") },
          { label: t("statement.column.applicable") },
          { label: t("statement.column.why") },
          { label: t("statement.column.state") },
          { label: t("statement.column.owner") },
        ],
        page.store.statement.map((row) => ({
          head: html`<span class="ref">${row.id}</span> ${row.title}`,
          cells: [
            tt(`applicable.${row.applicable === null ? "open" : row.applicable ? "yes" : "no"}`),
            unreasoned(row) ? html`<span class="lacking">${t("statement.no-reason")}</span>` : userText(why(row)),
            html`${qualified(tt(`statement.${row.state}`), row.provisional)}${row.refused ? html` <span class="lacking">${t("exclusion.tag")}</span>` : nothing}${evidence(row)}`,
            userText(row.owner),
          ],
        })),
        true,
      ),
  }),
  notes: (page) => {
    const { requirements = {}, areas = {}, documents = {} } = page.file;
    const all = [
      ...[...page.questions.requirements.values()].map(
        (one) => [html`<span class="ref">${one.id}</span> ${one.title}`, requirements[one.id]?.note] as const,
      ),
      ...[...page.questions.areas.values()].map(
        (one) => [t("named", { name: t("mode.quick"), value: one.title }), areas[one.key]?.note] as const,
      ),
      ...[...page.questions.documents.values()].map((one) => [html`${one.name}`, documents[one.key]?.note] as const),
    ].filter(([, note]) => note);
    return {
      rows: all.length,
      body: () =>
        all.length === 0
          ? html`<p class="quiet">${t("report.no-notes")}</p>`
          : html`<dl class="entries">
              ${all.map(([name, note]) => html`<div><dt>${name}</dt><dd class="written">${userText(note ?? "")}</dd></div>`)}
            </dl>`,
    };
  },
  interviews: (page) => {
    const asked = page.report.requirements
      .filter(({ answer }) => answer !== "not-applicable")
      .flatMap(({ id }) => page.questions.requirements.get(id) ?? []);
    return {
      lead: html`<p>${t("report.interviews.text")}</p>`,
      rows: asked.length,
      body: () =>
        html`${ROLES.map((role) => {
          const own = asked.filter((one) => one.role === role);
          return own.length === 0
            ? nothing
            : html`<div class="sheet"><h3>${tt(`role.${role}`)}</h3>
                ${table(
                  tt(`role.${role}`),
                  [
                    { label: t("explain.requirement") },
                    { label: t("help.sampling") },
                    { label: t("help.evidence") },
                    { label: t("help.finding") },
                  ],
                  own.map(({ id, title, sampling, evidence: shown, commonFinding }) => ({
                    head: html`<span class="ref">${id}</span> ${title}`,
                    cells: [sampling, html`<ul>${shown.map((one) => html`<li>${one}</li>`)}</ul>`, commonFinding],
                  })),
                  true,
                )}</div>`;
        })}`,
    };
  },
  method: (page) => ({
    body: () => {
      const { engine, method, catalog, sha256 } = sealed(page);
      const facts: [string, string][] = [
        [t("report.engine"), engine],
        [t("report.method"), method],
        [t("report.catalog"), listed([page.questions.catalog.name, `SHA-256 ${catalog.sha256}`])],
        [t("report.seal"), `SHA-256 ${sha256}`],
      ];
      return html`<p>${t("method.levels")}</p>
        <ul>
          ${page.questions.catalog.levels.map((level) => html`<li>${t("named", { name: `${level.level} ${level.name}`, value: level.meaning })}</li>`)}
        </ul>
        ${[t("method.score"), t("method.interval"), t("method.parts"), t("method.gates"), t("method.not-applicable"), t("not.iso"), t("not.certificate")].map((text) => html`<p>${text}</p>`)}
        <dl class="about made-with">
          ${facts.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}
        </dl>`;
    },
  }),
};

/** The statement is a controlled document: whose, of what scope, which version, approved by whom. */
function stamp(page: Page): TemplateResult {
  const { version = "", approver = "", date: on = "" } = page.file.statement ?? {};
  const { name = "", scope = "" } = page.file.organisation ?? {};
  const facts: [string, string][] = [
    [t("about.name"), name],
    [t("about.scope"), scope],
    [t("report.standard"), page.questions.catalog.name],
    [t("statement.version"), version],
    [t("statement.approver"), approver],
    [t("statement.date"), date(on)],
  ];
  return html`<dl class="about">
    ${facts.map(([label, value]) => html`<dt>${label}</dt><dd>${value === "" ? "–" : userText(value)}</dd>`)}
  </dl>`;
}
