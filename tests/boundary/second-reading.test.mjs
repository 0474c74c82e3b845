import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { chance } from "../browser/support/chance.mjs";
import { Assessment, catalog } from "./package.mjs";

const CASES = process.env.READINESS_LONG ? 5_000 : 200;
const CHECK = fileURLToPath(new URL("../vectors/check.py", import.meta.url));

function random(seed, data) {
  const d = chance(seed);
  const a = Assessment.create(data.edition, { target: 1 + d.below(5), id: `random-${seed}` });
  const filled = d.pick([0, 5, 30, 60, 90, 100]);
  const answer = () => d.pick([0, 1, 2, 3, 4, 5, "unknown"]);
  for (const requirement of [...data.clauses.filter((clause) => clause.requirement), ...data.controls]) {
    if (!d.odds(filled)) continue;
    if (requirement.id.startsWith("A.") && d.odds(15)) a.exclude(requirement.id, "none");
    else a.respond(requirement.id, answer());
  }
  for (const area of data.areas) {
    if (!d.odds(filled)) continue;
    if (area.refs.every((ref) => ref.startsWith("A.")) && d.odds(10)) a.exclude(`area:${area.key}`, "none");
    else a.respond(`area:${area.key}`, answer());
  }
  for (const document of data.documents)
    if (d.odds(filled)) a.setDocument(document.key, d.pick(["missing", "draft", "in-force"]));
  const whatIf = Array.from({ length: 5 }, () => {
    const id = d.pick(data.controls).id;
    const level = answer();
    return [id, level, a.whatIf(id, level)];
  });
  const line = {
    name: `random ${data.edition} ${seed}`,
    assessment: JSON.parse(a.toJSON()),
    report: a.report(),
    plan: a.plan(),
    summary: a.summary(),
    whatIf,
  };
  a.free();
  return line;
}

test(`${CASES} random assessments score in the package as in an independent reading of the method`, {
  timeout: 600_000,
}, async () => {
  const catalogs = { 2013: catalog("2013"), 2022: catalog("2022") };
  const folder = await mkdtemp(join(tmpdir(), "readiness-"));
  try {
    const lines = Array.from({ length: CASES }, (_, seed) =>
      JSON.stringify(random(seed, catalogs[seed % 2 ? "2013" : "2022"])),
    );
    await writeFile(join(folder, "lines.jsonl"), `${lines.join("\n")}\n`);
    for (const [edition, data] of Object.entries(catalogs))
      await writeFile(join(folder, `${edition}.json`), JSON.stringify(data));
    const names = ["lines.jsonl", "2013.json", "2022.json"].map((name) => join(folder, name));
    const check = spawnSync("python3", [CHECK, ...names], { encoding: "utf8" });
    assert.equal(check.status, 0, `${check.error ?? ""}${check.stdout.slice(-4_000)}${check.stderr.slice(-4_000)}`);
  } finally {
    await rm(folder, { recursive: true });
  }
});
