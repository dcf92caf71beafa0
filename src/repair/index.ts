/**
 * The repair rules in order.
 *
 * Odd characters of the whole dump first. Then blanks, while offsets still are those of the measured lines; before the
 * joins, which look at clean ends. Marks after the joins: a quotation may open in one column and close in the next.
 */
import { columnRule, strokeBefore } from "./mark/column-rule.ts";
import { titleSpeck } from "./mark/title-speck.ts";
import { dash, ellipsis, middleDot, slashBlanks } from "./mark/whole.ts";
import { boldMarks } from "./markup/bold.ts";
import { tableCells } from "./markup/cells.ts";
import { controlCharacters } from "./markup/control.ts";
import { pairQuotes } from "./quote/pair.ts";
import type { DumpRule, TextRule } from "./rule.ts";
import { afterMarks } from "./space/after-marks.ts";
import { besideMark } from "./space/beside-mark.ts";
import { besideNumber } from "./space/beside-number.ts";
import { betweenHan } from "./space/between-han.ts";
import { edgeBlanks } from "./space/edge.ts";
import { lineEnd } from "./space/line-end.ts";
import { spacedFigures } from "./space/spaced-figures.ts";
import { titleGap } from "./space/title.ts";
import { asciiFigures } from "./width/ascii.ts";
import { brackets } from "./width/brackets.ts";
import { printedForms } from "./width/form.ts";
import { colon, comma, exclamation, fullStop, question, semicolon } from "./width/marks.ts";
import { mixedBrackets } from "./width/mixed-brackets.ts";
import { wideStop } from "./width/wide-stop.ts";

/** On the whole dump, before its lines are read. */
export const DUMP_RULES: readonly DumpRule[] = [controlCharacters, asciiFigures, printedForms, wideStop, afterMarks];

/** On each block, before the joins. Column rules stand at line ends; those come next and alone use the measured offsets. */
export const BLOCK_RULES: readonly TextRule[] = [
  columnRule,
  titleSpeck,
  lineEnd,
  boldMarks,
  betweenHan,
  titleGap,
  spacedFigures,
  besideNumber,
  slashBlanks,
  besideMark,
  strokeBefore,
  edgeBlanks,
];

/** On each whole text, after the joins. Quotes last, in clean company. */
export const TEXT_RULES: readonly TextRule[] = [
  tableCells,
  ellipsis,
  dash,
  middleDot,
  comma,
  colon,
  semicolon,
  exclamation,
  question,
  fullStop,
  brackets,
  mixedBrackets,
  pairQuotes,
];

export const RULES: readonly TextRule[] = [...DUMP_RULES, ...BLOCK_RULES, ...TEXT_RULES];
