import english from "../messages/en.json";

type Messages = typeof english;
export type Key = keyof Messages;
export type Values = Record<string, string | number>;

// A second language is a second file with the same keys, chosen here by its tag.
let messages: Messages = english;
let language = "en";
let plural = new Intl.PluralRules("en-GB");
let numbers = new Intl.NumberFormat("en-GB");

export const lang = (): string => language;

export function use(tag: string, file: Messages): void {
  language = tag;
  messages = file;
  plural = new Intl.PluralRules(tag);
  numbers = new Intl.NumberFormat(tag);
}

/** The message of that key with its {placeholders} filled; `n` chooses the plural form. */
export function t(key: Key, values: Values = {}): string {
  const entry: string | Record<string, string> = messages[key];
  const text =
    typeof entry === "string" ? entry : (entry[plural.select(Number(values["n"] ?? 0))] ?? entry["other"] ?? "");
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    return value === undefined ? whole : typeof value === "number" ? numbers.format(value) : value;
  });
}

/** For keys put together from an id; an unknown key is a mistake that the compiler cannot see, so it shows. */
export const tt = (key: string, values?: Values): string => (key in messages ? t(key as Key, values) : key);
