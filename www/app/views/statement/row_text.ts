// What the Statement says of a control, on the screen and in the report.
import { html, type TemplateResult } from "lit";
import { outward } from "../../components/question.js";
import type { StatementRow } from "../../model/wasm.js";
import { longList } from "../../text/long_list.js";
import { t, tt } from "../../text/messages.js";

/** A state as the page says it. */
export const stateText = (state: string): string =>
  state === "undecided" ? t("statement.open") : tt(`statement.${state}`);

/** A control that is in needs to say why, as one that is out does. */
export const unreasoned = (row: StatementRow): boolean =>
  row.applicable === true && row.because.length === 0 && row.inclusionNote === "";

/** Why a control is in, or why it is out. */
export const why = (row: StatementRow): string =>
  row.applicable === false
    ? row.reason
    : longList([...row.because.map((reason) => tt(`because.${reason}`)), row.inclusionNote].filter(Boolean));

/** Links of a control that are shown in the table, on paper too. */
const LINKS = 25;
/** What shows it, by name and place. */
export const evidence = (row: StatementRow): TemplateResult[] => [
  ...row.evidence.slice(0, LINKS).map(({ href, label }) => html`<span class="shown-by">${outward(href, label)}</span>`),
  ...(row.evidence.length > LINKS
    ? [html`<span class="shown-by quiet">${t("more.n", { n: row.evidence.length - LINKS })}</span>`]
    : []),
];
