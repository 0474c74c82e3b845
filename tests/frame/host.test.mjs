// The host helper as the package's README shows it, in a page that does nothing else.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { verify } from "../../dist/npm/node.js";
import { launch } from "../browser/driver/index.mjs";
import { example } from "../consumers/consumer.mjs";
import { allowDraft, inside, REVIEW, send, started } from "./support/inside.mjs";
import { guest, serve } from "./support/servers.mjs";

const HOST = new URL("../../dist/npm/host.js", import.meta.url);
const results = [];
let [site, portal, page] = [];
before(async () => {
  site = await guest();
  const script = (await example("The frame")).replace("https://readiness.example/embed/v1/", site.src);
  const html = `<!doctype html><html lang="de"><title>Host</title><script type="importmap">{ "imports": { "iso27001-readiness/host": "/host.js" } }</script>
    <div id="questionnaire"></div><script type="module">${script}</script></html>`;
  portal = await serve(async (request, response) => {
    if (request.method === "POST") {
      let body = "";
      for await (const chunk of request) body += chunk;
      results.push({ path: request.url, body });
      return response.writeHead(204).end();
    }
    const helper = request.url === "/host.js";
    response.setHeader("Content-Type", helper ? "text/javascript" : "text/html; charset=utf-8");
    response.end(helper ? await readFile(HOST) : request.url === "/" ? html : "");
  });
  page = await launch("chromium");
  await page.open(portal.url);
});
after(async () => {
  await page?.close();
  portal?.close();
  site?.close();
});

test("the README's example opens, keeps the draft, hands over what is sent and closes", {
  timeout: 60_000,
}, async () => {
  let frame = await inside(page, site.url);
  await started(frame);
  assert.equal(await page.attribute("iframe", "title"), "Security questionnaire");
  await allowDraft(frame);
  await frame.click("#q-area-context-3");
  const draft = await page.waitFor(
    () => page.evaluate(() => (/"context"/.test(localStorage.draft ?? "") ? localStorage.draft : null)),
    "the draft",
  );
  await page.open("about:blank");
  await page.open(portal.url);
  frame = await inside(page, site.url);
  await started(frame);
  await frame.waitFor(
    () => frame.evaluate(() => document.querySelector("iso27001-readiness").session.file.areas?.context?.answer === 3),
    "the draft in the frame",
  );
  assert.equal(JSON.parse(draft).areas.context.answer, 3);
  await frame.click(REVIEW);
  await send(frame);
  const [{ path, body }] = await page.waitFor(() => results.length > 0 && results, "the result at the server");
  assert.equal(path, "/results");
  const { ok, differences } = verify(JSON.parse(body));
  assert.deepEqual({ ok, differences }, { ok: true, differences: [] });
  await page.waitFor(async () => {
    if (await page.exists("iframe")) await frame.click("#frame-exit");
    return !(await page.exists("iframe"));
  }, "the frame to be closed");
});

test("its text is English and says so, in a German page and whatever language is asked for", {
  timeout: 60_000,
}, async () => {
  const asked = await page.evaluate(async (src) => {
    const { embed } = await import("iso27001-readiness/host");
    const frame = embed(document.getElementById("questionnaire"), {
      src,
      load: { edition: "2022", mode: "full", lang: "de-CH" },
    });
    return [(await frame.ready).edition, (await frame.set({ lang: "ar" })).edition];
  }, site.src);
  assert.deepEqual(asked, ["2022", "2022"]);
  const frame = await inside(page, site.url);
  await started(frame);
  const seen = await frame.evaluate(() => {
    const title = document.querySelector("iso27001-readiness").shadowRoot.querySelector("h1");
    return [
      document.documentElement.lang,
      document.documentElement.dir,
      title.matches(":lang(en)"),
      getComputedStyle(title).direction,
    ];
  });
  assert.deepEqual(seen, ["en", "ltr", true, "ltr"]);
});
