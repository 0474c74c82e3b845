import type { TemplateResult } from "lit";
import type learn from "../messages/learn.en.json";
import type { Page } from "./page.js";
import type { View } from "./router.js";

/** Parts that stand at the end of the page, so that the questions need not wait for them. */
export interface Late {
  /** Guidance, evidence and next steps, for the core. */
  advice?: string;
  /** Taking the results along, and a returned sheet. */
  exports?: {
    list: (page: Page) => TemplateResult;
    take: (
      page: Page,
      names: ("workbook" | "statement" | "gaps" | "plan" | "documents" | "report-html")[],
    ) => TemplateResult;
    returned: (page: Page) => unknown;
    preview: (page: Page) => TemplateResult | null;
  };
  learn?: typeof learn;
  styles?: string;
  /** A question's text with its terms leading to the glossary. */
  terms?: (page: Page, text: string, question: string) => TemplateResult;
  views?: Partial<Record<View, (page: Page) => TemplateResult>>;
}
export const LATE = "readiness-late";

export const arrive = (detail: Late): void => {
  document.querySelector("iso27001-readiness")?.dispatchEvent(new CustomEvent(LATE, { detail }));
};
