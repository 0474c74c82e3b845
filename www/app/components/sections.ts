// Which page of questions an address means, and the progress of each.
import type { Section } from "../model/question_pages.js";
import type { RequirementReport } from "../model/wasm.js";
import type { Page } from "../page.js";
import { link } from "../router.js";

export interface Progress {
  done: number;
  provisional: number;
  of: number;
}

export function progressOf(page: Page, section: Section, standing: Map<string, RequirementReport>): Progress {
  const progress = { done: 0, provisional: 0, of: section.items.length };
  for (const item of section.items) {
    if (item.startsWith("area:")) {
      if (page.file.areas?.[item.slice(5)]?.answer !== undefined) progress.done += 1;
      continue;
    }
    const state = standing.get(item);
    if (state?.provisional) progress.provisional += 1;
    else if (state && state.answer !== null) progress.done += 1;
  }
  return progress;
}

/** Questions of the quick scan that have an answer, and all of them. */
export function scanned(page: Page): { n: number; of: number } {
  const items = page.questions.quick.flatMap((section) => section.items);
  return {
    n: items.filter((item) => page.file.areas?.[item.slice(5)]?.answer !== undefined).length,
    of: items.length,
  };
}

/** The page asked for, else the first one with something unanswered; null where the filter's finds are asked for. */
export function sectionAsked(page: Page): Section | null {
  const wanted = page.route.rest[0];
  if (wanted === "find") return null;
  const { quick, full } = page.questions;
  // A theme or group by its own id leads to its first page.
  const named =
    [...quick, ...full].find((section) => section.id === wanted) ??
    full.find((section) => section.group === wanted && wanted);
  if (named) return named;
  const standing = new Map(page.report.requirements.map((one) => [one.id, one]));
  const unanswered = (list: Section[]): Section | undefined =>
    list.find((section) => progressOf(page, section, standing).done < section.items.length);
  const scanning = wanted?.startsWith("quick-") || Object.keys(page.file.requirements ?? {}).length === 0;
  return (scanning && unanswered(quick)) || unanswered(full) || (full[0] ?? quick[0] ?? null);
}

/** Where an address of the questions leads that names no page: an answer must not turn the page. */
export function exactAddress(page: Page): string | null {
  if (page.route.view !== "assess") return null;
  const section = sectionAsked(page);
  return section === null || section.id === page.route.rest[0] || section.group === page.route.rest[0]
    ? null
    : link("assess", section.id);
}
