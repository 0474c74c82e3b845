// What the views behind the app's script are built with; see kit.ts.
export { html, nothing, svg } from "lit";
export { guard } from "lit/directives/guard.js";
export { live } from "lit/directives/live.js";
export { repeat } from "lit/directives/repeat.js";
export { clauseOf, isControl } from "./book.js";
export { coverageText } from "./components/coverage.js";
export { fileDrop } from "./components/drop.js";
export { choose, field } from "./components/field.js";
export { fold } from "./components/fold.js";
export { stageMark, stateMark } from "./components/icon.js";
export { bar, score } from "./components/interval.js";
export { outward } from "./components/question.js";
export { fileAge } from "./components/savestate.js";
export { table } from "./components/table.js";
export { clock, date, percent, points, range, tenths, today } from "./format.js";
export { link } from "./router.js";
export { extend, t, tt } from "./text.js";
export { answerText, dom, references, requirementLink, written } from "./words.js";
