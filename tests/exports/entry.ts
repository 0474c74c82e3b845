export * from "../../www/exports/index.js";
export { guard, guardInside, seen } from "../../www/exports/text.js";
export { sha1, uuid } from "../../www/exports/uuid.js";
export { records } from "../../www/sheets/delimited.js";
export { readSheets } from "../../www/sheets/index.js";
export { TABLES } from "../../www/exports/tables.js";
import { nameOf } from "../../www/exports/name.js";
import { plain } from "../../www/exports/markdown.js";
import { evidence } from "../../www/exports/tables.js";
import * as text from "../../www/exports/text.js";
import { range } from "../../www/app/text/format.js";
import { extend, tt } from "../../www/app/text/messages.js";
import { deferred } from "language/page.json";
import more from "language/exports.json";

extend(deferred);
extend(more);
export const keys = new Set(Object.keys(more));

/** Everything that takes a text apart, by name. */
export const texts: Record<string, (text: string) => unknown> = {
  ...text,
  plain,
  evidence: (label) => evidence([{ label, href: label }]),
  nameOf: (name) => nameOf({ organisation: { name } } as Parameters<typeof nameOf>[0]),
};

/** As the page says it; a key without a message is a mistake of ours. */
export const words = {
  t: (key: string, values?: Record<string, string | number>): string => {
    const text = tt(key, values);
    if (text === key) throw new Error(`no message for ${key}`);
    return text;
  },
  range,
};
