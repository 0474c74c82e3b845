// Styles of the views that come behind the app, in the order in which they override each other; paper has the last word.
import { denseStyles } from "../components/dense.styles.js";
import { explainStyles } from "../components/explain.styles.js";
import { fileDropStyles } from "../components/file_drop.styles.js";
import { tableStyles } from "../components/table.styles.js";
import { gatesStyles } from "../components/gates.styles.js";
import { iconStyles } from "../components/icon.styles.js";
import { legendStyles } from "../components/legend.styles.js";
import { lineStyles } from "../components/line.styles.js";
import { navigationStyles } from "../components/navigation.styles.js";
import { rankedStyles } from "../components/ranked.styles.js";
import { searchStyles } from "../components/search.styles.js";
import { segmentsStyles } from "../components/segments.styles.js";
import { assessStyles } from "./assess/assess.styles.js";
import { compareStyles } from "./compare/compare.styles.js";
import { dataStyles } from "./data/data.styles.js";
import { documentsStyles } from "./documents/documents.styles.js";
import { learnStyles } from "./learn/learn.styles.js";
import { planStyles } from "./plan/plan.styles.js";
import { reportStyles } from "./report/report.styles.js";
import { resultStyles } from "./result/result.styles.js";
import { smallStyles, foldedStyles } from "./shared.styles.js";
import { tasksStyles } from "./start/tasks.styles.js";
import { statementStyles } from "./statement/statement.styles.js";
import { print } from "../styles/print.js";

export const deferredStyles = [
  fileDropStyles,
  tableStyles,
  assessStyles,
  navigationStyles,
  searchStyles,
  explainStyles,
  legendStyles,
  iconStyles,
  gatesStyles,
  smallStyles,
  resultStyles,
  rankedStyles,
  segmentsStyles,
  denseStyles,
  documentsStyles,
  dataStyles,
  tasksStyles,
  learnStyles,
  statementStyles,
  planStyles,
  reportStyles,
  lineStyles,
  compareStyles,
  foldedStyles,
  print,
].join("");
