import type { Clue, Piece } from "../piece.ts";

const NEXT = 4;
/** Each piece skipped on the way down. */
const SKIPPED = -1;
const SKIPPED_MOST = -4;
const BACKWARD = -2;
const OTHER_ARTICLE = -2.5;
/** A column end that the scan put at the top of the page is near no place in particular. */
const FROM_THE_TOP = -1.5;

/**
 * Where the head stands from the tail. A dump is mostly in reading order: the next piece usually goes on.
 * @param steps how many pieces of running text further down the head stands; 1 is the next one, negative is above.
 */
export function order(tail: Piece, head: Piece, steps: number): Clue[] {
  const clues: Clue[] = [];
  if (steps === 1) clues.push({ clue: "order", weight: NEXT, reason: "the next piece of text" });
  else if (isStray(tail, head)) {
    clues.push({ clue: "order", weight: FROM_THE_TOP, reason: "one side stands alone above the first article" });
  } else if (steps > 1) {
    clues.push({
      clue: "order",
      weight: Math.max(SKIPPED_MOST, SKIPPED * (steps - 1)),
      reason: `${steps - 1} pieces are skipped`,
    });
  } else {
    const weight = Math.max(SKIPPED_MOST + BACKWARD, BACKWARD + SKIPPED * (-steps - 1));
    clues.push({ clue: "order", weight, reason: "the head stands above the tail" });
  }
  if (tail.section !== head.section && !isStray(tail, head)) {
    clues.push({ clue: "article", weight: OTHER_ARTICLE, reason: "a title or byline stands between" });
  }
  return clues;
}

/** Whether one side stands above every byline of the page, where only displaced pieces and titles stand. */
function isStray(tail: Piece, head: Piece): boolean {
  return tail.isAboveArticles !== head.isAboveArticles;
}
