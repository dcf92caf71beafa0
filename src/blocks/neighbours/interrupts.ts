/** A caption by the text around it alone: it stands in the middle of a sentence. */
import { continuity, endOf, startOf } from "../../lexicon/continuity.ts";
import { nextBody, type Question } from "./question.ts";

/** How much better, in log-odds, the text after an interrupter must continue the text before it. */
export const INTERRUPTER_MARGIN = 2.5;
/** A caption that is no sentence, in characters. */
export const SHORTEST_PHRASE = 6;
export const LONGEST_PHRASE = 30;
/** Log-odds of the two halves of a sentence, and of what belongs to neither. */
const GOES_ON_BEYOND = 2;
const FITS_NOWHERE = -0.8;

/**
 * 茶农在晒场上翻晒新茶, without a full stop, between the two halves of a sentence that goes on beyond: neither half fits
 * the words. A line of another column would be no phrase by itself.
 */
export function interrupts(question: Question): boolean {
  const { here, seen, context } = question;
  if (
    (question.isWrapped && !isOwnFrame(question)) ||
    here.length < SHORTEST_PHRASE ||
    here.length > LONGEST_PHRASE ||
    here.block.headingLevel > 0
  )
    return false;
  const before = question.bodyAbove;
  const after = nextBody(question);
  const tail = before === null ? undefined : seen[before];
  const head = after === null ? undefined : seen[after];
  if (tail === undefined || head === undefined || tail.endsSentence || head.block.shape.isIndented === true)
    return false;
  const seam = (above: string, below: string): number =>
    continuity(endOf(above), startOf(below), context.lexicon).score;
  const beyond = seam(tail.words, head.words);
  if (beyond <= GOES_ON_BEYOND) return false;
  // A frame of its own in mid-sentence is no line of the text.
  const most = question.isWrapped ? beyond - INTERRUPTER_MARGIN : FITS_NOWHERE;
  return seam(tail.words, here.words) < most && seam(here.words, head.words) < most;
}

function isOwnFrame({ here: { block }, named, index, framesTell }: Question): boolean {
  return framesTell && block.blankLinesBefore > 0 && (named[index + 1]?.blankLinesBefore ?? 1) > 0;
}
