// The questions. The quick scan is there at once, the full list comes behind it.
import { html, type TemplateResult } from "lit";
import { sectionAsked } from "../../components/sections.js";
import type { Page } from "../../page.js";
import { tt } from "../../text/messages.js";
import { quick } from "./quick.js";

export function assess(page: Page): TemplateResult {
  const section = sectionAsked(page);
  if (section?.id.startsWith("quick-")) return quick(page, section);
  return (
    page.deferred.full?.(page, section) ?? html`<h1 id="title" tabindex="-1" aria-busy="true">${tt("nav.assess")}</h1>`
  );
}
