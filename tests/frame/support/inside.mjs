/**
 * The page in the frame, to be driven as the page itself is. Chromium's and Firefox's drivers have frames that work like pages;
 * WebKit's looks into one frame at a time.
 */
export async function inside(page, origin) {
  const view = Object.create(page);
  /** As a person would: what lies under the bar at the foot is brought into sight first. */
  view.click = async (selector) => {
    const handle = await view.element(selector);
    await view._call((element) => element.scrollIntoView({ block: "center", behavior: "instant" }), handle);
    await view._click(handle);
  };
  if (page.engine === "webkit") {
    const within = async (act) => {
      await page.native.switchTo().defaultContent();
      await page.native.switchTo().frame(await page.native.findElement({ css: "iframe" }));
      try {
        return await act();
      } finally {
        await page.native.switchTo().defaultContent();
      }
    };
    for (const name of ["_handle", "_call", "_click", "_press", "_type", "_upload"])
      view[name] = (...given) => within(() => page[name](...given));
    // Its driver often misses what moves in a frame, and its keys choose no radio there: so keys for all but those.
    view.click = async (selector) => {
      const handle = await view.element(selector);
      const [kind, middle] = await view._call((element) => {
        element.scrollIntoView({ block: "center", behavior: "instant" });
        element.focus();
        const { top, height } = element.getBoundingClientRect();
        return [element.localName, top + height / 2];
      }, handle);
      // Only the page around can scroll itself.
      await page.evaluate(
        (at) =>
          scrollBy({
            top: document.querySelector("iframe").getBoundingClientRect().top + at - innerHeight / 2,
            behavior: "instant",
          }),
        middle,
      );
      if (kind === "input") await view._click(handle);
      else await view._press(kind === "a" ? "Enter" : "Space");
    };
    return view;
  }
  const frame = await page.waitFor(() => page.native.frames().find((one) => one.url().startsWith(origin)), "the frame");
  const outer = page.native;
  view.native = frame;
  view._type = (text) => outer.keyboard.type(text);
  view._press = (key) => page._press.call({ native: outer, ...page }, key);
  view.errors = page.errors;
  return view;
}

/** The element as the test sees it, once the page in the frame runs. */
export async function started(frame) {
  await frame.waitFor(
    () => frame.evaluate(() => Boolean(document.querySelector("iso27001-readiness")?.session)),
    "the page in the frame",
  );
  await frame.element("h1#title:not([aria-busy])");
}

export const REVIEW = "#frame-review";
export const SEND = "#frame-yes";
export const text = (frame) => frame.evaluate(() => document.querySelector("iso27001-readiness").session.store.text);
/** What the frame's own bar, questions and notices say. */
export const said = (frame) =>
  frame.evaluate(() => document.querySelector("#readiness-frame").shadowRoot.textContent.replace(/\s+/g, " ").trim());
/** Presses a button that counts only once it was in sight for a while, as a person would who is told that it was too soon: again. */
export async function insist(frame, button) {
  await frame.element(button);
  await frame.waitFor(async () => {
    if (await frame.exists(button)) await frame.click(button);
    await pause(300);
    return !(await frame.exists(button));
  }, `${button} to take the press`);
}
/** Where the browser cannot tell whether the button is covered, the word stands for holding it. */
export async function send(frame) {
  await frame.element(SEND);
  if (await frame.exists("#frame-word")) await frame.fill("#frame-word", "yes");
  await insist(frame, SEND);
}
export async function allowDraft(frame) {
  await frame.click("#frame-draft");
  await send(frame);
}
export const pause = (ms) => new Promise((wake) => setTimeout(wake, ms));
