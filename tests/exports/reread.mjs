/** Reads sheets back that other programs saved: node reread.mjs FOLDER..., each with own.json and returned/*. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Assessment, readSheets } from "../boundary/package.mjs";
import { guessed } from "./made.mjs";

let [passed, failed] = [0, 0];
for (const folder of process.argv.slice(2)) {
  const own = Assessment.parse(readFileSync(join(folder, "own.json"), "utf8"));
  for (const name of readdirSync(join(folder, "returned")).sort()) {
    const bytes = new Uint8Array(readFileSync(join(folder, "returned", name)));
    const { changes: all, refused } = own.propose((await readSheets(bytes, { name })).sheets);
    const changes = all.filter(({ from }) => !(name.includes("csv") && guessed.includes(from)));
    if (changes.length + refused.length === 0) passed += 1;
    else {
      failed += 1;
      console.log(
        `${folder}/${name}: ${changes.length} changes, ${refused.length} refusals`,
        JSON.stringify([...changes.slice(0, 4), ...refused.slice(0, 4)]).slice(0, 1500),
      );
    }
  }
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
