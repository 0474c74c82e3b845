// Numbers of a workbook as people see them: a date by its format, a percentage, fixed decimals; everything else plain.

/** Built-in formats that show a date or a time; those of East Asia among them. */
const DATES = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 57, 58]);
const TIMES = new Set([18, 19, 20, 21, 32, 33, 45, 46, 47, 55, 56]);
const BUILT_IN: Record<number, string> = { 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%" };
const DAY_MS = 86_400_000;

/** How a number is shown. */
export type Shown = { as: "date" | "time" | "plain" } | { as: "percent" | "fixed"; decimals: number };

/** What a number format makes of a number. */
export function shownBy(id: number, code: string | undefined): Shown {
  if (code === undefined) {
    if (DATES.has(id)) return { as: "date" };
    if (TIMES.has(id)) return { as: "time" };
  }
  // Only the part for positive numbers, without literals, escapes, colours and locales.
  const bare = (code ?? BUILT_IN[id] ?? "")
    .slice(0, 255)
    .replace(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, "")
    .split(";")[0] as string;
  if (/general|standard/i.test(bare)) return { as: "plain" };
  if (/[yd]|m{3}/i.test(bare)) return { as: "date" };
  if (/[hs]/i.test(bare)) return { as: "time" };
  const decimals = /[.,]([0#?]+)[^0#?]*$/.exec(bare)?.[1] ?? "";
  const fixed = /\.[0#?]+/.test(bare) && !decimals.includes("#") ? decimals.length : 0;
  if (bare.includes("%")) return { as: "percent", decimals: fixed };
  return fixed > 0 ? { as: "fixed", decimals: fixed } : { as: "plain" };
}

const two = (value: number): string => String(value).padStart(2, "0");

function clock(seconds: number): string {
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return `${two(hours)}:${two(minutes)}${rest > 0 ? `:${two(rest)}` : ""}`;
}

/** A serial number of days as an ISO date, with the time of day if it has one. */
function dated(serial: number, since1904: boolean): string | null {
  // The first calendar has a 29 February 1900 that never was: before it, days are one off.
  const days = since1904 ? serial + 1462 : serial < 60 ? serial + 1 : serial;
  const seconds = Math.round((days % 1) * 86_400);
  const date = new Date(Math.floor(days) * DAY_MS + Date.UTC(1899, 11, 30) + (seconds === 86_400 ? DAY_MS : 0));
  if (!Number.isFinite(date.getTime()) || date.getUTCFullYear() > 9999 || days < 0) return null;
  const day = date.toISOString().slice(0, 10);
  return seconds % 86_400 === 0 ? day : `${day} ${clock(seconds)}`;
}

/** The number without the noise of binary fractions. */
const plain = (value: number): string => String(Number(value.toPrecision(15)));

/** A number's text as its cell shows it; what is no number stays as it is. */
export function numberText(text: string, shown: Shown, since1904: boolean): string {
  const value = Number(text);
  if (text.trim() === "" || !Number.isFinite(value)) return text;
  switch (shown.as) {
    case "date":
      return dated(value, since1904) ?? plain(value);
    case "time":
      return value >= 0 && value < 1 ? clock(Math.round(value * 86_400)) : (dated(value, since1904) ?? plain(value));
    case "percent":
      return `${(value * 100).toFixed(shown.decimals)}%`;
    case "fixed":
      return value.toFixed(shown.decimals);
    default:
      return plain(value);
  }
}
