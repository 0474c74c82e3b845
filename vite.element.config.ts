import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig, type Plugin } from "vite";
import { bundled } from "./pkg-config/bundled.ts";
import { tight } from "./pkg-config/tight.ts";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const version = /^version = "(.+)"$/m.exec(readFileSync(path("Cargo.toml"), "utf8"))?.[1] ?? "0.0.0";

/** In the element nothing comes late: the parts are the same files, and find here what the page's scripts hand over. */
const whole: Plugin = {
  name: "whole",
  enforce: "pre",
  resolveId(source) {
    if (source.endsWith("/kit.js")) return path("www/app/tools.ts");
    if (source.endsWith("/app/late.js")) return path("www/element/arrived.ts");
    // The package has both: the words, and the address of the module, which the user's bundler has to see as it is.
    if (source.endsWith("/advice.txt?raw")) return { id: "./advice.en.js", external: true };
    if (source === "readiness-core-url") return { id: "./core_bg.url.js", external: true };
    return null;
  },
};

/** Where there is no document, in Node, the class can be imported all the same. */
const SHIMS = `const HTMLElement = globalThis.HTMLElement ?? class {};
const CSSStyleSheet = globalThis.CSSStyleSheet ?? class {};
const document = globalThis.document ?? { createTreeWalker: () => ({}) };`;

export default defineConfig({
  root: path("www"),
  publicDir: false,
  plugins: [tight, whole, bundled],
  resolve: { alias: { "readiness-core": path("target/wasm/page/core.js") } },
  define: { __VERSION__: JSON.stringify(version) },
  build: {
    target: "es2022",
    outDir: path("target/element"),
    emptyOutDir: true,
    modulePreload: false,
    reportCompressedSize: false,
    lib: { entry: path("www/element/index.ts"), formats: ["es"], fileName: () => "element.js" },
    rolldownOptions: {
      output: {
        codeSplitting: false, // What an error or an inspector shows of a class is its name.
        minify: {
          compress: true,
          codegen: { removeWhitespace: true },
          mangle: { keepNames: { class: true, function: false } },
        },
        intro: SHIMS,
      },
    },
  },
});
