/**
 * How likely a text goes on, where it breaks off, in one that stands in another article.
 *
 * In: both ends, and the articles that they stand in. Out: log-odds. Never: moves anything.
 */
import { scoreWithin } from "../lexicon/continuity.ts";
import type { Lexicon } from "../lexicon/lexicon.ts";
import { countPairs, usualPairs } from "../text/pairs.ts";

/** Where a text breaks off. */
export interface OpenTail {
  readonly end: string;
  /** Text stands below it in its article, which does not go on from it. */
  readonly isInside: boolean;
  /** Cells of its widest line. */
  readonly width: number;
  /** The text of its article. */
  readonly article: string;
}

/** A text without an indent, which another one may go on in. */
export interface OpenHead {
  readonly start: string;
  /** What the text right above it in its article says for it, in log-odds: 0 where that is closed, or none is there. */
  readonly fitAbove: number;
  readonly width: number;
  /** Pairs of characters of the text. */
  readonly pairs: readonly string[];
  /** The text of its article above it. */
  readonly above: string;
}

/**
 * Fitted together on some 980 pairs of ends of made pages that fit by their characters, 62 of which go on; rounded. In
 * cross-validation 24 of 29 pairs that are surer than `LEAST_ODDS` go on.
 */
const PRIOR = -4.1;
const CHARACTERS = 0.9;
const MOST_CHARACTERS = 8;
const FIT_ABOVE = -0.3;
const MOST_ABOVE = 6;
const INSIDE = -1.4;
const TWO_AWAY = -0.4;
const FURTHER = -1.6;
const SUBJECT = 0.6;
const MOST_SUBJECT = 3;
const SHARED = 0.6;
const LEAST_SHARED = -2.5;
const MOST_SHARED = 1;
const SAME_WIDTH = 1.1;

/** What the characters at the seam must say for it. */
export const LEAST_CHARACTERS = 2;
export const LEAST_ODDS = 1.3;

const WIDTH_SLACK = 3;
/** Of the length of a text so much is pairs of its own; a short one has few by chance, and some are added. */
const OWN_PAIRS = 0.7;
const FEW_PAIRS = 80;
const BY_CHANCE = 0.7;
const FEWEST_PAIRS = 20;

/** @param steps how many articles lie between their beginnings, up or down. */
export function resumedOdds(tail: OpenTail, head: OpenHead, steps: number, lexicon: Lexicon): number {
  const characters = scoreWithin(LEAST_CHARACTERS, MOST_CHARACTERS, tail.end, head.start, lexicon);
  if (characters <= LEAST_CHARACTERS) return Number.NEGATIVE_INFINITY;
  let odds = PRIOR + CHARACTERS * characters + FIT_ABOVE * Math.min(MOST_ABOVE, Math.max(0, head.fitAbove));
  if (tail.isInside) odds += INSIDE;
  if (steps > 1) odds += TWO_AWAY;
  if (steps > 2) odds += FURTHER;
  if (Math.abs(tail.width - head.width) <= WIDTH_SLACK) odds += SAME_WIDTH;
  const own = countPairs(head.pairs, tail.article);
  const others = countPairs(head.pairs, head.above);
  const subject = shareOf(own, tail.article) - shareOf(others, head.above);
  const usual = usualPairs(head.pairs.length, Math.max(FEWEST_PAIRS, tail.article.length * OWN_PAIRS));
  const shared = Math.log((own + 1) / (usual + 1));
  odds += SUBJECT * Math.max(-MOST_SUBJECT, Math.min(MOST_SUBJECT, subject));
  return odds + SHARED * Math.max(LEAST_SHARED, Math.min(MOST_SHARED, shared));
}

function shareOf(count: number, text: string): number {
  return Math.log((count + BY_CHANCE) / (text.length * OWN_PAIRS + FEW_PAIRS));
}
