// The notices that licences ask to go along with what is shipped: `node pkg-config/notices.mjs LIST…` prints them, each text once.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { components } from "./components.mjs";

const HEADLINE = /^(the )?(mit|isc|bsd 3-clause) license( \(mit\))?:?$/i;
const COPYRIGHT = /^copyright\b.*\d|^copyright \(c\)/i;
const bare = (text) =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();

/** Where there is a choice, the shorter one is taken: MIT's. */
function texts({ folder, authors }) {
  const files =
    folder === null ? [] : readdirSync(folder).filter((name) => /^licen[cs]e/i.test(name) && !/apache/i.test(name));
  const chosen = files.filter((name) => /mit|unicode/i.test(name));
  const named = (chosen.length > 0 ? chosen : files).map((name) => readFileSync(join(folder, name), "utf8"));
  return named.length > 0 ? named : [`Copyright (c) ${authors.join(", ").replace(/ <[^>]*>/g, "")}`];
}

const groups = new Map();
for (const entry of components(process.argv.slice(2)).all) {
  for (const text of texts(entry)) {
    const paragraphs = text
      .trim()
      .split(/\n\s*\n/)
      .map((paragraph) => paragraph.split("\n").map((line) => line.trim()));
    const lines = paragraphs.flat().filter((line) => COPYRIGHT.test(line));
    const terms = paragraphs
      .map((paragraph) =>
        paragraph
          .filter((line) => !COPYRIGHT.test(line) && !HEADLINE.test(line))
          .join(" ")
          .trim(),
      )
      .filter(Boolean)
      .join("\n\n");
    // A package without a text of its own says only that it is MIT's too.
    const key =
      terms === ""
        ? "mit"
        : /^permission is hereby granted free of charge to any person/.test(bare(terms))
          ? "mit"
          : bare(terms);
    const group = groups.get(key) ?? { terms: "", owners: new Map() };
    group.terms ||= terms;
    const owner = lines.map((line) => line.replace(/\.$/, "")).join("; ") || "Copyright its authors";
    group.owners.set(owner, [...(group.owners.get(owner) ?? []), entry.component.name]);
    groups.set(key, group);
  }
}
const written = [...groups.values()].map(
  ({ terms, owners }) =>
    `${[...owners].map(([owner, names]) => `${owner} (${names.join(", ")})`).join("\n")}\n\n${terms}`,
);
process.stdout.write(`What is in here of others, and their terms\n\n${written.join("\n\n\n")}\n`);
