// What a browser keeps of the page, read past the page itself.

/** The words about the draft in the header: "Saved 12:30", "Saving…", "Not saved", … */
export const kept = (page) =>
  page.evaluate(() =>
    document.querySelector("iso27001-readiness").shadowRoot.querySelector(".save > span:not(.dot)").textContent.trim(),
  );

/**
 * Runs in the page: where its database lies, a bucket of its own if the browser has such, or null where there is none yet.
 * Looking must not make one.
 */
export const FACTORY = `async (make) => {
  const buckets = navigator.storageBuckets;
  if (buckets && !make && !(await buckets.keys()).includes("iso27001-readiness")) return null;
  const factory = buckets ? (await buckets.open("iso27001-readiness")).indexedDB : indexedDB;
  return make || (await factory.databases()).some(({ name }) => name === "iso27001-readiness") ? factory : null;
}`;
/** Evaluates a function of the factory (or null) and a word. */
export const inStore = (page, run, { make = false, word } = {}) =>
  page.evaluate(new Function("word", `return (${FACTORY})(${make}).then((factory) => (${run})(factory, word))`), word);

/** The draft's text as the database holds it, or null. */
export const stored = (page) =>
  inStore(
    page,
    (factory) =>
      factory &&
      new Promise((done, failed) => {
        const opening = factory.open("iso27001-readiness");
        opening.onerror = () => failed(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          const reading = database.transaction("drafts").objectStore("drafts").getAll();
          reading.onsuccess = () => {
            database.close();
            done(
              reading.result.length === 0
                ? null
                : (reading.result.find((record) => record.revision)?.text ?? "unreadable"),
            );
          };
        };
      }),
  );

/** Names of databases and buckets, and of keys in the local storage. */
export const traces = (page) =>
  page.evaluate(async () => ({
    databases: [
      ...(await indexedDB.databases()).map(({ name }) => name),
      ...((await navigator.storageBuckets?.keys()) ?? []),
    ],
    keys: Object.keys(localStorage),
  }));

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
  for (let at = Math.max(0, n - items.length); at < n; at++)
    answers[items[at % items.length]] = Math.floor(at / items.length) % 6;
  return answers;
}

/** Lays what a function of this makes where the draft should be, and nothing else. */
export const lay = (page, make, word) =>
  inStore(
    page,
    `(factory, word) =>
      new Promise((done, failed) => {
        const opening = factory.open("iso27001-readiness", 1);
        opening.onupgradeneeded = () => opening.result.createObjectStore("drafts");
        opening.onerror = () => failed(opening.error);
        opening.onsuccess = () => {
          const writing = opening.result.transaction("drafts", "readwrite");
          writing.objectStore("drafts").clear();
          writing.objectStore("drafts").put((${make})(word), "current");
          writing.onabort = () => failed(writing.error);
          writing.oncomplete = () => done(opening.result.close());
        };
      })`,
    { make: true, word },
  );

/** All that the database holds, each as its text: of a record its own, of bytes what they spell. */
export const held = (page) =>
  inStore(
    page,
    (factory) =>
      factory &&
      new Promise((done, failed) => {
        const opening = factory.open("iso27001-readiness");
        opening.onerror = () => failed(opening.error);
        opening.onsuccess = () => {
          const store = opening.result.transaction("drafts").objectStore("drafts");
          const [keys, values] = [store.getAllKeys(), store.getAll()];
          const spelt = async (value) => {
            const inner = value instanceof Blob ? value : (value?.text ?? value);
            if (typeof inner === "string") return inner;
            if (inner instanceof Blob || inner instanceof ArrayBuffer || ArrayBuffer.isView(inner))
              return new Blob([inner]).text();
            return JSON.stringify(value, (_, one) => (typeof one === "bigint" ? String(one) : one));
          };
          store.transaction.oncomplete = async () => {
            opening.result.close();
            const entries = keys.result.map(async (key, at) => [key, await spelt(values.result[at])]);
            done(Object.fromEntries(await Promise.all(entries)));
          };
        };
      }),
  );
