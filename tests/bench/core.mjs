// What each step costs in the package: a line each, `name<TAB>microseconds`, the median of many runs. The steps and the
// files are those of tests/bench/native. An object is what JavaScript gets, so reading it into one is part of a step.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

const [made] = process.argv.slice(2);
const { Assessment, catalog, verify } = await import(new URL("../../dist/npm/node.js", import.meta.url));
const text = (size) => execFileSync(made, ["made", "2", size], { encoding: "utf8" }).split("\n")[1];
const [begun, whole, result] = [text("begun"), text("whole"), text("result")];

const RUNS = 400;
function median(name, run) {
  const times = [];
  for (let turn = 0; turn < RUNS; turn++) {
    const start = performance.now();
    run(turn);
    if (turn >= RUNS / 10) times.push(performance.now() - start);
  }
  times.sort((one, other) => one - other);
  console.log(`${name}\t${(1000 * times[Math.floor(times.length / 2)]).toFixed(3)}`);
}

const it = Assessment.parse(whole);
const data = catalog(JSON.parse(whole).edition);
const ids = [...data.clauses.filter((clause) => clause.requirement), ...data.controls].map(({ id }) => id);
const answer = (turn) => it.respond(ids[turn % ids.length], turn % 6);
median("answer, summary", (turn) => (answer(turn), it.summary()));
median("answer, report", (turn) => (answer(turn), it.report()));
median("answer, plan", (turn) => (answer(turn), it.plan()));
median("parse, begun", () => Assessment.parse(begun).free());
median("parse, whole", () => Assessment.parse(whole).free());
median("write, whole", () => it.toJSON());
median("verify a result", () => verify(result));

// The platform's own share of the first of all answers.
const bytes = readFileSync(new URL("../../dist/npm/core_bg.wasm", import.meta.url));
median("compile the module", () => new WebAssembly.Module(bytes));
