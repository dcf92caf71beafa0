/**
 * The text that an engine read above the heading of its article.
 *
 * Where headline and byline stand over the middle columns, the first column is read before them, behind the article above. It
 * begins a paragraph there, and from there on the text speaks of what stands below the byline.
 *
 * In: the blocks of two articles, one below the other, the lower one with a byline. Out: the place in the upper one where that
 * text begins, or none. Never: cuts a sentence.
 */
import type { Block } from "../blocks/block.ts";
import { type Pairs, pairsOf } from "../lines/succession/topic.ts";
import { isSentenceEnd } from "../text/chars.ts";
import { plain } from "../text/sourced.ts";
import { isText, isTitle, textOf, wordsOf } from "./article-blocks.ts";
import { bylineApart } from "./late-byline.ts";

/** An article has fewer blocks. */
const MOST_BLOCKS = 120;
/** Fewer pairs of characters tell nothing, of the text that moves and of what stays. */
const FEWEST_PAIRS = 40;
/** Of the pairs of the text so many, at least, are below the byline, and so many times as many as in what stays above. */
const SHARED = 0.06;
const TIMES_SHARED = 1.6;
/**
 * How much more it shares with the text below than with the one above, for their lengths: log of the ratio, for the root of
 * the number of pairs. Of nine texts of made pages that say so much eight are the lower article's.
 */
const SURE = 11;
/** Of a short text few pairs are met by chance: shares are held against those of so many, and to each some are added. */
const USUAL_PAIRS = 500;
const FEW_PAIRS = 80;
const BY_CHANCE = 0.01;

export function leadingText(above: readonly Block[], below: readonly Block[]): number | null {
  if (above.length > MOST_BLOCKS || bylineApart(below) === null) return null;
  const target = pairsOf(`${wordsOf(below.filter(isTitle))}|${textOf(below)}`);
  const blocks = above.map((block) =>
    isText(block) || isTitle(block) ? pairsOf(plain(block.text)) : new Set<number>(),
  );
  const inRest = pairsOfRest(blocks);
  const total = blocks.reduce((sum, { size }) => sum + size, 0);
  let best: number | null = null;
  let most = SURE;
  let [all, shared] = [0, 0];
  for (let i = above.length - 1; i > 0; i -= 1) {
    const pairs = blocks[i] as Pairs;
    all += pairs.size;
    for (const pair of pairs) if (target.has(pair)) shared += 1;
    const rest = inRest[i] as number;
    if (all < FEWEST_PAIRS || total - all < FEWEST_PAIRS || !beginsText(above, i)) continue;
    if (shared < all * SHARED || shared < rest * TIMES_SHARED) continue;
    const ratio = shareOf(shared / all, target.size) / shareOf(rest / all, total - all);
    const odds = Math.log(ratio) * Math.sqrt(all);
    if (odds <= most) continue;
    most = odds;
    best = i;
  }
  return best;
}

/** For each block, how many pairs of it and of those behind it stand before it, too. */
function pairsOfRest(blocks: readonly Pairs[]): number[] {
  const steps = new Array<number>(blocks.length + 1).fill(0);
  const first = new Map<number, number>();
  for (const [i, pairs] of blocks.entries()) {
    for (const pair of pairs) {
      const at = first.get(pair);
      if (at === undefined) first.set(pair, i);
      else {
        // It counts wherever the text is cut between the two.
        steps[at + 1] = (steps[at + 1] as number) + 1;
        steps[i + 1] = (steps[i + 1] as number) - 1;
      }
    }
  }
  let count = 0;
  return steps.map((step) => {
    count += step;
    return count;
  });
}

/** A share as it would be of a text of usual length. */
function shareOf(share: number, pairs: number): number {
  return (share * USUAL_PAIRS) / (pairs + FEW_PAIRS) + BY_CHANCE;
}

/** Text behind the end of a sentence. */
function beginsText(blocks: readonly Block[], index: number): boolean {
  if (!isText(blocks[index] as Block)) return false;
  for (let i = index - 1; i >= 0; i -= 1) {
    const above = blocks[i] as Block;
    if (isText(above)) return isSentenceEnd(plain(above.text));
  }
  return false;
}
