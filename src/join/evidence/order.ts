import type { Clue, Piece } from "../piece.ts";

export const NEXT = 3;
/** One piece skipped on the way down, or one step back up; and each further one. */
const ONE_SKIPPED = -2.8;
const ONE_BACK = -2.6;
const EACH_FURTHER = -0.3;
const MOST_FURTHER = 6;
const OTHER_ARTICLE = -1.8;
/** A column end that the scan put at the top of the page is near no place in particular. */
const FROM_THE_TOP = -1.5;

/**
 * Where the head stands from the tail. A dump is mostly in reading order: the next piece usually goes on.
 * @param steps how many pieces of running text further down the head stands; 1 is the next one, negative is above.
 */
export function order(tail: Piece, head: Piece, steps: number): Clue[] {
  const isLoose = isStray(tail, head);
  const place = steps === 1 ? BELOW : isLoose ? FROM_TOP : skipped(steps);
  return tail.section !== head.section && !isLoose ? [place, BETWEEN_ARTICLES] : [place];
}

/** The weights of `order` together. */
export function weightOfOrder(tail: Piece, head: Piece, steps: number): number {
  if (isStray(tail, head)) return steps === 1 ? NEXT : FROM_THE_TOP;
  const place = steps === 1 ? NEXT : farOff(steps);
  return tail.section === head.section ? place : place + OTHER_ARTICLE;
}

const BELOW: Clue = { clue: "order", weight: NEXT, reason: "the next piece of text" };
const FROM_TOP: Clue = {
  clue: "order",
  weight: FROM_THE_TOP,
  reason: "one side stands alone above the first article",
};
const BETWEEN_ARTICLES: Clue = { clue: "article", weight: OTHER_ARTICLE, reason: "a title or byline stands between" };

function skipped(steps: number): Clue {
  const reason = steps > 1 ? `${steps - 1} pieces are skipped` : "the head stands above the tail";
  return { clue: "order", weight: farOff(steps), reason };
}

function farOff(steps: number): number {
  return steps > 1
    ? ONE_SKIPPED + EACH_FURTHER * Math.min(MOST_FURTHER, steps - 2)
    : ONE_BACK + EACH_FURTHER * Math.min(MOST_FURTHER, -steps - 1);
}

/** Whether one side stands above every byline of the page, where only displaced pieces and titles stand. */
function isStray(tail: Piece, head: Piece): boolean {
  return tail.isAboveArticles !== head.isAboveArticles;
}
