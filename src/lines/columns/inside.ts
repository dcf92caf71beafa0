/**
 * Whether a title is a subhead within a column, and heads no article.
 *
 * In: a title and the columns around it. Out: the answer. Never: reads what it says.
 */
import type { Source } from "../../text/source.ts";
import { textOf, type Unnamed } from "./kinds.ts";
import { SAME_EDGE } from "./measures.ts";
import { CREDITS } from "./short-piece.ts";

/** Longest subhead that is told by its place alone, in em. */
const LONGEST_SUBHEAD = 10;
/** Rows between a subhead and the text above and below. */
const SUBHEAD_ROWS = 2;
/** Full lines of a column that goes on differ by less. */
const SAME_LENGTH = 2;

export interface Standing {
  /** All pieces nearby, and those that are columns of text. */
  readonly near: readonly Unnamed[];
  readonly texts: readonly Unnamed[];
  /** The column above it. */
  readonly above: Unnamed | undefined;
  /** The dump tells nothing of the size of its type. */
  readonly isPlain: boolean;
}

export function isInside(source: Source, item: Unnamed, { near, texts, above, isPlain }: Standing): boolean {
  const below = nearest(texts, item, (other) => other.top - item.bottom);
  const isBetween =
    above !== undefined &&
    below !== undefined &&
    item.top - above.bottom <= SUBHEAD_ROWS &&
    below.top - item.bottom <= SUBHEAD_ROWS &&
    Math.abs(above.x - below.x) <= SAME_EDGE;
  // A subhead interrupts one column while others go on; over an article all begin anew.
  if (isBetween && texts.some((other) => other.top < item.top && other.bottom > item.bottom)) return true;
  if (isBetween && isPlain && isSubhead(item, above, below)) return true;
  if (above === undefined || !endsColumn(item, above, texts)) return false;
  // But a headline over its byline.
  const next = nearest(near, item, (other) => other.top - item.bottom);
  const isSigned =
    next !== undefined &&
    next.cells.length === 1 &&
    next.top - item.bottom <= SUBHEAD_ROWS &&
    CREDITS.test(textOf(source, next));
  return !isSigned;
}

/**
 * A short line within its column, right over a paragraph's first line and close below the end of another one, where the
 * column goes on as wide: a headline is longer or set larger, and has white above and below it.
 */
function isSubhead({ x, right, width, bottom, cells }: Unnamed, above: Unnamed, below: Unnamed): boolean {
  return (
    cells.length === 1 &&
    width <= LONGEST_SUBHEAD &&
    below.top === bottom + 1 &&
    above.endsSentence &&
    below.startsIndented &&
    Math.abs(above.width - below.width) <= SAME_LENGTH &&
    x >= above.x - SAME_EDGE &&
    right <= above.right
  );
}

/** A line of its own right below the last one of a column, within its sides, while one beside it goes on. */
function endsColumn(item: Unnamed, above: Unnamed, texts: readonly Unnamed[]): boolean {
  const { x, right, top, bottom, cells } = item;
  if (cells.length > 1 || top > above.bottom + 1 || x < above.x - SAME_EDGE || right > above.right + SAME_EDGE)
    return false;
  return texts.some((other) => other !== above && other.top < top && other.bottom >= bottom);
}

/** The strand that stands in the same columns at the least distance greater than 0. */
export function nearest(
  strands: readonly Unnamed[],
  item: Unnamed,
  distance: (other: Unnamed) => number,
): Unnamed | undefined {
  let best: Unnamed | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const other of strands) {
    const rows = distance(other);
    if (rows <= 0 || rows >= least || other.x >= item.right || item.x >= other.right) continue;
    best = other;
    least = rows;
  }
  return best;
}
