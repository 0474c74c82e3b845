// A page of somebody else's with the element in it, in a browser: what the tests of the element ask of both.
import { launch } from "../browser/driver/index.mjs";
import { consumer, installed, serve } from "./consumer.mjs";

export const TAG = "iso27001-readiness";
export const SCRIPT = `<script type="module" src="/${TAG}/element/define.js"></script>`;
const LISTEN = `<script>
  window.told = [];
  for (const name of ["ready", "change", "complete", "error"])
    document.addEventListener("readiness-" + name, (event) => told.push(name));
</script>`;
export const page = (body, head = "") =>
  `<!doctype html><html lang="en"><head><title>Host</title>${head}${LISTEN}</head><body>${body}</body></html>`;
export const file = (more = {}) => ({ format: `${TAG}/assessment`, version: 1, edition: "2022", ...more });

export async function hosted(engine, name) {
  const home = await consumer(name);
  const pages = {};
  const host = await serve({ [`/${TAG}/`]: installed(home) }, pages);
  const browser = await launch(engine);
  const on = (run, argument) => browser.evaluate(run, argument);
  return {
    browser,
    host,
    pages,
    on,
    /** Opens the page and waits until so many elements have started. */
    async open(html, ready = 1) {
      pages["/"] = html;
      browser.errors.length = 0;
      await browser.open(host.url);
      await browser.waitFor(
        () => on((ready) => window.told.filter((one) => one === "ready").length >= ready, ready),
        "readiness-ready",
      );
    },
    answers: (id = "a") => on((id) => JSON.parse(document.getElementById(id).assessment).requirements ?? {}, id),
    async close() {
      await browser.close();
      host.close();
    },
  };
}
