/**
 * Which lines of a dump are the titles of a text: kicker, headline, deck, byline.
 *
 * In: the lines of a part. Out: whether all of them are titles. Never: looks at other parts.
 *
 * A column of text is full to its last line but where a paragraph ends. Titles are as long as what they say.
 */
import type { Strip } from "./strip.ts";

/** Two of a headline, and what stands above and below it; so many lines of text have a mark. */
export const MOST_LINES = 4;
const MOST_BARE_LINES = 4;
/** A line of text that does not end a sentence lacks no more, in em: an indent, and a mark moved to the next line. */
const SHORT_BY = 3.6;
const MARK = /[，。；！？,;]/u;

/** @param words of all lines. */
export function isTitle(strips: readonly Strip[], words: string): boolean {
  if (strips.length > MOST_LINES) return false;
  let longest = 0;
  for (const { ems, isClosed } of strips) {
    if (isClosed) return false;
    longest = Math.max(longest, ems);
  }
  if (strips.length > 1 && strips.some(({ ems, isAlone }) => isAlone || ems < longest - SHORT_BY)) return true;
  return strips.length <= MOST_BARE_LINES && !MARK.test(words);
}
