/**
 * The lines of a title from top to bottom, where the dump says how large their type is.
 *
 * In: the titles of an article. Out: runs of lines, each with a level as of a heading: 1 for the largest type, 2 for other
 * type larger than the body's, 0 for what is set as small as the body. Never: reads what a title says.
 */
import type { Strand } from "../strands.ts";
import type { Piece } from "./piece.ts";
import type { Run } from "./title-order.ts";

/** Type so much larger than the body's is a title's. */
export const TITLE_SIZE = 1.25;
/** Boxes of one size of type differ by less. */
const SAME_SIZE = 0.92;

/** Null where the dump gives no sizes. */
export function runsBySize(titles: readonly Piece[]): Run[] | null {
  if (titles.some((title) => title.cells[0]?.size === undefined)) return null;
  const largest = titles.reduce((most, title) => (title.signs ? most : Math.max(most, sizeOf(title))), TITLE_SIZE);
  return [...titles]
    .sort((a, b) => a.top - b.top || a.x - b.x)
    .map((title) => {
      const size = title.signs ? 0 : sizeOf(title);
      return { strands: [title], level: size >= largest * SAME_SIZE ? 1 : size >= TITLE_SIZE ? 2 : 0 };
    });
}

export function sizeOf({ cells }: Pick<Strand, "cells">): number {
  let sum = 0;
  for (const { size = 1 } of cells) sum += size;
  return sum / Math.max(1, cells.length);
}
