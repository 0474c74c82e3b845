// A file is the same as text and as an object of JavaScript: a number that JavaScript would change is refused.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Assessment } from "./package.mjs";

const head = '{"edition":"2022","format":"iso27001-readiness/assessment","target":3,"version":1,"x":[';
const written = (numbers) => {
  const it = Assessment.parse(`${head}${numbers.join(",")}]}`);
  const text = it.toJSON();
  it.free();
  return text;
};

/** Doubles by chance, the same in every run. */
function* doubles(count) {
  let state = 88172645463325252n;
  const view = new DataView(new ArrayBuffer(8));
  for (let n = 0; n < count; ) {
    state ^= BigInt.asUintN(64, state << 13n);
    state ^= state >> 7n;
    state ^= BigInt.asUintN(64, state << 17n);
    // A quarter of them lie where decimals stand half-way between two: large numbers with a fraction.
    if (n % 4 === 0) view.setFloat64(0, Number(state % 10n ** 16n) / 8 + 1e14);
    else view.setBigUint64(0, state);
    const double = view.getFloat64(0);
    if (!Number.isFinite(double)) continue;
    n++;
    yield double;
  }
}

test("every number that JavaScript writes is taken and written the same", () => {
  const numbers = [...doubles(20_000)].map((double) => JSON.stringify(double));
  for (let at = 0; at < numbers.length; at += 1000) {
    const some = numbers.slice(at, at + 1000);
    assert.equal(written(some), `${head}${some.join(",")}]}`);
  }
});

test("a number that JavaScript would change is refused with its path, and no other", () => {
  let refused = 0;
  for (const double of doubles(5000)) {
    // The last digit of a number of many digits, one up: mostly another double, or the same one written otherwise.
    const token = JSON.stringify(double).replace(/(\d)(?=$|e)/, (digit) => String((Number(digit) + 1) % 10));
    const same =
      Number(JSON.stringify(Number(token))) === Number(token) && spelling(token) === spelling(String(Number(token)));
    try {
      written([token]);
      assert.ok(same, `${token} was taken`);
    } catch (error) {
      if (error.code !== "number-out-of-range") throw error;
      assert.equal(error.subject, "$.x[0]");
      assert.ok(!same, `${token} was refused`);
      refused++;
    }
  }
  assert.ok(refused > 500, `${refused}`);
});

/** Sign, digits without zeros around them, and exponent. */
function spelling(token) {
  const [, sign, whole, fraction = "", exponent = "0"] = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/i.exec(token);
  const digits = `${whole}${fraction}`.replace(/^0+/, "");
  const bare = digits.replace(/0+$/, "");
  if (bare === "") return "0";
  return `${sign}${bare}e${Number(exponent) - fraction.length + digits.length - bare.length}`;
}
