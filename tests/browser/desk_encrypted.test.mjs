// Encrypted files on the review desk: one passphrase is tried on all, and what it does not open waits for another.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { deskFile, engines, launch } from "./driver/index.mjs";
import { violations } from "./support/access.mjs";
import { armored, encrypted } from "./support/age.mjs";
import { made, packed } from "./support/portfolio.mjs";

const [one, two] = ["correct horse", "battery staple"];
const [a, b, c] = [1, 2, 3].map((number) => made(number));
const damaged = encrypted(a.text, one).subarray(0, -40);
const LONG = 60_000;

const desk = (page) =>
  page.evaluate(() => {
    const { desk } = document.querySelector("iso27001-desk");
    return {
      busy: desk.busy,
      rows: desk.rows.map(({ path }) => path).sort(),
      bad: desk.bad.map(({ path, code }) => `${path}: ${code}`).sort(),
    };
  });

async function rests(page, rows, bad) {
  let last;
  const same = async () => {
    last = await desk(page);
    return !last.busy && JSON.stringify([last.rows, last.bad]) === JSON.stringify([rows, bad]);
  };
  await page.waitFor(same, "the desk to rest", LONG).catch(() => assert.deepEqual([last.rows, last.bad], [rows, bad]));
}

async function unlock(page, passphrase) {
  await page.fill("#desk-passphrase", passphrase);
  await page.press("Enter");
}

for (const engine of engines) {
  describe(`${engine}, the desk and encrypted files`, { timeout: 240_000 }, () => {
    let page;
    before(async () => {
      page = await launch(engine);
      await page.open(deskFile);
      await page.waitFor(
        () => page.evaluate(() => document.querySelector("iso27001-desk")?.desk.engine !== undefined),
        "the engine",
      );
    });
    after(() => page?.close());

    test("one passphrase opens all that it fits, and the others stay listed with the reason", async () => {
      const files = {
        "a.age": encrypted(a.result, one),
        "b.json.age": armored(encrypted(b.text, one)),
        "c.age": encrypted(c.text, two),
        "damaged.age": damaged,
        "key.age": "age-encryption.org/v1\n-> X25519 a\nb\n--- c\n",
        "plain.json": made(4).text,
      };
      const bytes = packed(files);
      await page.setFile("#files", { name: "all.zip", bytes });
      const path = (name) => `all.zip/${name}`;
      const sealed = ["a.age", "b.json.age", "c.age", "damaged.age", "key.age"];
      await rests(
        page,
        [path("plain.json")],
        sealed.map((name) => `${path(name)}: sealed`),
      );
      if (engine === "chromium") assert.deepEqual(await violations(page), []);
      await unlock(page, "neither");
      await rests(
        page,
        [path("plain.json")],
        ["a.age: wrong-passphrase", "b.json.age: wrong-passphrase", "c.age: wrong-passphrase"]
          .concat("damaged.age: wrong-passphrase", "key.age: wrong-format")
          .map(path),
      );
      await unlock(page, one);
      await rests(
        page,
        ["a.age", "b.json.age", "plain.json"].map(path),
        ["c.age: wrong-passphrase", "damaged.age: damaged", "key.age: wrong-format"].map(path),
      );
      await unlock(page, two);
      await rests(
        page,
        ["a.age", "b.json.age", "c.age", "plain.json"].map(path),
        ["damaged.age: damaged", "key.age: wrong-format"].map(path),
      );
      assert.equal(await page.exists("#desk-passphrase"), false);
      assert.deepEqual(await page.consoleErrors(), []);
    });
  });
}
