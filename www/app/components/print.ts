import type { Page } from "../page.js";

/** Prints. Called by script, printing lays out before anything else is drawn: so drawn first. */
export async function toPaper(page: Page): Promise<void> {
  page.paper = true;
  page.refresh();
  await new Promise((drawn) => setTimeout(drawn));
  (page.host?.print ?? print)();
  page.paper = false;
  page.refresh();
}
