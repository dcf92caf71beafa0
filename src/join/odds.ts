/** What the clues of a join say together, and what that is worth where the dump gives printed lines. */
import { isWeighedAsNext } from "./next-piece.ts";
import type { Candidate } from "./piece.ts";

export interface ScoredCandidate {
  readonly from: number;
  readonly to: number;
  readonly score: number;
  readonly candidate: Candidate;
}

export function scored(candidate: Candidate): ScoredCandidate {
  return { from: candidate.tail.index, to: candidate.head.index, score: candidate.score, candidate };
}

export function scoredOfLines(candidate: Candidate): ScoredCandidate {
  const { from, to, score } = scored(candidate);
  const isNext = isWeighedAsNext(candidate);
  return { from, to, score: isNext ? ITS_PLACE + OF_NEXT * score : score, candidate };
}

/** The clues of a piece from elsewhere say this for it where those of the next piece say nothing; a line through both. */
const ITS_PLACE = 1.65;
const OF_NEXT = 1.25;

/**
 * What the clues of a join are worth, in log-odds, where the dump gives printed lines: the pieces had to be found first
 * and may be wrong. Of the next piece that is their sum; of one from elsewhere layout and order say a third as much as
 * between whole blocks, and what the words say decides. Fitted on 1,420 joins of the devset; its two halves agree.
 */
export function oddsOfLines(candidate: Candidate): number {
  const { score, clues } = candidate;
  if (isWeighedAsNext(candidate)) return score;
  let characters = 0;
  for (const { clue, weight } of clues) if (clue === "characters") characters += weight;
  return PRINTED_LINES.base + PRINTED_LINES.share * score + PRINTED_LINES.characters * characters;
}

export function isLikely(candidate: Candidate): boolean {
  return oddsOfLines(candidate) > (isWeighedAsNext(candidate) ? LEAST_ODDS_OF_NEXT : LEAST_ODDS);
}

export function confidenceOf(odds: number): number {
  const share = Math.round(100 / (1 + Math.exp(-odds))) / 100;
  return Math.min(MOST_CONFIDENT, share);
}

const PRINTED_LINES = { base: -0.1, share: 0.37, characters: 1 };
/** No join is certain: rounding must not say so. */
const MOST_CONFIDENT = 0.99;
/**
 * Below these odds three joins of four were wrong, and the text stays apart. Above them the next piece is still the best
 * guess where the words do not say more, and the confidence says that it is one: of the next pieces that go on no better, one
 * in nine begins a paragraph.
 */
const LEAST_ODDS = -0.85;
const LEAST_ODDS_OF_NEXT = -1.3;
