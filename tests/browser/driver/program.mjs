import { existsSync, readdirSync } from "node:fs";
import { delimiter, join } from "node:path";

/** Where a shell would find the program. */
export function program(name) {
  const found = (process.env.PATH ?? "")
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find(existsSync);
  if (!found) throw new Error(`${name} is not installed; cargo xtask test installs it, or names the command that does`);
  return found;
}

/** WebKit's own small browser lies where the library keeps its helpers, which differs by architecture. */
export function miniBrowser() {
  for (const root of ["/usr/lib", "/usr/libexec"]) {
    for (const folder of existsSync(root) ? ["", ...readdirSync(root)] : []) {
      const path = join(root, folder, "webkit2gtk-4.1", "MiniBrowser");
      if (existsSync(path)) return path;
    }
  }
  throw new Error("MiniBrowser of webkit2gtk-4.1 is not installed; the Debian package webkit2gtk-driver brings it");
}
