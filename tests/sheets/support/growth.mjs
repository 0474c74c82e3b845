/** Whether work grows with the input, and no faster: at n, 2n, 4n and 8n. */
import assert from "node:assert/strict";

const STEEPEST = 1.4;
const PATIENCE_MS = 15_000;
/** Bytes of text. */
export const SIZES = [16, 32, 64, 128].map((kilo) => kilo * 1024);

/** The slope of time over size, both as logarithms: 1 is linear, 2 quadratic. */
function slope(points) {
  const logs = points.map((point) => point.map(Math.log));
  const mean = (of) => logs.reduce((sum, point) => sum + of(point), 0) / logs.length;
  const [x, y] = [mean(([one]) => one), mean(([, one]) => one)];
  return mean(([one, other]) => (one - x) * (other - y)) / mean(([one]) => (one - x) ** 2);
}

/**
 * Works on what is made of each size, on a small one as often as comes to the largest: what the clearing of memory takes
 * falls on all alike. What a busy machine adds only ever slows one size down: the fastest run counts.
 */
export async function growsLinearly(name, work, sizes, make) {
  const inputs = sizes.map(make);
  const points = sizes.map((size) => [size, Infinity]);
  const start = performance.now();
  let steepness = Infinity;
  while (performance.now() - start < PATIENCE_MS && !(steepness < STEEPEST)) {
    for (const [at, input] of inputs.entries()) {
      const times = Math.round(sizes.at(-1) / sizes[at]);
      const before = performance.now();
      for (let time = 0; time < times; time++) await work(input);
      points[at][1] = Math.min(points[at][1], (performance.now() - before) / times);
    }
    steepness = slope(points);
  }
  assert.ok(steepness < STEEPEST, `${name}: ${steepness.toFixed(2)} of ${JSON.stringify(points)}`);
}

/** Texts that something once took long for, of about this many characters. */
export const HOSTILE = {
  spaces: (size) => " ".repeat(size),
  "spaces before a bracket": (size) => `${" ".repeat(size)}<x`,
  "spaces in lines": (size) => `a${" ".repeat(99)}\n`.repeat(size / 101),
  brackets: (size) => "<".repeat(size),
  "closing brackets": (size) => ">".repeat(size),
  "pairs of brackets": (size) => "a <b> ".repeat(size / 6),
  apostrophes: (size) => "'".repeat(size),
  "apostrophes after a separator": (size) => `;${"'".repeat(size)}`,
  separators: (size) => ";".repeat(size),
  tabs: (size) => "\t'".repeat(size / 2),
  digits: (size) => "1".repeat(size),
  hyphens: (size) => "-".repeat(size),
  "hyphens before a letter": (size) => `${"-".repeat(size)}a`,
  escapes: (size) => "_x005F".repeat(size / 6),
  "escapes of escapes": (size) => `_${"x005F".repeat(size / 5)}_`,
  underscores: (size) => "_".repeat(size),
  ampersands: (size) => "&".repeat(size),
  quotes: (size) => '"'.repeat(size),
};
