/** Writes the exports of a few assessments into a folder, for readers that share no line with us: node write.mjs FOLDER. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Assessment, exports } from "./bundle.mjs";
import { anonymous, bytesOf, fill, make, payloads, sourceOf } from "./made.mjs";

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
    for (const [kind, source] of [
      ["", sourceOf(assessment)],
      ["anonymous-", anonymous(assessment)],
    ]) {
      for (const each of exports.NAMES) {
        const made = make(each, source);
        if (made) writeFileSync(join(to, `${kind}${each}${/\.[a-z0-9]+$/.exec(made.name)[0]}`), bytesOf(made));
      }
    }
    writeFileSync(join(to, "own.json"), assessment.toJSON());
  }
}
