/**
 * Titles as long as the column below them is wide, in dumps of printed lines.
 *
 * In: the first line of what seems a paragraph, and the two below. Out: whether it is none, but a title.
 */
import type { Lexicon } from "../lexicon/lexicon.ts";
import { INDENT_CELLS } from "../lines/width-fit.ts";
import { isSentenceEnd } from "../text/chars.ts";

interface Measured {
  readonly text: string;
  /** Printed width, and that of the column, in cells. */
  readonly cells: number;
  readonly column: number;
}

/** Log-odds, from which on the words seem to go on below. */
const GOES_ON = 0.1;
/** Goes on, whatever comes. */
const PAUSE = /[，、；：,;:（《“]$/;

/** The words do not go on below, the line has no indent where one belongs, and the line below has one. */
export function isTitleAbove(above: Measured, below: Measured, next: Measured | undefined, lexicon: Lexicon): boolean {
  if (isSentenceEnd(above.text) || PAUSE.test(above.text)) return false;
  if (above.column === 0) return false;
  const longer = next === undefined ? 0 : next.cells - below.cells;
  const isBelowIndented = longer >= INDENT_CELLS - 1 && longer <= INDENT_CELLS + 2;
  const isIndented = above.cells <= above.column - INDENT_CELLS + 1;
  return isBelowIndented && !isIndented && lexicon.seam(lastTwo(above.text), firstTwo(below.text)) < GOES_ON;
}

function lastTwo(text: string): string {
  return text.slice(-6).replace(/\s+/g, "").slice(-2);
}

function firstTwo(text: string): string {
  return text.slice(0, 6).replace(/\s+/g, "").slice(0, 2);
}
