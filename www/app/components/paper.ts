import type { Page } from "../page.js";

let whole = false;
const pages = new Set<Page>();

/** Whether this is drawn for paper, where what is folded belongs too. */
export function onPaper(page: Page): boolean {
  const first = pages.size === 0;
  pages.add(page);
  if (first) {
    addEventListener("beforeprint", draw(true));
    addEventListener("afterprint", draw(false));
  }
  return whole;
}

const draw = (all: boolean) => (): void => {
  whole = all;
  for (const one of pages) one.refresh();
  // Firefox lays out as soon as this returns, before an update that waits for its turn.
  for (const element of document.querySelectorAll("iso27001-readiness")) {
    (element as unknown as Partial<{ performUpdate(): void }>).performUpdate?.();
  }
};

/** Called by script, printing lays out before anything else is drawn: so drawn first. */
export async function toPaper(page: Page): Promise<void> {
  whole = true;
  page.refresh();
  await new Promise((drawn) => setTimeout(drawn));
  (page.host?.print ?? print)();
  whole = false;
  page.refresh();
}
