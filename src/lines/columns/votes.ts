/**
 * What the lines around say about the width of a column.
 *
 * In: a width and fragments nearby. Out: how many of them break, or end, after it, and how many run on there. Never: finds widths.
 */
import type { Fragment } from "./fragments.ts";
import { INDENT, LEAST_INDENT, SLACK, WIDEST_INDENT } from "./measures.ts";

/** Two fragments that start no further apart than this start at one place. */
export const SAME_PLACE = 0.6;

/** A line of another column: columns of one article are equally wide. */
const OTHER_COLUMN = 0.4;
const NEARLY_SAME_WIDTH = 0.6;
const SHORT_NEIGHBOUR = 0.5;
/** A line without any blank, which may be a title. */
const GAPLESS_AGAINST = 0.5;
/** A line may lack this much where a number or a mark moved to the next. */
export const SHORT_BY_MOST = 3;

/** Neighbours that break or end after `width` against those that run on there. */
export function askNeighbours(
  row: number,
  edge: number,
  width: number,
  neighbours: readonly Fragment[],
): { readonly for: number; readonly against: number } {
  let votesFor = 0;
  let votesAgainst = 0;
  for (const other of neighbours) {
    const shift = other.x - edge;
    const isIndented = shift >= LEAST_INDENT && shift <= WIDEST_INDENT;
    const isSameColumn = isIndented || Math.abs(shift) < SAME_PLACE;
    const length = isIndented ? width - INDENT : width;
    const weight = (isSameColumn ? 1 : OTHER_COLUMN) / Math.abs(other.row - row);
    const vote = voteOf(other, length, isSameColumn);
    if (vote > 0) votesFor += vote * weight;
    else votesAgainst -= vote * weight;
  }
  return { for: votesFor, against: votesAgainst };
}

/** Positive for a break after such a length, in another column also between two breaks; negative for none there. */
function voteOf(other: Fragment, length: number, isSameColumn: boolean): number {
  const { breaks } = other;
  let least = Number.POSITIVE_INFINITY;
  let isShort = false;
  let from = 0;
  // By index: an iterator makes an object of every fraction, and this is asked more often than anything else.
  for (let i = 0; i < breaks.length; i += 1) {
    const ems = breaks[i] ?? 0;
    const missing = length - ems;
    least = Math.min(least, Math.abs(missing));
    isShort ||= missing > 0 && missing <= SHORT_BY_MOST && ems < other.ems;
    if (!isSameColumn && from > 0) least = Math.min(least, Math.abs(length - (ems - from)));
    from = ems;
  }
  if (least <= SLACK / 2) return 1;
  if (least <= SLACK) return NEARLY_SAME_WIDTH;
  if (isShort) return SHORT_NEIGHBOUR;
  if (!isSameColumn || other.isWideSet || other.ems <= length + SLACK) return 0;
  return other.gaps.length === 0 ? -GAPLESS_AGAINST : -1;
}
