import type { AssessmentFile } from "../model/wasm.js";

/** Organisation as a part of a file's name. Letters of any script stay; what a file system could stumble over goes. */
export const nameOf = ({ organisation }: Pick<AssessmentFile, "organisation">): string =>
  [
    ...(organisation?.name ?? "")
      .normalize("NFKC")
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\p{M}]+/gu, "-"),
  ]
    .slice(0, 40)
    .join("")
    .replace(/^-+|-+$/g, "");
