import { html, nothing, type TemplateResult } from "lit";
import { clauseOf } from "../../model/question_pages.js";
import { field } from "../../components/field.js";
import type { Deferred, Page } from "../../page.js";
import { link } from "../../router.js";
import { t } from "../../text/messages.js";
import { requirementLink } from "../../text/labels.js";

type Texts = NonNullable<Deferred["learn"]>;
/** Topics of their own shape, beside those in the texts. */
const CLAUSES = "clauses";
const GLOSSARY = "glossary";
/** Results of each kind that are shown before "more". */
const SHOWN = 8;
const WORDS = "learn.words";
/** Where the words were typed. */
const PLACE = "learn.place";

export function learn(page: Page): TemplateResult {
  const texts = page.deferred.learn;
  if (!texts) return html`<h1 id="title" tabindex="-1">${t("nav.learn")}</h1>`;
  const wanted = page.route.rest[0] ?? texts.topics[0]?.id ?? "";
  const entries = [
    ...texts.topics.map((topic) => ({ id: topic.id, title: topic.title })),
    { id: GLOSSARY, title: t("learn.glossary") },
  ];
  // The clauses follow the topic on structure, as the standard does.
  entries.splice(2, 0, { id: CLAUSES, title: t("learn.clauses") });
  const at = Math.max(
    0,
    entries.findIndex((entry) => entry.id === wanted),
  );
  const current = entries[at];
  const next = entries[at + 1];
  const words = page.ui.choice.get(WORDS) ?? "";
  // Another place was asked for since: that is what is shown.
  const finding = words.trim().length > 1 && page.ui.choice.get(PLACE) === page.route.rest.join("/");
  const list = html`<ul>
    ${entries.map(
      (entry) => html`<li>
        <a href=${link("learn", entry.id)} aria-current=${!finding && entry.id === current?.id ? "page" : nothing} @click=${() => clear(page)}
          ><span class="label">${entry.title}</span></a
        >
      </li>`,
    )}
  </ul>`;
  return html`<div class="split">
    <div class="side">
      <form role="search" @submit=${(event: Event) => event.preventDefault()}>
        ${field(page, {
          id: "learn-words",
          label: t("learn.search"),
          kind: "search",
          value: finding ? words : "",
          instant: true,
          commit: (text) => search(page, texts, text),
        })}
      </form>
      <nav class="sections" aria-label=${t("learn.topics")}>
        <details class="narrow"><summary>${t("learn.topics")}</summary>${list}</details>
        <div class="broad">${list}</div>
      </nav>
    </div>
    ${
      finding
        ? results(page, texts, words)
        : html`<article class="content learn">
            <h1 id="title" tabindex="-1">${current?.title}</h1>
            ${current?.id === CLAUSES ? clauses(page, texts) : current?.id === GLOSSARY ? glossary(page, texts) : topic(page, texts, current?.id)}
            ${next ? html`<p class="push"><a class="button" href=${link("learn", next.id)}>${t("learn.next", { title: next.title })}</a></p>` : nothing}
          </article>`
    }
  </div>`;
}

function clear(page: Page): void {
  page.ui.choice.delete(WORDS);
  page.refresh();
}

function search(page: Page, texts: Texts, words: string): void {
  page.ui.choice.set(WORDS, words);
  page.ui.choice.set(PLACE, page.route.rest.join("/"));
  for (const kind of KINDS) page.ui.shown.delete(`learn.${kind}`);
  page.refresh();
  // Drawn at once, said when the typing pauses.
  page.later("learn-found", () => {
    if (words.trim().length > 1) page.announce(t("learn.found", { n: hits(page, texts, words).length }));
  });
}

const KINDS = ["topics", "terms", "questions", "documents"] as const;
interface Hit {
  kind: (typeof KINDS)[number];
  title: TemplateResult | string;
  /** What the words were found in beside the title. */
  text: string;
  href: string;
  rank: number;
}

/** Everything with all the words in it; the more of them in its title, the further up. */
function hits(page: Page, texts: Texts, words: string): Hit[] {
  const wanted = words.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const found: Hit[] = [];
  const look = (kind: Hit["kind"], name: string, passages: string[], href: string, title?: TemplateResult): void => {
    const all = [name, ...passages].join("\n").toLocaleLowerCase();
    if (!wanted.every((word) => all.includes(word))) return;
    const count = (text: string): number => wanted.filter((word) => text.toLocaleLowerCase().includes(word)).length;
    const text = passages.reduce((best, one) => (count(one) > count(best) ? one : best), passages[0] ?? "");
    found.push({ kind, title: title ?? name, text, href, rank: wanted.length - count(name) });
  };
  for (const topic of texts.topics) {
    const lines = topic.lists.flatMap((list) => [list.title, ...list.items]).filter((line) => line !== "");
    look("topics", topic.title, [...topic.paragraphs, ...lines], link("learn", topic.id));
  }
  const clauseWords: Record<string, string> = texts.clauses;
  for (const clause of page.questions.catalog.clauses.filter((one) => one.parent === null)) {
    look("topics", `${clause.id} ${clause.title}`, [clauseWords[clause.id] ?? ""], link("learn", CLAUSES, clause.id));
  }
  for (const { id, term, meaning } of texts.glossary) look("terms", term, [meaning], link("learn", GLOSSARY, id));
  for (const one of page.questions.requirements.values()) {
    look(
      "questions",
      `${one.id} ${one.title}`,
      [one.statement, one.guidance, ...one.evidence, one.sampling, one.commonFinding, one.nextStep],
      requirementLink(page.questions, one.id),
      html`<span class="ref">${one.id}</span> ${one.title}`,
    );
  }
  for (const one of page.questions.documents.values()) {
    look(
      "documents",
      one.name,
      [one.holds, one.checkedFirst, one.changedIn2022].filter(Boolean),
      link("documents", one.key),
    );
  }
  // Stable, so that equals stay in the order of the standard.
  return found.sort((one, other) => one.rank - other.rank);
}

function results(page: Page, texts: Texts, words: string): TemplateResult {
  const all = hits(page, texts, words);
  const marked = marker(words);
  return html`<div class="content learn">
    <h1 id="title" tabindex="-1">${t("learn.results")}</h1>
    <p class="quiet">${t("learn.found", { n: all.length })}</p>
    ${KINDS.map((kind) => {
      const list = all.filter((one) => one.kind === kind);
      if (list.length === 0) return nothing;
      const shown = page.ui.shown.get(`learn.${kind}`) ?? SHOWN;
      return html`<section aria-labelledby="found-${kind}">
        <h2 id="found-${kind}">${t(`learn.kind.${kind}`)} <span class="count">${list.length}</span></h2>
        <ul class="plain-list found">
          ${list.slice(0, shown).map(
            (one) => html`<li>
              <a href=${one.href} @click=${() => clear(page)}>${one.title}</a>
              <p>${marked(one.text)}</p>
            </li>`,
          )}
        </ul>
        ${
          list.length > shown
            ? html`<button
                type="button"
                class="plain small"
                @click=${() => {
                  page.ui.shown.set(`learn.${kind}`, list.length);
                  page.refresh();
                }}
              >
                ${t("more.n", { n: list.length - shown })}
              </button>`
            : nothing
        }
      </section>`;
    })}
  </div>`;
}

/** The words marked where they stand in a passage. */
function marker(words: string): (text: string) => TemplateResult {
  const escaped = words
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const pattern = new RegExp(`(${escaped.join("|")})`, "gi");
  // Split by a group, every second part is what matched.
  return (text) =>
    html`${text.split(pattern).map((part, index) => (index % 2 === 1 ? html`<mark>${part}</mark>` : part))}`;
}

/** "Term: what it is" with the term set off. */
function item(text: string): TemplateResult {
  const colon = text.indexOf(": ");
  return colon > 0 && colon < 60
    ? html`<li><b>${text.slice(0, colon)}</b>${text.slice(colon)}</li>`
    : html`<li>${text}</li>`;
}

function topic(page: Page, texts: Texts, id: string | undefined): TemplateResult {
  const one = texts.topics.find((candidate) => candidate.id === id);
  if (!one) return html``;
  return html`${one.paragraphs.map((paragraph) => html`<p>${paragraph}</p>`)}
  ${one.lists.map(
    (list) => html`${list.title ? html`<h2>${list.title}</h2>` : nothing}
      <ul>
        ${list.items.map(item)}
      </ul>`,
  )}
  ${"links" in one ? one.links.map(({ text, route }) => html`<p><a href=${route}>${text}</a></p>`) : nothing}
  ${id === "editions" && !page.host?.fixed ? html`<p><a href=${link("compare", "carry-over")}>${t("learn.carry")}</a></p>` : nothing}`;
}

function clauses(page: Page, texts: Texts): TemplateResult {
  const { catalog, full } = page.questions;
  const top = catalog.clauses.filter((clause) => clause.parent === null);
  const groups: Record<string, string> = texts.groups[catalog.edition];
  const words: Record<string, string> = texts.clauses;
  const first = (group: string): string | undefined => full.find((section) => section.group === group)?.id;
  return html`<p>${t("learn.clauses.text", { name: catalog.name })}</p>
    <dl class="entries">
      ${top.map((clause) => {
        const leaves = catalog.clauses.filter((one) => one.requirement && clauseOf(one.id) === clause.id);
        return html`<dt id="term-${clause.id}" tabindex="-1">
            <span class="ref">${clause.id}</span> ${clause.title}
          </dt>
          <dd>
            <p>${words[clause.id]}</p>
            ${
              leaves.length > 0
                ? html`<p class="quiet">
                    ${leaves.map((leaf) => html`<span class="entry"><span class="ref">${leaf.id}</span> ${leaf.title}</span> `)}
                    <a href=${link("assess", clause.id)}>${t("learn.questions", { n: leaves.length })}</a>
                  </p>`
                : nothing
            }
          </dd>`;
      })}
    </dl>
    <h2>${t("part.controls")}</h2>
    <dl class="entries">
      ${catalog.groups.map(
        (group) => html`<dt><span class="ref">${group.id}</span> ${group.title}</dt>
          <dd>
            <p>${groups[group.id]} <a href=${link("assess", first(group.id) ?? "")}>${t("learn.questions", { n: catalog.controls.filter((control) => control.group === group.id).length })}</a></p>
          </dd>`,
      )}
    </dl>`;
}

/** With the way back to the question that a term was met in. */
function glossary(page: Page, texts: Texts): TemplateResult {
  const [, term, question = ""] = page.route.rest;
  const { areas, requirements, quick } = page.questions;
  const key = question.replace("%3A", ":");
  const area = areas.get(key.replace("area:", ""));
  const met = requirements.get(key);
  const section = quick.find((one) => one.items.includes(key));
  const back = met
    ? { name: `${met.id} ${met.title}`, href: requirementLink(page.questions, met.id) }
    : area && section
      ? { name: area.title, href: `${link("assess", section.id)}/${key}` }
      : null;
  return html`<dl class="entries">
    ${texts.glossary.map(
      (
        entry,
      ) => html`<dt id="term-${entry.id}" tabindex="-1" data-asked=${entry.id === term ? "" : nothing}>${entry.term}</dt>
        <dd>
          ${entry.meaning}
          ${back && entry.id === term ? html`<p><a href=${back.href}>${t("learn.back", { name: back.name })}</a></p>` : nothing}
        </dd>`,
    )}
  </dl>`;
}
