/**
 * The end of an article's text that speaks of what another article speaks of, rather than of what stands above it.
 *
 * In: the blocks of an article, and the pairs of characters of another one. Out: where such a text begins, or none. Never: cuts a
 * sentence.
 */
import type { Block } from "../blocks/block.ts";
import { isSentenceEnd } from "../text/chars.ts";
import { type Pairs, pairsOf } from "../text/common-pairs.ts";
import { plain } from "../text/sourced.ts";
import { isText, isTitle, textOf, wordsOf } from "./article-blocks.ts";

/** How much it takes to believe it. */
export interface Bars {
  /** Of the pairs of the text so many, at least, are in the other article, and so many times as many as in what stays. */
  readonly shared: number;
  readonly timesShared: number;
  /** How much more it shares with the other one, for their lengths: log of the ratio, for the root of the number of pairs. */
  readonly sure: number;
}

export interface Tail {
  /** Number of the first block. */
  readonly from: number;
  readonly odds: number;
}

/** An article has fewer blocks. */
const MOST_BLOCKS = 120;
/** Fewer pairs of characters tell nothing, of the text that moves and of what stays. */
const FEWEST_PAIRS = 40;
/** Of a short text few pairs are met by chance: shares are held against those of so many, and to each some are added. */
const USUAL_PAIRS = 500;
const FEW_PAIRS = 80;
const BY_CHANCE = 0.01;

/** What an article speaks of: the pairs of its titles and its text. */
export function subjectOf(article: readonly Block[]): Pairs {
  return pairsOf(`${wordsOf(article.filter(isTitle))}|${textOf(article)}`);
}

/** An article as its ends are looked for. */
export class Tails {
  readonly #article: readonly Block[];
  /** For each block its pairs, and how many of those from it on stand before it, too. */
  readonly #pairs: readonly (readonly number[])[];
  readonly #inRest: readonly number[];
  readonly #total: number;

  constructor(article: readonly Block[]) {
    this.#article = article.length > MOST_BLOCKS ? [] : article;
    this.#pairs = this.#article.map((block) =>
      isText(block) || isTitle(block) ? [...pairsOf(plain(block.text))] : [],
    );
    this.#inRest = pairsOfRest(this.#pairs);
    this.#total = this.#pairs.reduce((sum, { length }) => sum + length, 0);
  }

  about(subject: Pairs, bars: Bars): Tail | null {
    let best: Tail | null = null;
    let [all, shared] = [0, 0];
    for (let from = this.#article.length - 1; from > 0; from -= 1) {
      const pairs = this.#pairs[from] ?? [];
      all += pairs.length;
      for (const pair of pairs) if (subject.has(pair)) shared += 1;
      const stays = this.#total - all;
      if (stays < FEWEST_PAIRS) break;
      const rest = this.#inRest[from] as number;
      if (all < FEWEST_PAIRS || shared < all * bars.shared || shared < rest * bars.timesShared) continue;
      if (!beginsText(this.#article, from)) continue;
      const ratio = shareOf(shared / all, subject.size) / shareOf(rest / all, stays);
      const odds = Math.log(ratio) * Math.sqrt(all);
      if (odds > (best?.odds ?? bars.sure)) best = { from, odds };
    }
    return best;
  }
}

/** For each block, how many pairs of it and of those behind it stand before it, too. */
function pairsOfRest(blocks: readonly (readonly number[])[]): number[] {
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
