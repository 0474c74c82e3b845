import { html, type TemplateResult } from "lit";
import { icon } from "../../components/icon.js";
import type { Page } from "../../page.js";
import { link } from "../../router.js";
import { t } from "../../text/messages.js";

/** The page before there are answers: one tap from the first question. Afterwards, the tasks. */
export function start(page: Page): TemplateResult {
  const { full, quick } = page.questions;
  const { start: behind } = page.deferred;
  if (!page.store.empty)
    return behind?.tasks(page) ?? html`<h1 id="title" tabindex="-1" aria-busy="true">${t("nav.start")}</h1>`;
  return html`<div class="start">
    <div class="lead">
      <h1 id="title" tabindex="-1">${t("start.title")}</h1>
      <p class="intro">${t("start.intro")}</p>
      <p class="privacy">${t("start.privacy")}</p>
    </div>
    <div class="options">
      ${quick.length > 0 ? modeCard("quick", quick[0]?.id, quick.length) : ""}
      ${full.length > 0 ? modeCard("full", full[0]?.id, page.report.coverage.total) : ""}
    </div>
    ${behind?.below(page) ?? html`<div class="awaited"></div>`}
  </div>`;
}

const modeCard = (kind: "quick" | "full", first: string | undefined, n: number): TemplateResult =>
  html`<section class="card door" aria-labelledby="door-${kind}">
    <h2 id="door-${kind}">${t(`start.${kind}`)}</h2>
    <p class="measure">${t(`start.${kind}.measure`, { n })}</p>
    <p>${t(`start.${kind}.text`)}</p>
    <p class="push">
      <a class="button ${kind === "quick" ? "primary" : ""}" href=${link("assess", first ?? "4")}
        >${t(`start.${kind}.open`)}${icon("next")}</a
      >
    </p>
  </section>`;
