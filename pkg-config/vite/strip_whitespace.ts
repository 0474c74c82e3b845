// Leaves out the indentation inside template literals, and all white space and comments that a style can do without: together
// a fiftieth of what goes over the line.
import { parseSync, type Plugin } from "vite";
import { nodesOf } from "./syntax.ts";

const SOURCES = /\/www\/[^?]*\.ts$/;
/** Every template literal in these is CSS. */
const STYLES = /\.styles\.ts$|\/styles\/\w+\.ts$/;

const markup = (text: string): string => text.replace(/\n[ \t]+/g, "\n");
/** A space before a colon is a combinator, and one around a plus may stand in a sum: those stay. */
const style = (text: string): string =>
  text
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/\s+/g, " ")
    // The first character may be the brace that ends a placeholder.
    .replace(/(?<!^) ?([{};,>]) ?/g, "$1")
    .replace(/: /g, ":")
    .replace(/;}/g, "}");

export const stripWhitespace: Plugin = {
  name: "strip-whitespace",
  enforce: "pre",
  transform(code, id) {
    if (!SOURCES.test(id)) return null;
    const { program, errors } = parseSync(id, code);
    if (errors.length > 0) throw new Error(`${id}: ${errors[0]?.message}`);
    const literals = nodesOf(program).filter((node) => node.type === "TemplateElement");
    const shorter = STYLES.test(id) ? style : markup;
    let out = "";
    let from = 0;
    for (const { start, end } of literals.sort((one, other) => one.start - other.start)) {
      out += code.slice(from, start) + shorter(code.slice(start, end));
      from = end;
    }
    return { code: out + code.slice(from), map: null };
  },
};
