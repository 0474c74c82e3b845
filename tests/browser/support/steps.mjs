// What a person does on the page, for tests to say in one line. Everything is done through the browser; only `state` looks inside.
import assert from "node:assert/strict";
import { isDeepStrictEqual } from "node:util";
import { offlineFile } from "../driver/index.mjs";

/** The views by the names of their routes and of their links. */
export const VIEWS = {
  start: "Start",
  assess: "Questions",
  result: "Result",
  documents: "Documents",
  statement: "Statement",
  plan: "Plan",
  compare: "Compare",
  report: "Report",
  learn: "Learn",
  data: "Settings and privacy",
  import: "Open or import",
};

/** The places that a page is opened from. */
export const PLACES = ["a host", "a file"];
export const addressOf = (place, host) => (place === "a host" ? host.url : offlineFile);

/** The start of the ids of a question's parts: "area:policy", "A.5.1" or "5.2". */
export const dom = (key) => `q-${key.replace(/[^\w-]/g, "-")}`;
export const part = (key, name) => `#${dom(key)}-${name}`;

/** The canonical text of the assessment that the page shows. */
export const state = (page) => page.evaluate(() => document.querySelector("iso27001-readiness").session.store.text);

/** The person asks for as little motion as may be. */
export const still = (page) => page.evaluate(() => matchMedia("(prefers-reduced-motion: reduce)").matches);

/** The hand rests: the quick scan takes no click for a moment after it went on by itself. */
export const rest = () => new Promise((wake) => setTimeout(wake, 400));

/** Whatever was asked of the page has been drawn. */
export const drawn = (page) =>
  page.evaluate(() => document.querySelector("iso27001-readiness").updateComplete.then(() => true));

export async function started(page, url) {
  await page.open(url);
  await begun(page);
}

/** Loads the page anew, as a person does, and waits for the app. */
export async function reloaded(page) {
  await page.reload();
  await begun(page);
}

/** The painted start page has a heading, links and boxes before the app has begun. */
async function begun(page) {
  const here = () =>
    document.querySelector("iso27001-readiness")?.session && !document.documentElement.hasAttribute("data-elsewhere");
  await page.waitFor(async () => Boolean(await page.evaluate(here)), "the app to start");
  await page.element("h1#title:not([aria-busy])");
}

/** Follows the link of a view, as a person does, and waits for its heading. */
export async function visit(page, view) {
  const to = `header a[href="#/${view}"]`;
  // Where it stands in a list that is folded, that is opened first.
  const folded = await page.evaluate((css) => {
    const there = document.querySelector("iso27001-readiness").shadowRoot.querySelector(css);
    return there.checkVisibility() ? null : there.closest("ul").id;
  }, to);
  if (folded) await page.click(`#${folded}-button`);
  await page.click(to);
  await arrived(page, view);
}

/** Goes to a route by its address. */
export async function jump(page, route) {
  await page.evaluate((hash) => void (location.hash = hash), `#/${route}`);
  await arrived(page, route.split("/")[0]);
}

async function arrived(page, view) {
  const shown = (name) => {
    const root = document.querySelector("iso27001-readiness").shadowRoot;
    const links = [...root.querySelectorAll("header a[aria-current=page]")];
    const here = links.some((link) => link.getAttribute("href").split("/")[1] === name);
    return here && root.querySelector("h1#title:not([aria-busy])") !== null;
  };
  await page.waitFor(() => page.evaluate(shown, view), `the view ${view}`);
}

/** Chooses an answer by its radio, and a reason where one is needed; returns once it is recorded. */
export async function answer(page, key, value, reason) {
  await page.click(part(key, value));
  if (reason !== undefined) await page.fill(part(key, "reason"), reason);
  if (reason !== undefined) await page.press("Tab");
  const recorded = ([of, wanted]) => {
    const { file } = document.querySelector("iso27001-readiness").session;
    const entry = of.startsWith("area:") ? file.areas?.[of.slice(5)] : file.requirements?.[of];
    return String(entry?.answer) === wanted;
  };
  await page.waitFor(() => page.evaluate(recorded, [key, String(value)]), `the answer ${value} to ${key}`);
}

/** The states that the map of must-haves shows, by title. */
export async function gates(page) {
  return page.evaluate(() => {
    const root = document.querySelector("iso27001-readiness").shadowRoot;
    return Object.fromEntries(
      [...root.querySelectorAll("button.gate")].map((gate) => [gate.title, gate.dataset.state]),
    );
  });
}

/** What the summary of problems says, whether it has the focus, and whether the page has scrolled to it. */
export async function problems(page) {
  return page.evaluate(() => {
    const root = document.querySelector("iso27001-readiness").shadowRoot;
    const box = root.getElementById("problems");
    if (!box) return null;
    const { top } = box.getBoundingClientRect();
    return { text: box.innerText, focused: root.activeElement === box, inView: top >= 0 && top < innerHeight };
  });
}

/** Everything that is written on the page as a reader sees it. */
export const words = (page) =>
  page.evaluate(() => document.querySelector("iso27001-readiness").shadowRoot.querySelector("main").innerText);

/** Answers that are the same every time, some of each kind: a pattern of seven over the areas, and one area that does not apply. */
export function pattern(areas) {
  const levels = [2, 4, "unknown", 3, 1, 5, 0];
  return areas.map((area, at) =>
    area.key === "equipment"
      ? { key: area.key, answer: "not-applicable", reason: "All equipment is a supplier's" }
      : { key: area.key, answer: levels[at % levels.length] },
  );
}

/** A file without the moments in it, and without what only tells one file from another. */
export const timeless = (text) =>
  JSON.parse(text, (key, value) => (["id", "created", "modified", "at"].includes(key) ? undefined : value));

/** Opens a saved file as a person does, in place of what is there. */
export async function opened(page, text) {
  await visit(page, "data");
  await page.setFile("#data-file", { name: "saved.iso27001.json", bytes: text });
  await page.waitFor(
    () =>
      page.evaluate(
        () => location.hash === "#/result" || document.querySelector("iso27001-readiness").session.ui.dialog !== null,
      ),
    "the file to be read",
  );
  if (await page.exists("dialog[open]")) await page.click({ css: "dialog button", text: "Replace" });
  await page.waitFor(async () => (await state(page)) === text, "the file to be opened");
  await arrived(page, "result");
}

/** Waits until the page's assessment says the same as this one, moments apart; tells how they differ if it never does. */
export async function agrees(page, assessment) {
  const wanted = timeless(assessment.toJSON());
  let last;
  const same = async () => isDeepStrictEqual((last = timeless(await state(page))), wanted);
  await page.waitFor(same, "the page to hold the same answers").catch(() => assert.deepEqual(last, wanted));
}

/** Clicks once nothing is drawn or scrolled any more, so that what was found lies where it is clicked. */
export async function click(page, selector) {
  await page.element(selector);
  await page.evaluate(async () => {
    const element = document.querySelector("iso27001-readiness");
    const end = performance.now() + 3_000;
    const look = () => [scrollX, scrollY, document.documentElement.scrollHeight].join();
    for (let [last, now] = ["", look()]; last !== now && performance.now() < end; [last, now] = [now, look()]) {
      await element.updateComplete;
      await new Promise((wake) => setTimeout(wake, 60));
    }
  });
  await page.click(selector);
}

/** The text of every element that matches, in the order of the page, spaces tidied. */
export const texts = (page, css) =>
  page.evaluate(
    (selector) =>
      [...document.querySelector("iso27001-readiness").shadowRoot.querySelectorAll(selector)].map((one) =>
        one.textContent.trim().replace(/\s+/g, " "),
      ),
    css,
  );

/** Id of the element that has the focus. */
export const focusOf = (page) =>
  page.evaluate(() => document.querySelector("iso27001-readiness").shadowRoot.activeElement?.id ?? null);

/** A score as the page writes it. */
export const shown = ({ low, high }) => {
  const [from, to] = [low, high].map((points) => Math.round(points / 100));
  return low === high ? `${from}%` : `${from}–${to}%`;
};
