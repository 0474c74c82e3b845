/** The reader of sheets as one module, bundled for the process that runs the tests. */
import { mkdirSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const file = path(`../../target/sheets/sheets-${process.pid}.mjs`);
mkdirSync(path("../../target/sheets"), { recursive: true });

const bundle = await rolldown({ input: path("../../www/sheets/index.ts") });
await bundle.write({ file, format: "esm" });
await bundle.close();

export const { readSheets, SheetError, MOST_BYTES, MOST_CELLS } = await import(file);
rmSync(file);
