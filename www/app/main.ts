// The page's start: the core from its bytes, the session, and what the deferred scripts bring.
import "../page.css";
import "./page_text.js";
import { invalidate } from "./model/question_pages.js";
import { decode, load, provideTexts, StartFault } from "./model/wasm.js";
import { placeOf } from "./model/draft_record.js";
import { ReadinessElement } from "./shell.js";
import { deferredParts, onRegister } from "./deferred.js";
import { nextTask } from "./next_task.js";
import { browserStorage } from "./model/preferences.js";
import { HashRouter } from "./router.js";
import { Session } from "./session/session.js";
import { t } from "./text/messages.js";

const NAME = "iso27001-readiness";
/** A draft that takes longer to read comes into the page that is there. */
const PATIENCE_MS = 500;

async function boot(element: ReadinessElement): Promise<void> {
  // What early.ts kept unseen is drawn, or it is said why not.
  const show = (): void => document.documentElement.removeAttribute("data-elsewhere");
  try {
    // A phone is at work on each of these for long, and between them it can scroll.
    await nextTask();
    const encoded = document.getElementById("wasm");
    const bytes = decode(encoded?.textContent ?? "", Number(encoded?.dataset["code"]));
    await nextTask();
    await load(bytes);
  } catch (error) {
    element.fault = error instanceof StartFault ? t(`fault.${error.reason}`) : t("fault.unknown");
    element.querySelector(".fallback")?.setAttribute("data-shown", "");
    show();
    return;
  }
  element.replaceChildren();
  const place = placeOf(window);
  const session = new Session({
    router: new HashRouter(),
    // On a file or in a frame nothing is kept, preferences included: other pages could read it there.
    storage: place === "site" ? browserStorage() : null,
    place,
    redraw: () => {
      element.requestUpdate();
      return element.updateComplete;
    },
    root: () => element.shadowRoot,
    owner: document,
  });
  element.session = session;
  session.around.router.subscribe(() => session.moved());

  // What is still being typed is written when the page goes out of sight, which is the last that is sure to be told.
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") session.flush();
    else void session.draft.look();
  });
  addEventListener("pagehide", () => session.flush());

  const drafted = session.draft.start();
  const soon = Promise.race([drafted, new Promise((wake) => setTimeout(wake, PATIENCE_MS))]);
  if (session.preferences.keep === "yes") await soon;
  show();
  if (session.route.rest.length > 0) session.moved();
  // A file that is saved holds the draft.
  await soon;
  await element.updateComplete;
  element.press();
  await drafted;
  session.settle();

  // The module stands last: without it the file was cut off on its way, and what is missing never comes.
  const look = (): void => {
    const { copy, module } = deferredParts();
    if (!module) session.notice({ id: "cut-off", tone: "warning", text: t("fault.cut-off"), lasting: true });
    copy?.openHeld(session);
  };
  if (document.readyState === "complete") look();
  else addEventListener("load", look);
}

if (!customElements.get(NAME)) customElements.define(NAME, ReadinessElement);
const element = document.querySelector(NAME);
if (element instanceof ReadinessElement) {
  onRegister(async ({ texts, ...parts }) => {
    if (texts !== undefined) {
      if (!element.waits) await nextTask();
      provideTexts(texts);
      invalidate();
      element.requestUpdate();
    }
    element.receive(parts);
  });
  void boot(element);
}
