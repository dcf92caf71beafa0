/**
 * Which printed line goes on in which, where a dump goes down the page row by row.
 *
 * In: the lines as the dump gives them. Out: for each the line further down that continues it, or none. Never: looks back.
 *
 * A dump that goes through the rows gives line one of every column, then line two of every column: what comes first goes
 * on first. Links of lines never cross, then, as in a queue, whether one column stands there or seven, and wherever
 * columns begin and end. The best set of links without a crossing is found exactly, in one pass, by dynamic programming
 * over (lines whose continuation is settled, lines whose beginning is settled). Text in one column is the case in which
 * each line goes on in the next.
 */
import type { Lexicon } from "../../lexicon/lexicon.ts";
import type { Echoes } from "./echoes.ts";
import { fitOfShape, fitOfWords, MOST_FIT } from "./fit.ts";
import type { Strip } from "./strip.ts";

/** A line goes on no further down than this: more columns than any page has, and a title between. */
export const REACH = 12;
/** Log-odds that a line is the last of its column, or the first of one. */
const COLUMN_END = -3;
/** A blank line in a dump is mostly the end of a part of the page. */
const OVER_BLANK = -2;
const TO_OPENING = -4;
const BESIDE_ALONE = -3;

const NONE = -1;
/** How a state was reached. */
const NO_HEAD = 1;
const NO_TAIL = 2;
const LINKED = 3;

/** @returns for each line the index of the one that continues it, or -1. */
export function linkQueue(strips: readonly Strip[], lexicon: Lexicon, echoes: Echoes): Int32Array {
  const count = strips.length;
  const width = REACH + 2;
  // best[k]: the best score with `i` lines settled as tails and `i + k` as heads.
  let best = new Float64Array(width).fill(Number.NEGATIVE_INFINITY);
  let next = new Float64Array(width);
  const steps = new Uint8Array((count + 1) * width);
  best[1] = 0;
  for (let i = 0; i <= count; i += 1) {
    const from = i * width;
    for (let k = 0; k + 1 < width && i + k < count; k += 1) {
      const score = (best[k] ?? 0) + COLUMN_END;
      if (score <= (best[k + 1] ?? 0)) continue;
      best[k + 1] = score;
      steps[from + k + 1] = NO_HEAD;
    }
    if (i === count) break;
    next.fill(Number.NEGATIVE_INFINITY);
    for (let k = 1; k < width; k += 1) {
      const score = (best[k] ?? 0) + COLUMN_END;
      if (score <= (next[k - 1] ?? 0)) continue;
      next[k - 1] = score;
      steps[from + width + k - 1] = NO_TAIL;
    }
    const above = strips[i];
    for (let k = 1; k < width && i + k < count; k += 1) {
      const below = strips[i + k];
      const before = best[k] ?? Number.NEGATIVE_INFINITY;
      if (above === undefined || below === undefined || before === Number.NEGATIVE_INFINITY) continue;
      const least = (next[k] ?? 0) - before;
      const bare = linkWithoutWords(above, below);
      // The characters cost most to look at; what even the best could not save is left.
      if (bare + MOST_FIT <= least) continue;
      const score = bare + fitOfWords(above, below, lexicon, echoes);
      if (score <= least) continue;
      next[k] = before + score;
      steps[from + width + k] = LINKED;
    }
    [best, next] = [next, best];
  }
  return readBack(steps, best, count);
}

function linkWithoutWords(above: Strip, below: Strip): number {
  // Cells of one row stand side by side.
  if (above.row === below.row) return -2 * Math.abs(COLUMN_END) - 1;
  let score = fitOfShape(above, below);
  if (below.isBelowBlank) score += OVER_BLANK;
  if (below.opens) score += TO_OPENING;
  if (above.isAlone || below.isAlone) score += BESIDE_ALONE;
  return score;
}

function readBack(steps: Uint8Array, last: Float64Array, count: number): Int32Array {
  const width = REACH + 2;
  const links = new Int32Array(count).fill(NONE);
  let k = 0;
  for (let other = 1; other < width; other += 1) if ((last[other] ?? 0) > (last[k] ?? 0)) k = other;
  let i = count;
  while (i > 0 || k > 1) {
    const step = steps[i * width + k];
    if (step === NO_HEAD) k -= 1;
    else if (step === NO_TAIL) {
      i -= 1;
      k += 1;
    } else if (step === LINKED) {
      i -= 1;
      links[i] = i + k;
    } else break;
  }
  return links;
}
