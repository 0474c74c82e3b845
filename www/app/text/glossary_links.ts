// Terms of the glossary inside a question's text.
import { html, type TemplateResult } from "lit";
import type { Page } from "../page.js";
import { link } from "../router.js";

interface Entry {
  id: string;
  match: string[];
}
interface Lexicon {
  of: readonly Entry[];
  pattern: RegExp;
  ids: Map<string, string>;
}
let lexicon: Lexicon | null = null;

/** One pattern for all words of the glossary, the longest first so that "risk owner" is not taken for "risk". */
function open(entries: readonly Entry[]): Lexicon {
  if (lexicon?.of === entries) return lexicon;
  const ids = new Map(entries.flatMap((entry) => entry.match.map((word) => [word.toLowerCase(), entry.id] as const)));
  const words = [...ids.keys()].sort((one, other) => other.length - one.length);
  const escaped = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  lexicon = {
    of: entries,
    ids,
    pattern: new RegExp(`(?<![\\p{L}\\p{N}_])(?:${escaped.join("|")})(?![\\p{L}\\p{N}_])`, "giu"),
  };
  return lexicon;
}

/** A question's text in which each term, where it first occurs, leads to the glossary, and from there back. */
export function terms(page: Page, text: string, question: string): TemplateResult {
  const entries = page.deferred.learn?.glossary;
  if (!entries || page.host?.hides("learn")) return html`${text}`;
  const { pattern, ids } = open(entries);
  const seen = new Set<string>();
  const parts: unknown[] = [];
  let from = 0;
  for (const found of text.matchAll(pattern)) {
    const id = ids.get(found[0].toLowerCase());
    if (id === undefined || seen.has(id)) continue;
    seen.add(id);
    parts.push(
      text.slice(from, found.index),
      html`<a class="term" href=${link("learn", "glossary", id, question)}>${found[0]}</a>`,
    );
    from = found.index + found[0].length;
  }
  return html`${parts}${text.slice(from)}`;
}
