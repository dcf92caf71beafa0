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
