// Files dropped anywhere on the page, and cells pasted into the view of sheets.
import type { Page } from "../../page.js";
import { tt } from "../../text/messages.js";

export const CELLS = "import-cells";

/** Text is read as a file would be: what it is, is told by its content. */
export const take = (page: Page, text: string): void =>
  void page.openFile(new File([text], tt("import.pasted"), { type: "text/plain" }));

export function given(page: Page, event: Event): void {
  // A field of its own has taken it.
  if (event.defaultPrevented) return;
  if (event.type === "paste") return pasted(page, event as ClipboardEvent);
  const { dataTransfer } = event as DragEvent;
  if (!dataTransfer?.types.includes("Files")) return;
  // Otherwise the browser would leave the page for the file, also while a dialog is open.
  event.preventDefault();
  if (event.type !== "drop" || page.ui.dialog) return;
  const [file, more] = dataTransfer.files;
  if (more && file) page.notice({ id: "one-file", tone: "info", text: tt("import.one-file", { name: file.name }) });
  if (file) void page.openFile(file);
}

function pasted(page: Page, event: ClipboardEvent): void {
  const [on] = event.composedPath() as HTMLInputElement[];
  const data = event.clipboardData;
  if (page.route.view !== "import" || page.readonly || page.ui.dialog || !on || !data) return;
  const inCells = on.id === CELLS;
  if (!inCells && (on.localName === "textarea" || (on.localName === "input" && /text|search/.test(on.type)))) return;
  const [file] = data.files;
  const markup = data.getData("text/html");
  const text = data.getData("text/plain");
  if (/<table[\s>]/i.test(markup)) take(page, markup);
  else if (!inCells && /[\t\n]/.test(text)) take(page, text);
  else if (file && text === "") void page.openFile(file);
  else return;
  event.preventDefault();
}
