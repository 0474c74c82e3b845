// What the frame adds to the page in two languages that nobody speaks: its bar, its questions and its notices, in Chromium.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, beforeEach, describe, test } from "node:test";
import { launch } from "../browser/driver/index.mjs";
import { serve } from "../browser/driver/serve.mjs";
import { settled } from "../browser/support/access.mjs";
import { ask, heard, hostPage, place } from "../frame/support/host-page.mjs";
import { inside, insist, REVIEW, SEND, started, text } from "../frame/support/inside.mjs";
import { faultsOf } from "./faults.mjs";
import { LANGUAGES } from "./pseudo.mjs";

async function answered(frame) {
  const earlier = await text(frame);
  await frame.evaluate(() => void (location.hash = "#/assess/4"));
  await frame.click("#q-4-1-3");
  await frame.waitFor(async () => (await text(frame)) !== earlier, "an answer");
}
const dialog = async (frame, open) => {
  await open();
  await frame.element("#frame-title");
};

const told = (frame) =>
  frame.waitFor(
    () => frame.evaluate(() => document.querySelector("#readiness-frame").shadowRoot.querySelector(".notice") !== null),
    "a notice of the frame",
  );

/** Each begins with a page that has loaded 2022. */
const STATES = {
  "a draft is asked for": (_, page) => ask(page, "load", { keepDraft: true }),
  "allow a draft?": async (frame, page) => {
    await ask(page, "load", { keepDraft: true });
    await dialog(frame, () => frame.click("#frame-draft"));
  },
  "a draft is allowed": async (frame, page) => {
    await ask(page, "load", { keepDraft: true });
    await frame.click("#frame-draft");
    await insist(frame, SEND);
    await heard(page, "draft");
  },
  "a press that came too soon": async (frame, page) => {
    await ask(page, "load", { keepDraft: true });
    await dialog(frame, () => frame.click("#frame-draft"));
    await frame.evaluate(() =>
      document.querySelector("#readiness-frame").shadowRoot.getElementById("frame-yes").click(),
    );
    await frame.element(".error");
  },
  "nothing can be changed": (_, page) => ask(page, "set", { readonly: true }),
  "review and send": async (frame) => {
    await answered(frame);
    await dialog(frame, () => frame.click(REVIEW));
  },
  "it was sent": async (frame, page) => {
    await answered(frame);
    await frame.click(REVIEW);
    await insist(frame, SEND);
    await heard(page, "complete");
    await told(frame);
  },
  "close without sending?": async (frame) => {
    await answered(frame);
    await dialog(frame, () => frame.click("#frame-exit"));
  },
  "another edition in the place of the answers": async (frame, page) => {
    await answered(frame);
    await dialog(frame, () => page.evaluate(() => void say("load", { edition: "2013" }, "other")));
  },
  "another assessment in the place of the answers": async (frame, page) => {
    await answered(frame);
    const assessment = JSON.stringify({ format: "iso27001-readiness/assessment", version: 1, edition: "2022" });
    await dialog(frame, () => page.evaluate((given) => void say("load", { assessment: given }, "other"), assessment));
  },
  "the example": async (frame) => {
    // By the session's own call, since no test can read the button's name here.
    await frame.evaluate(() => document.querySelector("iso27001-readiness").session.openExample());
    await frame.element(".verdict");
  },
  "printing is blocked": async (_, __, framed) => {
    const frame = await framed("allow-scripts");
    await frame.evaluate(() => void (location.hash = "#/report"));
    await frame.click("#report-print");
    await told(frame);
  },
};

for (const { tag } of LANGUAGES)
  describe(`the frame in ${tag}`, () => {
    let [page, site, portal, frame] = [];
    before(async () => {
      const html = await readFile(new URL(`../../dist/languages/${tag}/iso27001-readiness.html`, import.meta.url));
      const answer = (body) => (_, response) => {
        response.setHeader("Content-Type", "text/html; charset=utf-8");
        response.end(body);
      };
      [site, portal] = [await serve(answer(html)), await serve(answer(hostPage))];
      page = await launch("chromium");
    });
    const framed = async (sandbox) => {
      await page.open(portal.url);
      await place(page, site.url, { sandbox });
      frame = await inside(page, site.url);
      await started(frame);
      assert.equal((await ask(page, "load", { edition: "2022" })).type, "ready");
      return frame;
    };
    beforeEach(async () => {
      await page.resize(1280, 800);
      await framed();
    });
    after(async () => {
      await page?.close();
      site?.close();
      portal?.close();
    });

    for (const [what, open] of Object.entries(STATES))
      test(what, async () => {
        await open(frame, page, framed);
        await settled(frame);
        assert.deepEqual(await faultsOf(page, frame, what, [new URL(portal.url).origin]), []);
      });
  });
