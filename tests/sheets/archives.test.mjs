// What the review desk gets out of archives: whole ones, ones that are cut off anywhere, and those that are something else.
import assert from "node:assert/strict";
import { test } from "node:test";
import { strToU8, Zip, ZipDeflate, ZipPassThrough, zipSync } from "fflate";
import { itemsOf } from "./bundle.mjs";

/** What the desk reads of a file at most. */
const MOST = 2 * 1024 * 1024 + 256 * 1024 + 1;
const TEXTS = Object.fromEntries(
  ["one", "two", "three", "four"].map((name, at) => [`${name}.json`, `{"${name}":"${"PK".repeat(20 * at)}${name}"}`]),
);

/** An archive as it is written at once: sizes before each file, packed or not. */
const atOnce = (texts, level) =>
  zipSync(Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, [strToU8(text), { level }]])));

/** An archive as a stream writes it: sizes behind each file. */
function streamed(texts, Kind) {
  const parts = [];
  const zip = new Zip((error, part) => {
    if (error) throw error;
    parts.push(Buffer.from(part));
  });
  for (const [name, text] of Object.entries(texts)) {
    const file = new Kind(name);
    zip.add(file);
    file.push(strToU8(text), true);
  }
  zip.end();
  return new Uint8Array(Buffer.concat(parts));
}

async function found(bytes, { room = Number.POSITIVE_INFINITY } = {}) {
  const items = [];
  let of = 1;
  const around = { more: (count) => (of += count), isFull: () => items.length >= room };
  for await (const item of itemsOf("a.zip", new Uint8Array(bytes), around)) items.push(item);
  assert.equal(items.length, of, "as many as were announced");
  const text = ({ bytes }) => new TextDecoder().decode(bytes);
  return {
    whole: Object.fromEntries(items.filter((item) => item.bytes).map((item) => [item.path.slice(6), text(item)])),
    refused: items.filter((item) => item.code).map(({ path, code }) => `${path}: ${code}`),
  };
}

/** A copy of the page with these answers inside, as far as anything is told by. */
const copyOf = (json, end = "</script></body></html>") =>
  Buffer.from(
    `<!DOCTYPE html>\n<html lang="en"><script>"<script type=\\"application/json\\" id=\\"answers\\">"</script>` +
      `<iso27001-readiness></iso27001-readiness><script type="application/json" id="answers">${json}${end}`,
  );

test("a copy of the page gives the answers that are inside, also out of an archive", async () => {
  const json = '{"note":"é \\u003c/script>"}';
  const archive = zipSync({ "copy.html": new Uint8Array(copyOf(json)), "one.json": strToU8(TEXTS["one.json"]) });
  assert.deepEqual(await found(archive), {
    whole: { "copy.html": json, "one.json": TEXTS["one.json"] },
    refused: [],
  });
  const alone = async (bytes) => {
    const around = { more: () => {}, isFull: () => false };
    const { value: item } = await itemsOf("copy.html", new Uint8Array(bytes), around).next();
    return item.bytes ? new TextDecoder().decode(item.bytes) : item.code;
  };
  assert.equal(await alone(copyOf(json)), json);
  assert.equal(await alone(copyOf("")), "empty", "a page without answers");
  assert.equal(await alone(copyOf("Minutes")), "other");
  // One that is too long comes in cut off, and its answers stand at the end.
  assert.equal(await alone(copyOf(`{"x":"${"y".repeat(3 * 1024 * 1024)}`).subarray(0, MOST)), "large");
  const foreign = Buffer.from(copyOf(json).toString().replaceAll("iso27001-readiness", "div"));
  assert.equal(await alone(foreign), "other", "another page");
});

const ARCHIVES = {
  packed: atOnce(TEXTS, 6),
  "not packed": atOnce(TEXTS, 0),
  "packed as a stream": streamed(TEXTS, ZipDeflate),
  "not packed, as a stream": streamed(TEXTS, ZipPassThrough),
};

for (const [what, archive] of Object.entries(ARCHIVES))
  test(`an archive that is ${what} gives back what is whole before the cut`, async () => {
    assert.deepEqual(await found(archive), { whole: TEXTS, refused: [] });
    const names = Object.keys(TEXTS);
    let most = 0;
    for (let length = 4; length < archive.length; length += 1) {
      const { whole, refused } = await found(archive.subarray(0, length));
      const count = Object.keys(whole).length;
      // Never fewer from more, each as it was, in their order.
      assert(count >= most, `${count} of ${length} bytes`);
      most = count;
      assert.deepEqual(whole, Object.fromEntries(Object.entries(TEXTS).slice(0, count)));
      const [first, ...others] = refused;
      assert.equal(first, length < 30 + names[0].length ? "a.zip: damaged" : "a.zip: cut");
      if (others.length > 0) assert.deepEqual(others, [`a.zip/${names[count]}: damaged`]);
    }
    assert.equal(most, names.length);
  });

test("bytes that were changed cost the files that they are in", async () => {
  const archive = ARCHIVES.packed.slice();
  // The directory's first entry, then a byte of the second file.
  const directory = Buffer.from(archive).indexOf("PK\u0001\u0002");
  archive[directory] = 0;
  const second = Buffer.from(archive).indexOf("two.json");
  archive[second + 12] ^= 0xff;
  const { whole, refused } = await found(archive);
  assert.deepEqual(Object.keys(whole), ["one.json", "three.json", "four.json"]);
  assert.deepEqual(refused, ["a.zip: cut", "a.zip/two.json: damaged"]);
});

test("a cut does not lift the bounds", async () => {
  const bomb = atOnce({ "a.json": TEXTS["one.json"], "bomb.json": `{${" ".repeat(64 * 1024 * 1024)}}` }, 9);
  const { whole, refused } = await found(bomb.subarray(0, bomb.length - 30));
  assert.deepEqual(Object.keys(whole), ["a.json"]);
  assert.deepEqual(refused, ["a.zip: cut", "a.zip/bomb.json: large"]);
  assert.deepEqual((await found(bomb.subarray(0, bomb.length - 30), { room: 1 })).refused, [
    "a.zip: cut",
    "a.zip/a.json: left",
    "a.zip/bomb.json: left",
  ]);
  const many = ARCHIVES.packed.slice();
  const wide = new Uint8Array(many.length + 76);
  // An end of the wide sort, which counts 100,001 files.
  wide.set(many.subarray(0, many.length - 22));
  const view = new DataView(wide.buffer);
  const at = many.length - 22;
  view.setUint32(at, 0x06064b50, true);
  view.setBigUint64(at + 32, 100_001n, true);
  view.setUint32(at + 56, 0x07064b50, true);
  view.setBigUint64(at + 64, BigInt(at), true);
  wide.set(many.subarray(at), at + 76);
  assert.deepEqual((await found(wide)).refused, ["a.zip: many"]);
});

test("a document is said once, and not part by part", async () => {
  const parts = { "[Content_Types].xml": "<Types/>", "word/document.xml": "<w/>", "word/media/a.png": "x" };
  assert.deepEqual((await found(atOnce(parts, 6))).refused, ["a.zip: office"]);
  const open = { mimetype: "application/vnd.oasis.opendocument.text", "content.xml": "<o/>" };
  assert.deepEqual((await found(atOnce(open, 0))).refused, ["a.zip: office"]);
});

test("what a session names and its archive lacks is said by its own name", async () => {
  const files = [1, 2].map((number) => ({ name: `files/${number}.json`, path: `in/${number}.json`, note: "" }));
  const session = { format: "iso27001-readiness/desk-session", version: 1, minimums: {}, weights: {}, files };
  const texts = { "session.json": JSON.stringify(session), "files/1.json": TEXTS["one.json"] };
  const { refused } = await found(atOnce(texts, 6));
  assert.deepEqual(refused, ["in/2.json: missing"]);
});
