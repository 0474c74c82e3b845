import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import { engines, launch } from "../browser/driver/index.mjs";
import { violations } from "../browser/support/access.mjs";
import { consumer, example, installed, serve } from "./consumer.mjs";

const TAG = "iso27001-readiness";
const SCRIPT = `<script type="module" src="/${TAG}/element/define.js"></script>`;
const LISTEN = `<script>
  window.told = [];
  for (const name of ["ready", "change", "complete", "error"])
    document.addEventListener("readiness-" + name, (event) => told.push({ name, id: event.target.id, detail: event.detail ?? null, kind: event.constructor.name }));
</script>`;
const page = (body, head = "") =>
  `<!doctype html><html lang="en"><head><title>Host</title>${head}${LISTEN}</head><body>${body}</body></html>`;

/** Half a second: twice what a change waits before it is told. */
const QUIET = 500;

const tried = process.env.READINESS_LONG === "1" ? engines : engines.filter((engine) => engine === "chromium");
for (const engine of tried)
  describe(`the element in a page, from a plain script tag, in ${engine}`, { timeout: 300_000 }, () => {
    let host;
    let browser;
    const pages = {};
    before(async () => {
      const home = await consumer("script");
      host = await serve({ [`/${TAG}/`]: installed(home) }, pages);
      browser = await launch(engine);
    });
    after(async () => {
      await browser?.close();
      host?.close();
    });
    beforeEach(() => {
      host.missing.length = 0;
      browser.errors.length = 0;
    });

    const open = async (html, ready = 1) => {
      pages["/"] = html;
      await browser.open(host.url);
      await told("ready", ready);
    };
    const told = (name, count = 1) =>
      browser.waitFor(async () => {
        const all = (await browser.evaluate(() => window.told)).filter((one) => one.name === name);
        return all.length >= count && all;
      }, `${count} readiness-${name}`);
    const all = () => browser.evaluate(() => window.told.map((one) => one.name));
    const quiet = () => new Promise((wake) => setTimeout(wake, QUIET));
    const on = (run, argument) => browser.evaluate(run, argument);
    const says = (css, text) =>
      browser.waitFor(
        () =>
          on(
            ({ css, text }) =>
              [...document.getElementById("a").shadowRoot.querySelectorAll(css)].some((one) =>
                one.textContent.includes(text),
              ),
            { css, text },
          ),
        `${JSON.stringify(text)} in ${css}`,
      );
    const answers = (id) => on((id) => JSON.parse(document.getElementById(id).assessment).requirements ?? {}, id);
    const calm = async () => {
      assert.deepEqual(await browser.consoleErrors(), []);
      assert.deepEqual(host.missing, []);
    };

    test("starts, says so once, and leaves title, address and head of the page alone", async () => {
      await open(page(`${SCRIPT}<${TAG} id="a"></${TAG}>`));
      await quiet();
      assert.deepEqual(await all(), ["ready"]);
      const [{ kind }] = await told("ready");
      assert.equal(kind, "ReadinessReadyEvent");
      const [title, hash, length, head] = await on(() => [
        document.title,
        location.hash,
        history.length,
        document.head.querySelectorAll("style, link").length,
      ]);
      assert.deepEqual([title, hash, head], ["Host", "", 0]);
      await browser.click({ css: "nav a", text: "Result" });
      await says("h1", "Result");
      assert.deepEqual(await on(() => [document.title, location.hash, history.length]), ["Host", "", length]);
      await calm();
    });

    test("the person's answer is told once, after a pause, and stands in the assessment at once", async () => {
      await open(page(`${SCRIPT}<${TAG} id="a" mode="full"></${TAG}>`));
      const now = await on(() => {
        const element = document.getElementById("a");
        const click = (css) => element.shadowRoot.querySelector(css).click();
        click("#q-4-1-3");
        const now = JSON.parse(element.assessment).requirements["4.1"].answer;
        click("#q-4-2-2");
        return now;
      });
      assert.equal(now, 3);
      const [{ detail, kind }] = await told("change");
      await quiet();
      assert.equal(kind, "ReadinessChangeEvent");
      assert.equal(detail.coverage.answered, 2);
      assert.deepEqual(await all(), ["ready", "change"]);
      await calm();
    });

    test("what the host sets is never told to it, and what cannot be read throws and changes nothing", async () => {
      await open(page(`${SCRIPT}<${TAG} id="a"></${TAG}>`));
      const result = await on(() => {
        const element = document.getElementById("a");
        element.assessment = {
          format: "iso27001-readiness/assessment",
          version: 1,
          edition: "2013",
          portal: { case: 7 },
          requirements: { "A.5.1.1": { answer: 4 } },
        };
        const before = element.assessment;
        let thrown;
        try {
          element.assessment = { ...JSON.parse(before), requirements: { "A.99": { answer: 4 } } };
        } catch (error) {
          thrown = { name: error.name, code: error.code, subject: error.subject };
        }
        element.mode = "quick";
        element.readonly = true;
        element.readonly = false;
        return {
          same: before === element.assessment,
          thrown,
          edition: element.edition,
          portal: JSON.parse(before).portal,
          report: element.report.edition,
        };
      });
      assert.equal(result.thrown.name, "ReadinessError");
      assert.match(result.thrown.subject, /A\.99/);
      assert.deepEqual(
        { ...result, thrown: 0 },
        { same: true, thrown: 0, edition: "2013", portal: { case: 7 }, report: "2013" },
      );
      await on(() => document.getElementById("a").reset());
      assert.equal((await answers("a"))["A.5.1.1"].answer, 4);
      await quiet();
      assert.deepEqual(await all(), ["ready"]);
      await calm();
    });

    test("properties and attributes set before the definition are taken over", async () => {
      const early = `<${TAG} id="a" edition="2013"></${TAG}><script>
      const early = document.getElementById("a");
      early.minimums = { "A.5.1.1": 2 };
      early.mode = "full";
      early.assessment = '{"format":"iso27001-readiness/assessment","version":1,"edition":"2013","requirements":{"A.5.1.1":{"answer":1}}}';
    </script>`;
      await open(page(`${early}${SCRIPT}`));
      const taken = await on(() => {
        const { mode, shortfalls, edition } = document.getElementById("a");
        return {
          mode,
          shortfalls,
          edition,
          own: Object.keys(document.getElementById("a")).filter((key) => !key.startsWith("_")),
        };
      });
      assert.deepEqual(taken, {
        mode: "full",
        edition: "2013",
        shortfalls: [{ id: "A.5.1.1", minimum: 2, answer: 1 }],
        own: taken.own,
      });
      for (const name of ["minimums", "mode", "assessment"]) assert.ok(!taken.own.includes(name), name);
    });

    test("an assessment that cannot be read before the start is an event, and the element is empty", async () => {
      await open(
        page(`<${TAG} id="a"></${TAG}><script>document.getElementById("a").assessment = "{";</script>${SCRIPT}`),
      );
      const [{ detail, kind }] = await told("error");
      assert.equal(kind, "ReadinessErrorEvent");
      assert.match(detail.code, /^[a-z-]+$/);
      assert.deepEqual(await answers("a"), {});
    });

    test("several stand on one page, each with answers, view and steps of its own, also after one has read a file", async () => {
      await open(page(`${SCRIPT}<${TAG} id="a" mode="full"></${TAG}><${TAG} id="b" edition="2013"></${TAG}>`), 2);
      await on(() => document.getElementById("b").focusRequirement("5.1"));
      await on(() => document.getElementById("a").shadowRoot.querySelector("#q-4-1-5").click());
      await browser.waitFor(
        () => on(() => document.getElementById("b").shadowRoot.querySelector("#q-5-1-2") !== null),
        "a question in the second",
      );
      await on(() => document.getElementById("b").shadowRoot.querySelector("#q-5-1-2").click());
      assert.deepEqual(Object.keys(await answers("a")), ["4.1"]);
      assert.deepEqual(Object.keys(await answers("b")), ["5.1"]);
      // Opening a file throws the core's instance away; the other element must not notice.
      await on(() =>
        [...document.getElementById("a").shadowRoot.querySelectorAll("nav.views a")]
          .find((link) => link.textContent === "Settings and privacy")
          .click(),
      );
      await browser.waitFor(
        () => on(() => document.getElementById("a").shadowRoot.querySelector("#data-file") !== null),
        "the place for a file",
      );
      await on(() => {
        const input = document.getElementById("a").shadowRoot.querySelector("#data-file");
        const text = document.getElementById("b").assessment;
        const transfer = new DataTransfer();
        transfer.items.add(new File([text], "b.iso27001.json"));
        input.files = transfer.files;
        input.dispatchEvent(new Event("change"));
      });
      await browser.waitFor(
        () => on(() => document.getElementById("a").shadowRoot.querySelector("dialog[open]") !== null),
        "the question whether to replace",
      );
      await on(() => document.getElementById("b").shadowRoot.querySelector("#q-5-1-4").click());
      assert.equal((await answers("b"))["5.1"].answer, 4);
      assert.deepEqual(Object.keys(await answers("a")), ["4.1"]);
      await on(() => document.getElementById("a").shadowRoot.querySelector("dialog button.primary").click());
      await browser.waitFor(async () => (await answers("a"))["5.1"]?.answer === 2, "the file in the first");
      assert.equal((await answers("b"))["5.1"].answer, 4);
      await calm();
    });

    test("moved or taken out and put back it keeps its answers, and leaves no listener behind", async () => {
      const count = `<script>
      window.listening = 0;
      for (const target of [window, document]) {
        const add = target.addEventListener, remove = target.removeEventListener;
        target.addEventListener = function (...all) { listening += 1; return add.apply(this, all); };
        target.removeEventListener = function (...all) { listening -= 1; return remove.apply(this, all); };
      }
    </script>`;
      await open(
        page(`<div id="one"><${TAG} id="a" mode="full"></${TAG}></div><div id="two"></div>${SCRIPT}`).replace(
          "</head>",
          `${count}</head>`,
        ),
      );
      // By script: the driver's own click listens too.
      await on(() => document.getElementById("a").shadowRoot.querySelector("#q-4-1-3").click());
      const [inside, moved, out] = await on(async () => {
        const element = document.getElementById("a");
        const during = window.listening;
        // For going out of sight, for keys and two for printing while it is in it; what else is counted is the driver's.
        document.getElementById("two").append(element);
        await element.updateComplete;
        const moved = JSON.parse(element.assessment).requirements["4.1"].answer;
        element.remove();
        await new Promise((wake) => setTimeout(wake, 50));
        const out = window.listening;
        document.getElementById("one").append(element);
        return [during, moved, out];
      });
      assert.equal(moved, 3);
      assert.equal(inside - out, 4);
      await browser.click({ css: "#q-4-2-3" });
      assert.deepEqual(Object.keys(await answers("a")).sort(), ["4.1", "4.2"]);
      assert.deepEqual(
        (await all()).filter((name) => name === "ready"),
        ["ready"],
      );
      await calm();
    });

    test("is a part of a form: submitted, reset, disabled, restored", async () => {
      await open(
        page(`<form><fieldset><${TAG} id="a" name="answers" mode="full"></${TAG}></fieldset></form>${SCRIPT}`),
      );
      const submitted = () => on(() => new FormData(document.querySelector("form")).get("answers"));
      await browser.click({ css: "#q-4-1-3" });
      const text = await submitted();
      assert.equal(text, await browser.property({ css: "#a" }, "assessment"));
      assert.equal(JSON.parse(text).requirements["4.1"].answer, 3);
      await on(() => (document.querySelector("fieldset").disabled = true));
      assert.equal(await submitted(), null);
      await browser.waitFor(
        () => on(() => document.getElementById("a").shadowRoot.querySelector("#q-4-1-5").disabled),
        "disabled levels",
      );
      await on(() => (document.querySelector("fieldset").disabled = false));
      await told("change");
      await on(() => document.querySelector("form").reset());
      assert.deepEqual(JSON.parse(await submitted()).requirements ?? {}, {});
      await on((text) => document.getElementById("a").formStateRestoreCallback(text, "restore"), text);
      assert.equal(await submitted(), text);
      await on(() => document.getElementById("a").setCustomValidity("not yet"));
      assert.equal(await on(() => document.querySelector("form").checkValidity()), false);
      await quiet();
      assert.deepEqual(await all(), ["ready", "change"]);
    });

    test("the result is handed over by the person alone, and a portal's check agrees", async () => {
      await open(page(`${SCRIPT}<${TAG} id="a" mode="full"></${TAG}>`));
      await browser.click({ css: "#q-4-1-3" });
      await browser.click({ css: "nav a", text: "Result" });
      await browser.click({ css: "#complete" });
      const [{ detail, kind }] = await told("complete");
      assert.equal(kind, "ReadinessCompleteEvent");
      assert.equal(detail.format, "iso27001-readiness/result");
      const { verify } = await import(new URL("../../dist/npm/node.js", import.meta.url));
      const { ok, differences } = verify(detail);
      assert.deepEqual({ ok, differences }, { ok: true, differences: [] });
    });

    test("sections can be hidden, answers locked, minimums shown", async () => {
      const preset = {
        format: "iso27001-readiness/assessment",
        version: 1,
        edition: "2022",
        requirements: { 4.1: { answer: 4 } },
      };
      await open(page(`${SCRIPT}<${TAG} id="a" mode="full" hide="learn quick A.7" lock="4.1 documents"></${TAG}>`));
      await on((preset) => {
        const element = document.getElementById("a");
        element.assessment = preset;
        element.minimums = { 4.2: 3, "A.5.19": 3 };
      }, preset);
      await says("[part=minimums]", "0 of 2");
      const seen = await on(() => {
        const { shadowRoot: inside } = document.getElementById("a");
        const texts = (css) => [...inside.querySelectorAll(css)].map((one) => one.textContent.trim());
        return {
          views: texts("nav.views a").includes("Learn"),
          groups: texts("nav.sections h2").some((title) => title.startsWith("A.7")),
          choice: inside.querySelector(".switch"),
          locked: inside.querySelector("#q-4-1-0").disabled,
          free: inside.querySelector("#q-4-2-0").disabled,
          said: texts("#q-4-2 [part=minimum]"),
        };
      });
      assert.deepEqual(
        { ...seen, said: 0 },
        { views: false, groups: false, choice: null, locked: true, free: false, said: 0 },
      );
      assert.match(seen.said[0], /at least 3 Defined/);
      await browser.click({ css: "#q-4-2-3" });
      await says("[part=minimums]", "1 of 2");
      assert.deepEqual(await on(() => document.getElementById("a").shortfalls), [
        { id: "A.5.19", minimum: 3, answer: null },
      ]);
      // Whatever way leads to a locked answer, it stays.
      await on(() =>
        document.getElementById("a").session.change("x", "", (assessment) => assessment.respond("4.1", 0)),
      );
      await on(() => document.getElementById("a").session.start("2013", "#/start"));
      assert.equal((await answers("a"))["4.1"].answer, 4);
      assert.equal(await on(() => document.getElementById("a").edition), "2022");
      await calm();
    });

    test("readonly shows everything and changes nothing", async () => {
      await open(page(`${SCRIPT}<${TAG} id="a" mode="full" readonly></${TAG}>`));
      const changed = await on(() => {
        const element = document.getElementById("a");
        const before = element.assessment;
        element.shadowRoot.querySelector("#q-4-1-3").click();
        element.session.change("x", "", (assessment) => assessment.respond("4.1", 3));
        element.session.deleteAll();
        return before !== element.assessment;
      });
      assert.equal(changed, false);
    });

    test("focusRequirement opens a question, an area or a document, and refuses what there is not", async () => {
      await open(page(`${SCRIPT}<${TAG} id="a"></${TAG}>`));
      for (const [id, focused] of [
        ["A.8.24", "q-A-8-24-legend"],
        ["policy", "q-area-policy-legend"],
        ["isms_scope", "d-isms_scope-legend"],
      ]) {
        await on((id) => document.getElementById("a").focusRequirement(id), id);
        await browser.waitFor(
          () => on((id) => document.getElementById("a").shadowRoot.activeElement?.id === id, focused),
          focused,
        );
      }
      const thrown = await on(() => {
        try {
          document.getElementById("a").focusRequirement("A.99");
        } catch ({ name, code, subject }) {
          return { name, code, subject };
        }
      });
      assert.deepEqual(thrown, { name: "ReadinessError", code: "unknown-id", subject: "A.99" });
    });

    test("no style leaks in or out, and the documented properties reach what they name", async () => {
      const hostile = `<style>
      html { font-size: 62.5%; }
      * { letter-spacing: 0.4em; color: rgb(255, 0, 0); text-transform: uppercase; --accent: rgb(255, 0, 0); --ink: rgb(255, 0, 0); visibility: inherit; line-height: 3; }
      h1, h2, p, label, button, input { font-size: 99px !important; display: none; }
      ${TAG} { --readiness-accent: rgb(1, 2, 3); --readiness-rem: 16px; }
      ${TAG}::part(bar) { outline: 7px solid; }
    </style>`;
      const look = () =>
        on(() => {
          const { shadowRoot: inside } = document.getElementById("a");
          const style = (css) => getComputedStyle(inside.querySelector(css));
          const h1 = style("h1");
          return [
            h1.letterSpacing,
            h1.color,
            h1.textTransform,
            h1.display,
            h1.fontSize,
            style("p").lineHeight,
            style("button").fontSize,
          ];
        });
      const alone = `${SCRIPT}<${TAG} id="a" mode="full"></${TAG}>`;
      await open(page(alone));
      const usual = await look();
      await open(page(`<p id="p">x</p>${alone}`, hostile));
      assert.deepEqual(await look(), usual);
      const [accent, part, outside] = await on(() => {
        const { shadowRoot: inside } = document.getElementById("a");
        const css = (one) => getComputedStyle(one);
        return [
          css(inside.querySelector(".primary")).backgroundColor,
          css(inside.querySelector("[part=bar]")).outlineWidth,
          css(document.getElementById("p")).fontSize,
        ];
      });
      assert.deepEqual([accent, part, outside], ["rgb(1, 2, 3)", "7px", "99px"]);
      assert.equal(await on(() => document.adoptedStyleSheets.length), 0);
    });

    test("print() and the report's own button put the report on paper, and nothing of the page around it", async () => {
      const card = `<script>
      customElements.define("x-card", class extends HTMLElement {
        constructor() {
          super();
          this.attachShadow({ mode: "open" }).innerHTML = '<aside id="aside">Card</aside><slot></slot>';
        }
      });
      window.print = () => (window.printed = (window.printed ?? 0) + 1);
    </script>`;
      await open(
        page(
          `<header id="header">Host</header><main><h1 id="h1">Host</h1><x-card id="card"><${TAG} id="a"></${TAG}></x-card></main>${SCRIPT}`,
          card,
        ),
      );
      const state = () =>
        on(() => {
          const inside = document.getElementById("card").shadowRoot;
          const roots = [document, inside].map((root) => root.adoptedStyleSheets.length);
          return [window.printed, ...roots, document.querySelectorAll("[data-readiness-print]").length];
        });
      await on(() => document.getElementById("a").print());
      await says(".paper h2", "Unnamed organisation");
      // Element, card, main, body, html; and the card's slot.
      assert.deepEqual(await state(), [1, 1, 1, 5]);
      if (engine === "chromium") {
        await browser.native.emulateMedia({ media: "print" });
        const seen = () =>
          on(() => {
            const element = document.getElementById("a");
            const host = [
              ...["header", "h1"].map((id) => document.getElementById(id)),
              document.getElementById("card").shadowRoot.getElementById("aside"),
            ];
            return [...host, element, element.shadowRoot.querySelector(".paper")].map((one) => one.checkVisibility());
          });
        assert.deepEqual(await seen(), [false, false, false, true, true]);
        await on(() => dispatchEvent(new Event("afterprint")));
        assert.deepEqual(await seen(), [true, true, true, true, true]);
        await browser.native.emulateMedia({ media: null });
      } else await on(() => dispatchEvent(new Event("afterprint")));
      assert.deepEqual(await state(), [1, 0, 0, 0]);
      await browser.click({ css: ".report button", text: "Print or save as PDF" });
      await browser.waitFor(async () => (await state())[0] === 2, "another print");
      assert.deepEqual(await state(), [2, 1, 1, 5]);
      await calm();
    });

    test("says what language its text is in, whatever the page around speaks or asks for", async () => {
      const german = page(
        `${SCRIPT}<${TAG} id="a" lang="de-CH" dir="rtl"></${TAG}><${TAG} id="b" lang="tlh"></${TAG}>`,
      ).replace('lang="en"', 'lang="de" dir="rtl"');
      await open(german, 2);
      const seen = await on(() =>
        ["a", "b"].map((id) => {
          const element = document.getElementById(id);
          const root = element.shadowRoot.querySelector("[part=root]");
          return [
            element.lang,
            root.lang,
            root.dir,
            getComputedStyle(root).direction,
            root.querySelector("h1").matches(":lang(en)"),
          ];
        }),
      );
      assert.deepEqual(seen, [
        ["de-CH", "en", "ltr", "ltr", true],
        ["tlh", "en", "ltr", "ltr", true],
      ]);
      assert.deepEqual(await on(() => [document.documentElement.lang, document.documentElement.dir]), ["de", "rtl"]);
      await calm();
    });

    test("axe finds nothing in a page with styles of its own, light and dark, narrow and wide", {
      skip: engine !== "chromium" && "axe tells the same in every engine",
    }, async () => {
      const own = (scheme) => `<meta name="viewport" content="width=device-width"><style>
      html { color-scheme: ${scheme}; font: 112.5%/1.7 Georgia, serif; background: ${scheme === "dark" ? "#20242c; color: #eceff4" : "#fdf6e3; color: #2b2b2b"}; }
      h1 { text-transform: uppercase; } button, input { border-radius: 0; padding: 2px; } main { max-inline-size: 70rem; margin-inline: auto; }
    </style>`;
      for (const scheme of ["light", "dark"]) {
        await open(
          page(
            `<main><h1>Supplier portal</h1><p>Our questions.</p><${TAG} id="a"></${TAG}></main>${SCRIPT}`,
            own(scheme),
          ),
        );
        for (const width of [320, 1280]) {
          await browser.resize(width, 800);
          for (const act of ["start", "full", "quick", "result", "documents", "report"]) {
            await on((act) => {
              const element = document.getElementById("a");
              if (act === "full" || act === "quick") element.mode = act;
              else element.session.go(`#/${act}`);
            }, act);
            await browser.waitFor(
              () =>
                on(() => document.getElementById("a").shadowRoot.querySelector("h1#title:not([aria-busy])") !== null),
              act,
            );
            assert.deepEqual(await violations(browser), [], `${act}, ${scheme}, ${width} px`);
            assert.ok(
              await on(() => document.documentElement.scrollWidth <= innerWidth),
              `${act} is too wide for ${width} px`,
            );
          }
        }
      }
      await browser.resize(1280, 800);
    });

    test("registering twice, by another copy of the package too, is harmless", async () => {
      await open(
        page(`${SCRIPT}<script type="module" src="/${TAG}/element/define.js?again"></script><script type="module">
      const { ReadinessElement } = await import("/${TAG}/element.js?other");
      ReadinessElement.define();
      ReadinessElement.define();
    </script><${TAG} id="a"></${TAG}>`),
      );
      await calm();
    });

    test("a module that cannot be had is said, in the element and by an event", async () => {
      pages["/"] = page(`<${TAG} id="a"></${TAG}><script type="module">
      import { ReadinessElement } from "/${TAG}/element.js";
      ReadinessElement.wasm = "/nowhere.wasm";
      ReadinessElement.define();
    </script>`);
      await browser.open(host.url);
      const [{ detail }] = await told("error");
      assert.equal(detail.code, "damaged");
      assert.match(await browser.text({ css: "[role=alert]" }), /cannot start/);
    });

    test("a draft is kept under the element's name, once the person agrees, and an assessment of the host's goes before it", async () => {
      const draft = page(`${SCRIPT}<${TAG} id="a" mode="full" storage="vendor-7"></${TAG}>`);
      await open(draft);
      await browser.click({ css: "#q-4-1-3" });
      await browser.click({ css: ".notice button", text: "Keep a draft" });
      await says(".save", "Saved");
      await open(draft);
      await browser.waitFor(async () => (await answers("a"))["4.1"]?.answer === 3, "the draft");
      // Another name, and no name, know nothing of it.
      await open(draft.replace("vendor-7", "vendor-8"));
      await quiet();
      assert.deepEqual(await answers("a"), {});
      const given = `<script>document.getElementById("a").assessment = { format: "iso27001-readiness/assessment", version: 1, edition: "2022", requirements: { "4.1": { answer: 1 } } };</script>`;
      await open(
        draft.replace("</body>", `${given}</body>`).replace(SCRIPT, "").replace("</body>", `${SCRIPT}</body>`),
      );
      await says(".notice", "differs from what this site opened");
      assert.equal((await answers("a"))["4.1"].answer, 1);
    });

    test("the README's page works as it stands", async () => {
      const logo = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>';
      pages["/logo.svg"] = logo;
      await open(page(await example("The element")));
      const [minimums, brand] = await on(() => {
        const element = document.querySelector("iso27001-readiness");
        const slot = element.shadowRoot.querySelector("slot[name=title]");
        return [element.minimums, slot.assignedElements().map((one) => one.textContent)];
      });
      assert.deepEqual([minimums, brand], [{ "A.5.19": 3, "A.5.20": 3 }, ["Supplier review"]]);
      await calm();
    });

    test("the README's looks name properties that take effect", async () => {
      await open(page(`${SCRIPT}<${TAG} id="a" mode="full"></${TAG}>`, `<style>${await example("Looks")}</style>`));
      const seen = await on(() => {
        const { shadowRoot: inside } = document.getElementById("a");
        const root = getComputedStyle(inside.querySelector("[part=root]"));
        return [root.color, root.fontFamily, getComputedStyle(inside.querySelector("footer")).display];
      });
      assert.deepEqual(seen, ["rgb(27, 27, 31)", "Georgia, serif", "none"]);
    });
  });
