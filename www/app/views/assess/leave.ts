// Going on from a question: not before the reason of an exclusion is written.
import type { Page } from "../../page.js";
import { dom } from "../../text/labels.js";
import { t } from "../../text/messages.js";

/** Records what is still being typed; what then lacks its reason goes to the summary and false comes back. */
export function mayLeave(page: Page, items: string[]): boolean {
  page.flush();
  const missing = items.filter((item) => page.ui.pending.has(item));
  if (missing.length === 0) return true;
  page.problems(
    t("problems.heading"),
    missing.map((item) => ({
      message: t("reason.problem", { id: item.replace("area:", "") }),
      field: `${dom(item)}-reason`,
    })),
  );
  return false;
}
