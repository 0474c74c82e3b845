// Tabs over a faulty store, simulated: nothing that was called saved is lost, and nothing goes without a word.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Simulation } from "./simulate.mjs";
import { reign } from "./world.mjs";

const { hrtime } = process;
const SEEDS = Number(process.env.SEEDS ?? (process.env.READINESS_LONG ? 100_000 : 0));
const FROM = Number(process.env.SEED ?? 1);
/** Every day: as many as there is time for, and never fewer than this. */
const [EVERYDAY_MS, LEAST] = [10_000, 200];

let leave;
before(() => (leave = reign()));
after(() => leave());

test("tabs agree in the end, with each other and with the draft, and every answer is kept, was replaced by hand or told", { timeout: 7_200_000 }, async (context) => {
  const start = hrtime.bigint();
  const spent = () => Number(hrtime.bigint() - start) / 1e6;
  const sums = {};
  let seeds = 0;
  for (; SEEDS ? seeds < SEEDS : seeds < LEAST || spent() < EVERYDAY_MS; seeds++) {
    const seed = FROM + seeds;
    const counts = await new Simulation(seed).run().catch((error) => {
      error.message = `seed ${seed}: ${error.message}`;
      throw error;
    });
    for (const [name, n] of Object.entries(counts)) sums[name] = (sums[name] ?? 0) + n;
  }
  context.diagnostic(`${seeds} seeds from ${FROM} in ${Math.round(spent() / 1000)} s: ${JSON.stringify(sums)}`);
  // A simulation in which nothing happens would hold as well.
  for (const [name, n] of Object.entries(sums)) assert(n > 0, `no ${name}`);
});
