/** The page's reader of delimited text, bundled for the process that runs the tests. */
import { rolldown } from "rolldown";
import { mkdirSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const file = path(`../../target/exports/exports-${process.pid}.mjs`);
mkdirSync(path("../../target/exports"), { recursive: true });

const bundle = await rolldown({ input: path("../../www/sheets/delimited.ts") });
await bundle.write({ file, format: "esm" });
await bundle.close();

export const { records } = await import(file);
rmSync(file);
