/**
 * Two languages that nobody speaks, made from English: one with a mark on every letter and each word some 40 % longer, one
 * in Hebrew letters, written from right to left. `node tests/languages/pseudo.mjs FOLDER` writes both below that folder.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const ENGLISH = fileURLToPath(new URL("../../languages/en/", import.meta.url));
const LATIN = "abcdefghijklmnopqrstuvwxyz";
const MARKED = [..."áƀćďéƒǵĥíĵķĺḿńóṕɋŕśťúṽŵẋýž"];
const HEBREW = [..."אבגדהוזחטיכלמנסעפצקרשתםןףך"];
/** What is no word: a name in braces, a tag, a character reference. */
const KEPT = /(\{\w+\}|<[^>]*>|&\w+;)/;

/** Vowels are doubled, and then other letters, until the word is 40 % longer. */
function longer(word) {
  let missing = Math.ceil(word.length * 0.45);
  const double = (letters) => (letter) => (missing > 0 && letters.test(letter) && missing-- ? letter + letter : letter);
  const vowels = [...word].map(double(/[aeiou]/i));
  return vowels.map((letters) => (letters.length > 1 ? letters : double(/[a-z]/i)(letters))).join("");
}

const spelled = (letters) => (word) =>
  [...word]
    .map((letter) => {
      const written = letters[LATIN.indexOf(letter.toLowerCase())];
      return written === undefined ? letter : letter === letter.toLowerCase() ? written : written.toUpperCase();
    })
    .join("");

const speaking = (letters) => (text) =>
  text
    .split(KEPT)
    .map((part, at) => (at % 2 === 1 ? part : part.replace(/[A-Za-z]+/g, (word) => spelled(letters)(longer(word)))))
    .join("");

/** The locales have months, digits and marks of their own, so that what does not go through Intl is seen. */
export const LANGUAGES = [
  { tag: "en-XA", locale: "el", direction: "ltr", say: speaking(MARKED) },
  { tag: "he-XB", locale: "he", direction: "rtl", say: speaking(HEBREW) },
];

/** Members of messages and of examples that are no words. */
const NO_WORDS = new Set(["id", "route", "href", "format", "edition", "created", "modified", "date", "answer", "due"]);
const NO_WORDS_OF_FILES = new Set([...NO_WORDS, "status", "because", "taken", "at", "version", "label.version"]);

function messages(value, say, kept = NO_WORDS) {
  if (typeof value === "string") return say(value);
  if (Array.isArray(value)) return value.map((one) => messages(one, say, kept));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, kept.has(key) ? one : messages(one, say, kept)]),
  );
}

/** Lines of `key: text`; blocks begin with `==`, and some keys have no words. */
function lines(text, say) {
  const said = (line) => {
    const [, key, words] = /^([^:]+): (.*)$/.exec(line) ?? [];
    if (key === undefined || /^(#|==)/.test(line) || ["as", "effort", "kinds", "practice"].includes(key)) return line;
    // The first word of an exclusion is its class; a bar parts a heading from its sentence.
    const [first, ...rest] = key === "exclusion" ? words.split(" ") : ["", words];
    return `${key}: ${[first, rest.join(" ").split(" | ").map(say).join(" | ")].filter(Boolean).join(" ")}`;
  };
  return text.split("\n").map(said).join("\n");
}

/** The names of the levels are keys in their file. */
const levels = (text, say) =>
  text.replace(/^([A-Z][a-z ]+): (.*)$/gm, (_, name, meaning) => `${say(name)}: ${say(meaning)}`);

function translated(name, text, say) {
  if (name === "levels.txt") return levels(text, say);
  if (name.endsWith(".txt")) return lines(text, say);
  if (name.endsWith(".html")) return say(text);
  const kept = name.startsWith("example_") ? NO_WORDS_OF_FILES : NO_WORDS;
  return `${JSON.stringify(messages(JSON.parse(text), say, kept), null, 2)}\n`;
}

function write(from, to, say) {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    if (entry.isDirectory()) write(join(from, entry.name), join(to, entry.name), say);
    else if (entry.name !== "language.json")
      writeFileSync(join(to, entry.name), translated(entry.name, readFileSync(join(from, entry.name), "utf8"), say));
  }
}

/** Writes both languages below a folder. */
export function make(folder) {
  const { title, description } = JSON.parse(readFileSync(join(ENGLISH, "language.json"), "utf8"));
  for (const { tag, locale, direction, say } of LANGUAGES) {
    write(ENGLISH, join(folder, tag), say);
    const about = { tag, locale, direction, title: say(title), description: say(description) };
    writeFileSync(join(folder, tag, "language.json"), `${JSON.stringify(about, null, 2)}\n`);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) make(process.argv[2]);
