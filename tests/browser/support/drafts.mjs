// What a browser keeps of the page, read past the page itself.

/** The words about the draft in the header: "Saved 12:30", "Saving…", "Not kept", … */
export const kept = (page) =>
  page.evaluate(() => document.querySelector("iso27001-readiness").shadowRoot.querySelector(".save > span:not(.dot)").textContent.trim());

/** The draft's text as the database holds it, or null. */
export const stored = (page) =>
  page.evaluate(
    () =>
      new Promise((done, failed) => {
        const opening = indexedDB.open("iso27001-readiness");
        opening.onerror = () => failed(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          const reading = database.transaction("drafts").objectStore("drafts").getAll();
          reading.onsuccess = () => {
            database.close();
            done(reading.result.length === 0 ? null : (reading.result.find((record) => record.revision)?.text ?? "unreadable"));
          };
        };
      }),
  );

/** Names of databases and of keys in the local storage. */
export const traces = (page) =>
  page.evaluate(async () => ({ databases: (await indexedDB.databases()).map(({ name }) => name), keys: Object.keys(localStorage) }));

/** Runs in the page: answers for ever, a few at a time, and counts those after which the page said "Saved". */
export function answerForEver({ from, items }) {
  const root = document.querySelector("iso27001-readiness").shadowRoot;
  const element = root.host;
  const said = () => root.querySelector(".save > span:not(.dot)").textContent.trim();
  const pause = (ms) => new Promise((wake) => setTimeout(wake, ms));
  globalThis.__safe = from;
  void (async () => {
    for (let n = from; ; ) {
      for (let burst = (n % 4) + 1; burst > 0; burst--, n++) {
        const { item, level } = { item: items[n % items.length], level: Math.floor(n / items.length) % 6 };
        root.getElementById(`q-${item.replaceAll(".", "-")}-${level}`).click();
        await pause(3);
      }
      await element.updateComplete;
      while (!said().startsWith("Saved ")) await pause(1);
      globalThis.__safe = n;
    }
  })();
}

/** The answers after the n-th act of `answerForEver`. */
export function after(n, items) {
  const answers = {};
  for (let at = Math.max(0, n - items.length); at < n; at++) answers[items[at % items.length]] = Math.floor(at / items.length) % 6;
  return answers;
}
