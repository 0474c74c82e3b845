// Ten thousand messages that are not meant well: no answer, no change.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { launch } from "../browser/driver/index.mjs";
import { engines } from "./support/engines.mjs";
import { ask, everything, heard, hostPage, place } from "./support/host-page.mjs";
import { inside, pause, started, text } from "./support/inside.mjs";
import { guest, host } from "./support/servers.mjs";

/** Runs in the host's page: defines `hostile(n)`, which makes the n-th bad message, the same each time. */
function arm() {
  const LOAD = () => ({ ns: NS, v: 1, type: "load", id: "bad", payload: { edition: "2013" } });
  const FOCUS = () => ({ ns: NS, v: 1, type: "focus", id: "bad", payload: { id: "A.5.1" } });
  const deep = (levels) => (levels === 0 ? 1 : [deep(levels - 1)]);
  const cyclic = {};
  cyclic.self = cyclic;
  const nothings = () => [
    1,
    "load",
    null,
    undefined,
    true,
    [],
    [LOAD()],
    new Date(),
    new Map([["ns", NS]]),
    new Uint8Array(8),
    /load/,
    new Error("load"),
    10n,
    new Set(),
    new Blob(["x"]),
    {},
    JSON.stringify(LOAD()),
  ];
  const changed = (make, key, values) => values.map((value) => ({ ...make(), [key]: value }));
  const without = (key) => {
    const { [key]: _, ...rest } = LOAD();
    return rest;
  };
  const paid = (values, type = "load") => values.map((payload) => ({ ...LOAD(), type, payload }));
  const inherited = (text) => JSON.parse(text.replaceAll("NS", NS));
  const kinds = [
    nothings,
    () => changed(LOAD, "ns", ["iso27001", "", null, 1, NS + " ", NS.toUpperCase(), [NS], { toString: NS }]),
    () => changed(FOCUS, "v", [0, 2, "1", null, 1.5, [1], true, 1n, NaN]),
    () =>
      changed(LOAD, "type", [
        "",
        "hello",
        "ready",
        "complete",
        "draft",
        "welcome",
        "LOAD",
        "load ",
        "send",
        "export",
        "__proto__",
        "constructor",
        "toString",
        "hasOwnProperty",
        "valueOf",
        7,
        null,
        {},
        ["load"],
      ]),
    () => changed(FOCUS, "id", ["", "x".repeat(65), 1, null, {}, [], ["a"], true]),
    () => ["ns", "v", "type"].map(without),
    () => paid([null, "x", 1, true, [], [{ edition: "2013" }], new Date(), new Map(), new Uint8Array(4), /x/]),
    () => paid(["2005", "", 2022, null, {}, ["2013"], "2013 ", "__proto__"].map((edition) => ({ edition }))),
    () => paid(["both", 1, null, ["quick"], "Quick"].map((mode) => ({ edition: "2013", mode }))),
    () =>
      paid(["black", 1, null, {}, "dark;"].flatMap((theme) => [{ theme }])).concat(
        paid(["yes", 1, 0, null, {}].flatMap((flag) => [{ readonly: flag }, { keepDraft: flag }])),
      ),
    () =>
      paid(
        [1, true, null, [], [1], new Date(), new Map(), new Uint8Array(9), 3n].map((assessment) => ({ assessment })),
      ),
    () =>
      paid(
        ["", "e", "en_GB", 5, null, "en-", "<b>", "x".repeat(300)].map((lang) => ({ lang })),
        "set",
      ),
    () => paid([{}, { id: "" }, { id: 1 }, { id: null }, { id: ["A.5.1"] }, { id: "A".repeat(65) }], "focus"),
    () => [
      inherited('{"ns":"NS","v":1,"__proto__":{"type":"load","payload":{"edition":"2013"}}}'),
      inherited('{"__proto__":{"ns":"NS","v":1,"type":"load","payload":{"edition":"2013"}}}'),
      inherited('{"ns":"NS","v":1,"type":"focus","id":"bad","payload":{"__proto__":{"id":"A.5.1"}}}'),
      inherited('{"ns":"NS","v":1,"type":"__proto__","id":"bad","payload":{"constructor":{"prototype":{"x":1}}}}'),
      inherited('{"ns":"NS","v":1,"type":"load","id":"bad","payload":{"edition":{"__proto__":"2013"}}}'),
    ],
    () => paid([{ edition: "2013", more: "x".repeat(2 ** 21) }, { assessment: "é".repeat(2 ** 20) }]),
    () =>
      paid(
        [
          { theme: "dark", more: "x".repeat(2 ** 16) },
          { theme: "dark", more: "€".repeat(22_000) },
          { theme: "dark", more: Array(70_000).fill(1) },
        ],
        "set",
      ),
    () =>
      paid(
        [
          { more: deep(60) },
          { more: deep(2_000) },
          { more: cyclic },
          { more: NaN },
          { more: Infinity },
          { more: 5n },
          { more: new Date() },
          { more: [, 1] },
          { more: new Blob([]) },
        ].map((more) => ({ theme: "dark", ...more })),
        "set",
      ),
  ];
  const lists = kinds.map((kind) => kind());
  globalThis.hostile = (n) => {
    const list = lists[n % lists.length];
    // The largest are few, so that the run measures judgement and not memory.
    const pick = lists.length > 0 ? list[Math.floor(n / lists.length) % list.length] : null;
    return n >= 170 && n % lists.length === 14 ? lists[0][n % lists[0].length] : pick;
  };
}

for (const engine of engines) {
  describe(`hostile messages in ${engine}`, { timeout: 180_000 }, () => {
    let [site, portal, other, page, frame] = [];
    before(async () => {
      [site, portal] = [await guest(), await host(hostPage)];
      other = await host(`<script>
        addEventListener("message", ({ data, source, origin }) => {
          if (data === "go") for (let n = 0; n < 1000; n += 1) parent.frames[0].postMessage({ ns: "iso27001-readiness", v: 1, type: n % 2 ? "welcome" : "load", id: "bad", payload: n % 2 ? { version: 1 } : { edition: "2013" } }, "*");
          else parent.postMessage({ sibling: true, data }, "*");
          if (data === "go") parent.postMessage({ sibling: true, done: true }, "*");
        });
      </script>`);
      page = await launch(engine);
      await page.open(portal.url);
      await place(page, site.src, { answer: false });
      frame = await inside(page, site.url);
      await started(frame);
      await page.evaluate(arm);
    });
    after(async () => {
      await page?.close();
      for (const server of [site, portal, other]) server?.close();
    });

    const looks = () =>
      frame.evaluate(() => {
        const { session } = document.querySelector("iso27001-readiness");
        return [
          session.store.text,
          location.hash,
          document.documentElement.dataset.theme ?? "",
          String(session.readonly),
          Object.keys(Object.prototype).join(),
        ];
      });
    const answers = async () =>
      (await everything(page)).filter(
        ({ data }) =>
          data?.type !== "hello" && data?.type !== "resize" && data?.type !== "dirty" && data?.sibling === undefined,
      );
    let was;

    test("2,000 to the window before anybody is known: another window, another shape, and no handshake", async () => {
      was = await looks();
      await page.evaluate((src) => {
        const sibling = document.createElement("iframe");
        sibling.src = src;
        sibling.id = "sibling";
        sibling.onload = () => sibling.contentWindow.postMessage("go", "*");
        document.body.append(sibling);
      }, other.url);
      await page.waitFor(async () => (await everything(page)).some(({ data }) => data?.done), "the sibling");
      await page.evaluate(() => {
        for (let n = 0; n < 1_000; n += 1) frame.contentWindow.postMessage(hostile(n), "*");
      });
      await pause(500);
      assert.deepEqual(await answers(), []);
      assert.deepEqual(await looks(), was);
    });

    test("7,000 through the port and to the window of a page that is known", async () => {
      await page.evaluate(() => welcome());
      await heard(page, "ready");
      await page.evaluate(() => {
        for (let n = 0; n < 6_000; n += 1) port.postMessage(hostile(n));
        for (let n = 0; n < 1_000; n += 1)
          frame.contentWindow.postMessage(
            n % 3 === 0 ? { ns: NS, v: 1, type: "load", id: "bad", payload: { edition: "2013" } } : hostile(n),
            "*",
          );
      });
      // The port keeps its order: once this one is answered, all others have been judged.
      assert.equal((await ask(page, "set", {})).type, "ready");
      await pause(300);
      const bad = (await answers()).filter(({ data }) => data?.type !== "ready" || data.id === "bad");
      assert.deepEqual(bad, []);
      assert.deepEqual(await looks(), was);
    });

    test("1,000 through the port after it was closed", async () => {
      const before = (await everything(page)).length;
      await page.evaluate(() => {
        port.close();
        for (let n = 0; n < 1_000; n += 1)
          port.postMessage(
            n % 2 ? hostile(n) : { ns: NS, v: 1, type: "load", id: "bad", payload: { edition: "2013" } },
          );
        welcome();
      });
      await pause(500);
      assert.equal((await everything(page)).length, before);
      assert.deepEqual(await looks(), was);
    });

    test("the page still works", async () => {
      await frame.evaluate(() => void (location.hash = "#/assess/4"));
      await frame.click("#q-4-1-3");
      await frame.waitFor(async () => (await text(frame)) !== was[0], "an answer");
    });

    test("a host without a name of its own gets no answer", async () => {
      await page.open(portal.url);
      await page.evaluate((src) => {
        const outer = document.createElement("iframe");
        outer.sandbox = "allow-scripts";
        outer.srcdoc = `<script>
          const said = [];
          addEventListener("message", (event) => {
            said.push(event.data?.type);
            if (event.data?.type === "hello") {
              event.ports[0].onmessage = ({ data }) => parent.postMessage({ nameless: data.type }, "*");
              event.source.postMessage({ ns: "iso27001-readiness", v: 1, type: "welcome", payload: { version: 1 } }, "*");
              parent.postMessage({ nameless: "answered" }, "*");
            }
          });
        <\/script><iframe sandbox="allow-scripts" src="${src}"></iframe>`;
        document.body.append(outer);
      }, site.bare);
      await page.waitFor(
        async () => (await everything(page)).some(({ data }) => data?.nameless === "answered"),
        "the nameless host",
      );
      await pause(1_500);
      assert.deepEqual((await everything(page)).map(({ data }) => data?.nameless).filter(Boolean), ["answered"]);
    });
  });
}
