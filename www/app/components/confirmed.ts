// What people have confirmed: the same report with the levels of the quick scan taken out and its exclusions left in.
import type { Report } from "../model/wasm.js";
import type { Page } from "../page.js";

export function confirmedReport(page: Page): Report {
  if (page.report.coverage.provisional === 0) return page.report;
  return page.store.once("confirmed", () =>
    page.store.try((copy) => {
      for (const [key, { answer }] of Object.entries(page.file.areas ?? {})) {
        if (answer !== "not-applicable") copy.clear(`area:${key}`);
      }
      return copy.report();
    }),
  );
}
