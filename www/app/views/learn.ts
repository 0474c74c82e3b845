import type { TemplateResult } from "lit";
import { clauseOf, html, link, nothing, t } from "../kit.js";
import type { Late } from "../late.js";
import type { Page } from "../page.js";

type Texts = NonNullable<Late["learn"]>;
/** Topics of their own shape, beside those in the texts. */
const CLAUSES = "clauses";
const GLOSSARY = "glossary";

export function learn(page: Page): TemplateResult {
  const texts = page.late.learn;
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
  const list = html`<ul>
    ${entries.map(
      (entry) => html`<li>
        <a href=${link("learn", entry.id)} aria-current=${entry.id === current?.id ? "page" : nothing}
          ><span class="label">${entry.title}</span></a
        >
      </li>`,
    )}
  </ul>`;
  return html`<div class="split">
    <div class="side">
      <nav class="sections" aria-label=${t("learn.topics")}>
        <details class="narrow"><summary>${t("learn.topics")}</summary>${list}</details>
        <div class="broad">${list}</div>
      </nav>
    </div>
    <article class="content learn">
      <h1 id="title" tabindex="-1">${current?.title}</h1>
      ${current?.id === CLAUSES ? clauses(page, texts) : current?.id === GLOSSARY ? glossary(texts) : topic(texts, current?.id)}
      ${next ? html`<p class="push"><a class="button" href=${link("learn", next.id)}>${t("learn.next", { title: next.title })}</a></p>` : nothing}
    </article>
  </div>`;
}

/** "Term: what it is" with the term set off. */
function item(text: string): TemplateResult {
  const colon = text.indexOf(": ");
  return colon > 0 && colon < 60
    ? html`<li><b>${text.slice(0, colon)}</b>: ${text.slice(colon + 2)}</li>`
    : html`<li>${text}</li>`;
}

function topic(texts: Texts, id: string | undefined): TemplateResult {
  const one = texts.topics.find((candidate) => candidate.id === id);
  if (!one) return html``;
  return html`${one.paragraphs.map((paragraph) => html`<p>${paragraph}</p>`)}
  ${one.lists.map(
    (list) => html`${list.title ? html`<h2>${list.title}</h2>` : nothing}
      <ul>
        ${list.items.map(item)}
      </ul>`,
  )}
  ${"links" in one ? one.links.map(({ text, route }) => html`<p><a href=${route}>${text}</a></p>`) : nothing}`;
}

function clauses(page: Page, texts: Texts): TemplateResult {
  const { catalog, full } = page.book;
  const top = catalog.clauses.filter((clause) => clause.parent === null);
  const groups: Record<string, string> = texts.groups[catalog.edition];
  const words: Record<string, string> = texts.clauses;
  const first = (group: string): string | undefined => full.find((section) => section.group === group)?.id;
  return html`<p>${t("learn.clauses.text", { name: catalog.name })}</p>
    <dl class="entries">
      ${top.map((clause) => {
        const leaves = catalog.clauses.filter((one) => one.requirement && clauseOf(one.id) === clause.id);
        return html`<dt id="clause-${clause.id}">
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

const glossary = (texts: Texts): TemplateResult => html`<dl class="entries">
  ${texts.glossary.map((entry) => html`<dt>${entry.term}</dt><dd>${entry.meaning}</dd>`)}
</dl>`;
