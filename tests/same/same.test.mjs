// A thousand files give the same bytes natively, in Node, and in the page in every engine.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { engines, launch, offlineFile } from "../browser/driver/index.mjs";
import { exportAs, exportNames } from "../boundary/package.mjs";
import { Assessment, catalog } from "../browser/support/core.mjs";
import { started } from "../browser/support/steps.mjs";
import { digests } from "./digests.mjs";
import { COUNT, files } from "./files.mjs";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
/** So many go into a page at once. */
const BATCH = 100;

const texts = files([catalog("2013"), catalog("2022")]);
let native;

/** What the native program makes of files, a line each. */
async function natively(given, ...words) {
  const cargo = spawn(
    process.env.CARGO ?? "cargo",
    ["run", "--quiet", "--locked", "--package", "iso27001-readiness", "--example", "same", "--", ...words],
    {
      cwd: ROOT,
      stdio: ["pipe", "pipe", "inherit"],
    },
  );
  cargo.stdin.end(given.map((text) => `${JSON.stringify(text)}\n`).join(""));
  const ended = once(cargo, "close");
  let out = "";
  for await (const piece of cargo.stdout.setEncoding("utf8")) out += piece;
  assert.deepEqual(await ended, [0, null], "the native program failed");
  return out.trim().split("\n");
}

before(async () => {
  native = await natively(texts);
});

/** Names the first file of which another build makes something else. */
function same(made) {
  assert.equal(made.length, COUNT);
  const place = made.findIndex((one, index) => one !== native[index]);
  if (place >= 0) assert.equal(made[place], native[place], `of the file ${JSON.stringify(texts[place])}`);
}

test(`${COUNT} files are of every kind, and no two digests are the same by chance`, () => {
  assert.equal(native.length, COUNT);
  assert.equal(new Set(texts).size, COUNT);
  const columns = native.map((line) => line.split(" "));
  assert.ok(
    columns.every(
      (three) => three.length === 3 && new Set(three).size === 3 && three.every((one) => /^[0-9a-f]{64}$/.test(one)),
    ),
  );
  const distinct = (column) => new Set(columns.map((three) => three[column])).size;
  // Empty files of one edition differ in what stands beside the answers alone, so plans repeat.
  assert.ok(
    distinct(0) > COUNT * 0.95 && distinct(1) > COUNT * 0.95 && distinct(2) > COUNT * 0.7,
    [0, 1, 2].map(distinct).join(" "),
  );
  const read = texts.map((text) => JSON.parse(text.replace("\ufeff", "")));
  const some = (what, holds) => {
    const count = read.filter(holds).length;
    assert.ok(count > COUNT / 20, `${count} ${what}`);
  };
  const answers = (one) => Object.values({ ...one.requirements, ...one.areas }).map((entry) => entry.answer);
  for (const edition of ["2013", "2022"]) some(edition, (one) => one.edition === edition);
  some("quick", (one) => one.areas && !one.requirements);
  some("full", (one) => one.requirements && !one.areas);
  some("mixed", (one) => one.requirements && one.areas);
  some("not applicable", (one) => answers(one).includes("not-applicable"));
  some("unknown", (one) => answers(one).includes("unknown"));
  some("with documents", (one) => Object.keys(one.documents ?? {}).length > 0);
  some("with snapshots", (one) => one.snapshots?.length > 0);
  some("in Arabic", (one) => JSON.stringify(one).includes("السياسة"));
  some("with unknown members", (one) => Object.hasOwn(one, "__proto__") || "x" in one || "1" in one);
  for (const target of [1, 2, 3, 4, 5, undefined]) some(`of target ${target}`, (one) => one.target === target);
});

test(`${COUNT} files give the same bytes in Node as natively`, async () => {
  same(await digests(texts, Assessment));
});

test("every export of fifty files has the same bytes in Node as natively", async () => {
  const some = texts.slice(0, 50);
  const made = some.map((text) => {
    const digest = createHash("sha256");
    for (const anonymous of [false, true]) {
      for (const name of exportNames()) {
        const { name: file, bytes } = exportAs(name, text, { anonymous, day: "2026-11-23" });
        digest.update(file).update(bytes);
      }
    }
    return digest.digest("hex");
  });
  assert.ok(new Set(made).size > 40);
  assert.deepEqual(made, await natively(some, "exports"));
});

/** Next steps are part of a plan, and come last. */
const advised = () =>
  document.querySelector("iso27001-readiness").session.store.questions.catalog.controls[0].nextStep !== "";

describe("the page as it is shipped", { concurrency: true }, () => {
  for (const engine of engines) {
    test(`${COUNT} files give the same bytes in the page in ${engine} as natively`, { timeout: 300_000 }, async () => {
      const page = await launch(engine);
      try {
        await started(page, offlineFile);
        await page.waitFor(() => page.evaluate(advised), "the advice");
        const made = [];
        for (let place = 0; place < COUNT; place += BATCH) {
          made.push(...(await page.evaluate(digests, texts.slice(place, place + BATCH))));
        }
        same(made);
      } finally {
        await page.close();
      }
    });
  }
});
