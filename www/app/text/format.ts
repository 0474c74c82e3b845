// Scores, dates and addresses as they are shown.
import type { Interval } from "../model/wasm.js";
import { lang, t } from "./messages.js";

/** Whole percent of a score in basis points. Neither end of the scale is claimed before it is reached. */
export function percent(points: number): number {
  const whole = Math.round(points / 100);
  if (whole === 100 && points < 10000) return 99;
  if (whole === 0 && points > 0) return 1;
  return whole;
}

/** "41%", or "41–65%" while the two ends differ. */
export function range(score: Interval | { low: number | null; high: number | null } | null): string {
  if (score === null || score.low === null || score.high === null) return t("score.none");
  const { low, high } = score;
  if (low === high) return `${percent(low)}%`;
  if (percent(low) === percent(high))
    return `${(Math.round(low / 10) / 10).toFixed(1)}–${(Math.round(high / 10) / 10).toFixed(1)}%`;
  return `${percent(low)}–${percent(high)}%`;
}

/** Basis points as percentage points with one or two decimals, for the small values of single items. */
export const points = (value: number): string => (value / 100).toFixed(2);

export const tenths = (value: number): string => (value % 10 === 0 ? String(value / 10) : (value / 10).toFixed(1));

/** A date or a moment as the reader's language writes it; text that is no date comes back as it is. */
export function date(iso: string, time = false): string {
  const moment = new Date(iso);
  if (iso === "" || Number.isNaN(moment.getTime())) return iso;
  // A plain date is a calendar day, not a moment at midnight in London.
  const zone = iso.length === 10 ? { timeZone: "UTC" } : {};
  return new Intl.DateTimeFormat(
    lang() === "en" ? "en-GB" : lang(),
    time ? { dateStyle: "medium", timeStyle: "short" } : { dateStyle: "medium", ...zone },
  ).format(moment);
}

export const clock = (moment: Date): string =>
  new Intl.DateTimeFormat(lang() === "en" ? "en-GB" : lang(), { hour: "2-digit", minute: "2-digit" }).format(moment);

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
