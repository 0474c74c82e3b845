import type * as Tools from "./tools.js";

/**
 * The tools of the running app, for views that come in a script of their own behind it: one Lit, one set of words.
 * Taken from the element, since the two scripts share nothing else.
 */
const { tools } = document.querySelector("iso27001-readiness") as unknown as { tools: typeof Tools };

export const {
  html,
  nothing,
  render,
  svg,
  guard,
  live,
  repeat,
  clauseOf,
  isControl,
  Assessment,
  isReadinessError,
  coverageText,
  fileDrop,
  choose,
  field,
  fold,
  stageMark,
  stateMark,
  bar,
  score,
  outward,
  fileAge,
  table,
  download,
  clock,
  date,
  percent,
  points,
  range,
  tenths,
  today,
  link,
  extend,
  lang,
  t,
  tt,
  answerText,
  dom,
  references,
  requirementLink,
  written,
} = tools;
