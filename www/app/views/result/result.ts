import { html, nothing, type TemplateResult } from "lit";
import { coverageText } from "../../components/coverage.js";
import { explainOverall, explainPart, explainSection } from "../../components/explain.js";
import { field } from "../../components/field.js";
import { gateList } from "../../components/gates.js";
import { stageMark } from "../../components/icon.js";
import { bar, score } from "../../components/interval.js";
import { radar } from "../../components/radar.js";
import { table } from "../../components/table.js";
import { theRest } from "../../components/unfold.js";
import type { Finding, Report } from "../../model/wasm.js";
import { percent, points, range, tenths } from "../../text/format.js";
import type { Page } from "../../page.js";
import { link } from "../../router.js";
import { t, tt } from "../../text/messages.js";
import { conformity, requirementLink } from "../../text/labels.js";

const FINDINGS: Finding[] = ["major", "minor", "opportunity", "unclear", "none"];
const LISTED = 8;

export function result(page: Page): TemplateResult {
  return html`<div class="result">
    <div class="head">
      <h1 id="title" tabindex="-1">${t("nav.result")}</h1>
      <p class="quiet">${page.questions.catalog.name} · ${t("result.target", { target: conformity(page), name: page.questions.catalog.levels[conformity(page)]?.name ?? "" })}</p>
    </div>
    ${page.store.empty ? html`<p class="empty">${t("result.empty")} <a href=${link("start")}>${t("nav.start")}</a></p>` : nothing}
    ${verdict(page)} ${headline(page)} ${page.host?.extras("result", page)} ${gates(page)} ${scores(page)} ${findings(page)} ${where(page)} ${estimate(page)}
  </div>`;
}

/** The verdict in words, with its reasons: how many must-haves stand in the way, and what stands beside it. */
export function verdict(page: Page): TemplateResult {
  const { stages, findings } = page.report;
  return html`<div class="verdict">
    ${stages.map((stage) => html`<p><b>${verdictOf(page.report, stage.stage)}</b></p>`)}
    ${findings.minor > 0 ? html`<p class="quiet">${t("verdict.minors", { n: findings.minor })}</p>` : nothing}
    ${stages.some(({ certifiable }) => !certifiable) ? html`<p class="quiet">${t("verdict.not-certifiable")}</p>` : nothing}
    <p class="quiet">${t("verdict.audits-first")}</p>
  </div>`;
}

/** Stage 2 looks at the must-haves of both stages. */
function verdictOf({ stages }: Report, of: 1 | 2): string {
  const gates = stages.filter(({ stage }) => stage <= of).flatMap((stage) => stage.gates);
  const state = stages.find(({ stage }) => stage === of)?.state ?? "undetermined";
  const counted = gates.filter((gate) => gate.state === (state === "not-ready" ? "open" : "undetermined")).length;
  return tt(`verdict.${state}`, { stage: of, n: counted, of: gates.length });
}

function headline(page: Page): TemplateResult {
  const { overall, parts, coverage, stages } = page.report;
  return html`<div class="headline">
    <section class="card overall" aria-labelledby="overall-title">
      <h2 id="overall-title">${t("result.overall")}</h2>
      <p>${score(overall, t("result.overall"), () => explainOverall(page), "big")}</p>
      ${bar(overall)}
      <p class="quiet">${coverageText(coverage)}</p>
      ${ambition(page)}
      <p class="small-print">${overall.low === overall.high ? t("result.exact") : t("result.interval", { low: percent(overall.low), high: percent(overall.high) })}</p>
    </section>
    <section class="card" aria-labelledby="parts-title">
      <h2 id="parts-title">${t("result.parts")}</h2>
      <dl class="parts">
        ${(["clauses", "controls", "documents"] as const).map(
          (part) => html`<div>
            <dt>${tt(`part.${part}`)}</dt>
            <dd>${score(parts[part], tt(`part.${part}`), () => explainPart(page, part))} ${bar(parts[part])}</dd>
          </div>`,
        )}
      </dl>
    </section>
    <section class="card" aria-labelledby="stages-title">
      <h2 id="stages-title">${t("result.stages")}</h2>
      <dl class="stages">
        ${stages.map((stage) => {
          const count = (state: string): number => stage.gates.filter((gate) => gate.state === state).length;
          return html`<div>
            <dt>${tt(`stage.${stage.stage}`)}</dt>
            <dd>
              ${stageMark(stage.state)}
              <span class="quiet">${t("stage.count", { met: count("met"), open: count("open"), undetermined: count("undetermined") })}</span>
            </dd>
          </div>`;
        })}
      </dl>
      <p class="small-print">${t("result.stages.text")}</p>
    </section>
  </div>`;
}

/** The second score of those who want more than conformity. */
function ambition(page: Page): TemplateResult | typeof nothing {
  const own = page.report.ambition;
  if (own === null) return nothing;
  const name = page.questions.catalog.levels[own.target]?.name ?? "";
  return html`<p>${t("ambition.title", { target: own.target, name })}: <strong>${range(own)}</strong></p>
    <p class="small-print">${t("ambition.text")}</p>`;
}

const gates = (page: Page): TemplateResult => html`<section aria-labelledby="gates-title">
  <h2 id="gates-title">${t("result.gates")}</h2>
  <p class="measure-text">${t("result.gates.text")}</p>
  <div class="columns">
    ${page.report.stages.map(
      (stage) => html`<div>
        <h3>${tt(`stage.${stage.stage}.long`)}</h3>
        ${gateList(page, stage)}
      </div>`,
    )}
  </div>
</section>`;

function scores(page: Page): TemplateResult {
  const { sections } = page.report;
  return html`<section aria-labelledby="sections-title">
    <h2 id="sections-title">${t("result.sections")}</h2>
    <div class="chart">
      <figure>
        ${radar(sections)}
        <figcaption class="legend">
          <span><i class="swatch low"></i>${t("radar.low")}</span> <span><i class="swatch high"></i>${t("radar.high")}</span>
        </figcaption>
      </figure>
      ${table(
        t("result.sections.caption"),
        [
          { label: t("result.section") },
          { label: t("explain.score"), figures: true },
          { label: t("result.bar") },
          { label: t("result.answered"), figures: true },
        ],
        sections.map((section) => ({
          head: html`<span class="ref">${section.id}</span> ${section.title}`,
          cells: [
            score(section, `${section.id} ${section.title}`, () => explainSection(page, section.id)),
            bar(section),
            `${section.answered}/${section.applicable}${section.provisional > 0 ? ` (+${section.provisional})` : ""}`,
          ],
        })),
      )}
    </div>
  </section>`;
}

interface Found {
  finding: Finding | null;
  link: TemplateResult;
}

function findings(page: Page): TemplateResult {
  const { requirements, documents } = page.report;
  const found: Found[] = [
    ...requirements.map(({ id, finding }) => ({
      finding,
      link: html`<a class="ref" href=${requirementLink(page.questions, id)} title=${page.questions.requirements.get(id)?.title ?? ""}>${id}</a> `,
    })),
    ...documents.map(({ key, finding }) => ({
      finding,
      link: html`<a href=${link("documents", key)}>${page.questions.documents.get(key)?.name}</a> `,
    })),
  ];
  return html`<section aria-labelledby="findings-title">
    <h2 id="findings-title">${t("result.findings")}</h2>
    <p class="measure-text">${t("result.findings.text")}</p>
    ${table(
      t("result.findings.caption"),
      [{ label: t("finding.kind") }, { label: t("finding.count"), figures: true }, { label: t("finding.where") }],
      FINDINGS.map((finding) => {
        const list = found.filter((one) => one.finding === finding);
        const key = `finding:${finding}`;
        const shown = finding === "none" ? 0 : (page.ui.shown.get(key) ?? LISTED);
        return {
          head: tt(`finding.${finding}`),
          cells: [
            html`${list.length}`,
            html`<span class="refs"
              >${list.slice(0, shown).map((one) => one.link)}${shown > 0 && list.length > shown ? theRest(page, key, list.length, list.length - shown) : nothing}</span
            >`,
          ],
        };
      }),
    )}
    ${accumulated(page)}
  </section>`;
}

/** Small findings in one place that an auditor would call a major one. */
export function accumulated(page: Page): TemplateResult | typeof nothing {
  const { accumulated } = page.report;
  if (accumulated.length === 0) return nothing;
  const names = new Map(page.report.areas.map((area) => [area.key, area.title]));
  return html`<h3>${t("accumulated.title")}</h3>
    <ul class="plain-list">
      ${accumulated.map(
        ({ scope, id, touched }) =>
          html`<li>${tt(`accumulated.${scope}`, { id: id ?? "", name: names.get(id ?? "") ?? "", n: touched.length })}</li>`,
      )}
    </ul>`;
}

/** The largest single losses: where work pays. */
function where(page: Page): TemplateResult {
  const { overall, requirements, documents } = page.report;
  const items = [
    ...requirements.map((one) => ({
      name: html`<a href=${requirementLink(page.questions, one.id)}><span class="ref">${one.id}</span> ${page.questions.requirements.get(one.id)?.title}</a>`,
      points: one.points,
    })),
    ...documents.map((one) => ({
      name: html`<a href=${link("documents", one.key)}>${page.questions.documents.get(one.key)?.name}</a>`,
      points: one.points,
    })),
  ];
  const largest = items
    .flatMap((item) => (item.points ? [{ ...item, points: item.points }] : []))
    .filter((item) => item.points.lost > 0)
    .sort((one, other) => other.points.lost - one.points.lost)
    .slice(0, 10);
  return html`<section aria-labelledby="points-title">
    <h2 id="points-title">${t("result.points")}</h2>
    <p class="measure-text">${t("result.points.text")}</p>
    <div class="tally">
      ${bar(overall)}
      <p class="legend">
        <span><i class="swatch low"></i>${t("points.earned")} <b class="figure">${points(overall.low)}</b></span>
        <span><i class="swatch high"></i>${t("points.open")} <b class="figure">${points(overall.high - overall.low)}</b></span>
        <span><i class="swatch lost"></i>${t("points.lost")} <b class="figure">${points(10000 - overall.high)}</b></span>
      </p>
    </div>
    ${
      largest.length > 0
        ? table(
            t("result.points.caption"),
            [
              { label: t("explain.requirement") },
              { label: t("points.earned"), figures: true },
              { label: t("points.lost"), figures: true },
            ],
            largest.map((item) => ({ head: item.name, cells: [points(item.points.earned), points(item.points.lost)] })),
          )
        : nothing
    }
    <p><a href=${link("plan")}>${t("result.points.plan")}</a></p>
  </section>`;
}

function estimate(page: Page): TemplateResult {
  const { estimate } = page.store;
  const headcount = page.file.organisation?.headcount;
  return html`<section aria-labelledby="estimate-title">
    <h2 id="estimate-title">${t("estimate.title")} <span class="tag">${t("estimate.tag")}</span></h2>
    <div class="narrow-field">
      ${field(page, {
        id: "headcount",
        label: t("about.headcount"),
        hint: t("about.headcount.hint"),
        kind: "number",
        value: headcount === undefined ? "" : String(headcount),
        commit: (value) =>
          void page.change(
            t("change.about"),
            "headcount",
            (assessment) => assessment.setOrganisation({ headcount: value.trim() === "" ? null : Number(value) }),
            "headcount",
          ),
      })}
    </div>
    ${
      estimate
        ? html`<dl class="facts">
              <div>
                <dt>${t("estimate.months")}</dt>
                <dd class="figure">${estimate.months.from}–${estimate.months.to}${estimate.months.andMore ? "+" : ""}</dd>
                <dd class="quiet">
                  ${t("estimate.likely", { low: tenths(estimate.months.likely.low), high: tenths(estimate.months.likely.high) })}
                </dd>
              </div>
              ${
                estimate.auditDays
                  ? html`<div>
                      <dt>${t("estimate.days")}</dt>
                      <dd class="figure">${tenths(estimate.auditDays.total)}</dd>
                      <dd class="quiet">
                        ${t("estimate.split", { one: tenths(estimate.auditDays.stage1), two: tenths(estimate.auditDays.stage2) })}
                      </dd>
                    </div>`
                  : nothing
              }
              <div>
                <dt>${t("estimate.validity")}</dt>
                <dd class="figure">3</dd>
                <dd class="quiet">${t("estimate.validity.text")}</dd>
              </div>
            </dl>
            <p class="small-print">${t("estimate.text")}</p>`
        : html`<p class="quiet">${t(page.report.stages.some((stage) => stage.certifiable) ? "estimate.none" : "verdict.not-certifiable")}</p>`
    }
  </section>`;
}
