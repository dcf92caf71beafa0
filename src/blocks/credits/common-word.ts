/** Words that are no names, however well they begin: 高兴, 白云. */
import type { Lexicon } from "../../lexicon/lexicon.ts";

/** In log-odds over an average word; names that the list of words has are rarer. */
const COMMON = 1;

export function isCommonWord(simple: string, lexicon: Lexicon): boolean {
  return (lexicon.wordFrequency(simple) ?? Number.NEGATIVE_INFINITY) > COMMON;
}
