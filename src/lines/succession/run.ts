/**
 * Whether a text goes on in the column beside it.
 *
 * In: two columns, as lines. Out: yes or no. Never: looks further than at the ends that meet.
 */
import type { Lexicon } from "../../lexicon/lexicon.ts";
import { lastOf } from "../../text/list.ts";
import { fitOfShape, fitOfWords } from "./fit.ts";
import type { Strip } from "./strip.ts";

/** Log-odds, natural base, that the next column of a part of the page goes on with the text. */
const LIKELY = 1.1;
const AT_OPENING = -4;
const OTHER_WIDTH = -2;
/** What is left of the fit of two lines where the others are known, too. */
const SHARE_OF_SHAPE = 0.95;
const SHARE_OF_WORDS = 0.7;
/** Columns differ in width by more than this, in em. */
const SAME_WIDTH = 1.6;
/** After so many lines a column and its width are known; so many tell it. */
const KNOWN_LINES = 3;
const WIDTH_LINES = 6;

export function goesOn(above: readonly Strip[], below: readonly Strip[], lexicon: Lexicon): boolean {
  const tail = lastOf(above);
  const head = below[0];
  if (tail === undefined || head === undefined) return false;
  if (above.length < KNOWN_LINES && below.length < KNOWN_LINES) return false;
  let score = LIKELY + SHARE_OF_SHAPE * fitOfShape(tail, head) + SHARE_OF_WORDS * fitOfWords(tail, head, lexicon);
  if (head.opens || head.isAlone || tail.isAlone) score += AT_OPENING;
  const left = widthOf(above.slice(-WIDTH_LINES));
  const right = widthOf(below.slice(0, WIDTH_LINES));
  if (left > 0 && right > 0 && Math.abs(left - right) > SAME_WIDTH) score += OTHER_WIDTH;
  return score > 0;
}

/** Length of full lines, of which the longest may be a title; 0 where too few lines tell. */
function widthOf(strips: readonly Strip[]): number {
  if (strips.length < KNOWN_LINES) return 0;
  return strips.map(({ ems }) => ems).sort((a, b) => b - a)[1] ?? 0;
}
