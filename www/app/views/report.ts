import type { TemplateResult } from "lit";
import { gateList } from "../components/gates.js";
import { radar } from "../components/radar.js";
import {
  answerText,
  bar,
  coverageText,
  date,
  html,
  nothing,
  percent,
  points,
  range,
  stageMark,
  t,
  table,
  tenths,
  today,
  tt,
  written,
} from "../kit.js";
import { why } from "./statement.js";
import type { Page } from "../page.js";

/** Parts that can be left out, in their order. */
const PARTS = ["gates", "sections", "findings", "plan", "documents", "statement", "notes", "method"] as const;
type Part = (typeof PARTS)[number];

export function report(page: Page): TemplateResult {
  const wanted = (part: Part): boolean => page.ui.choice.get(`report.${part}`) !== "no";
  return html`<div class="report">
    <div class="no-print stack">
      <h1 id="title" tabindex="-1">${t("nav.report")}</h1>
      <p class="measure-text">${t("report.text")}</p>
      <fieldset class="ticks">
        <legend>${t("report.parts")}</legend>
        ${PARTS.map(
          (part) => html`<label class="level"
            ><input
              type="checkbox"
              id="report-${part}"
              .checked=${wanted(part)}
              @change=${(event: Event) => {
                page.ui.choice.set(`report.${part}`, (event.target as HTMLInputElement).checked ? "yes" : "no");
                page.refresh();
              }}
            /><span class="what">${tt(`report.${part}`)}</span></label
          >`,
        )}
      </fieldset>
      <p><button type="button" class="primary" @click=${() => print()}>${t("report.print")}</button></p>
    </div>
    <article class="paper">
      ${management(page)} ${PARTS.filter(wanted).map((part) => html`<section>${DRAW[part](page)}</section>`)}
    </article>
  </div>`;
}

/** One page for those who decide. */
function management(page: Page): TemplateResult {
  const { overall, parts, stages, coverage, target } = page.report;
  const { organisation = {}, assessor = "" } = page.file;
  const { estimate, plan } = page.store;
  const facts: [string, string][] = [
    [t("about.scope"), organisation.scope ?? ""],
    [t("about.headcount"), organisation.headcount === undefined ? "" : String(organisation.headcount)],
    [t("about.assessor"), assessor],
    [t("report.date"), date(today())],
    [t("report.standard"), page.book.catalog.name],
  ];
  return html`<section class="management">
    <p class="over">${t("report.over")}</p>
    <h2>${written(organisation.name || t("report.unnamed"))}</h2>
    <dl class="about">
      ${facts.map(([name, value]) => (value ? html`<dt>${name}</dt><dd>${written(value)}</dd>` : nothing))}
    </dl>
    <div class="columns">
      <div>
        <h3>${t("result.overall")}</h3>
        <p class="figure strong">${range(overall)}</p>
        ${bar(overall)}
        <p class="quiet">${coverageText(coverage)}</p>
        <p>${overall.low === overall.high ? t("result.exact") : t("result.interval", { low: percent(overall.low), high: percent(overall.high) })}</p>
      </div>
      <div>
        <h3>${t("result.stages")}</h3>
        ${stages.map((stage) => html`<p class="stage-line"><span>${tt(`stage.${stage.stage}`)}</span> ${stageMark(stage.state)}</p>`)}
        <h3>${t("result.parts")}</h3>
        ${(["clauses", "controls", "documents"] as const).map(
          (part) =>
            html`<p class="stage-line"><span>${tt(`part.${part}`)}</span> <b class="figure">${range(parts[part])}</b></p>`,
        )}
      </div>
    </div>
    ${
      plan.actions.length > 0
        ? html`<h3>${t("report.first")}</h3>
            <ol>
              ${plan.actions.slice(0, 5).map((action) => html`<li>${action.nextStep} <span class="quiet">${action.kind === "document" ? action.title : `${action.id} ${action.title}`}</span></li>`)}
            </ol>`
        : nothing
    }
    ${
      estimate
        ? html`<p>
            ${t("report.estimate", {
              from: estimate.months.from,
              to: `${estimate.months.to}${estimate.months.andMore ? "+" : ""}`,
              days: estimate.auditDays ? tenths(estimate.auditDays.total) : "–",
            })}
          </p>`
        : nothing
    }
    <p class="small-print">
      ${t("report.disclaimer", { target, method: page.report.method, version: __VERSION__ })}
    </p>
  </section>`;
}

const DRAW: Record<Part, (page: Page) => TemplateResult> = {
  gates: (page) => html`<h2>${t("result.gates")}</h2>
    ${page.report.stages.map((stage) => html`<h3>${tt(`stage.${stage.stage}.long`)}</h3>${gateList(page, stage)}`)}`,
  sections: (page) => html`<h2>${t("result.sections")}</h2>
    ${radar(page.report.sections)}
    ${table(
      t("result.sections"),
      [
        { label: t("result.section") },
        { label: t("explain.score"), figures: true },
        { label: t("result.answered"), figures: true },
      ],
      page.report.sections.map((one) => ({
        head: html`<span class="ref">${one.id}</span> ${one.title}`,
        cells: [range(one), `${one.answered}/${one.applicable}${one.provisional > 0 ? ` (+${one.provisional})` : ""}`],
      })),
      true,
    )}`,
  findings: (page) => html`<h2>${t("result.findings")}</h2>
    <p>${t("result.findings.text")}</p>
    ${table(
      t("result.findings"),
      [{ label: t("finding.kind") }, { label: t("explain.requirement") }, { label: t("explain.answer"), tight: true }],
      (["major", "minor", "opportunity"] as const).flatMap((finding) =>
        page.report.requirements
          .filter((one) => one.finding === finding)
          .map((one) => ({
            head: tt(`finding.${finding}`),
            cells: [
              html`<span class="ref">${one.id}</span> ${page.book.requirements.get(one.id)?.title}`,
              answerText(page.book.catalog, one.answer),
            ],
          })),
      ),
      true,
    )}`,
  plan: (page) => html`<h2>${t("plan.title")}</h2>
    ${table(
      t("plan.title"),
      [
        { label: t("plan.column.action") },
        { label: t("plan.column.gain"), figures: true },
        { label: t("plan.column.effort") },
        { label: t("plan.column.owner") },
        { label: t("plan.column.due"), tight: true },
      ],
      page.store.plan.actions.map((action) => ({
        head: html`${action.kind === "document" ? action.title : html`<span class="ref">${action.id}</span> ${action.title}`}<br />${action.nextStep}`,
        cells: [
          `+${points(action.gain)}`,
          tt(`effort.short.${action.effort}`),
          written(action.owner),
          date(action.due),
        ],
      })),
      true,
    )}`,
  documents: (page) => html`<h2>${t("documents.title")}</h2>
    ${table(
      t("documents.title"),
      [
        { label: t("explain.document") },
        { label: t("report.refs") },
        { label: t("report.status") },
        { label: t("plan.column.owner") },
      ],
      page.store.checklist
        .filter((row) => row.required)
        .map((row) => ({
          head: row.name,
          cells: [row.refs.join(", "), tt(`status.${row.status ?? "none"}`), written(row.owner)],
        })),
      true,
    )}`,
  statement: (page) => html`<h2>${t("statement.title")}</h2>
    ${stamp(page)}
    ${table(
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
          written(why(row)),
          tt(`statement.${row.state}`),
          written(row.owner),
        ],
      })),
      true,
    )}`,
  notes: (page) => {
    const { requirements = {}, documents = {} } = page.file;
    const all = [
      ...[...page.book.requirements.values()].map(
        (one) => [html`<span class="ref">${one.id}</span> ${one.title}`, requirements[one.id]?.note ?? ""] as const,
      ),
      ...[...page.book.documents.values()].map((one) => [html`${one.name}`, documents[one.key]?.note ?? ""] as const),
    ].filter(([, note]) => note !== "");
    return html`<h2>${t("report.notes")}</h2>
      ${all.length === 0 ? html`<p class="quiet">${t("report.no-notes")}</p>` : html`<dl class="entries">${all.map(([name, note]) => html`<dt>${name}</dt><dd class="written">${written(note)}</dd>`)}</dl>`}`;
  },
  method: (page) => html`<h2>${t("method.title")}</h2>
    <p>${t("method.levels")}</p>
    <ul>
      ${page.book.catalog.levels.map((level) => html`<li><b>${level.level} ${level.name}</b>: ${level.meaning}</li>`)}
    </ul>
    ${[t("method.score", { target: page.report.target }), t("method.interval"), t("method.parts"), t("method.gates"), t("method.not-applicable"), t("not.iso"), t("not.certificate")].map((text) => html`<p>${text}</p>`)}`,
};

function stamp(page: Page): TemplateResult | typeof nothing {
  const { version, approver, date: on } = page.file.statement ?? {};
  const parts = [
    version && `${t("statement.version")} ${version}`,
    approver && `${t("statement.approver")} ${approver}`,
    on && date(on),
  ].filter(Boolean);
  return parts.length > 0 ? html`<p>${written(parts.join(" · "))}</p>` : nothing;
}
