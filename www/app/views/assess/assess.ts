// The questions. The quick scan of 2022 is there at once, all else comes behind it.
import { html, type TemplateResult } from "lit";
import { asked } from "../../components/asked.js";
import { sectionAsked } from "../../components/sections.js";
import type { Page } from "../../page.js";
import { tt } from "../../text/messages.js";
import { quick } from "./quick.js";

export function assess(page: Page): TemplateResult {
  const section = sectionAsked(page);
  const isScan = section?.id.startsWith("quick-");
  // A question is not shown before its words have come.
  const waits = section && asked(page, section.items[0] ?? "", new Map())?.statement === "";
  if (!waits && section && isScan) return quick(page, section);
  return (
    (!waits && page.deferred.full?.(page, section)) ||
    html`<h1 id="title" tabindex="-1" aria-busy="true">${tt("nav.assess")}</h1>`
  );
}
