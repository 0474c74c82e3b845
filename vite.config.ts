import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { bundled } from "./pkg-config/bundled.ts";
import { tight } from "./pkg-config/tight.ts";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

// The crate's version is the only one: page, package and file carry it.
const version = /^version = "(.+)"$/m.exec(readFileSync(path("Cargo.toml"), "utf8"))?.[1] ?? "0.0.0";

// One bundle a run, since a classic script cannot be split: `app/main`, or one of `late/*`.
const entry = process.env.PAGE_ENTRY ?? "app/main";
const name = entry.split("/").at(-1) ?? entry;

export default defineConfig({
  root: path("www"),
  base: "./",
  publicDir: false,
  plugins: [tight, bundled],
  resolve: { alias: { "readiness-core": path("target/wasm/page/core.js") } },
  define: { __VERSION__: JSON.stringify(version) },
  // The gallery reads the bindings from target/.
  server: { host: "127.0.0.1", fs: { allow: [path(".")] } },
  build: {
    target: "es2022",
    outDir: path(`target/page/${entry}`),
    emptyOutDir: true,
    cssCodeSplit: false,
    modulePreload: false,
    // Everything is in the one file: an asset by address would be a request.
    assetsInlineLimit: Number.MAX_SAFE_INTEGER,
    reportCompressedSize: false,
    rolldownOptions: {
      input: path(`www/${entry}.ts`),
      output: {
        format: "iife",
        codeSplitting: false,
        entryFileNames: `${name}.js`,
        assetFileNames: `${name}[extname]`,
      },
    },
  },
});
