import assert from "node:assert/strict";
import { cp } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { launch } from "../browser/driver/index.mjs";
import { consumer, example, serve } from "./consumer.mjs";

const long = process.env.READINESS_LONG === "1";
const TAG = "iso27001-readiness";
const PAGE = `<!doctype html><html lang="en"><head><title>Host</title></head><body><div id="app"></div><script type="module" src="/main.js"></script></body></html>`;
/** A page that uses calls and element as every bundler has to find them. */
const MAIN = `
  import { ready, Assessment } from "${TAG}";
  import "${TAG}/element/define";
  await ready();
  const assessment = Assessment.create("2022");
  assessment.respond("4.1", 3);
  const element = document.createElement("${TAG}");
  element.mode = "full";
  element.assessment = assessment.toJSON();
  document.getElementById("app").append(element);
`;
/** What each framework's component is given, and where it says what it was told. */
const PRESET = JSON.stringify({
  format: "iso27001-readiness/assessment",
  version: 1,
  edition: "2022",
  requirements: { 4.1: { answer: 3 } },
});
const HARNESS = `
  window.told = [];
  export const props = {
    assessment: ${PRESET},
    change: (summary) => told.push(summary.coverage.answered),
    complete: (result) => told.push(result.format),
  };
`;

async function esbuilt(home, entry, options = {}) {
  const { build } = await import("esbuild");
  await build({
    absWorkingDir: home,
    entryPoints: [entry],
    outfile: join(home, "out/main.js"),
    bundle: true,
    format: "esm",
    target: "es2022",
    logLevel: "error",
    define: { "process.env.NODE_ENV": '"production"' },
    ...options,
  });
  return join(home, "out");
}

/** Copies what esbuild does not: the module beside the bundle. */
const withModule = async (home, out) => {
  await cp(join(home, `node_modules/${TAG}/core_bg.wasm`), join(out, "core_bg.wasm"));
  return out;
};

const CONSUMERS = {
  async vite() {
    const home = await consumer("vite", { "main.js": MAIN, "index.html": PAGE });
    const { build } = await import("vite");
    await build({ root: home, configFile: false, logLevel: "error", build: { target: "es2022" } });
    return join(home, "dist");
  },
  async webpack() {
    const home = await consumer("webpack", { "main.js": MAIN });
    const { default: webpack } = await import("webpack");
    const config = {
      mode: "production",
      context: home,
      entry: "./main.js",
      output: { path: join(home, "out"), filename: "main.js", publicPath: "auto" },
    };
    const stats = await new Promise((done, failed) =>
      webpack(config, (error, stats) => (error ? failed(error) : done(stats))),
    );
    assert.deepEqual(stats.toJson({ all: false, errors: true }).errors, []);
    return join(home, "out");
  },
  async "esbuild, with the inline entry as the README has it"() {
    const shown = `document.getElementById("app").innerHTML = '<${TAG} mode="full"></${TAG}>';
      document.querySelector("${TAG}").assessment = '${PRESET}';`;
    const home = await consumer("esbuild", { "main.js": `${await example("Bundlers")}\n${shown}` });
    return esbuilt(home, "main.js");
  },
  async react() {
    const main = `import { createRoot } from "react-dom/client";
      import { props } from "./harness.js";
      import { Review } from "./review.jsx";
      createRoot(document.getElementById("app")).render(<Review assessment={props.assessment} onChange={props.change} onComplete={props.complete} />);`;
    const home = await consumer("react", {
      "main.jsx": main,
      "harness.js": HARNESS,
      "review.jsx": await example("React"),
    });
    return withModule(home, await esbuilt(home, "main.jsx", { jsx: "automatic" }));
  },
  async vue() {
    const main = `import { createApp, h } from "vue/dist/vue.esm-bundler.js";
      import { props } from "./harness.js";
      import Review from "./review.js";
      const app = createApp({ render: () => h(Review, { assessment: props.assessment, onChange: props.change, onComplete: props.complete }) });
      app.config.compilerOptions.isCustomElement = (tag) => tag === "${TAG}";
      app.mount("#app");`;
    const home = await consumer("vue", { "main.js": main, "harness.js": HARNESS, "review.js": await example("Vue") });
    const flags = {
      __VUE_OPTIONS_API__: "true",
      __VUE_PROD_DEVTOOLS__: "false",
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: "false",
      "process.env.NODE_ENV": '"production"',
    };
    return withModule(home, await esbuilt(home, "main.js", { define: flags }));
  },
  async svelte() {
    const main = `import { mount } from "svelte";
      import { props } from "./harness.js";
      import Review from "./Review.svelte";
      mount(Review, { target: document.getElementById("app"), props: { assessment: props.assessment, onchange: props.change, oncomplete: props.complete } });`;
    const { compile } = await import("svelte/compiler");
    const { js } = compile(await example("Svelte"), { filename: "Review.svelte", generate: "client" });
    const home = await consumer("svelte", { "main.js": main, "harness.js": HARNESS, "Review.svelte": js.code });
    return withModule(
      home,
      await esbuilt(home, "main.js", { loader: { ".svelte": "js" }, conditions: ["browser", "svelte"] }),
    );
  },
  async angular() {
    // Compiled in the browser, so that no tool of Angular's has to be run.
    const main = `import "@angular/compiler";
      import { createComponent } from "@angular/core";
      import { createApplication } from "@angular/platform-browser";
      import { props } from "./harness.js";
      import { Review } from "./review.js";
      const application = await createApplication();
      const review = createComponent(Review, { environmentInjector: application.injector, hostElement: document.getElementById("app") });
      review.setInput("assessment", props.assessment);
      review.instance.changed.subscribe(props.change);
      review.instance.completed.subscribe(props.complete);
      application.attachView(review.hostView);`;
    const home = await consumer("angular", {
      "main.js": main,
      "harness.js": HARNESS,
      "review.ts": await example("Angular"),
    });
    const tsconfigRaw = { compilerOptions: { experimentalDecorators: true, useDefineForClassFields: false } };
    return withModule(home, await esbuilt(home, "main.js", { tsconfigRaw, define: {} }));
  },
};

describe("the packed package in bundlers and frameworks", {
  skip: !long && "in the long run",
  timeout: 600_000,
}, () => {
  let browser;
  before(async () => {
    browser = await launch("chromium");
  });
  after(() => browser?.close());

  for (const [name, make] of Object.entries(CONSUMERS)) {
    test(name, async () => {
      const host = await serve({ "/": await make() }, { "/": name === "vite" ? undefined : PAGE });
      try {
        browser.errors.length = 0;
        await browser.open(host.url);
        await browser.waitFor({ css: "#q-4-1-3" });
        assert.equal(await browser.property({ css: "#q-4-1-3" }, "checked"), true);
        await browser.click({ css: "#q-4-2-2" });
        const answers = () =>
          browser.evaluate((tag) => JSON.parse(document.querySelector(tag).assessment).requirements, TAG);
        assert.deepEqual(Object.keys(await answers()), ["4.1", "4.2"]);
        if (["react", "vue", "svelte", "angular"].includes(name)) {
          await browser.waitFor(
            () => browser.evaluate(() => window.told.at(-1) === 2),
            "the change, told to the component",
          );
          await browser.click({ css: "nav a", text: "Result" });
          await browser.click({ css: "#complete" });
          await browser.waitFor(
            () => browser.evaluate(() => window.told.at(-1) === "iso27001-readiness/result"),
            "the result, handed to the component",
          );
          assert.deepEqual(Object.keys(await answers()), ["4.1", "4.2"]);
        }
        assert.deepEqual(await browser.consoleErrors(), []);
        assert.deepEqual(host.missing, []);
      } finally {
        host.close();
      }
    });
  }
});
