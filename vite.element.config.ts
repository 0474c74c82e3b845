import { fileURLToPath } from "node:url";
import { defineConfig, type Plugin } from "vite";
import { built, language } from "./pkg-config/vite/language.ts";
import { listPackages } from "./pkg-config/vite/list_packages.ts";
import { stripIndentation } from "./pkg-config/vite/strip_indentation.ts";
import { trustedTypesPolicy } from "./pkg-config/vite/trusted_types_policy.ts";
import { version } from "./pkg-config/vite/version.ts";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** Files of the package that stand beside the element, for the user's bundler to see as they are. */
const packageFiles: Plugin = {
  name: "package-files",
  enforce: "pre",
  resolveId(source) {
    if (source === "questionnaire-texts") return { id: "./texts.js", external: true };
    if (source.endsWith("/sheets/index.js")) return { id: "./sheets.js", external: true };
    if (source === "readiness-module-bytes") return { id: "./module_bytes.js", external: true };
    return null;
  },
};

/** Where there is no document, in Node, the class can be imported all the same; Jest's jsdom has no coders of text. */
const SHIMS = `const HTMLElement = globalThis.HTMLElement ?? class {};
const CSSStyleSheet = globalThis.CSSStyleSheet ?? class {};
const document = globalThis.document ?? { createTreeWalker: () => ({}) };
const { TextDecoder, TextEncoder } = globalThis.TextDecoder ? globalThis : globalThis.process.getBuiltinModule("node:util");`;

export default defineConfig({
  root: path("www"),
  publicDir: false,
  plugins: [stripIndentation, packageFiles, listPackages, trustedTypesPolicy],
  resolve: {
    alias: {
      "readiness-core": built("wasm/bindings/core.js"),
      "readiness-deferred": built("wasm/bindings/deferred.js"),
      language,
    },
  },
  define: { __VERSION__: JSON.stringify(version) },
  build: {
    target: "es2022",
    outDir: built("element"),
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
