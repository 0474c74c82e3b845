import { html, nothing, type TemplateResult } from "lit";
import type { Report, ResultEnvelope } from "readiness-core";
import { coverageText } from "../app/components/coverage.js";
import { listed, overallRange } from "../app/text/format.js";
import { tt } from "../app/text/messages.js";
import { userText } from "../app/text/labels.js";
import { missing, verdictOf } from "../app/text/verdict.js";

// Controls and marks that turn the direction of text could make the text say something else than what is sent.
const UNSEEN = /[\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;

/** The very text that is sent: JSON, with unseen characters written as the escapes that mean the same. */
export const verbatim = (value: unknown): string =>
  JSON.stringify(value, null, 1).replace(UNSEEN, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, "0")}`);

/** What the receiver reads as the outcome, each stage with the must-haves that keep it from being ready. */
const verdict = (report: Report): TemplateResult => html`${report.stages.map(({ stage, gates }) => {
  const list = missing(report, stage).filter((gate) => gates.includes(gate));
  return html`<p>${verdictOf(report, stage)}</p>
    ${list.length > 0 ? html`<ul>${list.map(({ title }) => html`<li>${title}</li>`)}</ul>` : nothing}`;
})}
${report.findings.minor > 0 ? html`<p>${tt("verdict.minors", { n: report.findings.minor })}</p>` : nothing}`;

/** What would leave, in a few lines and in full. */
export function review(result: ResultEnvelope, origin: string, text: string): TemplateResult {
  const { assessment, report } = result;
  const responses = [...Object.values(assessment.requirements ?? {}), ...Object.values(assessment.areas ?? {})];
  const documents = Object.values(assessment.documents ?? {});
  const own = Object.values(assessment.requirements ?? {});
  const counted = (test: (one: (typeof own)[number]) => boolean): number => own.filter(test).length;
  const row = (key: string, value: TemplateResult | string | undefined): TemplateResult =>
    html`<dt>${tt(`frame.send.${key}`)}</dt><dd>${value || tt("frame.send.none")}</dd>`;
  const typed = (value: string | undefined): TemplateResult | undefined => (value ? userText(value) : undefined);
  return html`<dl class="sent">
      ${row("to", html`<span class="origin">${origin}</span>`)}
      ${result.binding ? row("request", typed(result.binding.nonce)) : nothing}
      ${row("name", typed(assessment.organisation?.name))}
      ${row("scope", typed(assessment.organisation?.scope))}
      ${row("assessor", typed(assessment.assessor))}
      ${row("edition", `ISO/IEC 27001:${assessment.edition}`)}
      ${row("verdict", verdict(report))}
      ${row("score", overallRange(report))}
      ${row(
        "answers",
        tt("frame.send.answers.counts", {
          own: counted(({ answer }) => typeof answer === "number"),
          unknown: counted(({ answer }) => answer === "unknown"),
          excluded: counted(({ answer }) => answer === "not-applicable"),
          coverage: coverageText(report.coverage),
        }),
      )}
      ${row("areas", tt("frame.send.areas.counts", { n: Object.keys(assessment.areas ?? {}).length }))}
      ${row("documents", tt("frame.send.documents.counts", { n: documents.filter((one) => one.status).length }))}
      ${row(
        "words",
        listed([
          tt("frame.send.notes", { n: [...responses, ...documents].filter((one) => one.note).length }),
          tt("frame.send.reasons", { n: responses.filter((one) => one.reason).length }),
          tt("frame.send.owners", { n: [...responses, ...documents].filter((one) => one.owner).length }),
          tt("frame.send.links", {
            n:
              responses.reduce((sum, one) => sum + (one.evidence ?? []).length, 0) +
              documents.filter((one) => one.href).length,
          }),
        ]),
      )}
    </dl>
    ${origin.startsWith("https:") || /^http:\/\/(localhost|127\.0\.0\.1)(:|$)/.test(origin) ? nothing : html`<p class="error">${tt("frame.plain")}</p>`}
    <label for="frame-text">${tt("frame.send.text")}</label>
    <textarea id="frame-text" rows="8" readonly translate="no" spellcheck="false" .value=${text}></textarea>`;
}
