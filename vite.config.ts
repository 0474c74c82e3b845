import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { built, language } from "./pkg-config/vite/language.ts";
import { listPackages } from "./pkg-config/vite/list_packages.ts";
import { SHARED, sharedModules } from "./pkg-config/vite/shared_modules.ts";
import { stripIndentation } from "./pkg-config/vite/strip_indentation.ts";
import { version } from "./pkg-config/vite/version.ts";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

// One bundle a run, since a classic script cannot be split: `app/main`, or one of `deferred/*`.
const APP = "app/main";
const entry = process.env.PAGE_ENTRY ?? APP;
const name = entry.split("/").at(-1) ?? entry;
const source = (of: string) => path(`www/${of}.ts`);
const deferred = readdirSync(path("www/deferred"))
  .filter((file) => file.endsWith(".ts"))
  .map((file) => path(`www/deferred/${file}`));

export default defineConfig(({ command }) => ({
  root: path("www"),
  base: "./",
  publicDir: false,
  // The gallery is served module by module, and shares them as they are.
  plugins: [
    // The desk is a page of its own, and shares nothing.
    ...(command === "build" && !entry.startsWith("desk/") ? [sharedModules(source(entry), source(APP), deferred)] : []),
    stripIndentation,
    listPackages,
  ],
  resolve: {
    alias: {
      "readiness-core": built("wasm/bindings/core.js"),
      "questionnaire-texts": built("texts.js"),
      "readiness-deferred": built("wasm/bindings/deferred.js"),
      language,
    },
  },
  define: { __VERSION__: JSON.stringify(version) },
  // The gallery reads the bindings from target/.
  server: { host: "127.0.0.1", fs: { allow: [path(".")] } },
  build: {
    target: "es2022",
    outDir: built(`page/${entry}`),
    emptyOutDir: true,
    cssCodeSplit: false,
    modulePreload: false,
    // Everything is in the one file: an asset by address would be a request.
    assetsInlineLimit: Number.MAX_SAFE_INTEGER,
    reportCompressedSize: false,
    rolldownOptions: {
      input: source(entry),
      // Otherwise what the app's script hands over would be left out of it.
      preserveEntrySignatures: "strict",
      output: {
        format: "iife",
        // The app's script alone exports anything; `www/app/main.ts` by itself does not.
        ...(entry === APP ? { name: SHARED, exports: "named", esModule: false } : {}),
        generatedCode: { symbols: false },
        codeSplitting: false,
        entryFileNames: `${name}.js`,
        assetFileNames: `${name}[extname]`,
      },
    },
  },
}));
