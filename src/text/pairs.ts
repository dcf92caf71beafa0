/** What a text speaks of, roughly: the pairs of Han characters that stand together in it. */
import { isHanCode } from "./chars.ts";

export function hanPairs(words: string): readonly string[] {
  const pairs = new Set<string>();
  for (let i = 0; i + 1 < words.length; i += 1) {
    if (isHanCode(words.charCodeAt(i)) && isHanCode(words.charCodeAt(i + 1))) pairs.add(words.slice(i, i + 2));
  }
  return [...pairs];
}

/** Of the pairs of a line, how many the text has, from 0 to 1; 0 where the line has none. @param text without blanks. */
export function shareOfPairs(words: string, text: string): number {
  const pairs = hanPairs(words);
  return pairs.length === 0 ? 0 : countPairs(pairs, text) / pairs.length;
}

/** How many of the pairs the text has. @param text without blanks. */
export function countPairs(pairs: readonly string[], text: string): number {
  let count = 0;
  for (const pair of pairs) if (text.includes(pair)) count += 1;
  return count;
}

/**
 * How many of `pairs` pairs a text with `known` pairs of its own has, where both are of one article; of made pages, roughly. It
 * grows with a root of `known`, as an article comes back to its words.
 */
export function usualPairs(pairs: number, known: number): number {
  return USUAL_SHARE * pairs * known ** GROWTH;
}

const USUAL_SHARE = 0.0243;
const GROWTH = 0.4;
