import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { repeat } from "lit/directives/repeat.js";
import { fileDrop } from "../../components/file_drop.js";
import { field } from "../../components/field.js";
import { fold } from "../../components/fold.js";
import { bar } from "../../components/interval.js";
import { line } from "../../components/line.js";
import { table } from "../../components/table.js";
import { unfold } from "../../components/unfold.js";
import type { Compared, Level, RequirementReport, Resolution } from "../../model/wasm.js";
import { date, overallRange, range } from "../../text/format.js";
import type { Page } from "../../page.js";
import type { OtherFile } from "../../ui_state.js";
import { link } from "../../router.js";
import { t, tt } from "../../text/messages.js";
import { answerText, dom, requirementLink, saidBy, userText } from "../../text/labels.js";
import { carryOver } from "./carry_over.js";

const CLASHES = 30;
const CARRY = "carry-over";

export function compare(page: Page): TemplateResult {
  if (page.route.rest[0] === CARRY) return carryOver(page);
  return html`<div class="head">
      <h1 id="title" tabindex="-1">${t("nav.compare")}</h1>
      <p class="measure-text">${t("compare.text")}</p>
    </div>
    ${snapshots(page)} ${against(page)} ${joined(page)}
    ${page.host?.fixed ? nothing : carrying(page)}`;
}

const carrying = (page: Page): TemplateResult =>
  html`<section class="card" aria-labelledby="carry-title">
      <h2 id="carry-title">${t("carry.other")}</h2>
      <p class="measure-text">${t("carry.text")}</p>
      <p>
        <a class="button" href=${link("compare", CARRY)}
          >${page.ui.carried?.to === page.store.edition ? t("carry.again") : t("carry.open", { edition: page.store.edition === "2022" ? "2013" : "2022" })}</a
        >
      </p>
    </section>`;

/** Shown at first. */
const SNAPSHOTS = 25;

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
  const last = kept.at(-1);
  const remove = (index: number): string => `snapshot-remove-${index}`;
  const { shown, more } = unfold(page, {
    name: "snapshots",
    list: kept.map((one, index) => ({ one, index })),
    step: SNAPSHOTS,
    focus: ({ index }) => remove(index),
    // The last before now is what now is compared with.
    always: ({ index }) => index === kept.length - 1,
  });
  return html`<section aria-labelledby="snapshots-title">
    <h2 id="snapshots-title">${t("compare.snapshots")}</h2>
    ${kept.length > 0 ? line([...kept, { at: new Date().toISOString(), overall: now }]) : nothing}
    ${
      page.readonly
        ? nothing
        : html`<div class="search">
            ${field(page, { id, label: t("compare.label"), hint: t("compare.label.hint"), value: "" })}
            <button type="button" @click=${take}>${t("compare.take")}</button>
          </div>`
    }
    ${last ? html`<p>${t("compare.since", { when: date(last.at, true), then: range(last.overall), now: overallRange(page.report) })}</p>` : nothing}
    ${table(
      t("compare.caption"),
      [
        { label: t("compare.when") },
        { label: t("compare.label") },
        { label: t("explain.score"), figures: true },
        { label: t("result.bar") },
        { label: t("compare.remove"), bare: true },
      ],
      [
        ...shown.map(({ one, index }) => ({
          head: date(one.at, true),
          cells: [
            userText(one.label),
            range(one.overall),
            bar(one.overall),
            html`<button
              type="button"
              class="plain small"
              id=${remove(index)}
              ?disabled=${page.readonly}
              @click=${() => page.change(t("change.snapshot.removed"), "", (assessment) => assessment.removeSnapshot(index))}
            >
              ${t("evidence.remove")}<span class="hidden"> ${date(one.at, true)}</span>
            </button>`,
          ],
        })),
        { head: t("compare.now"), cells: ["", overallRange(page.report), bar(now), ""] },
      ],
    )}
    ${more}
  </section>`;
}

function against(page: Page): TemplateResult {
  const { other } = page.ui;
  return html`<section aria-labelledby="other-title">
    <h2 id="other-title" tabindex="-1">${t("compare.other")}</h2>
    <p class="measure-text">${t("compare.other.text")}</p>
    ${fileDrop({ id: "other-file", label: t("compare.file"), take: (file) => void page.compareFile(file) })}
    ${other && other.file.edition === page.store.edition ? settle(page, other) : nothing}
  </section>`;
}

const known = new WeakMap<OtherFile, { text: string; rows: Compared[] }>();
function rowsOf(page: Page, other: OtherFile): Compared[] {
  const { text } = page.store;
  let found = known.get(other);
  if (found?.text !== text) {
    found = { text, rows: page.store.try((copy) => copy.compare(other.text)) };
    known.set(other, found);
  }
  return found.rows;
}

/** Both say something, and not the same: whose counts has to be settled. Notes alone are joined. */
const isClash = (row: Compared): boolean => row.here !== "" && row.there !== "" && row.here !== row.there;
/** Names and numbers of the organisation have no lower one. */
const hasLower = (row: Compared): boolean => !row.id.startsWith("organisation.");

/** A requirement by its id, everything else by its name. */
function shortName({ questions }: Page, id: string): string {
  if (questions.requirements.has(id)) return id;
  const [kind, key = ""] = id.split(":");
  if (kind === "area") return t("named", { name: t("mode.quick"), value: questions.areas.get(key)?.title ?? key });
  return questions.documents.get(key)?.name ?? tt(`about.${id.split(".").at(-1)}`);
}

function nameOf(page: Page, id: string): TemplateResult {
  const { questions } = page;
  const [name, title] = [shortName(page, id), questions.requirements.get(id)?.title];
  if (title !== undefined)
    return html`<a href=${requirementLink(questions, id)}><span class="ref">${id}</span> ${title}</a>`;
  const [kind, key = ""] = id.split(":");
  return kind === "document" ? html`<a href=${link("documents", key)}>${name}</a>` : html`${name}`;
}

function said(page: Page, id: string, word: string): TemplateResult {
  if (id.startsWith("document:")) return html`${tt(`status.${word || "none"}`)}`;
  if (id.startsWith("organisation.")) return userText(word);
  const answer = word === "" ? null : /^\d$/.test(word) ? (Number(word) as Level) : word;
  return html`${answerText(page.questions.catalog, answer as RequirementReport["answer"])}`;
}

function settle(page: Page, other: OtherFile): TemplateResult {
  const rows = rowsOf(page, other);
  const clashes = rows.filter(isClash);
  const of = (likeness: Compared["likeness"]): Compared[] =>
    rows.filter((row) => row.likeness === likeness && !isClash(row));
  const [same, here, there, details] = [of("same"), of("only-here"), of("only-there"), of("differs")];
  const open = clashes.filter((row) => !other.settled.has(row.id));
  const lower = open.filter(hasLower);
  const choices = Object.fromEntries(other.settled);
  const then = page.store.try((copy) => {
    copy.merge(other.text, choices);
    return copy.summary().overall;
  });
  const merge = (): void => {
    const first = open[0];
    if (first) {
      const at = clashes.indexOf(first);
      if (at >= (page.ui.shown.get("clashes") ?? CLASHES)) page.ui.shown.set("clashes", at + CLASHES);
      return page.problems(t("problems.heading"), [
        { message: t("compare.unsettled", { n: open.length }), field: `settle-${dom(first.id)}-here` },
      ]);
    }
    const n = there.length + details.length + clashes.length;
    if (!page.change(t("change.merge"), "", (assessment) => assessment.merge(other.text, choices))) return;
    page.ui.other = null;
    page.notice({ id: "merged", tone: "success", text: t("compare.merged", { n }) });
    page.focusOn("other-title");
  };
  const nameless = !page.file.assessor || !other.file.assessor;
  return html`<dl class="facts sides">
      <div>
        <dt>${t("compare.mine")}</dt>
        <dd class="figure">${overallRange(page.report)}</dd>
        <dd class="quiet">${page.file.assessor ? userText(page.file.assessor) : t("compare.unnamed")}</dd>
      </div>
      <div>
        <dt>${t("compare.theirs")}</dt>
        <dd class="figure">${range(other.overall)}</dd>
        <dd class="quiet">${userText(other.file.assessor || other.name)}</dd>
      </div>
      <div>
        <dt>${t("compare.then")}</dt>
        <dd class="figure">${range(then)}</dd>
        <dd class="quiet">${open.length > 0 ? t("compare.then.open") : t("compare.then.settled")}</dd>
      </div>
    </dl>
    <p>${changed(clashes, here.length, there.length)}</p>
    ${nameless ? html`<p class="quiet">${t("compare.nameless")}</p>` : nothing}
    <div class="likenesses">
      ${list(page, "same", same)} ${list(page, "only-here", here)} ${list(page, "only-there", there)} ${list(page, "details", details)}
    </div>
    ${clashes.length === 0 ? html`<p class="empty">${t("compare.none")}</p>` : clashTable(page, other, clashes)}
    <p class="buttons">
      ${
        lower.length > 0
          ? html`<button
              type="button"
              @click=${() => {
                for (const row of lower) other.settled.set(row.id, "lower");
                page.announce(t("compare.lowered", { n: lower.length }));
                page.focusOn("compare-merge");
              }}
            >
              ${t("compare.lower.all", { n: lower.length })}
            </button>`
          : nothing
      }
      <button type="button" id="compare-merge" class="primary" ?disabled=${page.readonly || rows.length === same.length} @click=${merge}>${t("compare.merge")}</button>
      <span class="quiet">${open.length > 0 ? t("compare.unsettled", { n: open.length }) : nothing}</span>
    </p>`;
}

/** What has changed from the other file to this one, in words. */
function changed(clashes: Compared[], gained: number, lost: number): string {
  const [up, down] = (["here", "there"] as const).map((side) => clashes.filter(({ better }) => better === side).length);
  return t("compare.changed", { up: up ?? 0, down: down ?? 0, gained, lost });
}

/** What need not be settled: said in numbers, and in full when unfolded. */
function list(page: Page, what: "same" | "only-here" | "only-there" | "details", rows: Compared[]): TemplateResult {
  const title = tt(`compare.${what}`, { n: rows.length });
  if (rows.length === 0) return html`<p class="quiet">${title}</p>`;
  return fold(
    page,
    `compare/${what}`,
    title,
    () => html`<ul class="plain-list">
      ${rows.map((row) => html`<li>${nameOf(page, row.id)} <span class="quiet">${said(page, row.id, row.here || row.there)}</span></li>`)}
    </ul>`,
  );
}

function clashTable(page: Page, other: OtherFile, clashes: Compared[]): TemplateResult {
  const { shown, more } = unfold(page, {
    name: "clashes",
    list: clashes,
    step: CLASHES,
    focus: (row) => `settle-${dom(row.id)}-here`,
  });
  return html`<table class="table clashes" role="table">
      <caption>${t("compare.clashes", { n: clashes.length })}</caption>
      <thead role="rowgroup">
        <tr role="row">
          ${[t("explain.requirement"), t("compare.mine"), t("compare.theirs"), t("compare.counts")].map((label) => html`<th scope="col" role="columnheader">${label}</th>`)}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${repeat(
          shown,
          (row) => row.id,
          (row) => html`<tr role="row" data-open=${other.settled.has(row.id) ? nothing : ""}>
            <th scope="row" role="rowheader">${nameOf(page, row.id)}</th>
            <td role="cell" data-label=${t("compare.mine")}>${said(page, row.id, row.here)}</td>
            <td role="cell" data-label=${t("compare.theirs")}>${said(page, row.id, row.there)}</td>
            <td role="cell">${choice(page, other, row)}</td>
          </tr>`,
        )}
      </tbody>
    </table>
    ${more}`;
}

function choice(page: Page, other: OtherFile, row: Compared): TemplateResult {
  const id = `settle-${dom(row.id)}`;
  const options: Resolution[] = hasLower(row) ? ["here", "there", "lower"] : ["here", "there"];
  return html`<fieldset class="segments">
    <legend class="hidden">${t("compare.counts.of", { id: shortName(page, row.id) })}</legend>
    ${options.map(
      (option) => html`<label
        ><input
          type="radio"
          name=${id}
          id="${id}-${option}"
          value=${option}
          .checked=${live(other.settled.get(row.id) === option)}
          ?disabled=${page.readonly}
          @change=${() => {
            other.settled.set(row.id, option);
            page.refresh();
          }}
        /><span>${option === "lower" && row.id === "target" ? t("compare.higher") : tt(`compare.settle.${option}`)}</span></label
      >`,
    )}
  </fieldset>`;
}

/** Answers that keep who said what from an earlier merge. */
function joined(page: Page): TemplateResult | typeof nothing {
  const entries = Object.entries(page.file.requirements ?? {}).filter(([, one]) => (one.provenance ?? []).length > 0);
  if (entries.length === 0) return nothing;
  return html`<section aria-labelledby="joined-title">
    <h2 id="joined-title">${t("compare.joined")}</h2>
    ${fold(
      page,
      "compare/joined",
      t("compare.joined.n", { n: entries.length }),
      () => html`<ul class="plain-list">
        ${entries.map(([id, one]) => html`<li>${nameOf(page, id)} <span class="quiet">${(one.provenance ?? []).map((words) => html`${userText(saidBy(page.questions.catalog, words))} `)}</span></li>`)}
      </ul>`,
    )}
  </section>`;
}
