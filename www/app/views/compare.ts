import { html, nothing, type TemplateResult } from "lit";
import { field } from "../components/field.js";
import { bar } from "../components/interval.js";
import { table } from "../components/table.js";
import { date, range } from "../format.js";
import type { Page } from "../page.js";
import { t } from "../text.js";

export function compare(page: Page): TemplateResult {
  return html`<div class="head">
      <h1 id="title" tabindex="-1">${t("nav.compare")}</h1>
      <p class="measure-text">${t("compare.text")}</p>
    </div>
    ${snapshots(page)}`;
}

function snapshots(page: Page): TemplateResult {
  const kept = page.file.snapshots ?? [];
  const id = "snapshot-label";
  const take = (): void => {
    const label = (page.ui.typed.get(id) ?? "").trim();
    if (page.change(t("change.snapshot"), "", (assessment) => assessment.snapshot(label), id)) {
      page.ui.typed.delete(id);
      page.announce(t("compare.taken"));
    }
  };
  const now = page.report.overall;
  return html`<section aria-labelledby="snapshots-title">
    <h2 id="snapshots-title">${t("compare.snapshots")}</h2>
    ${
      page.readonly
        ? nothing
        : html`<div class="search">
            ${field(page, { id, label: t("compare.label"), hint: t("compare.label.hint"), value: "" })}
            <button type="button" @click=${take}>${t("compare.take")}</button>
          </div>`
    }
    ${table(
      t("compare.caption"),
      [
        { label: t("compare.when") },
        { label: t("compare.label") },
        { label: t("explain.score"), figures: true },
        { label: t("result.bar") },
        { label: t("compare.remove") },
      ],
      [
        ...kept.map((one, index) => ({
          head: date(one.at, true),
          cells: [
            html`<bdi>${one.label}</bdi>`,
            range(one.overall),
            bar(one.overall),
            html`<button
              type="button"
              class="plain small"
              ?disabled=${page.readonly}
              @click=${() => page.change(t("change.snapshot.removed"), "", (assessment) => assessment.removeSnapshot(index))}
            >
              ${t("evidence.remove")}<span class="hidden"> ${date(one.at, true)}</span>
            </button>`,
          ],
        })),
        { head: t("compare.now"), cells: ["", range(now), bar(now), ""] },
      ],
    )}
  </section>`;
}
