// The app's own styles in the order in which they override each other.
import { coverageStyles } from "../components/coverage.styles.js";
import { dialogStyles } from "../components/dialog.styles.js";
import { fieldStyles } from "../components/field.styles.js";
import { foldStyles } from "../components/fold.styles.js";
import { levelsStyles } from "../components/levels.styles.js";
import { noticeStyles } from "../components/notice.styles.js";
import { questionStyles } from "../components/question.styles.js";
import { cardStyles } from "../styles/card.js";
import { quickStyles } from "./assess/quick.styles.js";
import { startStyles } from "./start/start.styles.js";
import { base } from "../styles/base.js";
import { layout } from "../styles/layout.js";
import { tokens } from "../styles/tokens.js";

export const styles = [
  tokens,
  base,
  layout,
  cardStyles,
  noticeStyles,
  coverageStyles,
  fieldStyles,
  questionStyles,
  levelsStyles,
  foldStyles,
  quickStyles,
  startStyles,
  dialogStyles,
];
