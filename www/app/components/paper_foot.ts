// The foot of each printed sheet, where the browser lets a page fill it: whose, by what, of when.
import type { Page } from "../page.js";
import { date, today } from "../text/format.js";

/** A name may be of any length, the foot is one line. */
const LONGEST = 60;
let sheet: CSSStyleSheet | undefined;

export function paperFoot(page: Page, owner: Document): void {
  const name = [...(page.file.organisation?.name ?? "")];
  const shown = name.length > LONGEST ? `${name.slice(0, LONGEST - 1).join("")}…` : name.join("");
  const parts = [shown, page.questions.catalog.name, page.report.method, date(today())];
  // In a string of CSS these would end it, or begin an escape.
  const text = parts
    .filter(Boolean)
    .join(" · ")
    .replace(/["\\\p{Cc}]/gu, (sign) => `\\${sign.codePointAt(0)?.toString(16)} `);
  sheet ??= new CSSStyleSheet();
  sheet.replaceSync(`@page { @bottom-left { content: "${text}" } }`);
  if (!owner.adoptedStyleSheets.includes(sheet)) owner.adoptedStyleSheets.push(sheet);
}
