/**
 * How well characters follow each other in Chinese news.
 *
 * The lists leave out more than rare runs: a pair is listed if it was counted 101 times or more *and* at least 0.30
 * times as often as the single characters would have it by chance; a run of three from 317. So "not listed" means less
 * for rare characters than for common ones, but never "impossible": the values for it below were read off seams of other texts.
 * The constants come from 59,000 seams inside paragraphs of news; results hardly move with any of them (README,
 * "Measured").
 */
import type { SectionReader } from "./binary.ts";
import { UNKNOWN_HAN } from "./characters.ts";
import { findPair, RIGHT_BITS, readPairMap } from "./pair-map.ts";
import { LN_COUNT, lnOfFixed } from "./quantise.ts";

/** ln by which listed pairs look better than they do in other texts: lists favour what their corpus repeats. */
const LISTED_OPTIMISM = 0.15;
/** ln of the chance count of an unlisted pair below which its absence says nothing. */
const LN_EXPECTED_SILENT = -2;
/** What each further e-fold of the chance count takes off. */
const UNLISTED_SLOPE = 0.28;
/** Most that is taken off an ordinary unlisted pair; reached at a chance count of about 40. */
const UNLISTED_FLOOR = -1.6;
/** ln of the chance count from which absence is striking after all: both are among the commonest (的|的, 的|在). */
const LN_EXPECTED_STRIKING = 11;
const STRIKING_SLOPE = 1.2;
/** Count taken for an unlisted run of three at most; the list begins at 317. */
const LN_UNLISTED_THREE = Math.log(100);
/** Runs of three were counted about this often for each counted pair they begin with. */
const LN_THREE_SHARE = Math.log(0.45);
/** Runs of three come from a thinner sample than the pairs, so what they add is believed by this much. */
const THREE_TRUST = 0.8;

/**
 * So many pairs are kept as they were looked up, each in the place that its key gives it: an end of a text is held against
 * many others, and many stages ask about the seams of a page. Eight bytes each, where a look-up waits for far memory.
 */
const RECENT_PAIRS = 2048;

export interface Ngrams {
  /** ln of how much likelier class `right` follows class `left` than chance. */
  affinity(left: number, right: number): number;
  /** Log-odds that t2 t1 | h1 h2 run on; a class that is not known Han for t2 or h2 is left out of account. */
  seam(t2: number, t1: number, h1: number, h2: number): number;
}

/** Sections in the order of `compileNgrams`. */
export function readNgrams(sections: SectionReader): Ngrams {
  const lnTotal = lnOfFixed(sections.shorts()[0] ?? 0);
  const lefts = sections.shorts();
  const rights = sections.shorts();
  const pairs = readPairMap(sections);
  const pairCounts = sections.bytes();
  const threes = readPairMap(sections);
  const threeCounts = sections.bytes();

  const recent = { keys: new Int32Array(RECENT_PAIRS).fill(-1), ids: new Int32Array(RECENT_PAIRS) };
  /** `findPair` of the pairs. */
  const pairOf = (left: number, right: number): number => {
    const key = (left << RIGHT_BITS) | right;
    const place = (31 * left + right) & (RECENT_PAIRS - 1);
    if (recent.keys[place] !== key) {
      recent.keys[place] = key;
      recent.ids[place] = findPair(pairs, left, right);
    }
    return recent.ids[place] ?? -1;
  };

  const countOf = (pair: number): number => (pair < 0 ? 0 : (pairCounts[pair] ?? 0));

  /** @param pair id of left and right, or -1. */
  const affinityOf = (left: number, right: number, pair: number): number => {
    const lnExpected = lnOfFixed((lefts[left] ?? 0) + (rights[right] ?? 0)) - lnTotal;
    const count = countOf(pair);
    if (count > 0) return (LN_COUNT[count] ?? 0) - lnExpected - LISTED_OPTIMISM;
    const unlisted = Math.min(0, Math.max(UNLISTED_FLOOR, UNLISTED_SLOPE * (LN_EXPECTED_SILENT - lnExpected)));
    return unlisted - STRIKING_SLOPE * Math.max(0, lnExpected - LN_EXPECTED_STRIKING);
  };

  /**
   * ln P(c | a b) - ln P(c | b): what the character before adds to a pair.
   * @param first id of the pair a b, which is listed.
   * @param next affinity of b and c.
   */
  const gainOfThree = (first: number, c: number, next: number): number => {
    const firstCount = countOf(first);
    const lnNext = next + lnOfFixed(rights[c] ?? 0) - lnTotal;
    const lnExpected = LN_THREE_SHARE + (LN_COUNT[firstCount] ?? 0) + lnNext;
    const three = findPair(threes, first, c);
    if (three >= 0) return THREE_TRUST * ((LN_COUNT[threeCounts[three] ?? 0] ?? 0) - lnExpected);
    return THREE_TRUST * Math.min(0, LN_UNLISTED_THREE - lnExpected);
  };

  return {
    affinity(left, right) {
      if (left <= UNKNOWN_HAN || right <= UNKNOWN_HAN) return 0;
      return affinityOf(left, right, pairOf(left, right));
    },
    seam(t2, t1, h1, h2) {
      if (t1 <= UNKNOWN_HAN || h1 <= UNKNOWN_HAN) return 0;
      const across = pairOf(t1, h1);
      const affinity = affinityOf(t1, h1, across);
      let score = affinity;
      if (t2 > UNKNOWN_HAN) {
        const before = pairOf(t2, t1);
        if (countOf(before) > 0) score += gainOfThree(before, h1, affinity);
      }
      if (h2 > UNKNOWN_HAN && countOf(across) > 0) {
        score += gainOfThree(across, h2, affinityOf(h1, h2, pairOf(h1, h2)));
      }
      return score;
    },
  };
}
