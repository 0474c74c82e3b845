// The foot of each printed sheet, where the browser lets a page fill it: whose, by what, of when.
import type { Page } from "../page.js";
import { date, today } from "../text/format.js";

/** What is typed may be of any length, the foot is one line. */
const LONGEST = 60;
let sheet: CSSStyleSheet | undefined;

export function paperFoot(page: Page, owner: Document): void {
  const short = (text = ""): string => {
    const signs = [...text];
    return signs.length > LONGEST ? `${signs.slice(0, LONGEST - 1).join("")}…` : text;
  };
  const parts = [
    short(page.ui.choice.get("report.classification")),
    short(page.file.organisation?.name),
    page.questions.catalog.name,
    page.report.method,
    date(today()),
  ];
  // In a string of CSS these would end it, or begin an escape.
  const text = parts
    .filter(Boolean)
    .join(" · ")
    .replace(/["\\\p{Cc}]/gu, (sign) => `\\${sign.codePointAt(0)?.toString(16)} `);
  sheet ??= new CSSStyleSheet();
  sheet.replaceSync(`@page { @bottom-left { content: "${text}" } }`);
  if (!owner.adoptedStyleSheets.includes(sheet)) owner.adoptedStyleSheets.push(sheet);
}
