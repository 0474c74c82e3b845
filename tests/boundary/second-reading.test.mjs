import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { Assessment, catalog } from "./package.mjs";

const CASES = process.env.READINESS_LONG ? 5_000 : 200;
const CHECK = fileURLToPath(new URL("../vectors/check.py", import.meta.url));

/** Mulberry32: the same assessments in each run. */
function dice(seed) {
  const next = () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return (t ^ (t >>> 14)) >>> 0;
  };
  return { under: (n) => next() % n, of: (list) => list[next() % list.length], chance: (percent) => next() % 100 < percent };
}

function random(seed, data) {
  const d = dice(seed);
  const a = Assessment.create(data.edition, { target: 1 + d.under(5), id: `random-${seed}` });
  const filled = d.of([0, 5, 30, 60, 90, 100]);
  const answer = () => d.of([0, 1, 2, 3, 4, 5, "unknown"]);
  for (const requirement of [...data.clauses.filter((clause) => clause.requirement), ...data.controls]) {
    if (!d.chance(filled)) continue;
    if (requirement.id.startsWith("A.") && d.chance(15)) a.exclude(requirement.id, "none");
    else a.respond(requirement.id, answer());
  }
  for (const area of data.areas) {
    if (!d.chance(filled)) continue;
    if (area.refs.every((ref) => ref.startsWith("A.")) && d.chance(10)) a.exclude(`area:${area.key}`, "none");
    else a.respond(`area:${area.key}`, answer());
  }
  for (const document of data.documents) if (d.chance(filled)) a.setDocument(document.key, d.of(["missing", "draft", "in-force"]));
  const whatIf = Array.from({ length: 5 }, () => {
    const id = d.of(data.controls).id;
    const level = answer();
    return [id, level, a.whatIf(id, level)];
  });
  const line = { name: `random ${data.edition} ${seed}`, assessment: JSON.parse(a.toJSON()), report: a.report(), plan: a.plan(), summary: a.summary(), whatIf };
  a.free();
  return line;
}

test(`${CASES} random assessments score in the package as in an independent reading of the method`, { timeout: 600_000 }, async () => {
  const catalogs = { 2013: catalog("2013"), 2022: catalog("2022") };
  const folder = await mkdtemp(join(tmpdir(), "readiness-"));
  try {
    const lines = Array.from({ length: CASES }, (_, seed) => JSON.stringify(random(seed, catalogs[seed % 2 ? "2013" : "2022"])));
    await writeFile(join(folder, "lines.jsonl"), `${lines.join("\n")}\n`);
    for (const [edition, data] of Object.entries(catalogs)) await writeFile(join(folder, `${edition}.json`), JSON.stringify(data));
    const names = ["lines.jsonl", "2013.json", "2022.json"].map((name) => join(folder, name));
    const check = spawnSync("python3", [CHECK, ...names], { encoding: "utf8" });
    assert.equal(check.status, 0, `${check.error ?? ""}${check.stdout.slice(-4_000)}${check.stderr.slice(-4_000)}`);
  } finally {
    await rm(folder, { recursive: true });
  }
});
