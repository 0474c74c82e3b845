// The package in Node: what an answer costs until its new score is there.
import { readFileSync } from "node:fs";
import { cpus } from "node:os";

const dist = new URL("../../dist/npm/", import.meta.url);
const bytes = readFileSync(new URL("core_bg.wasm", dist));

function median(what, count, run) {
  for (let n = 0; n < count / 10; n++) run(n);
  const times = Array.from({ length: count }, (_, n) => {
    const start = performance.now();
    run(n);
    return performance.now() - start;
  }).sort((a, b) => a - b);
  const at = (share) => times[Math.floor((count - 1) * share)].toFixed(3).padStart(10);
  console.log(`${what.padEnd(44)}${at(0.5)}${at(0.95)}`);
}

console.log(`Node ${process.version}, ${cpus()[0]?.model ?? "unknown processor"}, ${cpus().length} cores`);
console.log(`${"milliseconds".padEnd(44)}${"median".padStart(10)}${"95 %".padStart(10)}`);
median("compile the module", 20, () => new WebAssembly.Module(bytes));

const { Assessment, catalog } = await import(new URL("node.js", dist));
median("catalog(2022)", 50, () => catalog("2022"));
const data = catalog("2022");
const ids = [...data.clauses.filter((clause) => clause.requirement), ...data.controls].map((one) => one.id);

const a = Assessment.example("2022");
const text = a.toJSON();
const next = (n) => a.respond(ids[n % ids.length], n % 6);
median("respond", 5_000, next);
median("respond, summary", 2_000, (n) => (next(n), a.summary()));
median("respond, report", 1_000, (n) => (next(n), a.report()));
median("respond, plan", 200, (n) => (next(n), a.plan()));
median("report", 1_000, () => a.report());
median("plan", 500, () => a.plan());
median("soa", 200, () => a.soa());
median("toJSON", 500, () => a.toJSON());
median("parse", 500, () => Assessment.parse(text).free());
median("all answered one by one, a summary after each", 50, () => {
  const fresh = Assessment.create("2022");
  for (const id of ids) {
    fresh.respond(id, 3);
    fresh.summary();
  }
  fresh.free();
});
