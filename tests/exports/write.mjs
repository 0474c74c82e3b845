/** Writes the exports of a few assessments into a folder, for readers that share no line with us: node write.mjs FOLDER. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Assessment, exportNames } from "../boundary/package.mjs";
import { fill, make, payloads } from "./made.mjs";

const folder = process.argv[2];
const ID = "0b9a6f0e-52a1-4c0e-9d59-1f6a3b1f7f11";
for (const edition of ["2013", "2022"]) {
  const assessments = { empty: Assessment.create(edition, { id: ID }), example: Assessment.example(edition) };
  // Every text comes into every column: the list is turned.
  for (const turn of [0, 1, 2]) {
    const nasty = Assessment.create(edition, { id: ID });
    fill(nasty, [...payloads.slice(turn * 41), ...payloads.slice(0, turn * 41)]);
    assessments[`nasty${turn}`] = nasty;
  }
  for (const [name, assessment] of Object.entries(assessments)) {
    const to = join(folder, `${name}-${edition}`);
    mkdirSync(to, { recursive: true });
    for (const anonymous of [false, true]) {
      for (const each of exportNames()) {
        const { name: file, bytes } = make(each, assessment, { anonymous });
        writeFileSync(join(to, `${anonymous ? "anonymous-" : ""}${each}${/\.[a-z0-9]+$/.exec(file)[0]}`), bytes);
      }
    }
    writeFileSync(join(to, "own.json"), assessment.toJSON());
  }
}
