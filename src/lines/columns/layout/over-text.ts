/**
 * Which headings of a part of the page stand over its text.
 *
 * In: a heading, and the pieces it may stand over. Out: the answer. Never: reads what it says.
 *
 * A headline over some of the columns is set beside the first one, which begins as high as the upper edge of the type.
 */
import { SAME_EDGE } from "../measures.ts";
import type { Piece } from "./piece.ts";

/** How much higher that column may begin, in rows. */
const BESIDE_ROWS = 2;
/** Rows from one line of a headline to the next, and from one line to a label set on its row. */
const NEXT_LINE = 8;
const SAME_ROW = 1;

/** @param titles those found to stand over the text so far, from top to bottom. */
export function standsOver(piece: Piece, titles: readonly Piece[], part: readonly Piece[]): boolean {
  return !isBelowText(piece, titles, part) || isWithTitle(piece, titles, part);
}

/**
 * Within a text, under it or to the right of it. Where a title stands over the column to the left, another one beside that
 * column's first lines is a subhead at the top of the next.
 */
function isBelowText({ x, right, top }: Piece, titles: readonly Piece[], part: readonly Piece[]): boolean {
  return part.some((other) => {
    if (other.kind !== "text" || other.top > top || other.x >= right - SAME_EDGE) return false;
    if (other.right > x || other.top <= top - BESIDE_ROWS) return true;
    return titles.some((title) => title.x < other.right && other.x < title.right);
  });
}

/** The next line of a title, or a label to the left of one. */
function isWithTitle(piece: Piece, titles: readonly Piece[], part: readonly Piece[]): boolean {
  return titles.some((title) => {
    if (Math.abs(title.top - piece.top) <= SAME_ROW && piece.right <= title.x) return true;
    const rows = piece.top - title.bottom;
    if (rows <= 0 || rows > NEXT_LINE || piece.x >= title.right || title.x >= piece.right) return false;
    return !part.some(
      ({ kind, x, right, top, bottom }) =>
        kind === "text" && bottom > title.bottom && top < piece.top && x < piece.right && piece.x < right,
    );
  });
}
