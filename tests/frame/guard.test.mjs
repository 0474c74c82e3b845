// What a page around may try against the person's own decision: to move, to hide, to ask again and again, to measure.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { engines, launch } from "../browser/driver/index.mjs";
import { ask, everything, heard, hostPage, place } from "./support/host-page.mjs";
import { allowDraft, inside, pause, REVIEW, said, SEND, send, started, text } from "./support/inside.mjs";
import { guest, host } from "./support/servers.mjs";

let [site, portal] = [];
before(async () => {
  [site, portal] = [await guest(), await host(hostPage)];
});
after(() => {
  site.close();
  portal.close();
});

for (const engine of engines) {
  describe(`the person's decision in ${engine}`, { timeout: 180_000 }, () => {
    let page;
    let frame;
    before(async () => {
      page = await launch(engine);
    });
    after(() => page?.close());

    const fresh = async (load = { edition: "2022", mode: "full" }) => {
      await page.open(portal.url);
      await place(page, site.src);
      frame = await inside(page, site.url);
      await started(frame);
      assert.equal((await ask(page, "load", load)).type, "ready");
      // What is just being opened takes the focus, and with it a key of WebKit's driver.
      await pause(300);
      // WebKit's keys reach a frame only once something in it was clicked.
      if (engine === "webkit") await frame._click(await frame.element("h1#title"));
    };
    const count = async (type) => (await everything(page)).filter(({ data }) => data?.type === type).length;
    const answer = async (id) => {
      const earlier = await text(frame);
      await frame.click(id);
      await frame.waitFor(async () => (await text(frame)) !== earlier, `the answer ${id}`);
    };
    /** The middle of a button of the frame, in the page around. */
    const middle = async (id) => {
      const [x, y] = await frame.evaluate((name) => {
        const { left, top, width, height } = document
          .querySelector("#readiness-frame")
          .shadowRoot.querySelector(name)
          .getBoundingClientRect();
        return [left + width / 2, top + height / 2];
      }, id);
      const [left, top] = await page.evaluate(() => {
        const box = document.querySelector("iframe").getBoundingClientRect();
        return [box.left, box.top];
      });
      return [left + x, top + y];
    };

    test("a frame that slides its button under a resting pointer is not obeyed, and is once it rests", {
      skip: engine === "webkit" && "its driver moves no pointer in a frame",
    }, async () => {
      await fresh();
      await answer("#q-4-1-3");
      await frame.click("#frame-exit");
      await frame.element("#frame-yes");
      const { mouse } = page.native;
      await pause(700);
      const [x, y] = await middle("#frame-yes");
      // Over the question, well above its button: the pointer rests there long enough.
      await mouse.move(x, y - 90);
      await mouse.move(x + 1, y - 90);
      await pause(800);
      await page.evaluate(() => void (document.querySelector("iframe").style.marginBlockStart = "-90px"));
      await pause(120);
      await mouse.down();
      await mouse.up();
      await frame.waitFor(async () => /while it moved/.test(await said(frame)), "a word about the movement");
      assert.equal(await count("exit"), 0);
      await page.evaluate(() => void (document.querySelector("iframe").style.marginBlockStart = ""));
      await pause(120);
      const [x2, y2] = await middle("#frame-yes");
      await mouse.move(x2, y2);
      await pause(800);
      await mouse.down();
      await mouse.up();
      await heard(page, "exit");
    });

    test("where nobody can tell whether Send is covered, a short press sends nothing and the typed word does", {
      skip: engine === "chromium" && "it can tell",
    }, async () => {
      await fresh();
      await frame.click(REVIEW);
      await pause(800);
      await frame.click(SEND);
      await frame.waitFor(async () => /for a second/.test(await said(frame)), "a word about holding");
      await pause(800);
      await frame.click(SEND);
      await pause(300);
      assert.equal(await count("complete"), 0);
      await send(frame);
      assert.equal((await heard(page, "complete")).length, 1);
    });

    test("a held button sends, by pointer and by key", {
      skip: engine !== "firefox" && "the one whose driver can hold",
    }, async () => {
      const { mouse, keyboard } = page.native;
      await fresh();
      await frame.click(REVIEW);
      await pause(900);
      await mouse.move(...(await middle(SEND)));
      await pause(700);
      await mouse.down();
      await pause(1_150);
      await mouse.up();
      assert.equal((await heard(page, "complete")).length, 1);
      for (const [key, sent] of [
        ["Enter", 2],
        [" ", 3],
      ]) {
        await frame.click(REVIEW);
        await pause(700);
        await frame.evaluate(() =>
          document.querySelector("#readiness-frame").shadowRoot.querySelector("#frame-yes").focus(),
        );
        await keyboard.press(key);
        await pause(300);
        assert.equal(await count("complete"), sent - 1, `${key}, pressed shortly`);
        await pause(600);
        await keyboard.down(key);
        await pause(1_150);
        await keyboard.up(key);
        assert.equal((await heard(page, "complete", sent)).length, sent, key);
      }
    });

    test("a draft that was refused or stopped stays so, however often the page around asks", async () => {
      await fresh({ edition: "2022", mode: "full", keepDraft: true });
      await frame.click({ css: "button", text: "No draft" });
      for (let n = 0; n < 3; n += 1) {
        assert.equal((await ask(page, "load", { keepDraft: true })).type, "ready");
        assert.equal(await frame.exists("#frame-draft"), false);
      }
      await answer("#q-4-1-3");
      await pause(1_300);
      assert.equal(await count("draft"), 0);

      await fresh({ edition: "2022", mode: "full", keepDraft: true });
      await allowDraft(frame);
      await heard(page, "draft");
      await frame.click({ css: "button", text: "Stop the draft" });
      await ask(page, "load", { keepDraft: true });
      assert.equal(await frame.exists("#frame-draft"), false);
    });

    test("10,000 messages that want the person elsewhere move them once or twice, all are answered, and typing goes on", async () => {
      await fresh();
      await frame.evaluate(() => {
        globalThis.moves = [];
        addEventListener("hashchange", () => moves.push(location.hash));
        globalThis.steps = history.length;
      });
      await page.evaluate(() => {
        for (let n = 0; n < 10_000; n += 1) ask("focus", { id: n % 2 ? "A.5.7" : "A.8.24" });
      });
      await page.waitFor(
        () => page.evaluate(() => heard.filter(({ data }) => data?.type === "ready").length > 10_000),
        "all answers",
      );
      await pause(400);
      const [moves, steps] = await frame.evaluate(() => [moves, history.length - globalThis.steps]);
      assert.ok(moves.length >= 1 && moves.length <= 2, moves.join(" "));
      assert.match(moves.at(-1), /A\.5\.7$/);
      assert.ok(steps <= 1, `${steps} steps in the history`);
    });

    test("neither the counts nor the height tell which answer was given", async () => {
      const seen = [];
      for (const choice of ["0", "3", "5", "unknown", "not-applicable"]) {
        await fresh({ edition: "2022", mode: "full" });
        await ask(page, "focus", { id: "A.7.4" });
        await frame.element("#q-A-7-4-3");
        await pause(300);
        const before = (await heard(page, "resize")).length;
        await frame.evaluate(
          (of) => document.querySelector("iso27001-readiness").shadowRoot.getElementById(`q-A-7-4-${of}`).click(),
          choice,
        );
        if (choice === "not-applicable") {
          await frame.fill("#q-A-7-4-reason", "We have no building of our own and no room that anybody could enter.");
          await frame.press("Tab");
        }
        const dirty = await page.waitFor(async () => {
          const { payload } = (await heard(page, "dirty")).at(-1);
          return payload.answers.full > 0 && payload;
        }, "how many are answered");
        await pause(400);
        seen.push(
          JSON.stringify([dirty, (await heard(page, "resize")).slice(before).map(({ payload }) => payload.height)]),
        );
      }
      assert.deepEqual([...new Set(seen)], ['[{"modified":true,"answers":{"full":1,"quick":0}},[]]']);
    });

    test("a hidden frame tells no height of nothing, and one that is shown or built anew tells its own again", async () => {
      await fresh();
      const before = await heard(page, "resize");
      const told = before.at(-1).payload.height;
      await page.evaluate(() => void (document.querySelector("iframe").style.display = "none"));
      await answer0();
      await pause(300);
      await page.evaluate(() => void (document.querySelector("iframe").style.display = "block"));
      await pause(400);
      await page.evaluate(() => void (document.querySelector("iframe").style.blockSize = "333px"));
      await page.waitFor(async () => (await heard(page, "resize")).length > before.length, "its height again");
      const all = (await heard(page, "resize")).slice(before.length).map(({ payload }) => payload.height);
      assert.ok(
        all.every((height) => height >= told),
        all.join(),
      );

      async function answer0() {
        await frame.evaluate(() =>
          document.querySelector("iso27001-readiness").shadowRoot.querySelector("#q-4-1-2").click(),
        );
      }
    });

    test("narrow, zoomed and wide again: what is told holds the content, and a page that measures by width learns a few heights", async () => {
      await fresh();
      const holds = async () => {
        await pause(400);
        const content = await frame.evaluate(
          () =>
            document.querySelector("iso27001-readiness").getBoundingClientRect().height +
            document.querySelector("#readiness-frame").getBoundingClientRect().height,
        );
        const { height } = (await heard(page, "resize")).at(-1).payload;
        assert.ok(height >= content, `${height} for ${content}`);
      };
      await holds();
      await page.evaluate(() => void (document.querySelector("iframe").style.inlineSize = "340px"));
      await holds();
      await page.evaluate(() => void (document.querySelector("iframe").style.inlineSize = "100%"));
      await frame.evaluate(() => void (document.documentElement.style.fontSize = "200%"));
      await holds();
      for (let n = 0; n < 40; n += 1) {
        await page.evaluate(
          (width) => void (document.querySelector("iframe").style.inlineSize = `${width}px`),
          n % 2 ? 400 + n : 900 - n,
        );
        await pause(40);
      }
      const before = (await heard(page, "resize")).length;
      for (let n = 0; n < 6; n += 1) {
        await page.evaluate(
          (width) => void (document.querySelector("iframe").style.inlineSize = `${width}px`),
          n % 2 ? 350 : 900,
        );
        await pause(150);
      }
      const late = (await heard(page, "resize")).slice(before).map(({ payload }) => payload.height);
      assert.deepEqual(
        late,
        late.toSorted((a, b) => a - b),
        "by then it only grows",
      );
    });
  });
}
