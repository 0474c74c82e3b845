// What a host sets again: equal to what it set, or handed back late, it changes nothing; a real replacement can be undone.
import assert from "node:assert/strict";
import { cp } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { build } from "esbuild";
import { compile } from "svelte/compiler";
import { launch } from "../browser/driver/index.mjs";
import { consumer, example, serve } from "./consumer.mjs";
import { file, hosted, page, SCRIPT, TAG } from "./hosted.mjs";

const PRESET = file({ requirements: { 4.1: { answer: 3 } } });
const levels = (answers) => Object.fromEntries(Object.entries(answers).map(([id, { answer }]) => [id, answer]));

describe("an assessment that is set again", { timeout: 120_000 }, () => {
  let there;
  before(async () => {
    there = await hosted("chromium", "echo");
  });
  after(() => there?.close());
  const open = async (given = PRESET) => {
    await there.open(page(`<${TAG} id="a" mode="full"></${TAG}>${SCRIPT}`));
    await there.on((given) => {
      window.given = given;
      window.a = document.getElementById("a");
      window.answer = (id, level) => a.session.change(id, "", (assessment) => assessment.respond(id, level));
      if (given) a.assessment = given;
    }, given);
  };
  const answers = async () => levels(await there.answers());

  test("equal to what was set, in whatever form, it changes nothing", async () => {
    await open();
    await there.on(() => {
      answer("4.2", 2);
      a.assessment = structuredClone(given);
      a.assessment = JSON.stringify(given);
      a.assessment = JSON.stringify({ edition: given.edition, requirements: given.requirements, ...given }, null, 7);
      a.value = given;
    });
    assert.deepEqual(await answers(), { 4.1: 3, 4.2: 2 });
    await there.on(() => a.reset());
    assert.deepEqual(await answers(), { 4.1: 3 }, "reset() goes back to what was set");
  });

  test("a text that the element handed out, however late it comes back, changes nothing", async () => {
    await open();
    await there.on(() => {
      const late = [a.assessment];
      for (let level = 0; level <= 5; level += 1) {
        answer("4.2", level);
        late.push(a.assessment, { ...a.session.file });
      }
      answer("4.3", 1);
      for (const one of late) a.assessment = one;
    });
    assert.deepEqual(await answers(), { 4.1: 3, 4.2: 5, 4.3: 1 });
    await there.on(() => a.reset());
    assert.deepEqual(await answers(), { 4.1: 3 }, "an echo is not what reset() goes back to");
  });

  test("what was never set by the host is not wiped by an empty one that a framework sets", async () => {
    await open(null);
    await there.on(() => {
      answer("4.2", 4);
      for (const empty of ["", null, undefined]) a.assessment = empty;
    });
    assert.deepEqual(await answers(), { 4.2: 4 });
    await there.on(() => a.reset());
    assert.deepEqual(await answers(), {});
  });

  test("another assessment takes the place of this one, also the one before, and each can be undone", async () => {
    await open();
    const seen = await there.on(() => {
      const now = () => JSON.parse(a.assessment).requirements;
      const other = { ...given, requirements: { 4.3: { answer: 1 } } };
      const seen = [];
      answer("4.2", 2);
      const mine = a.assessment;
      a.assessment = other;
      seen.push(Object.keys(now()));
      answer("4.4", 1);
      a.assessment = mine;
      seen.push(Object.keys(now()));
      for (let n = 0; n < 3; n += 1) {
        a.session.step("undo");
        seen.push(Object.keys(now()));
      }
      return seen;
    });
    assert.deepEqual(seen, [["4.3"], ["4.1", "4.2"], ["4.3", "4.4"], ["4.3"], ["4.1", "4.2"]]);
  });

  test("reset() and a form's reset can be undone, with what was just being typed", async () => {
    await open();
    await there.on(() => {
      answer("4.2", 2);
      a.session.later("note", () =>
        a.session.change("note", "", (assessment) => assessment.annotate("4.2", { note: "just typed" })),
      );
      a.formResetCallback();
    });
    assert.deepEqual(await answers(), { 4.1: 3 });
    await there.on(() => a.session.step("undo"));
    assert.equal((await there.answers())["4.2"].note, "just typed");
  });

  test("with the example open, what the person had is what a replacement is undone to", async () => {
    await open();
    await there.on(() => {
      answer("4.2", 2);
      a.session.openExample();
      a.assessment = { ...given, requirements: {} };
      a.session.step("undo");
    });
    assert.deepEqual(await answers(), { 4.1: 3, 4.2: 2 });
  });

  test("a thousand late echoes cost no thousand texts", async () => {
    await open();
    const found = await there.on(() => {
      const first = a.assessment;
      for (let n = 0; n < 1_200; n += 1)
        a.session.change("note", "", (assessment) => assessment.annotate("4.1", { note: `n${n}` }));
      const recent = a.assessment;
      answer("4.2", 2);
      a.assessment = recent;
      const kept = JSON.parse(a.assessment).requirements["4.2"]?.answer;
      a.assessment = first;
      return [kept, JSON.parse(a.assessment).requirements["4.2"]?.answer ?? null];
    });
    assert.deepEqual(found, [2, null], "the oldest are forgotten, and what then replaces can be undone");
  });
});

/** The README's component in an application that draws it anew with an equal literal, or with what it is given. */
const FRAMEWORKS = {
  async react() {
    const main = `import { createRoot } from "react-dom/client";
      import { useState } from "react";
      import { Review } from "./review.jsx";
      function App() {
        const [given, set] = useState({});
        window.give = (value) => set({ value });
        return <Review assessment={given.value ?? { ...${JSON.stringify(PRESET)} }} onChange={() => {}} onComplete={() => {}} />;
      }
      createRoot(document.getElementById("app")).render(<App />);`;
    return [await consumer("echo-react", { "main.jsx": main, "review.jsx": await example("React") }), "main.jsx"];
  },
  async vue() {
    const main = `import { createApp, h, shallowRef } from "vue/dist/vue.esm-bundler.js";
      import Review from "./review.js";
      const given = shallowRef({});
      window.give = (value) => (given.value = { value });
      const app = createApp({ render: () => h(Review, { assessment: given.value.value ?? ${JSON.stringify(PRESET)} }) });
      app.config.compilerOptions.isCustomElement = (tag) => tag === "${TAG}";
      app.mount("#app");`;
    return [await consumer("echo-vue", { "main.js": main, "review.js": await example("Vue") }), "main.js"];
  },
  async svelte() {
    const compiled = (code, filename) => compile(code, { filename, generate: "client" }).js.code;
    const app = `<script>
      import Review from "./Review.svelte";
      let given = $state.raw({});
      window.give = (value) => (given = { value });
    </script>
    <Review assessment={given.value ?? ${JSON.stringify(PRESET)}} />`;
    const home = await consumer("echo-svelte", {
      "main.js": `import { mount } from "svelte"; import App from "./App.svelte"; mount(App, { target: document.getElementById("app") });`,
      "App.svelte": compiled(app, "App.svelte"),
      "Review.svelte": compiled(await example("Svelte"), "Review.svelte"),
    });
    return [home, "main.js"];
  },
};

describe("an equal literal, an echo and a late echo", { timeout: 300_000 }, () => {
  let browser;
  before(async () => {
    browser = await launch("chromium");
  });
  after(() => browser?.close());

  for (const [name, make] of Object.entries(FRAMEWORKS))
    test(`in ${name} wipe nothing`, async () => {
      const [home, entry] = await make();
      await build({
        absWorkingDir: home,
        entryPoints: [entry],
        outfile: join(home, "out/main.js"),
        bundle: true,
        format: "esm",
        target: "es2022",
        logLevel: "error",
        jsx: "automatic",
        loader: { ".svelte": "js" },
        conditions: ["browser", "svelte"],
        define: {
          "process.env.NODE_ENV": '"production"',
          __VUE_OPTIONS_API__: "true",
          __VUE_PROD_DEVTOOLS__: "false",
          __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: "false",
        },
      });
      await cp(join(home, `node_modules/${TAG}/core_bg.wasm`), join(home, "out/core_bg.wasm"));
      const host = await serve(
        { "/": join(home, "out") },
        { "/": `<!doctype html><title>Host</title><div id="app"></div><script type="module" src="/main.js"></script>` },
      );
      try {
        await browser.open(host.url);
        await browser.waitFor({ css: "#q-4-1-3" });
        const levelsNow = async () =>
          levels(await browser.evaluate((tag) => JSON.parse(document.querySelector(tag).assessment).requirements, TAG));
        const drawn = () =>
          browser.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 20))));
        await browser.click({ css: "#q-4-2-2" });
        const first = await browser.evaluate((tag) => document.querySelector(tag).assessment, TAG);
        await browser.evaluate(() => give());
        await drawn();
        assert.deepEqual(await levelsNow(), { 4.1: 3, 4.2: 2 }, "an equal literal");
        await browser.evaluate((text) => give(text), first);
        await drawn();
        await browser.click({ css: "#q-4-3-1" });
        await browser.evaluate((text) => give(`${text}\n`), first);
        await drawn();
        assert.deepEqual(await levelsNow(), { 4.1: 3, 4.2: 2, 4.3: 1 }, "a late echo");
        await browser.evaluate((preset) => give({ ...preset, requirements: { 5.1: { answer: 4 } } }), PRESET);
        await drawn();
        assert.deepEqual(await levelsNow(), { 5.1: 4 }, "another assessment");
        await browser.evaluate((tag) => document.querySelector(tag).session.step("undo"), TAG);
        assert.deepEqual(await levelsNow(), { 4.1: 3, 4.2: 2, 4.3: 1 }, "undone");
      } finally {
        host.close();
      }
    });
});
