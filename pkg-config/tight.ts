import type { Plugin } from "vite";

/**
 * Leaves out the indentation of templates and styles, which takes a hundredth of what goes over the line. What is exported is
 * written as it stands.
 */
export const tight: Plugin = {
  name: "tight",
  enforce: "pre",
  transform(code, id) {
    return /\/www\/(?!exports\/)[^?]*\.ts$/.test(id) ? { code: code.replace(/\n[ \t]+/g, "\n"), map: null } : null;
  },
};
