/**
 * Headings and texts that stand apart, brought together: both in the order of the page.
 *
 * In: lines of headings and parts of text, in order. Out: articles, each some of the lines and some of the parts. One
 * dynamic program over all ways to cut both lists, so that a sure pair (a dateline, a name that headline and text share)
 * puts the doubtful ones beside it right.
 */
import { type Pairs, weigh } from "../text/common-pairs.ts";
import { lastOf } from "../text/list.ts";
import { borderScore, innerScore, likeness, type TextPart } from "./text-borders.ts";

export interface HeadingLine {
  readonly kind: "title" | "label" | "byline";
  /** The line above is the first half of the same printed line. */
  readonly isRest: boolean;
  readonly pairs: Pairs;
}

interface Range {
  readonly start: number;
  readonly end: number;
}

export interface Pairing {
  readonly lines: Range;
  readonly parts: Range;
  /** Share of the words of the heading that its text has, 0 to 1. */
  readonly match: number;
}

/** Lines of one heading, and parts of one article, at most. */
const MOST_LINES = 6;
const MOST_PARTS = 40;
/** What the clues say, in log-odds, by judgement. */
const TOPIC = 6;
const SIGNED_TWICE = -2;
const UNSIGNED = -1;
const EACH_ARTICLE = -1;
const NO_TITLE = -4;
/** So many title lines in one heading: kicker, headline and deck at most, now and then in two lines. */
const MANY_TITLES = [NO_TITLE, 0, 0, -1, -2.5, -4.5];
const MOST_TITLES = -6.5;
const NO_TEXT = -4;
const OUT_OF_PLACE = -4;
/** A border between two texts that have all their words in common. */
const ONE_TEXT = -25;
/** Fewer characters of text are no article. */
const SHORTEST_TEXT = 50;
const SHORT_TEXT = -3;
/** Two headings that the dump gives on one line, their frames side by side. */
const HALVES_APART = -1.5;

/** @returns all lines and all parts, in order; nothing where no cut can be made, as between fifty parts of which none can open. */
export function align(lines: readonly HeadingLine[], parts: readonly TextPart[]): Pairing[] {
  const weights = weigh(parts.map(({ pairs }) => pairs));
  const borders = parts.map((_, i) => borderScore(parts, i) + ONE_TEXT * likeness(parts, i, weights));
  const match = matches(lines, parts, weights);
  const lengths = [0];
  for (const { length } of parts) lengths.push((lastOf(lengths) ?? 0) + length);
  const inner = parts.map((_, i) => innerScore(parts, i));
  const innerSum = [0];
  for (const score of inner) innerSum.push((lastOf(innerSum) ?? 0) + score);
  const width = parts.length + 1;
  const best = new Float64Array((lines.length + 1) * width).fill(Number.NEGATIVE_INFINITY);
  const from = new Int32Array(best.length).fill(-1);
  best[0] = 0;
  for (let t = 0; t <= lines.length; t += 1) {
    for (let b = 0; b <= parts.length; b += 1) {
      const here = best[t * width + b] ?? Number.NEGATIVE_INFINITY;
      if (here === Number.NEGATIVE_INFINITY) continue;
      for (let t2 = t; t2 <= Math.min(lines.length, t + MOST_LINES); t2 += 1) {
        const shape = headingScore(lines, t, t2);
        for (let b2 = b; b2 <= Math.min(parts.length, b + MOST_PARTS); b2 += 1) {
          if (t2 === t && b2 === b) continue;
          if (b2 > b && parts[b]?.canOpen !== true) break;
          const isShort = (lengths[b2] ?? 0) - (lengths[b] ?? 0) < SHORTEST_TEXT;
          const text =
            b2 === b
              ? NO_TEXT
              : (borders[b] ?? 0) + (innerSum[b2] ?? 0) - (innerSum[b + 1] ?? 0) + (isShort ? SHORT_TEXT : 0);
          const score =
            here +
            EACH_ARTICLE +
            shape +
            text +
            TOPIC * match(t, t2, b, b2).sum +
            signing(lines, parts, { t, t2, b, b2 });
          const at = t2 * width + b2;
          if (score > (best[at] ?? 0)) {
            best[at] = score;
            from[at] = t * width + b;
          }
        }
      }
    }
  }
  const out: Pairing[] = [];
  for (let at = best.length - 1; at > 0; ) {
    const before = from[at] ?? -1;
    if (before < 0) break;
    const [t, b] = [Math.floor(before / width), before % width];
    const [t2, b2] = [Math.floor(at / width), at % width];
    out.unshift({ lines: { start: t, end: t2 }, parts: { start: b, end: b2 }, match: match(t, t2, b, b2).share });
    at = before;
  }
  return out;
}

/** For some lines and some parts: the shares of the lines that the parts have, added up, and the largest. */
function matches(
  lines: readonly HeadingLine[],
  parts: readonly TextPart[],
  weights: ReadonlyMap<number, number>,
): (t: number, t2: number, b: number, b2: number) => { sum: number; share: number } {
  const sums = lines.map((line) => {
    // What no text takes up counts as a word that one text alone has.
    const rare = Math.log(parts.length + 1);
    const total = [...line.pairs].reduce((sum, pair) => sum + (weights.get(pair) ?? rare), 0);
    const running = [0];
    for (const part of parts) {
      let found = 0;
      if (line.kind === "title")
        for (const pair of line.pairs) if (part.pairs.has(pair)) found += weights.get(pair) ?? 0;
      running.push((lastOf(running) ?? 0) + (total === 0 ? 0 : found / total));
    }
    return running;
  });
  return (t, t2, b, b2) => {
    let sum = 0;
    let share = 0;
    for (let i = t; i < t2; i += 1) {
      const found = Math.min(1, (sums[i]?.[b2] ?? 0) - (sums[i]?.[b] ?? 0));
      sum += found;
      share = Math.max(share, found);
    }
    return { sum, share };
  };
}

/** A label opens a heading, a byline closes it, and a title line is between. */
function headingScore(lines: readonly HeadingLine[], from: number, to: number): number {
  if (from === to) return NO_TITLE;
  let score = 0;
  let titles = 0;
  for (let i = from; i < to; i += 1) {
    const kind = lines[i]?.kind;
    if (kind === "title") titles += 1;
    if (kind === "label" && i > from) score += OUT_OF_PLACE;
    if (kind === "byline" && i < to - 1) score += OUT_OF_PLACE;
  }
  if (lines[from]?.isRest === true) score += HALVES_APART;
  return score + (MANY_TITLES[titles] ?? MOST_TITLES);
}

/** An article is signed once: below its headline, in its dateline, or at its end. */
function signing(
  lines: readonly HeadingLine[],
  parts: readonly TextPart[],
  { t, t2, b, b2 }: { t: number; t2: number; b: number; b2: number },
): number {
  if (b === b2) return 0;
  const times =
    (lines[t2 - 1]?.kind === "byline" && t2 > t ? 1 : 0) +
    (parts[b]?.isLead === true ? 1 : 0) +
    (parts[b2 - 1]?.isSigned === true ? 1 : 0);
  return times === 1 ? 0 : times === 0 ? UNSIGNED : SIGNED_TWICE * (times - 1);
}
