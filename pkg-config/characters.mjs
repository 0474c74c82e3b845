// Looks for better characters for the bytes of the modules' code (`TABLE` in xtask/src/build/encoding.rs): exchanges one or two
// pairs at a time and keeps what makes brotli smaller. `node pkg-config/characters.mjs MINUTES` after `cargo xtask build`; prints
// what it found as lines for that file.
import { readFileSync } from "node:fs";
import { brotliCompressSync, constants } from "node:zlib";

const BYTES = 256;
const minutes = Number(process.argv[2] ?? 10);
const page = readFileSync(new URL("../dist/iso27001-readiness.html", import.meta.url), "utf8");

/** The table of a module in the page, and its code as bytes. */
function code(id) {
  const [, length, text] = page.match(new RegExp(`id="${id}" data-code="(\\d+)">([^]*?)</script>`));
  const characters = [...text];
  const table = characters.slice(0, BYTES);
  const byteOf = new Map(table.map((character, byte) => [character, byte]));
  const bytes = characters.slice(BYTES, BYTES + Number(length)).map((character) => byteOf.get(character));
  return { table, bytes };
}

const modules = ["wasm", "deferred-wasm"].map(code);
const bytes = modules.flatMap((module) => module.bytes);
const counts = Array(BYTES).fill(0);
for (const byte of bytes) counts[byte] += 1;
const frequent = [...counts.keys()].sort((one, other) => counts[other] - counts[one]);

const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
const sizeOf = (table) => brotliCompressSync(bytes.map((byte) => table[byte]).join(""), { params }).length;
/** One of the first of these rather than of the last. */
const among = (most) => frequent[Math.floor(Math.random() * Math.random() * most)];

let table = modules[0].table;
let size = sizeOf(table);
console.log(`${bytes.length} bytes of code: ${size} as brotli`);
for (const end = Date.now() + minutes * 60_000; Date.now() < end; ) {
  const tried = [...table];
  for (let pairs = Math.random() < 0.5 ? 1 : 2; pairs > 0; pairs--) {
    const [one, other] = [among(100), among(130)];
    [tried[one], tried[other]] = [tried[other], tried[one]];
  }
  const found = sizeOf(tried);
  if (found < size) [table, size] = [tried, found];
}
console.log(size);
for (let at = 0; at < BYTES; at += 64) console.log(`    ${JSON.stringify(table.slice(at, at + 64).join(""))},`);
