// The store of drafts in this browser: promises around its database, which lies in a bucket of its own where there are such.
const STORE = "drafts";
const PATIENCE_MS = 5000;

/** The part of https://wicg.github.io/storage-buckets/ that is used. */
interface Buckets {
  open(name: string): Promise<{ indexedDB: IDBFactory }>;
  delete(name: string): Promise<void>;
  keys(): Promise<string[]>;
}
export interface DraftTransaction {
  get(key: string): Promise<unknown>;
  put(value: unknown, key: string): Promise<unknown>;
  delete(key: string): Promise<unknown>;
  abort(): void;
  readonly done: Promise<void>;
}
export interface DraftDatabase {
  get(key: string): Promise<unknown>;
  keys(): Promise<IDBValidKey[]>;
  begin(): DraftTransaction;
  close(): void;
}

const buckets = (): Buckets | undefined => (navigator as { storageBuckets?: Buckets }).storageBuckets;
/** A bucket is named with small letters, digits and signs; the name of an element may hold anything. */
const bucketOf = (name: string): string =>
  name.replace(/[^a-z0-9-]/g, (sign) => `_${sign.charCodeAt(0).toString(16)}_`).slice(0, 64);

const heard = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((done, failed) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });

/** `lost` is called when the connection ends without having been closed here. */
export async function openDatabase(name: string, lost: () => void): Promise<DraftDatabase> {
  const factory = (await buckets()?.open(bucketOf(name)))?.indexedDB ?? indexedDB;
  // Version 1 for life, so that no old tab can block an upgrade; the record has a number of its own.
  const opening = factory.open(name, 1);
  opening.onupgradeneeded = () => void opening.result.createObjectStore(STORE);
  const database = await heard(opening);
  database.onclose = lost;
  // Another tab deletes the database, and would wait for this one.
  database.onversionchange = () => {
    database.close();
    lost();
  };
  const store = (): IDBObjectStore => database.transaction(STORE).objectStore(STORE);
  return {
    get: (key) => heard(store().get(key)),
    keys: () => heard(store().getAllKeys()),
    begin: () => {
      const transaction = database.transaction(STORE, "readwrite", { durability: "strict" });
      const within = transaction.objectStore(STORE);
      return {
        get: (key) => heard(within.get(key)),
        put: (value, key) => heard(within.put(value, key)),
        delete: (key) => heard(within.delete(key)),
        abort: () => transaction.abort(),
        done: new Promise((done, failed) => {
          transaction.oncomplete = () => done();
          transaction.onabort = () => failed(transaction.error ?? new DOMException("", "AbortError"));
        }),
      };
    },
    close: () => database.close(),
  };
}

/**
 * Deletes the database whole, and true once it is looked for and not found. Chromium's files keep the text of a record that
 * was only removed, and of a database that was deleted; of a bucket nothing stays.
 */
export async function eraseDatabase(name: string): Promise<boolean> {
  const own = buckets();
  if (own) {
    await own.delete(bucketOf(name));
    return !(await own.keys()).includes(bucketOf(name));
  }
  const late = new Promise<boolean>((done) => setTimeout(done, PATIENCE_MS, false));
  const deleted = heard(indexedDB.deleteDatabase(name)).then(
    async () => !(await indexedDB.databases()).some((one) => one.name === name),
  );
  return Promise.race([deleted, late]);
}
