/** What reads sheets and archives, bundled for the process that runs the tests. */
import { mkdirSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));

async function bundled(input) {
  const file = path(`../../target/sheets/${input.replaceAll("/", "-")}-${process.pid}.mjs`);
  mkdirSync(path("../../target/sheets"), { recursive: true });
  const bundle = await rolldown({ input: path(`../../www/${input}.ts`) });
  await bundle.write({ file, format: "esm" });
  await bundle.close();
  const module = await import(file);
  rmSync(file);
  return module;
}

export const { readSheets, SheetError, MOST_BYTES, MOST_CELLS } = await bundled("sheets/index");
/** How the review desk takes apart what it is given. */
export const { itemsOf } = await bundled("desk/engine/reading");
