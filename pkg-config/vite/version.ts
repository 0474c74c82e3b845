// The crate's version is the only one: page, package and file carry it.
import { readFileSync } from "node:fs";

const found = /^version = "(.+)"$/m.exec(readFileSync(new URL("../../Cargo.toml", import.meta.url), "utf8"))?.[1];
if (found === undefined) throw new Error("Cargo.toml has no version");
export const version: string = found;
