// What is not taken, with its place and reason, and what else is to be known.
import { html, nothing, type TemplateResult } from "lit";
import { unfold } from "../../components/unfold.js";
import type { Page } from "../../page.js";
import { listed } from "../../text/format.js";
import { userText } from "../../text/labels.js";
import { tt } from "../../text/messages.js";
import type { Held } from "./held.js";

const SHOWN = 25;

/** "Statement, row 12, column C: …", with those parts of the place that are known. */
function placed({ sheet, row, column }: { sheet: string; row: number; column?: string }, value: string): string {
  const parts = [
    sheet,
    row > 0 ? tt("import.row", { row: String(row) }) : "",
    column ? tt("import.column.at", { column }) : "",
  ].filter(Boolean);
  return parts.length === 0 ? value : tt("named", { name: listed(parts), value });
}

function section(page: Page, name: string, lines: string[]): TemplateResult | typeof nothing {
  if (lines.length === 0) return nothing;
  const items = lines.map((text, at) => ({ text, at }));
  const id = ({ at }: { at: number }): string => `import-${name}-${at}`;
  const { shown, more } = unfold(page, { name: `import.${name}`, list: items, step: SHOWN, focus: id });
  return html`<section aria-labelledby="import-${name}-title">
    <h2 id="import-${name}-title">${tt(`import.${name}`)}</h2>
    <ul class="left-out">
      ${shown.map((one) => html`<li id=${id(one)} tabindex="-1">${userText(one.text)}</li>`)}
    </ul>
    ${more}
  </section>`;
}

export function refusals(page: Page, held: Held): TemplateResult | typeof nothing {
  const { refused = [], notices: said = [] } = held.proposal ?? {};
  const rest = said.find(({ kind }) => kind === "more-refused");
  return section(page, "refusals", [
    ...refused.map(({ source, reason, value }) => placed(source, tt(`import.reason.${reason}`, { value }))),
    ...(rest ? [tt("import.notice.more-refused", { value: rest.value })] : []),
  ]);
}

export function notices(page: Page, held: Held): TemplateResult | typeof nothing {
  const { notices: said = [], sheets = [] } = held.proposal ?? {};
  const columns = sheets
    .filter(({ unread }) => unread.length > 0)
    .map(({ name, unread }) =>
      placed({ sheet: name, row: 0 }, tt("import.notice.columns-unread", { value: listed(unread), n: unread.length })),
    );
  return section(page, "notices", [
    ...said
      .filter(({ kind }) => kind !== "more-refused")
      .map(({ kind, sheet, value }) =>
        placed({ sheet, row: 0 }, tt(`import.notice.${kind === "date-order" ? value : kind}`, { value })),
      ),
    ...columns,
    ...(held.read?.notices ?? [])
      .filter(({ kind }) => kind !== "encoding")
      .map(({ kind, sheet, row, value }) => placed({ sheet, row }, tt(`import.notice.${kind}`, { value }))),
  ]);
}
