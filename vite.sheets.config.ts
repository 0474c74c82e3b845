import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { built } from "./pkg-config/vite/language.ts";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** The reader of spreadsheets as an entry of the package: no wasm and no dependency in it. */
export default defineConfig({
  root: path("www"),
  publicDir: false,
  build: {
    target: "es2022",
    outDir: built("sheets-entry"),
    emptyOutDir: true,
    modulePreload: false,
    reportCompressedSize: false,
    lib: { entry: path("www/sheets/index.ts"), formats: ["es"], fileName: () => "sheets.js" },
  },
});
