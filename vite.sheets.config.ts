import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { built } from "./pkg-config/vite/language.ts";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/**
 * A part of the package without wasm and without a dependency: with the mode `sheets` the reader of spreadsheets, with
 * `text_file` text files and their encodings for who writes into one.
 */
export default defineConfig(({ mode }) => ({
  root: path("www"),
  publicDir: false,
  build: {
    target: "es2022",
    outDir: built(`${mode}-entry`),
    emptyOutDir: true,
    modulePreload: false,
    reportCompressedSize: false,
    lib: {
      entry: path(mode === "sheets" ? "www/sheets/index.ts" : `www/sheets/${mode}.ts`),
      formats: ["es"],
      fileName: () => `${mode}.js`,
    },
  },
}));
