export { firstVersion } from "../../www/app/first_version.js";
export { records } from "../../www/sheets/delimited.js";
import { extend, tt } from "../../www/app/text/messages.js";
import { deferred } from "language/page.json";
import more from "language/exports.json";

extend(deferred);
extend(more);

/** As the page says it; a key without a message is a mistake of ours. */
export const t = (key: string, values?: Record<string, string | number>): string => {
  const text = tt(key, values);
  if (text === key) throw new Error(`no message for ${key}`);
  return text;
};
