/**
 * Whether a block ends between two printed lines.
 *
 * In: two lines below each other, and what is known of their column. Out: whether the lower one begins something else. What
 * the lines are decides first (titles, credits, captions, rows of a table), then indents, then how full the upper one is.
 */
import type { Context } from "../context.ts";
import { continuity, endOf, startOf } from "../lexicon/continuity.ts";
import { INDENT_CELLS } from "../lines/width-fit.ts";
import { isSentenceEnd } from "../text/chars.ts";
import { itemAt } from "../text/list.ts";
import { isTableRow } from "../text/table-row.ts";
import { fillsLineWithCredit, opensCaption } from "./caption.ts";
import { LAST_MARK } from "./caption-lines.ts";
import type { PlacedLine } from "./placed-line.ts";
import { SAME_WIDTH_CELLS } from "./printed-line.ts";

/** A line that ends this much earlier ends its paragraph, or was cut short by a picture. */
const SHORT_BY_CELLS = 4;
/** Nothing begins with these. */
const CLOSING_MARKS = "，。、；：！？）》」』”’,.;:!?)]";

/** By the measures of the page and by the words, whatever the few lines around show. */
export function isRestOfSentence(above: PlacedLine, below: PlacedLine, { lexicon }: Context): boolean {
  if (!below.goesOn || below.blankLines > 0 || isSentenceEnd(above.text)) return false;
  return continuity(endOf(above.text), startOf(below.text), lexicon).score >= SURELY_GOES_ON;
}

/** Log-odds of the characters at the line end: a subhead and the first words of its text hardly fit so well. */
const SURELY_GOES_ON = 2.5;

/** @param run the lines of the block so far. */
export function breaksBetween(
  run: readonly PlacedLine[],
  above: PlacedLine,
  below: PlacedLine,
  next?: PlacedLine,
): boolean {
  /** Cells of the lines before the upper one in its paragraph; of its column where it is the first. */
  const measure = itemAt(run, run.length - 2)?.cells ?? above.column;
  const isCaption = opensCaption(run[0]?.text ?? "");
  if (above.runsOn || above.isCut) return false;
  if (above.line.lineStart === below.line.lineStart) return true;
  if (above.line.isLarge === true || below.line.isLarge === true) return true;
  if (below.blankLines > 0 || below.line.headingLevel > 0 || above.line.headingLevel > 0) return true;
  if (isSpeck(above.text) && isSpeck(below.text)) return false;
  if (above.standsAlone || below.standsAlone || below.opensBody || above.isSigned) return true;
  if (fillsLineWithCredit(above.text)) return true;
  // A caption that ends, and a title, or the next caption.
  if (above.standsOutside && below.standsOutside && LAST_MARK.test(above.text)) return true;
  if (opensCaption(below.text) && !CUTS_MAP.test(above.text)) return true;
  if (isSentenceEnd(above.text) && isCaption) return true;
  if (isTableRow(above.text) || isTableRow(below.text)) return true;
  if (CLOSING_MARKS.includes(below.text.charAt(0))) return false;
  if (below.startsParagraph) return true;
  if (isOneMeasure(above, below) || isIndentedFirst(above, below)) return false;
  if (below.indent >= above.indent + 2) return true;
  if (isLastLine(above, below, measure)) return false;
  if (endedByMeasure(above, measure)) return true;
  if (above.column === 0 || below.column === 0) return true;
  if (Math.abs(above.column - below.column) > SHORT_BY_CELLS) return true;
  if (above.cells > above.column + SAME_WIDTH_CELLS || below.cells > below.column + SAME_WIDTH_CELLS) return true;
  const isFull = above.cells >= above.column - SHORT_BY_CELLS;
  const endsSentence = isSentenceEnd(above.text);
  if (!endsSentence) {
    // The first line of a paragraph is short by its indent where the dump kept no blanks for it.
    const isFirst = above.cells >= above.column - INDENT_CELLS - SHORT_BY_CELLS;
    return !isFull && !isFirst && !CLOSING_MARKS.includes(above.text.charAt(0));
  }
  if (!isFull) return true;
  const isBelowIndented =
    below.cells <= below.column - INDENT_CELLS + 1 && below.cells >= below.column - INDENT_CELLS - SHORT_BY_CELLS;
  const isBelowTitle = below.cells < below.column - SHORT_BY_CELLS && !isSentenceEnd(below.text);
  return isBelowTitle || (isBelowIndented && (next === undefined || next.cells > below.cells));
}

/** 企⏎图为, 地⏎图为: no caption opens below. */
const CUTS_MAP = /[地企意试試版]$/;

/** A mark or two, as a scan makes of rules and of white: lines of them below each other are one thing. */
function isSpeck(text: string): boolean {
  return text.length <= 2 && SPECK.test(text);
}

const SPECK = /^[^\p{L}\p{N}]+$/u;

/** The dump kept the indent of a paragraph's first line: the flush line below it goes on, whatever the column measures. */
function isIndentedFirst(above: PlacedLine, below: PlacedLine): boolean {
  const indent = above.indent - below.indent;
  if (indent < 2 || indent > INDENT_CELLS || above.bareCells < LEAST_MEASURE - INDENT_CELLS) return false;
  return above.bareCells + INDENT_CELLS >= below.bareCells - SHORT_BY_CELLS && !isSentenceEnd(above.text);
}

/** A last line by the measure of the lines above it, which short lines below it hide: of a title, or a caption. */
function endedByMeasure(above: PlacedLine, measure: number): boolean {
  if (measure - above.column <= SHORT_BY_CELLS) return false;
  return above.cells <= measure - SHORT_BY_CELLS && LAST_MARK.test(above.text);
}

/**
 * A full line in mid-sentence, and a shorter one right below it that ends the sentence: the measure of the last line of a
 * text is that of the line above it, whatever titles and captions stand below.
 */
function isLastLine(above: PlacedLine, below: PlacedLine, measure: number): boolean {
  // A title may end in a question mark.
  if (measure === 0 || isSentenceEnd(above.text) || !LAST_MARK.test(below.text)) return false;
  return Math.abs(above.cells - measure) <= SAME_WIDTH_CELLS && below.bareCells < measure;
}

/** Two lines of one length that the neighbours agree on no measure for: they agree with each other. */
function isOneMeasure(above: PlacedLine, below: PlacedLine): boolean {
  if (Math.abs(above.bareCells - below.bareCells) > SAME_WIDTH_CELLS || isSentenceEnd(above.text)) return false;
  return below.indent < above.indent + 2 && above.bareCells >= LEAST_MEASURE;
}

/** Cells of the narrowest columns but one; shorter lines of one length are titles as often. */
const LEAST_MEASURE = 20;
