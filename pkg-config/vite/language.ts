// Where the words of the build's language are, and where what is built goes: `cargo xtask build --language` names both.
import { fileURLToPath } from "node:url";

const root = (relative: string): string => fileURLToPath(new URL(`../../${relative}`, import.meta.url));

/** The folder that `language/…` stands for in an import. */
export const language = root(process.env.READINESS_LANGUAGE ?? "languages/en");

/** A path below `target/`, where another language than the published one has a folder of its own. */
export const built = (relative: string): string =>
  root(["target", process.env.READINESS_BUILT, relative].filter(Boolean).join("/"));
