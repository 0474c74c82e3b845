// The element in another document than the one it was made in, and under policies that allow few names.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { engines } from "../browser/driver/index.mjs";
import { file, hosted, page, SCRIPT, TAG } from "./hosted.mjs";

const tried = process.env.READINESS_LONG === "1" ? engines : engines.filter((engine) => engine === "chromium");
for (const engine of tried)
  describe(`the element in another document, in ${engine}`, { timeout: 180_000 }, () => {
    let there;
    before(async () => {
      there = await hosted(engine, `documents-${engine}`);
    });
    after(() => there?.close());

    /** Counts what is listened for on a window and its document. */
    const HELPERS = `<script>
      window.counts = (view) => {
        const count = { n: 0 };
        for (const target of [view, view.document]) {
          const { addEventListener: add, removeEventListener: remove } = target;
          target.addEventListener = (...all) => { count.n += 1; return add.apply(target, all); };
          target.removeEventListener = (...all) => { count.n -= 1; return remove.apply(target, all); };
        }
        return count;
      };
      window.other = () => {
        const frame = document.createElement("iframe");
        frame.style.cssText = "inline-size: 900px; block-size: 600px";
        document.body.append(frame);
        return frame.contentWindow;
      };
      window.looks = (element) => {
        const style = element.ownerDocument.defaultView.getComputedStyle(element.shadowRoot.querySelector(".root"));
        return [style.display, style.containerType, element.shadowRoot.adoptedStyleSheets.length];
      };
      window.drawn = async (element) => {
        while (!element.shadowRoot?.querySelector("h1#title")) await new Promise((wake) => setTimeout(wake, 20));
        await element.updateComplete;
      };
    </script>`;
    const calm = async () => assert.deepEqual(await there.browser.consoleErrors(), []);

    test("moved after it has drawn, there and back: styled, alive, answers kept, listeners where it is", async () => {
      await there.open(page(`<div id="home"><${TAG} id="a" mode="full"></${TAG}></div>${SCRIPT}`, HELPERS));
      const seen = await there.on(async () => {
        const a = document.getElementById("a");
        await drawn(a);
        a.session.preferences.digits = true;
        const usual = looks(a);
        const answered = () => Object.keys(JSON.parse(a.assessment).requirements ?? {});
        a.shadowRoot.querySelector("#q-4-1-3").click();
        const view = other();
        const here = counts(window);
        const far = counts(view);
        view.document.body.append(a);
        await a.updateComplete;
        const there = { looks: looks(a), answers: answered(), here: here.n, far: far.n };
        a.shadowRoot.querySelector("#q-4-2-2").click();
        await a.updateComplete;
        const input = a.shadowRoot.querySelector("#q-4-2-2");
        input.dispatchEvent(
          new view.KeyboardEvent("keydown", { key: "4", bubbles: true, composed: true, cancelable: true }),
        );
        const digit = JSON.parse(a.assessment).requirements["4.2"].answer;
        input.dispatchEvent(
          new view.KeyboardEvent("keydown", {
            key: "z",
            ctrlKey: true,
            bubbles: true,
            composed: true,
            cancelable: true,
          }),
        );
        const undone = JSON.parse(a.assessment).requirements["4.2"]?.answer ?? null;
        [...a.shadowRoot.querySelectorAll("nav a")].find((link) => link.textContent.includes("Result")).click();
        await a.updateComplete;
        const title = a.shadowRoot.querySelector("h1").textContent.trim();
        const hash = [location.hash, view.location.hash];
        document.getElementById("home").append(a);
        await a.updateComplete;
        return {
          usual,
          there,
          digit,
          undone,
          title,
          hash,
          back: looks(a),
          here: here.n,
          far: far.n,
          answers: answered(),
        };
      });
      assert.deepEqual(seen.there, { looks: seen.usual, answers: ["4.1"], here: -4, far: 4 });
      assert.notEqual(seen.usual[2], 0);
      assert.equal(seen.digit, 4);
      assert.notEqual(seen.undone, 4);
      assert.match(seen.title, /Result/);
      assert.deepEqual(seen.hash, ["", ""]);
      assert.deepEqual([seen.back, seen.here, seen.far], [seen.usual, 0, 0]);
      await calm();
    });

    test("made here and first put into a document elsewhere, or moved before it has drawn", async () => {
      await there.open(page(`<${TAG} id="a" mode="full"></${TAG}>${SCRIPT}`, HELPERS));
      const seen = await there.on(
        async (given) => {
          const a = document.getElementById("a");
          await drawn(a);
          const view = other();
          const fresh = document.createElement(a.localName);
          fresh.mode = "full";
          fresh.assessment = given;
          view.document.body.append(fresh);
          const early = document.createElement(a.localName);
          early.mode = "full";
          document.body.append(early);
          view.document.adoptNode(early);
          view.document.body.append(early);
          const parsed = view.document.importNode(document.createElement(a.localName), true);
          view.document.body.append(parsed);
          await drawn(fresh);
          await drawn(early);
          fresh.shadowRoot.querySelector("#q-4-2-2").click();
          early.shadowRoot.querySelector("#q-4-2-2").click();
          return {
            usual: looks(a),
            fresh: looks(fresh),
            early: looks(early),
            answers: [fresh, early].map((one) => Object.keys(JSON.parse(one.assessment).requirements)),
          };
        },
        file({ requirements: { 4.1: { answer: 3 } } }),
      );
      assert.deepEqual([seen.fresh, seen.early], [seen.usual, seen.usual]);
      assert.deepEqual(seen.answers, [["4.1", "4.2"], ["4.2"]]);
      await calm();
    });

    test("a question that is open when it is moved is asked again, above the rest, and answered there", async () => {
      await there.open(page(`<${TAG} id="a" mode="full"></${TAG}>${SCRIPT}`, HELPERS));
      const seen = await there.on(async () => {
        const a = document.getElementById("a");
        await drawn(a);
        a.shadowRoot.querySelector("#q-4-1-3").click();
        a.session.start("2013", "#/assess");
        await a.updateComplete;
        const view = other();
        view.document.body.append(a);
        await a.updateComplete;
        const modal = a.shadowRoot.querySelector("dialog").matches(":modal");
        a.shadowRoot.querySelector("dialog button.primary").click();
        await a.updateComplete;
        return [modal, a.edition, a.shadowRoot.querySelector("dialog").open];
      });
      assert.deepEqual(seen, [true, "2013", false]);
      await calm();
    });

    test("prints the window that it is in", async () => {
      await there.open(page(`<${TAG} id="a" mode="full"></${TAG}>${SCRIPT}`, HELPERS));
      const seen = await there.on(async () => {
        const a = document.getElementById("a");
        await drawn(a);
        const view = other();
        const printed = [];
        window.print = () => printed.push("here");
        view.print = () => printed.push("there");
        view.document.body.append(a);
        await a.print();
        const marked = view.document.querySelectorAll("[data-readiness-print]").length;
        view.dispatchEvent(new Event("afterprint"));
        return [printed, marked, view.document.querySelectorAll("[data-readiness-print]").length];
      });
      assert.deepEqual(seen, [["there"], 3, 0]);
    });

    // The driver of WebKit opens no popup.
    if (engine !== "webkit")
      test("a popup of the page", async () => {
        await there.open(page(`<${TAG} id="a" mode="full"></${TAG}><button id="open">Open</button>${SCRIPT}`, HELPERS));
        await there.on(() => {
          document.getElementById("open").onclick = () => {
            window.popup = window.open("", "", "popup,width=900,height=600");
          };
        });
        await there.browser.click("#open");
        const seen = await there.on(async () => {
          const a = document.getElementById("a");
          await drawn(a);
          const usual = looks(a);
          popup.document.body.append(a);
          await a.updateComplete;
          const far = looks(a);
          a.shadowRoot.querySelector("#q-4-1-3").click();
          await a.updateComplete;
          const answers = Object.keys(JSON.parse(a.assessment).requirements);
          document.body.append(a);
          popup.close();
          return [usual, far, looks(a), answers];
        });
        assert.deepEqual(seen, [seen[0], seen[0], seen[0], ["4.1"]]);
        await calm();
      });

    for (const [name, policy, scripts] of [
      ["the policy that the README prescribes", `trusted-types ${TAG}`, ""],
      ["two copies of the package, duplicates forbidden", `trusted-types ${TAG}`, "again"],
      ["the host's own Lit, which took Lit's name", `trusted-types ${TAG} lit-html`, "lit"],
      ["no policy but Lit's name taken", "", "lit"],
    ])
      test(name, async () => {
        const nonce = "r1";
        const csp = policy
          ? `<meta http-equiv="Content-Security-Policy" content="require-trusted-types-for 'script'; ${policy}">`
          : "";
        const more = {
          "": "",
          again: `await import("/${TAG}/element/define.js?again"); const { ReadinessElement } = await import("/${TAG}/element.js?other"); ReadinessElement.define();`,
          lit: `globalThis.trustedTypes?.createPolicy("lit-html", { createHTML: (html) => html });`,
        }[scripts];
        await there.open(
          page(
            `<script type="module" nonce="${nonce}">${more} await import("/${TAG}/element/define.js");</script><${TAG} id="a" mode="full"></${TAG}>`,
            csp,
          ),
        );
        await there.browser.click({ css: "#q-4-1-3" });
        assert.deepEqual(Object.keys(await there.answers()), ["4.1"]);
        await calm();
      });
  });
