// What people type is text and stays text: in every field, from every file, on the screen and in the report.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { engines, launch, offlineFile } from "./driver/index.mjs";
import { Assessment, catalog } from "./support/core.mjs";
import { addressOf, PAYLOADS, shownAs } from "./support/payloads.mjs";
import { answer, click, jump, part, problems, started, state, visit } from "./support/steps.mjs";

const { clauses, controls, documents, areas } = catalog("2022");
const requirements = clauses.filter((clause) => clause.requirement);
const SECTIONS = [
  ...new Set(requirements.map(({ id }) => id.split(".")[0])),
  ...areas.filter((area) => area.refs[0].startsWith("A.")).map((area) => area.key),
];

/** An assessment with a text of its own in every place that takes one, and what each of them is. */
function filled(textAt) {
  const used = new Map();
  let next = 0;
  const take = (where) => {
    let text = textAt(next++);
    if (where.endsWith("href")) text = addressOf(text);
    used.set(where, text);
    return text;
  };
  const assessment = Assessment.create("2022");
  assessment.setOrganisation({ name: take("name"), scope: take("scope") });
  assessment.setAssessor(take("assessor"));
  assessment.setStatement({ version: take("version"), approver: take("approver") });
  for (const [at, { id }] of [...requirements, ...controls].entries()) {
    if (id.startsWith("A.") && at % 3 > 0) assessment.exclude(id, take(`${id} reason`));
    else {
      assessment.respond(id, at % 3);
      if (id.startsWith("A.")) assessment.justify(id, { because: ["risk"], note: take(`${id} inclusion`) });
    }
    assessment.annotate(id, {
      note: take(`${id} note`),
      owner: take(`${id} owner`),
      evidence: [{ label: take(`${id} label`), href: take(`${id} href`) }],
    });
  }
  for (const { key } of documents)
    assessment.setDocument(key, "draft", {
      owner: take(`${key} owner`),
      href: take(`${key} href`),
      note: take(`${key} note`),
    });
  for (let n = 0; n < 30; n++) assessment.snapshot(take(`snapshot ${n}`));
  return { text: assessment.toJSON(), used };
}

/** What a view is made of, without its texts: elements, the names of their attributes, where links lead to by protocol. */
function skeleton() {
  const root = document.querySelector("iso27001-readiness").shadowRoot;
  return [...root.querySelectorAll("main > :not(.notice), main > :not(.notice) *")]
    .map(
      (one) =>
        `${one.localName}[${one.getAttributeNames().sort().join()}]${one.localName === "a" && one.hasAttribute("href") ? new URL(one.href).protocol : ""}`,
    )
    .join("\n");
}

const open = (page, text, name = "file.json") =>
  page.evaluate(
    async ([content, called]) => {
      const root = document.querySelector("iso27001-readiness").shadowRoot;
      const carried = new DataTransfer();
      carried.items.add(new File([content], called));
      root
        .querySelector(".drop")
        .dispatchEvent(new DragEvent("drop", { dataTransfer: carried, bubbles: true, cancelable: true }));
    },
    [text, name],
  );

async function opened(page, text) {
  await visit(page, "data");
  await open(page, text);
  await page.waitFor(async () => {
    const replace = { css: "dialog[open] button", text: "Replace" };
    if (await page.exists(replace)) await page.click(replace);
    return (await state(page)) === text;
  }, "the file to be opened");
}

/** Adds the details of every row, of which one is open at a time. */
async function details(page, seen) {
  const ids = await page.evaluate(() =>
    [...document.querySelector("iso27001-readiness").shadowRoot.querySelectorAll(".opener")].map(({ id }) => id),
  );
  for (const id of ids) {
    const { values, words } = await page.evaluate(async (opener) => {
      const element = document.querySelector("iso27001-readiness");
      element.shadowRoot.getElementById(opener).click();
      await element.updateComplete;
      const row = element.shadowRoot.querySelector(".editor");
      return {
        values: [...row.querySelectorAll("input, textarea")].map((one) => one.value),
        words: row.textContent,
      };
    }, id);
    seen.values.push(...values);
    seen.words += words;
    seen.skeleton += await page.evaluate(skeleton);
  }
}

/** The skeletons and texts of every view; folds of the questions open. */
async function walk(page, sections) {
  const seen = {};
  const look = async (name) => {
    seen[name] = await page.evaluate(() => {
      const root = document.querySelector("iso27001-readiness").shadowRoot;
      return {
        words: root.textContent,
        values: [...root.querySelectorAll("input, textarea")].map((one) => one.value),
        title: document.title,
      };
    });
    seen[name].skeleton = await page.evaluate(skeleton);
  };
  for (const route of [
    "start",
    "result",
    "documents",
    "statement",
    "plan",
    "compare",
    "report",
    "data",
    ...sections.map((id) => `assess/${id}`),
  ]) {
    await jump(page, route);
    const folds = /^(assess|documents|report|statement)/.test(route);
    await page.evaluate(async (unfold) => {
      const element = document.querySelector("iso27001-readiness");
      const folds = unfold ? [...element.shadowRoot.querySelectorAll("main details.fold:not([open])")] : [];
      for (const fold of folds) fold.querySelector("summary").click();
      // A fold tells that it opened from a task of its own.
      while (folds.some((fold) => fold.isConnected && !fold.querySelector(".fold-body")))
        await new Promise((wake) => setTimeout(wake, 5));
      await element.updateComplete;
      for (let more; (more = element.shadowRoot.querySelector("main .more button")); await element.updateComplete)
        more.click();
    }, folds);
    await look(route);
    if (route === "documents") await details(page, seen[route]);
  }
  return seen;
}

for (const engine of engines) {
  const all = engine === "chromium";
  const some = all ? PAYLOADS : PAYLOADS.filter((_, at) => at % 15 === 0);
  describe(engine, { timeout: 180_000 }, () => {
    let page;
    before(async () => {
      page = await launch(engine);
      await started(page, offlineFile);
      await page.evaluate(() => {
        globalThis.__hits = 0;
        globalThis.__hit = () => globalThis.__hits++;
        globalThis.alert = globalThis.__hit;
        globalThis.__refused = [];
        addEventListener("securitypolicyviolation", (event) =>
          globalThis.__refused.push(`${event.effectiveDirective} ${event.sample}`),
        );
      });
    });
    after(() => page?.close());
    const nothingRan = async () => {
      assert.deepEqual(
        await page.evaluate(() => [globalThis.__hits, globalThis.__refused, globalThis.__proto__ === Window.prototype]),
        [0, [], true],
      );
      assert.deepEqual(await page.consoleErrors(), []);
    };

    const files = all ? 3 : 1;
    test(`${PAYLOADS.length} payloads in every field of ${files} opened files build the same page as plain words, and are shown as they are`, async () => {
      const sections = all ? SECTIONS : ["governance", "5"];
      const plain = filled((at) => `plain words ${at}`);
      await opened(page, plain.text);
      const calm = await walk(page, sections);
      for (let file = 0; file < files; file++) {
        const { text, used } = filled((at) => PAYLOADS[(at * 7 + file * 50) % PAYLOADS.length]);
        await opened(page, text);
        const seen = await walk(page, sections);
        for (const [route, { skeleton: built, words, values, title }] of Object.entries(seen)) {
          assert.equal(built, calm[route].skeleton, `${route} is built otherwise`);
          assert.equal(title, calm[route].title);
          const there = (where, shape = shownAs) => {
            const payload = used.get(where);
            assert(words.includes(shape(payload)) || values.includes(payload), `${where} in ${route}: ${payload}`);
          };
          const same = (payload) => payload;
          if (route === "report")
            for (const where of used.keys())
              if (!/label|href|snapshot/.test(where) && !(/^[A-Z\d.]+ owner/.test(where) && !where.startsWith("A.")))
                there(where);
          if (route === "statement")
            for (const where of used.keys())
              if (/^A\..* (reason|inclusion|owner)|version|approver/.test(where)) there(where);
          if (route === "compare") for (const where of used.keys()) if (where.startsWith("snapshot")) there(where);
          if (route === "data") ["name", "scope", "assessor"].forEach((where) => there(where));
          if (route === "documents")
            for (const { key } of documents)
              for (const name of ["owner", "href", "note"]) there(`${key} ${name}`, same);
          if (route === "assess/governance")
            for (const id of areas.find((area) => area.key === "governance").refs)
              for (const name of ["note", "owner", "label"]) there(`${id} ${name}`, same);
        }
      }
      await nothingRan();
    });

    test(`${some.length} payloads as file names are shown in the summary as they are`, async () => {
      await visit(page, "data");
      for (const payload of some) {
        // What a File's name cannot hold: a slash becomes a colon in some engines.
        const name = payload.replaceAll("/", "∕");
        await open(page, "{", name);
        await page.waitFor(
          async () =>
            (await problems(page))?.text.includes(name.replace(/\s+/g, " ")) ||
            (await page.evaluate(
              (wanted) =>
                document
                  .querySelector("iso27001-readiness")
                  .shadowRoot.getElementById("problems-title")
                  ?.textContent.includes(wanted),
              name,
            )),
          `the summary to name ${name}`,
        );
      }
      await nothingRan();
    });

    test(`${some.length} payloads written into the fields of the page are kept letter by letter and shown in the report`, async () => {
      await opened(page, Assessment.create("2022").toJSON());
      await jump(page, "report");
      for (const part of ["gates", "sections", "findings", "plan", "documents", "statement", "method"])
        await page.click(`#report-${part}`);
      const wrong = await page.evaluate(async (payloads) => {
        const element = document.querySelector("iso27001-readiness");
        const root = element.shadowRoot;
        const until = async (condition, what) => {
          const end = performance.now() + 5_000;
          for (;;) {
            const found = condition();
            if (found) return found;
            if (performance.now() > end) throw new Error(what);
            await new Promise((wake) => setTimeout(wake, 2));
          }
        };
        const write = async (id, text) => {
          const field = await until(() => root.getElementById(id), id);
          field.focus();
          field.value = text;
          for (const type of ["input", "change"]) field.dispatchEvent(new Event(type, { bubbles: true }));
          await element.updateComplete;
        };
        const go = async (route, id) => {
          location.hash = `#/${route}`;
          await until(() => root.getElementById(id), `${id} in ${route}`);
        };
        const wrong = [];
        for (const payload of payloads) {
          await go("data", "about-name");
          for (const name of ["name", "scope", "assessor"]) await write(`about-${name}`, payload);
          const { organisation, assessor } = element.session.file;
          for (const got of [organisation.name, organisation.scope, assessor])
            if (got !== payload) wrong.push(`${payload} became ${got}`);
          if (document.title.includes(payload)) wrong.push(`${payload} is in the title`);
          await write("about-name", `${payload} `);
          await go("report", "report-gates");
          await until(() => root.querySelector(".paper h2 bdi"), "the report");
          wrong.push(...[...root.querySelectorAll(".paper bdi *")].map((one) => `${payload} made a ${one.localName}`));
          if (
            !root.querySelector(".paper").textContent.includes("Unnamed") &&
            root.querySelector(".paper h2 bdi").textContent.length < payload.length
          )
            wrong.push(`${payload} is cut`);
          await go("assess/4", "find-words");
          await write("find-words", payload);
          await until(() => location.hash === "#/assess/find", "the search");
          if (decodeURIComponent(location.href).includes(payload)) wrong.push(`${payload} is in the address`);
          await write("find-words", "");
        }
        return wrong;
      }, some);
      assert.deepEqual(wrong, []);
      await nothingRan();
    });

    test("an address that is typed becomes a link only if it is http, https or mailto, with nothing to hand over", async () => {
      await jump(page, "assess/5");
      await page.click("#q-5-1 .aside details:nth-of-type(2) > summary");
      for (const bad of ["javascript:__hit()", "data:text/html,x", "file:///etc/passwd", "//example.org", "blob:x"]) {
        await page.fill(part("5.1", "href"), bad);
        await click(page, "#q-5-1 .evidence > button");
        // Each is refused in the same words; what tells them apart is the focus, which the next one takes away.
        await page.waitFor(async () => {
          const now = await problems(page);
          return now?.focused && now.inView && now.text.includes("The address must begin with");
        }, `${bad} to be refused`);
      }
      await page.fill(part("5.1", "href"), "https://example.org/a?b#c");
      await page.fill(part("5.1", "label"), "<b>minutes</b>");
      await page.click("#q-5-1 .evidence > button");
      const link = await page.element({ css: "#q-5-1 .evidence a", text: "<b>minutes</b>" });
      assert(link);
      for (const [name, value] of Object.entries({
        href: "https://example.org/a?b#c",
        target: "_blank",
        rel: "noopener noreferrer",
      })) {
        assert.equal(await page.attribute("#q-5-1 .evidence a", name), value);
      }
      await answer(page, "5.1", 3);
      await nothingRan();
    });

    test("every field for free text tells the browser not to send, complete or translate it", async () => {
      const wanted = {
        spellcheck: "false",
        autocomplete: "off",
        autocorrect: "off",
        autocapitalize: "off",
        "data-gramm": "false",
        translate: "no",
      };
      for (const route of ["assess/5", "documents", "statement", "plan", "compare", "data", "result"]) {
        await jump(page, route);
        await page.evaluate(async () => {
          const element = document.querySelector("iso27001-readiness");
          for (const button of element.shadowRoot.querySelectorAll("main details.fold:not([open]) > summary, .opener"))
            button.click();
          await element.updateComplete;
        });
        const wrong = await page.evaluate((attributes) => {
          const fields = document
            .querySelector("iso27001-readiness")
            .shadowRoot.querySelectorAll("textarea, input:not([type=radio], [type=checkbox], [type=file])");
          return [...fields].flatMap((field) =>
            Object.entries(attributes)
              .filter(([name, value]) => field.getAttribute(name) !== value)
              .map(([name]) => `${field.id} ${name}`),
          );
        }, wanted);
        assert.deepEqual(wrong, [], route);
      }
    });
  });
}
