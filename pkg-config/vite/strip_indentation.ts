// Leaves out the indentation inside template literals, which takes a hundredth of what goes over the line.
import { parseSync, type Plugin } from "vite";
import { nodesOf } from "./syntax.ts";

const SOURCES = /\/www\/[^?]*\.ts$/;

export const stripIndentation: Plugin = {
  name: "strip-indentation",
  enforce: "pre",
  transform(code, id) {
    if (!SOURCES.test(id)) return null;
    const { program, errors } = parseSync(id, code);
    if (errors.length > 0) throw new Error(`${id}: ${errors[0]?.message}`);
    const literals = nodesOf(program).filter((node) => node.type === "TemplateElement");
    let out = "";
    let from = 0;
    for (const { start, end } of literals.sort((one, other) => one.start - other.start)) {
      out += code.slice(from, start) + code.slice(start, end).replace(/\n[ \t]+/g, "\n");
      from = end;
    }
    return { code: out + code.slice(from), map: null };
  },
};
