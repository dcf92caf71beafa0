/** Which article of a page is which of the truth, by their bodies alone. */
import { commonLength, Places, unitsOf } from "./bits.ts";
import { fold } from "./fold.ts";
import type { ScoredArticle } from "./read.ts";

/** Common subsequence over the longer body, from which an article counts as found. */
export const FOUND = 0.8;
/** From here on two bodies are compared at all; below it, an article of the page is not this one. */
const PAIRED = 0.5;

export interface Match {
  readonly truth: number;
  readonly output: number;
  /** 0 to 1. */
  readonly overlap: number;
}

/** One to one, best first. */
export function matchArticles(truths: readonly ScoredArticle[], outputs: readonly ScoredArticle[]): readonly Match[] {
  const bodies = outputs.map(({ paragraphs }) => unitsOf(fold(paragraphs.join(""))));
  const pairs = truths.flatMap((truth, i) => {
    const body = fold(withoutLead(truth).join(""));
    const lead = truth.leadLength > 0 ? fold(truth.byline) : "";
    const plain = overlapWith(body);
    const led = lead === "" ? undefined : overlapWith(lead + body);
    return bodies.map((output, j): Match => {
      const isHopeless = body.length === 0 || shorterOverLonger(body.length, output.length) < PAIRED * 0.7;
      const overlap = isHopeless ? 0 : plain(output);
      // The page may keep the byline in the paragraph.
      const isWorthIt = led !== undefined && overlap >= PAIRED * 0.6;
      return { truth: i, output: j, overlap: isWorthIt ? Math.max(overlap, led(output)) : overlap };
    });
  });
  pairs.sort((a, b) => b.overlap - a.overlap || a.truth - b.truth || a.output - b.output);
  const taken = { truth: new Set<number>(), output: new Set<number>() };
  return pairs.filter(({ truth, output, overlap }) => {
    if (overlap < PAIRED || taken.truth.has(truth) || taken.output.has(output)) return false;
    taken.truth.add(truth);
    taken.output.add(output);
    return true;
  });
}

/** Share of the longer that two texts have in common, in order. */
export function overlapOf(one: string, other: string): number {
  return overlapWith(one)(unitsOf(other));
}

function overlapWith(text: string): (other: Uint16Array) => number {
  const places = new Places(unitsOf(text));
  return (other) => commonLength(places, other) / Math.max(text.length, other.length, 1);
}

function shorterOverLonger(one: number, other: number): number {
  return Math.min(one, other) / Math.max(one, other, 1);
}

/** The paragraphs without the byline that opens the first one. */
export function withoutLead({ paragraphs, leadLength }: ScoredArticle): readonly string[] {
  const [first, ...rest] = paragraphs;
  if (leadLength === 0 || first === undefined) return paragraphs;
  return [[...first].slice(leadLength).join("").trim(), ...rest];
}
