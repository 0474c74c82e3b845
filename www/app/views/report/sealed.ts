// What a report is made with.
import type { ResultEnvelope } from "../../model/wasm.js";
import type { Page } from "../../page.js";

type Sealed = Pick<ResultEnvelope, "engine" | "method" | "catalog" | "sha256">;
/** The same answers give the same seal anywhere. */
export const sealed = (page: Page): Sealed =>
  page.store.once("sealed", () => {
    const { engine, method, catalog, sha256 } = page.store.try((copy) => copy.result());
    return { engine, method, catalog, sha256 };
  });
