import type { TemplateResult } from "lit";
import type { Assessment, AssessmentFile, Response } from "../core.js";
import {
  answerText,
  bar,
  date,
  field,
  fileDrop,
  html,
  link,
  nothing,
  range,
  requirementLink,
  t,
  table,
  tt,
  written,
} from "../kit.js";
import type { Other, Page } from "../page.js";

const CLASHES = 30;

export function compare(page: Page): TemplateResult {
  return html`<div class="head">
      <h1 id="title" tabindex="-1">${t("nav.compare")}</h1>
      <p class="measure-text">${t("compare.text")}</p>
    </div>
    ${snapshots(page)} ${against(page)}`;
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
            written(one.label),
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

interface Difference {
  key: string;
  name: TemplateResult;
  mine: string;
  theirs: string;
  /** They answered and we did not: nothing is lost by taking it. */
  gap: boolean;
  take: (assessment: Assessment) => void;
}

/** What another assessor's file says differently. */
function differences(page: Page, other: AssessmentFile): Difference[] {
  const { book, file } = page;
  const found: Difference[] = [];
  const sides = (kind: "requirements" | "areas", id: string, key: string, name: TemplateResult): void => {
    const mine = file[kind]?.[id] ?? {};
    const theirs = other[kind]?.[id] ?? {};
    if (theirs.answer === undefined || (mine.answer === theirs.answer && mine.reason === theirs.reason)) return;
    const words = (one: Response): string =>
      answerText(book.catalog, one.answer ?? null) + (one.reason ? ` (${one.reason})` : "");
    const { answer, reason = "" } = theirs;
    found.push({
      key,
      name,
      mine: words(mine),
      theirs: words(theirs),
      gap: mine.answer === undefined,
      take: (assessment) => {
        if (answer === "not-applicable") assessment.exclude(key, reason);
        else assessment.respond(key, answer);
        // Their remarks fill what is empty here and replace nothing.
        const remarks = (["note", "owner", "due"] as const).filter((part) => theirs[part] && !mine[part]);
        if (remarks.length > 0) {
          assessment.annotate(key, Object.fromEntries(remarks.map((part) => [part, theirs[part]])));
        }
      },
    });
  };
  for (const one of book.requirements.values()) {
    sides(
      "requirements",
      one.id,
      one.id,
      html`<a href=${requirementLink(book, one.id)}><span class="ref">${one.id}</span> ${one.title}</a>`,
    );
  }
  for (const area of book.areas.values())
    sides("areas", area.key, `area:${area.key}`, html`${t("mode.quick")}: ${area.title}`);
  for (const document of book.documents.values()) {
    const mine = file.documents?.[document.key]?.status;
    const theirs = other.documents?.[document.key]?.status;
    if (theirs === undefined || mine === theirs) continue;
    found.push({
      key: `document:${document.key}`,
      name: html`<a href=${link("documents", document.key)}>${document.name}</a>`,
      mine: tt(`status.${mine ?? "none"}`),
      theirs: tt(`status.${theirs}`),
      gap: mine === undefined,
      take: (assessment) => assessment.setDocument(document.key, theirs),
    });
  }
  return found;
}

function against(page: Page): TemplateResult {
  const { other } = page.ui;
  return html`<section aria-labelledby="other-title">
    <h2 id="other-title">${t("compare.other")}</h2>
    <p class="measure-text">${t("compare.other.text")}</p>
    ${fileDrop({ id: "other-file", label: t("compare.file"), take: (file) => void page.compareFile(file) })}
    ${other ? settle(page, other) : nothing}
  </section>`;
}

function settle(page: Page, other: Other): TemplateResult {
  const all = differences(page, other.file).filter((one) => !other.settled.has(one.key));
  const gaps = all.filter((one) => one.gap);
  const clashes = all.filter((one) => !one.gap);
  const shown = page.ui.shown.get("clashes") ?? CLASHES;
  const take = (list: Difference[]): void => {
    const done = page.change(t("change.merge", { n: list.length }), "", (assessment) => {
      for (const one of list) one.take(assessment);
    });
    if (done) page.announce(t("compare.merged", { n: list.length }));
  };
  return html`<p>
      ${written(other.file.assessor || other.name)}: <b class="figure">${range(other.overall)}</b>,
      ${t("compare.here")} <b class="figure">${range(page.report.overall)}</b>
    </p>
    ${all.length === 0 ? html`<p class="empty">${t("compare.none")}</p>` : nothing}
    ${
      gaps.length > 0
        ? html`<p class="buttons">
            <span>${t("compare.gaps", { n: gaps.length })}</span>
            <button type="button" ?disabled=${page.readonly} @click=${() => take(gaps)}>${t("compare.gaps.take", { n: gaps.length })}</button>
          </p>`
        : nothing
    }
    ${
      clashes.length > 0
        ? html`${table(
            t("compare.clashes", { n: clashes.length }),
            [
              { label: t("explain.requirement") },
              { label: t("compare.mine") },
              { label: t("compare.theirs") },
              { label: t("compare.settle") },
            ],
            clashes.slice(0, shown).map((one) => ({
              head: one.name,
              cells: [
                written(one.mine),
                written(one.theirs),
                html`<span class="buttons"
                  ><button
                    type="button"
                    class="small"
                    @click=${() => {
                      other.settled.add(one.key);
                      page.refresh();
                    }}
                  >
                    ${t("compare.keep")}<span class="hidden"> ${one.key}</span>
                  </button>
                  <button type="button" class="small" ?disabled=${page.readonly} @click=${() => take([one])}>
                    ${t("compare.take-theirs")}<span class="hidden"> ${one.key}</span>
                  </button></span
                >`,
              ],
            })),
          )}
          ${
            clashes.length > shown
              ? html`<p>
                  <button
                    type="button"
                    @click=${() => {
                      page.ui.shown.set("clashes", shown + CLASHES);
                      page.refresh();
                    }}
                  >
                    ${t("more.n", { n: clashes.length - shown })}
                  </button>
                </p>`
              : nothing
          }`
        : nothing
    }`;
}
