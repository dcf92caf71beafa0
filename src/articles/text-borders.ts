/** Where an article may begin among texts that stand apart from their headings: what the parts on both sides say. */
import { type Pairs, shared } from "../text/common-pairs.ts";

export interface TextPart {
  readonly pairs: Pairs;
  /** Characters of running text; 0 for bylines. */
  readonly length: number;
  /** The dateline of an article. */
  readonly isLead: boolean;
  /** A signature, which ends one. */
  readonly isSigned: boolean;
  readonly canOpen: boolean;
  /** A signature, a jump line or furniture stands above. */
  readonly endsAbove: boolean;
}

/** What the clues say, in log-odds, by judgement. */
const LEAD = 3;
const LEAD_INSIDE = -5;
const ENDS_ABOVE = 2;
const END_INSIDE = -3;

/** What speaks for an article that opens here. */
export function borderScore(parts: readonly TextPart[], index: number): number {
  const here = parts[index];
  if (here === undefined || index === 0) return 0;
  return (here.isLead ? LEAD : 0) + (here.endsAbove ? ENDS_ABOVE : 0);
}

/** What speaks against an article that goes on here. */
export function innerScore(parts: readonly TextPart[], index: number): number {
  const here = parts[index];
  if (here === undefined) return 0;
  return (here.isLead ? LEAD_INSIDE : 0) + (here.endsAbove ? END_INSIDE : 0);
}

/** Share of their words that the texts on both sides of a border have in common. */
export function likeness(parts: readonly TextPart[], index: number, weights: ReadonlyMap<number, number>): number {
  const above = near(parts, index - 1, -1);
  const below = near(parts, index, 1);
  let most = 0;
  for (const one of above) {
    for (const other of below) {
      const total = Math.sqrt(sumOf(one.pairs, weights) * sumOf(other.pairs, weights));
      if (total > 0) most += shared(one.pairs, other.pairs, weights) / total / (above.length * below.length);
    }
  }
  return most;
}

function near(parts: readonly TextPart[], from: number, step: number): TextPart[] {
  const out: TextPart[] = [];
  for (let i = from; i >= 0 && i < parts.length && out.length < NEAR; i += step) {
    const part = parts[i];
    if (part !== undefined && part.length > 0) out.push(part);
  }
  return out;
}

const NEAR = 2;

function sumOf(pairs: Pairs, weights: ReadonlyMap<number, number>): number {
  let sum = 0;
  for (const pair of pairs) sum += weights.get(pair) ?? 0;
  return sum;
}
