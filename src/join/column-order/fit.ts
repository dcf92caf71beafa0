/** How well one piece of a column follows another: ends, widths, indents, brackets and the order of the dump. */
import type { Context } from "../../context.ts";
import { mostWithin, scoreWithin } from "../../lexicon/continuity.ts";
import type { ColumnPiece } from "./column-piece.ts";

/** Log-odds of the clues for one piece following another. */
const NEXT = 2.5;
/** Added for two lines between which the dump has not even a blank line. */
const NEXT_LINE = 3;
const ONE_SKIPPED = -0.5;
const ONE_BACK = -1;
const EACH_FURTHER = -0.15;
const MOST_FURTHER = 8;
const SAME_WIDTH = 1;
const OTHER_WIDTH = -2.5;
const WORST_CHARACTERS = -2.5;
const BEST_CHARACTERS = 5;
const OPEN_TO_INDENTED = -3;
const OPEN_TO_FLUSH = 0.6;
const OPEN_TO_CUT = 2;
const CLOSED_TO_CUT = -4;
const CLOSED_TO_FLUSH = -2;
const CLOSED_TO_INDENTED = 1;
const CLOSES_BRACKET = 3;
const CLOSES_NOTHING = -2;

/** Widths within this many cells are one: a mark moved to the next line. */
const WIDTH_SLACK = 3;

/**
 * Log-odds of `head` following `tail`.
 * @param steps how many pieces further down the dump `head` stands; below 0: above.
 */
export function fitOf(tail: ColumnPiece, head: ColumnPiece, steps: number, { lexicon }: Context): number {
  if (tail.isClosed) return fitOfClosed(tail, head, steps);
  return fitOfOpen(
    tail,
    head,
    steps,
    scoreWithin(WORST_CHARACTERS, BEST_CHARACTERS, tail.endOf, head.startOf, lexicon),
  );
}

/** No less than `fitOf`; looks at no characters. */
export function mostFitByPlace(tail: ColumnPiece, head: ColumnPiece, steps: number): number {
  return tail.isClosed ? fitOfClosed(tail, head, steps) : fitOfOpen(tail, head, steps, BEST_CHARACTERS);
}

/** No less than `fitOf`; looks for no words. */
export function mostFitOf(tail: ColumnPiece, head: ColumnPiece, steps: number, { lexicon }: Context): number {
  if (tail.isClosed) return fitOfClosed(tail, head, steps);
  return fitOfOpen(tail, head, steps, mostWithin(WORST_CHARACTERS, BEST_CHARACTERS, tail.endOf, head.startOf, lexicon));
}

function fitOfClosed(tail: ColumnPiece, head: ColumnPiece, steps: number): number {
  const score = fitOfPlace(tail, head, steps);
  if (head.isCut) return score + CLOSED_TO_CUT;
  if (head.isIndented === true) return score + CLOSED_TO_INDENTED;
  return head.isIndented === false && tail.isLastLineFull !== true ? score + CLOSED_TO_FLUSH : score;
}

/** @param characters log-odds of what stands at the seam. */
function fitOfOpen(tail: ColumnPiece, head: ColumnPiece, steps: number, characters: number): number {
  let score = fitOfPlace(tail, head, steps) + characters;
  if (head.isIndented !== null) score += head.isIndented ? OPEN_TO_INDENTED : OPEN_TO_FLUSH;
  if (head.orphan !== null) score += head.orphan === tail.open ? CLOSES_BRACKET : CLOSES_NOTHING;
  else if (head.isCut) score += OPEN_TO_CUT;
  return score;
}

function fitOfPlace(tail: ColumnPiece, head: ColumnPiece, steps: number): number {
  const score = placeOf(steps) + widthOf(tail, head);
  return steps === 1 && tail.block === head.block ? score + NEXT_LINE : score;
}

function placeOf(steps: number): number {
  if (steps === 1) return NEXT;
  const further = EACH_FURTHER * Math.min(MOST_FURTHER, Math.abs(steps));
  return further + (steps > 0 ? ONE_SKIPPED : ONE_BACK);
}

/** Columns of one article need not be of one width, where a picture or a headline is in the way. */
function widthOf(tail: ColumnPiece, head: ColumnPiece): number {
  if (tail.isMeasured && head.isMeasured)
    return Math.abs(tail.width - head.width) <= WIDTH_SLACK ? SAME_WIDTH : OTHER_WIDTH;
  // A line that is wider than the column of the other piece is not in it.
  if (tail.isMeasured && head.width > tail.width + WIDTH_SLACK) return OTHER_WIDTH;
  if (head.isMeasured && tail.width > head.width + WIDTH_SLACK) return OTHER_WIDTH;
  return 0;
}
