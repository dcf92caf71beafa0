/**
 * How much white a picture leaves in a dump.
 *
 * In: the blank lines above each line or block. Out: from how many on a picture stood there. Never: takes the white that all
 * parts of a page have between them for pictures.
 */
import { median } from "../text/list.ts";

/** A dump has one or two blank lines between its parts, and so many where a picture was. */
const PICTURE_GAP_LINES = 3;
/** Fewer wide gaps are those of pictures. */
const LEAST_USUAL = 6;

export function pictureGapOf(gaps: readonly number[]): number {
  const apart = gaps.filter((gap) => gap > 0);
  return apart.length < LEAST_USUAL ? PICTURE_GAP_LINES : Math.max(PICTURE_GAP_LINES, median(apart, 0) + 1);
}
