// The package in an instance of its own: a copy of its files, since a module is loaded once from each address.
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { dist } from "./package.mjs";

export const bytes = await readFile(new URL("core_bg.wasm", dist));
export const deferredBytes = await readFile(new URL("deferred_bg.wasm", dist));
export const exchangeBytes = await readFile(new URL("exchange_bg.wasm", dist));

async function copied() {
  const folder = await mkdtemp(join(tmpdir(), "readiness-copy-"));
  process.once("exit", () => void rm(folder, { recursive: true, force: true }));
  await cp(dist, folder, { recursive: true });
  return folder;
}

/** Entries of one fresh copy. */
export async function freshEntries(...entries) {
  const folder = await copied();
  return Promise.all(entries.map((entry) => import(pathToFileURL(join(folder, entry)))));
}

/** An entry of a fresh copy; `address` is where its files seem to lie. */
export async function fresh(entry = "index.js", address = undefined) {
  const folder = await copied();
  if (address !== undefined) {
    const file = join(folder, "module_bytes.js");
    const text = await readFile(file, "utf8");
    await writeFile(file, text.replace("import.meta.url", JSON.stringify(address)));
  }
  return import(pathToFileURL(join(folder, entry)));
}

/** The module with no more memory than it starts with and some pages: it traps as soon as it wants more. */
export function starved(pages = 64, of = bytes) {
  const number = (at) => {
    let value = 0;
    for (let shift = 0; ; shift += 7, at += 1) {
      value += (of[at] & 0x7f) << shift;
      if (of[at] < 0x80) return [value, at + 1];
    }
  };
  const written = (value) => {
    const made = [];
    for (; value > 0x7f; value >>>= 7) made.push((value & 0x7f) | 0x80);
    return [...made, value];
  };
  for (let at = 8; at < of.length; ) {
    const [size, body] = number(at + 1);
    // The fifth section has the memories: how many, with a limit or not, and the first size.
    if (of[at] === 5) {
      const [least] = number(body + 2);
      const limits = [1, 1, ...written(least), ...written(least + pages)];
      return Buffer.concat([of.subarray(0, at), Buffer.from([5, limits.length, ...limits]), of.subarray(body + size)]);
    }
    at = body + size;
  }
  throw new Error("the module has no memory");
}
