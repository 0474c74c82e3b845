import { readFileSync } from "node:fs";

/** The one source: what a host should send with the page. */
const ALONE = readFileSync(new URL("headers.txt", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .map((line) => line.split(/: (.*)/s).slice(0, 2));

/** For the page on its own: nobody may frame it. */
export const alone = () => ALONE;

/** For the review desk, which has a worker of its own text. */
export const desk = () =>
  ALONE.map(([name, value]) => [
    name,
    name === "Content-Security-Policy"
      ? value.replace("trusted-types lit-html;", "trusted-types lit-html iso27001-desk; worker-src blob:;")
      : value,
  ]);

/** The page's own policy but for who may frame it: hashes change with every build, and stand in the page. */
const POLICY = new Map(ALONE).get("Content-Security-Policy").replace(/frame-ancestors .*/, "");

/** For the page in somebody's frame. Its embedder may be isolated, which asks for the last two. */
export const framed = (ancestors) => [
  ...ALONE.filter(([name]) => !/^(Content-Security-Policy|Cross-Origin-)/.test(name)),
  ["Content-Security-Policy", `${POLICY}frame-ancestors ${ancestors}`],
  ["Cross-Origin-Resource-Policy", "cross-origin"],
  ["Cross-Origin-Embedder-Policy", "require-corp"],
];
