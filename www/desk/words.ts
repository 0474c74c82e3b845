// The desk's own words beside those of the page that it shares.
import { locale } from "language/language.json";
import messages from "language/desk.json";
import { deferred } from "language/page.json";
import { extend, tt, type Values } from "../app/text/messages.js";

export type DeskKey = keyof typeof messages;

extend(deferred);
extend(messages);

/** A message of the desk. */
export const d = (key: DeskKey, values?: Values): string => tt(key, values);

/** For keys put together from an id. */
export const dd = tt;

const UNITS = [
  ["year", 365],
  ["month", 30.4],
  ["day", 1],
] as const;
const DAY = 86_400_000;

const written = new Map(
  UNITS.map(([unit]) => [unit, new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "long" })]),
);

/** How old a time is, in the largest unit of which there are two, so that nothing is said closer than it matters. */
export function age(iso: string, now: number): string {
  const days = Math.floor((now - new Date(iso).getTime()) / DAY);
  if (Number.isNaN(days)) return d("desk.none");
  if (days === 0) return d("desk.today");
  const [unit, length] = UNITS.find(([, length]) => Math.abs(days) >= 2 * length) ?? UNITS[2];
  return written.get(unit)?.format(Math.floor(days / length)) ?? "";
}

const collator = new Intl.Collator(locale, { numeric: true, sensitivity: "base" });
export const compareTexts = (one: string, other: string): number => collator.compare(one, other);
