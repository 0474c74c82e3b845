// No word that people see stands in code: it stands in the language's folder.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { parseSync } from "vite";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const filesOf = (folder, end) =>
  readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? filesOf(path, end) : path.endsWith(end) ? [path] : [];
  });
const nodesOf = (root) =>
  Array.isArray(root)
    ? root.flatMap(nodesOf)
    : typeof root?.type === "string"
      ? [root, ...Object.values(root).flatMap(nodesOf)]
      : [];

const WORD = /\p{L}{2,}/u;
const SENTENCE = /\p{L}{2,} \p{L}{2,}/u;
/** A mark between two texts, which each language sets in its own way. */
const MARK = /[,:;.?!](\s|$)/;
/** What parts words in a text that is put together, or a list. A middle dot between facts is layout. */
const GLUE = /^\s?[,:;.–/]\s|^\s[(–/]/;
const HEARD = /\s(aria-label|aria-description|title|placeholder|alt)="([^"]*)"/g;
/** Names that are the same in every language. */
const NAMES = /SHA-256|HTML|Markdown/g;
/** What a host's programmer reads in the console. */
const FOR_PROGRAMMERS = ["www/element/element.ts", "www/element/error.ts", "www/element/handed_out.ts"];

/** Words in the templates of a source, and sentences in its texts. */
function wordsIn(code, path) {
  const { program, errors } = parseSync(path, code);
  assert.deepEqual(errors, [], path);
  const nodes = nodesOf(program);
  const tags = new Map(
    nodes.filter(({ type }) => type === "TaggedTemplateExpression").map(({ quasi, tag }) => [quasi.start, tag.name]),
  );
  return nodes.flatMap((node) => {
    if (node.type === "CallExpression" && node.callee.property?.name === "join") {
      const [by] = node.arguments;
      return typeof by?.value === "string" && (GLUE.test(by.value) || /\p{L}/u.test(by.value))
        ? [`join ${by.value}`]
        : [];
    }
    if (node.type === "BinaryExpression" && node.operator === "+")
      return [node.left, node.right].flatMap(({ value }) =>
        typeof value === "string" && GLUE.test(value) ? [value] : [],
      );
    if (node.type === "Literal" && typeof node.value === "string")
      return SENTENCE.test(node.value) && !/^use strict$|^[#.[:*]/.test(node.value) ? [node.value] : [];
    if (node.type !== "TemplateLiteral") return [];
    const tag = tags.get(node.start);
    const text = node.quasis.map(({ value }) => value.cooked).join("\u0001");
    if (tag === "css") return [];
    // A document that is written out, or a part of one, is markup as well.
    if (tag !== "html" && tag !== "svg" && !/^<[!a-z]/.test(text)) {
      const glued = node.quasis.slice(1).some(({ value }) => GLUE.test(value.cooked));
      const isRule = /\{[^}]*:[^}]*\}/.test(text.replaceAll("\u0001", ""));
      return (SENTENCE.test(text) || glued) && !isRule ? [text] : [];
    }
    const shown = text
      .replace(/<[^>]*>/g, "\u0001")
      .replace(NAMES, "")
      .split("\u0001");
    return [
      ...shown.filter((part) => WORD.test(part) || MARK.test(part)),
      ...[...text.matchAll(HEARD)].map(([, , said]) => said).filter((said) => WORD.test(said)),
    ];
  });
}

test("no template and no text of the page holds a word", () => {
  const folders = ["www/app", "www/deferred", "www/element", "www/frame", "www/desk"];
  const sources = folders.flatMap((folder) => filesOf(folder, ".ts")).filter((path) => !path.endsWith(".d.ts"));
  assert(sources.length > 100);
  const found = sources
    .filter((path) => !FOR_PROGRAMMERS.includes(path) && !path.endsWith("styles.ts") && !path.includes("/styles/"))
    .flatMap((path) =>
      wordsIn(readFileSync(join(ROOT, path), "utf8"), path).map((words) => `${path}: ${words.trim()}`),
    );
  assert.deepEqual(found, []);
});

test("texts that are put together in code are found", () => {
  const found = (code) => wordsIn(code, "made.ts").length;
  for (const glued of [
    "`${t(1)}: ${x}`",
    "`${t(1)} (${x})`",
    "`${a}, ${b}`",
    "`${t(1)}. ${t(2)}`",
    "`${a} – ${b}`",
    'names.join(", ")',
    'names.join(" and ")',
    't("a") + ": " + x',
    't("a") + " (" + x',
  ])
    assert.equal(found(`say(${glued})`), 1, glued);
  for (const fine of [
    "`${id} ${title}`",
    "`area:${key}`",
    "`#/${a}/${b}`",
    "`${from}–${to}`",
    'facts.join(" · ")',
    'a.join("\\n")',
  ])
    assert.equal(found(`say(${fine})`), 0, fine);
});

test("a word in a template, an attribute or a text is found", () => {
  const found = (code) => wordsIn(code, "made.ts");
  assert.deepEqual(found("html`<p>Hello ${name}</p>`"), ["Hello "]);
  assert.deepEqual(found('html`<input title="Your name" value=${x}>`'), ["Your name"]);
  assert.deepEqual(found('say("two words")'), ["two words"]);
  assert.deepEqual(found("say(`${n} more to do`)"), ["\u0001 more to do"]);
  assert.deepEqual(found('html`<p class="quiet">${t("a.b")} · <b>${n}%</b></p>`; say("a.b", `${a}:${b}`)'), []);
});

/** Names, and what only a failed test of ours would say. */
const NOT_SHOWN = [
  "ISO/IEC 27001:2022 with Amendment 1:2024",
  "the members stand in the order of their keys",
  "-----BEGIN AGE ENCRYPTED FILE-----",
  "-----END AGE ENCRYPTED FILE-----",
];
/** Words of other people's sheets are read, not shown; titles are the standard's. A file of tests says nothing to users. */
const NOT_OURS = /^src\/(import|wasm\/types\.d\.ts)|^src\/catalog\/(clauses|controls|areas)_?|\/tests\.rs$/;

test("no text of the crate holds a sentence", () => {
  const sources = filesOf("src", ".rs").filter((path) => !NOT_OURS.test(path));
  assert(sources.length > 70);
  const found = sources.flatMap((path) => {
    const [code] = readFileSync(join(ROOT, path), "utf8").split("#[cfg(test)]\nmod ");
    const lines = code.split("\n").filter((line) => !/^\s*(\/\/|#\[|debug_assert)/.test(line));
    return lines.flatMap((line) =>
      [...line.matchAll(/"((?:[^"\\]|\\.)*)"/g)]
        .map(([, text]) => text)
        .filter((text) => SENTENCE.test(text) && !/[<>=]|import type/.test(text) && !NOT_SHOWN.includes(text))
        .map((text) => `${path}: ${text}`),
    );
  });
  assert.deepEqual(found, []);
});

/** Where marks between texts are a notation of programs: `place: what is wrong`, a path, JSON. */
const NOTATIONS = {
  "src/error.rs": [": "],
  "src/bin/iso27001-readiness/failure.rs": ["{subject}: {reason}"],
  // A place in a sheet, a name of the API, a value: no words.
  "src/bin/iso27001-readiness/import.rs": [": ", "{word:?}: {}"],
  // Who said what in a merge, as the file format has it; the page says it in words.
  "src/assessment/merge.rs": [": "],
  "src/output/exports/pretty.rs": [": "],
};

test("no text of the crate is put together by marks", () => {
  const sources = filesOf("src", ".rs").filter((path) => !/^src\/json|\/tests\.rs$/.test(path));
  const gluing = (text) => /^\s?[:;,.]\s$|^\s[(–/]\s?$|^–$/.test(text) || /\}(: | \(|, |; |\. |–)\{/.test(text);
  const found = sources.flatMap((path) => {
    const [code] = readFileSync(join(ROOT, path), "utf8").split("#[cfg(test)]\nmod ");
    const lines = code.split("\n").filter((line) => !/^\s*\/\//.test(line));
    // Only where a text grows: what is looked for in foreign sheets is read.
    return lines
      .filter((line) => /push_str|push\('|concat\(\)|joined\(|join\(|format!/.test(line))
      .flatMap((line) => [...line.matchAll(/"((?:[^"\\]|\\.)*)"|push\('(.)'\)/g)])
      .map(([, text, sign]) => text ?? sign)
      .filter((text) => gluing(text) && !(NOTATIONS[path] ?? []).includes(text))
      .map((text) => `${path}: ${text}`);
  });
  assert.deepEqual(found, []);
});

test("what the command's help says stands in the language's folder as well", () => {
  // A comment for rustdoc on an argument would be its help.
  const code = readFileSync(join(ROOT, "src/bin/iso27001-readiness/arguments.rs"), "utf8");
  assert.deepEqual(
    code.split("\n").filter((line) => /^\s*\/\/\//.test(line)),
    [],
  );
});
