// The demonstration from end to end: two vendors answer in the frame, the desk recomputes what they send.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { Assessment } from "../../dist/npm/node.js";
import { generateKey, sign } from "../../dist/npm/signature.js";
import { start } from "../../pkg-config/portal/server.mjs";
import { launch } from "../browser/driver/index.mjs";
import { rest, still } from "../browser/support/steps.mjs";
import { engines } from "./support/engines.mjs";
import { allowDraft, inside, pause, REVIEW, send, started } from "./support/inside.mjs";

const put = (url, method, body, { origin = new URL(url).origin, type = "application/json" } = {}) =>
  fetch(url, { method, body, headers: { "Content-Type": type, ...(origin ? { Origin: origin } : {}) } });

for (const engine of engines) {
  describe(`the portal in ${engine}`, { timeout: 120_000 }, () => {
    let [portal, page, kestrel, moss] = [];
    before(async () => {
      portal = await start({ port: 0, framePort: 0 });
      [kestrel, moss] = portal.vendors;
      page = await launch(engine);
    });
    after(async () => {
      await page?.close();
      portal?.close();
    });
    const invited = async (vendor) => {
      // What stands after the mark alone loads nothing anew.
      await page.open("about:blank");
      await page.open(`${portal.url}/vendor#${vendor.token}`);
      const frame = await inside(page, new URL(portal.frame).origin);
      await started(frame);
      await frame.element(REVIEW);
      return frame;
    };
    const api = (vendor, path) => `${portal.url}/api/invitations/${vendor.token}/${path}`;

    test("a vendor answers the quick scan, sends it, and the desk has it verified", async () => {
      const frame = await invited(kestrel);
      await frame.element("#q-area-context-3");
      await frame.click("#q-area-context-3");
      // It goes on by itself, unless the person asks for little motion.
      if (await still(frame)) await frame.click(".steps a.primary");
      await frame.element("#q-area-scope-4");
      await rest();
      await frame.click("#q-area-scope-4");
      await frame.waitFor(
        () =>
          frame.evaluate(
            () => Object.keys(document.querySelector("iso27001-readiness").session.file.areas ?? {}).length === 2,
          ),
        "two answers",
      );
      assert.equal(kestrel.draft, null);
      assert.equal(kestrel.received, null);
      await frame.click(REVIEW);
      await send(frame);
      await page.waitFor(
        async () => (await page.text("#status")) === "Received and verified. Thank you.",
        "the portal's answer",
      );
      assert.equal(kestrel.review.state, "verified");
      assert.deepEqual(
        kestrel.review.belowMinimum.map(({ id }) => id),
        ["A.5.19", "A.5.20", "A.5.21", "A.5.22", "A.5.23"],
      );
    });

    test("another vendor allows the draft and finds it again after loading the page anew", async () => {
      let frame = await invited(moss);
      await allowDraft(frame);
      await frame.element("#q-4-1-3");
      await frame.click("#q-4-1-3");
      await page.waitFor(
        () => moss.draft !== null && JSON.parse(moss.draft).requirements?.["4.1"]?.answer === 3,
        "the draft at the portal",
      );
      assert.equal(JSON.parse(moss.draft).request, moss.request);
      frame = await invited(moss);
      await frame.waitFor(
        () =>
          frame.evaluate(
            () => document.querySelector("iso27001-readiness").session.file.requirements?.["4.1"]?.answer === 3,
          ),
        "the draft in the frame",
      );
      await page.waitFor(async () => {
        // What the frame is just opening takes the focus, and with it a key of WebKit's driver.
        if (await page.exists("iframe")) await frame.click("#frame-exit");
        await pause(300);
        return /Closed/.test(await page.text("#status"));
      }, "the portal to close the frame");
      assert.equal(await page.exists("iframe"), false);
    });

    const issued = async (vendor) => (await (await put(api(vendor, "nonce"), "POST", "{}")).json()).nonce;
    const made = async (vendor, audience = portal.url) =>
      Assessment.example("2022").result({ nonce: await issued(vendor), audience });
    const post = async (envelope, vendor = moss) => {
      const answer = await put(api(vendor, "result"), "POST", JSON.stringify(envelope));
      return [answer.status, vendor.review.why ?? ""];
    };

    test("a result made for no request, for another receiver, with a foreign nonce or sent twice is refused", async () => {
      const [status, why] = await post(Assessment.example("2022").result());
      assert.equal(status, 422);
      assert.match(why, /no request/);
      assert.match((await post(await made(moss, "https://elsewhere.example")))[1], /another receiver/);
      assert.match((await post(await made(kestrel)))[1], /none of ours/);
      assert.match(
        (await post(Assessment.example("2022").result({ nonce: "made up", audience: portal.url })))[1],
        /none of ours/,
      );
      const once = await made(moss);
      // A seal that covers another binding than the one that came is damage, and spends nothing.
      const swapped = structuredClone(once);
      swapped.binding.nonce = await issued(moss);
      assert.match((await post(swapped))[1], /figures/);
      assert.deepEqual(await post(once), [200, ""]);
      const [again, used] = await post(once);
      assert.equal(again, 422);
      assert.match(used, /has been used/);
    });

    test("a signature that holds is shown by the name of its key, and one that does not is refused", async () => {
      const key = await generateKey();
      const good = await sign(await made(moss), key);
      const bad = await sign(await made(moss), key);
      bad.signature = good.signature;
      const [status, why] = await post(bad);
      assert.equal(status, 422);
      assert.match(why, /signature/);
      assert.deepEqual(await post(good), [200, ""]);
      assert.equal(moss.review.signedBy, key.kid);
      await page.open(`${portal.url}/desk`);
      await page.waitFor(async () => (await page.text("#rows")).includes(key.kid), "the name of the key");
    });

    test("a forged score is refused by verify, with the place where it differs", async () => {
      const honest = await made(moss);
      const forged = structuredClone(honest);
      forged.report.overall = { low: 9_900, high: 9_900 };
      const answer = await put(api(moss, "result"), "POST", JSON.stringify(forged));
      assert.equal(answer.status, 422);
      assert.equal(moss.review.state, "refused");
      assert.ok(
        moss.review.differences.some(({ path, claimed }) => path === "$.report.overall.low" && claimed === "9900"),
        JSON.stringify(moss.review.differences),
      );
      await page.open(`${portal.url}/desk`);
      const said = `claimed 9900, computed ${honest.report.overall.low}`;
      await page.waitFor(async () => (await page.text("#rows")).includes(said), "the desk");
      assert.match(
        await page.text("#rows"),
        /Kestrel Hosting[\s\S]*verified[\s\S]*2 of 123|Kestrel Hosting[\s\S]*verified/,
      );
    });

    test("answers changed with the score left alone, another request, and damage are refused too", async () => {
      const changed = await made(moss);
      changed.assessment.requirements["4.4"].answer = 5;
      const other = JSON.parse(Assessment.example("2022").toJSON());
      const elsewhere = Assessment.parse(JSON.stringify({ ...other, request: "REQ-1" })).result({
        nonce: await issued(moss),
        audience: portal.url,
      });
      for (const [body, status] of [
        [JSON.stringify(changed), 422],
        [JSON.stringify(elsewhere), 422],
        ['{"format":"iso27001-readiness/result"}', 422],
        ["null", 422],
        ["[]", 422],
        ["{", 400],
        ["x".repeat(5 * 1024 * 1024), 413],
      ])
        assert.equal((await put(api(moss, "result"), "POST", body)).status, status, body.slice(0, 60));
    });

    test("an honest envelope is verified; another site's page, a form and a wrong link write nothing", async () => {
      const envelope = await made(moss);
      const honest = JSON.stringify(envelope);
      assert.equal(
        (await put(api(moss, "result"), "POST", honest, { origin: "https://elsewhere.example" })).status,
        403,
      );
      assert.equal((await put(api(moss, "result"), "POST", honest, { origin: null })).status, 403);
      assert.equal((await put(api(moss, "result"), "POST", honest, { type: "text/plain" })).status, 415);
      assert.equal((await put(`${portal.url}/api/invitations/none/result`, "POST", honest)).status, 404);
      assert.equal((await put(api(moss, "draft"), "PUT", "{")).status, 422);
      assert.equal((await put(api(moss, "result"), "POST", honest)).status, 200);
      assert.deepEqual([moss.review.state, moss.review.overall], ["verified", envelope.report.overall]);
      assert.ok(moss.review.belowMinimum.every(({ answer }) => answer === null || answer < 3));
    });

    test("the conformance page sees every message and all its checks pass", async () => {
      await page.open(`${portal.url}/conformance`);
      await page.click("#run");
      await page.waitFor(
        () => page.evaluate(() => document.getElementById("checks").dataset.done === ""),
        "the checks",
        30_000,
      );
      const lines = await page.evaluate(() =>
        [...document.querySelectorAll("#checks li")].map((one) => [one.dataset.state, one.textContent]),
      );
      assert.deepEqual(
        lines.filter(([state, text]) => state !== "passed" && !text.includes("by hand")),
        [],
      );
      assert.ok(lines.length >= 15);
      const log = await page.text("#log");
      for (const type of ["hello", "welcome", "ready", "resize", "load", "set", "focus", "error"])
        assert.ok(log.includes(`"type":"${type}"`), type);
    });

    test("the pages show no error", async () => {
      // A refused upload is written there by the browser itself.
      assert.deepEqual(
        (await page.consoleErrors()).filter((error) => !/status of 4\d\d/.test(error)),
        [],
      );
    });
  });
}
