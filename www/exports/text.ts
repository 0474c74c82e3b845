// What begins a formula in a spreadsheet, its full-width twins included; white space before it does not make it harmless.
const FORMULA = "[=+\\-@\\uff1d\\uff0b\\uff0d\\uff20]";
const OPENING = `(?:[\\t\\r\\n]|\\s*${FORMULA})`;
const OPENS = new RegExp(`^'*${OPENING}`);
const INSIDE = new RegExp(`([;\\t\\n])('*${FORMULA})`, "g");

/** Text that a spreadsheet takes for text. Apostrophes that stand there already are kept apart from ours, so that what reads sheets can undo it. */
export const guard = (text: string): string => (OPENS.test(text) ? `'${text}` : text);

/** For CSV: where a spreadsheet expects another separator than the comma, a cell also begins after that one. */
export const guardInside = (text: string): string => text.replace(INSIDE, "$1'$2");

const named = (mark: string): string => `[U+${(mark.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}]`;

/** Line ends as one sign, and no character that XML or a spreadsheet has no place for. */
export const clean = (text: string): string =>
  text
    .replace(/\p{Cs}/gu, "\ufffd")
    .replace(/\r\n?/g, "\n")
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffe\uffff]/g, named);

/** For reports: also what turns the direction of text, or is not seen at all, becomes a mark. */
export const seen = (text: string): string =>
  clean(text).replace(
    /[\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/gu,
    named,
  );

export const markup = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[sign] ?? "&quot;");

/** The address if it may be opened. */
export function address(text: string): string | null {
  try {
    const url = new URL(text);
    return ["http:", "https:", "mailto:"].includes(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

/** A line that ends in something in angle brackets: what stands before it, and what is inside. Null where it does not. */
export function linkIn(line: string): [label: string, inside: string] | null {
  const at = line.lastIndexOf("<");
  const inside = line.slice(at + 1, -1);
  if (at < 0 || !line.endsWith(">") || inside === "" || inside.includes(">")) return null;
  return [line.slice(0, at).trimEnd(), inside];
}
