/**
 * How well one line goes on in another in a column of known width, by their lengths and marks.
 *
 * Log-odds, natural base, tuned on pages whose truth is known; rounded. Lengths are in em.
 */
import type { Strip } from "./strip.ts";

/** After so many lines the width of a column is known. */
export const KNOWN_LINES = 3;

const SAME_LENGTH = 1.6;
const INDENT = 3.2;
const FULL = 0.6;
const TOO_WIDE = -4;
const SHORT_INSIDE = -2.6;
const BIT_SHORT_INSIDE = -1.4;
const NO_INDENT = -1.2;
const INDENT_INSIDE = -1.3;
const LAST_LINE = -0.1;

/** @param isFirst the line above begins a paragraph. */
export function fitOfColumn(width: number, isFirst: boolean, above: Strip, below: Strip): number {
  const missingAbove = width - above.ems;
  const missing = width - below.ems;
  if (missing < -SAME_LENGTH) return TOO_WIDE;
  if (above.isClosed) {
    if (missing > INDENT && !below.isClosed) return SHORT_INSIDE;
    if (missingAbove <= SAME_LENGTH) return 0;
    // A paragraph begins.
    return missing < 1 ? NO_INDENT : FULL;
  }
  let score = 0;
  if (missingAbove > INDENT) score += SHORT_INSIDE;
  else if (missingAbove > SAME_LENGTH && !isFirst) score += BIT_SHORT_INSIDE;
  if (missing <= SAME_LENGTH) return score + FULL;
  if (below.isClosed) return score + LAST_LINE;
  return score + (missing > INDENT ? SHORT_INSIDE : INDENT_INSIDE);
}
