// The messages of the page, by key.
import { locale, tag } from "language/language.json";
import type english from "language/page.json";
import { app } from "language/page.json";

// Two parts of one file: what the app's own script holds, and what comes with the views behind it.
type Messages = (typeof english)["app"] & (typeof english)["deferred"];
type Entry = string | Record<string, string>;
export type Key = keyof Messages;
export type Values = Record<string, string | number>;

let messages: Record<string, Entry> = app;
const plural = new Intl.PluralRules(locale);
const numbers = new Intl.NumberFormat(locale);

/** The language of all words, as HTML names it. */
export const lang = (): string => tag;

/** The messages that came later. */
export function extend(more: Record<string, Entry>): void {
  messages = { ...messages, ...more };
}

/** The message of that key with its {placeholders} filled; `n` chooses the plural form. */
export function t(key: Key, values: Values = {}): string {
  const entry = messages[key] ?? key;
  const text =
    typeof entry === "string" ? entry : (entry[plural.select(Number(values["n"] ?? 0))] ?? entry["other"] ?? "");
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    return value === undefined ? whole : typeof value === "number" ? numbers.format(value) : value;
  });
}

/** For keys put together from an id; an unknown key is a mistake that the compiler cannot see, so it shows. */
export const tt = (key: string, values?: Values): string => (key in messages ? t(key as Key, values) : key);

/** What stands before and behind a {placeholder} of a message that is left open for an element. */
export function surrounding(message: string, open: string): [before: string, after: string] {
  const [before = "", after = ""] = message.split(`{${open}}`);
  return [before, after];
}

/** Sentences one after the other, as the language parts them. */
export const sentences = (...list: readonly string[]): string =>
  list.reduce((one, other) => t("sentences", { one, other }));
