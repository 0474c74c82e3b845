// Scores, dates and addresses as they are shown.
import { locale } from "language/language.json";
import type { Interval, Report } from "../model/wasm.js";
import { t } from "./messages.js";

/**
 * Whole percent of a score in basis points. Neither end of the scale is claimed before it is reached, and the upper one
 * not before what reaches it is confirmed.
 */
export function percent(points: number, confirmed = true): number {
  const whole = Math.round(points / 100);
  if (whole === 100 && (points < 10000 || !confirmed)) return 99;
  if (whole === 0 && points > 0) return 1;
  return whole;
}

/** "41%", or "41–65%" while the two ends differ. */
export function range(score: Interval | { low: number | null; high: number | null } | null, confirmed = true): string {
  if (score === null || score.low === null || score.high === null) return t("score.none");
  const { low, high } = score;
  const [from, to] = [percent(low, confirmed), percent(high, confirmed)];
  if (!confirmed && from === 0 && high === 10000) return t("state.undetermined");
  if (low === high || (from === to && !confirmed)) return t("score.exact", { n: from });
  if (from === to) return t("score.range", { from: figure(low / 100, 1), to: figure(high / 100, 1) });
  return t("score.range", { from, to });
}

/** The overall score, with the caution that answers of the quick scan ask for. */
export const overallRange = ({ overall, coverage }: Report): string => range(overall, coverage.provisional === 0);

/** A number with so many decimals, as the language writes it. */
const figure = (value: number, decimals: number): string =>
  value.toLocaleString(locale, { minimumFractionDigits: decimals, maximumFractionDigits: decimals });

/** Basis points as percentage points with two decimals, for the small values of single items. */
export const points = (value: number): string => figure(value / 100, 2);

const lists = new Intl.ListFormat(locale, { type: "unit", style: "short" });

/** Things one after the other, as the language parts them. */
export const listed = (items: readonly string[]): string => lists.format(items);

/** The same, item by item with what stands between. */
export const listParts = (items: readonly string[]): { type: "element" | "literal"; value: string }[] =>
  lists.formatToParts(items);

/** Tenths of a month or of a day, to the half: nobody can say it closer. */
export function halves(tenths: number): string {
  const half = Math.round(tenths / 5) / 2;
  return figure(half, half % 1 === 0 ? 0 : 1);
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** A moment as the language writes it. A format is made once: that takes as long as writing a hundred moments. */
function written(moment: Date, options: Intl.DateTimeFormatOptions): string {
  const key = JSON.stringify(options);
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formats.set(key, format);
  return format.format(moment);
}

/** A date or a moment as the reader's language writes it; text that is no date comes back as it is. */
export function date(iso: string, time = false): string {
  const moment = new Date(iso);
  if (iso === "" || Number.isNaN(moment.getTime())) return iso;
  // A plain date is a calendar day, not a moment at midnight in London.
  const zone = iso.length === 10 ? { timeZone: "UTC" } : {};
  return written(moment, time ? { dateStyle: "medium", timeStyle: "short" } : { dateStyle: "medium", ...zone });
}

export const clock = (moment: Date): string => written(moment, { hour: "2-digit", minute: "2-digit" });

/** Today as YYYY-MM-DD where the reader is. */
export function today(): string {
  const now = new Date();
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, "0")}-${String(now.getDate()).padStart(2, "0")}`;
}

/** The address if it may be opened, else null: http, https and mailto alone. */
export function safeAddress(href: string): URL | null {
  let address: URL;
  try {
    address = new URL(href);
  } catch {
    return null;
  }
  return ["http:", "https:", "mailto:"].includes(address.protocol) ? address : null;
}
