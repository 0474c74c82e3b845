/** The package's core with all that the page asks of one, started. */
import { ready } from "../../dist/npm/node.js";

await ready();
export * from "../../dist/npm/core.js";
export { default } from "../../dist/npm/core.js";
