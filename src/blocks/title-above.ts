/**
 * Titles as long as the column below them is wide, in dumps of printed lines.
 *
 * In: the first line of what seems a paragraph, and the two below. Out: whether it is none, but a title.
 */
import type { Lexicon } from "../lexicon/lexicon.ts";
import { isSentenceEnd } from "../text/chars.ts";

interface Measured {
  readonly text: string;
  /** Printed width, and that of the column, in cells. */
  readonly cells: number;
  readonly column: number;
}

/** A paragraph's first line is this much shorter than a full one: two Han characters. */
const INDENT_CELLS = 4;
/** What speaks for a title must outweigh this: seams that say nothing are not enough. */
const NEEDED = 2.4;
const INDENT_BELOW = 1.5;
const NO_INDENT = 1;
/** Goes on, whatever comes. */
const PAUSE = /[，、；：,;:（《“]$/;

/** The words do not go on below, the line has no indent where one belongs, and the line below has one. */
export function isTitleAbove(above: Measured, below: Measured, next: Measured | undefined, lexicon: Lexicon): boolean {
  if (isSentenceEnd(above.text) || PAUSE.test(above.text)) return false;
  if (above.column === 0) return false;
  const longer = next === undefined ? 0 : next.cells - below.cells;
  const isBelowIndented = longer >= INDENT_CELLS - 1 && longer <= INDENT_CELLS + 2;
  const score =
    (isBelowIndented ? INDENT_BELOW : -INDENT_BELOW) +
    (above.cells > above.column - INDENT_CELLS + 1 ? NO_INDENT : -NO_INDENT);
  return score > NEEDED && lexicon.seam(lastTwo(above.text), firstTwo(below.text)) < score - NEEDED;
}

function lastTwo(text: string): string {
  return text.slice(-6).replace(/\s+/g, "").slice(-2);
}

function firstTwo(text: string): string {
  return text.slice(0, 6).replace(/\s+/g, "").slice(0, 2);
}
