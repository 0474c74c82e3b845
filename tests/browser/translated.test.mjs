// A browser's translator at work on the page: figures stay true, answers are kept, and nothing throws.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { engines, launch, sharedSite } from "./driver/index.mjs";
import { drawn, part, started, state, visit } from "./support/steps.mjs";

/** Ways in which translators put their words in the place of the page's: each is done to every text of a root. */
function translate(how) {
  const root = document.querySelector("iso27001-readiness").shadowRoot;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) {
    const { currentNode: text } = walker;
    const own = text.parentElement?.closest("font, style, svg, textarea, option, [translate=no]");
    if (!own && text.data.trim() !== "") texts.push(text);
  }
  const font = (...content) => {
    const [outer, inner] = [document.createElement("font"), document.createElement("font")];
    inner.append(...content);
    outer.append(inner);
    return outer;
  };
  for (const text of texts) {
    const words = `§${text.data}`;
    if (how === "replaces texts") text.replaceWith(font(words));
    else if (how === "wraps texts") {
      const around = font();
      text.before(around);
      around.firstChild.append(text);
    } else if (how === "writes into texts") text.data = words;
    else {
      // Takes a block apart and puts its elements and new texts back, without the comments between them.
      const block = text.parentElement;
      if (!block) continue;
      const parts = [...block.childNodes].filter((node) => node.nodeType !== 8);
      while (block.firstChild) block.firstChild.remove();
      block.append(...parts.map((node) => (node.nodeType === 3 ? `§${node.data}` : node)));
    }
  }
}
const WAYS = ["replaces texts", "wraps texts", "writes into texts", "takes blocks apart"];

/** What the page says in its main part and about saving, with the translator's marks taken off. */
const words = (page) =>
  page.evaluate(() => {
    const root = document.querySelector("iso27001-readiness").shadowRoot;
    return root.querySelector("main").textContent.replaceAll("§", "").replace(/\s+/g, " ").trim();
  });

const host = sharedSite();

for (const engine of engines) {
  describe(`translated pages in ${engine}`, { timeout: 120_000 }, () => {
    let page;
    before(async () => {
      page = await launch(engine);
    });
    after(() => page?.close());

    for (const way of WAYS) {
      test(`a translator that ${way}`, async () => {
        const done = async (act) => {
          await page.evaluate(translate, way);
          await act();
          await drawn(page);
          await page.evaluate(translate, way);
        };
        await started(page, host.url);
        await page.evaluate(() => void (location.hash = "#/assess/4"));
        await page.element(part("4.1", "3"));
        const levels = [3, 1, 5];
        for (const level of levels) {
          await done(() => page.click(part("4.1", String(level))));
          const { requirements } = JSON.parse(await state(page));
          assert.equal(requirements["4.1"].answer, level);
        }
        await done(() => page.click(part("4.2", "2")));
        await done(() => visit(page, "result"));
        // Drawn over what the translator left behind, and drawn by a page that no translator has touched.
        const check = async (what) => {
          const seen = await words(page);
          await page.evaluate(() => {
            const element = document.querySelector("iso27001-readiness");
            const fresh = document.createElement("iso27001-readiness");
            fresh.session = element.session;
            fresh.deferred = element.deferred;
            fresh.style.display = "none";
            document.body.append(fresh);
          });
          const fresh = await page.evaluate(async () => {
            const other = [...document.querySelectorAll("iso27001-readiness")].at(-1);
            await other.updateComplete;
            const text = other.shadowRoot.querySelector("main").textContent.replace(/\s+/g, " ").trim();
            other.remove();
            return text;
          });
          assert.equal(seen, fresh, what);
        };
        await check("Result");
        await done(() => page.evaluate(() => document.querySelector("iso27001-readiness").session.step("undo")));
        await check("Result after a step back");
        await done(() => visit(page, "documents"));
        await done(() => visit(page, "result"));
        await check("Result again");
        const { requirements } = JSON.parse(await state(page));
        assert.equal(requirements["4.1"].answer, 5);
        assert.equal(requirements["4.2"], undefined);
        assert.deepEqual(await page.consoleErrors(), []);
      });
    }
  });
}
