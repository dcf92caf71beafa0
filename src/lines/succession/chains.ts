/**
 * Where a text goes on that breaks off, on a page whose dump gives columns in an order of its own.
 *
 * In: columns in the order of the dump. Out: those that one text runs through, one after the other. Never: parts a column,
 * or moves one behind the end of a sentence, where nothing shows what comes next.
 *
 * Every column that breaks off is asked for every other one nearby. The links that fit best are taken first, each end once.
 */
import type { Lexicon } from "../../lexicon/lexicon.ts";
import { lastOf } from "../../text/list.ts";
import { commonTopics } from "./common.ts";
import type { Echoes } from "./echoes.ts";
import { type Head, headOf } from "./ends.ts";
import { fitOnPage, MOST_FIT } from "./fit.ts";
import type { Strip } from "./strip.ts";
import { isTitle } from "./title.ts";

export interface Column {
  readonly strips: readonly Strip[];
  readonly words: string;
}

/**
 * Log-odds, natural base, that a column goes on in another one: fitted by one logistic regression over all pairs of columns
 * on made pages, and rounded.
 */
const PRIOR = -5.9;
const NEXT = 4.3;
const NEXT_BUT_ONE = 3.4;
const NEAR = 3.8;
const NEAR_COLUMNS = 5;
const BEFORE = 0.6;
const SAME = 0.25;
const OTHER_WIDTH = -1.9;
const TO_OPENING = -2.5;
const BESIDE_ALONE = -2.9;
const SMALL = -0.4;
/** A line or two and again a line or two, with something between, are two headlines. */
const TWO_SMALL = -2;
/** A title breaks off without a mark, and so does what stands above it. */
const BESIDE_TITLE = -3;
/** A line that is longer than the column is none of it. */
const TOO_WIDE = -4;
const SHARE_OF_TOPIC = 8.6;
const MOST_TOPIC = 2.6;
/** What the first line says: a text that breaks off goes on in mid-paragraph. */
const HEADS: Readonly<Record<Head, number>> = { on: 0.25, start: -1.25, short: -0.25, one: 0.4 };
/** Links below these odds are not made: of those more were wrong than right. */
const LEAST = -1;
/** Columns differ in width by less, or by more than this, in em. */
const SAME_WIDTH = 1.1;
const DIFFERENT = 1.6;
/** After so many lines a column and its width are known. */
const KNOWN_LINES = 3;
/** Columns further apart in the dump are of other pages. */
const REACH = 60;

interface Ends {
  readonly first: Strip;
  readonly last: Strip;
  readonly longest: number;
  /** 0 where too few lines tell. */
  readonly width: number;
  readonly isKnown: boolean;
  readonly isTitle: boolean;
}

/** @returns chains of columns, by index, in the order in which the dump begins them. */
export function chainColumns(columns: readonly Column[], lexicon: Lexicon, echoes: Echoes): number[][] {
  const ends = columns.map(endsOf);
  const topics = commonTopics(columns.map(({ strips, words }) => (strips.length >= KNOWN_LINES ? words : "")));
  const links: { readonly from: number; readonly to: number; readonly score: number }[] = [];
  for (let from = 0; from < columns.length; from += 1) {
    if (ends[from]?.last.isClosed !== false) continue;
    const last = Math.min(columns.length - 1, from + REACH);
    for (let to = Math.max(0, from - REACH); to <= last; to += 1) {
      const above = ends[from];
      const below = ends[to];
      if (from === to || above === undefined || below === undefined) continue;
      const topic = topics[from * columns.length + to] ?? 0;
      const score = scoreOf(above, below, to - from, topic, lexicon, echoes);
      if (score > LEAST) links.push({ from, to, score });
    }
  }
  return chainsOf(links, columns.length);
}

function endsOf({ strips, words }: Column): Ends | undefined {
  const first = strips[0];
  const last = lastOf(strips);
  if (first === undefined || last === undefined) return undefined;
  const isKnown = strips.length >= KNOWN_LINES;
  const [longest = 0, second = 0] = strips.map(({ ems }) => ems).sort((a, b) => b - a);
  // The longest line may be a title.
  return { first, last, longest, width: isKnown ? second : 0, isKnown, isTitle: isTitle(strips, words) };
}

function scoreOf(above: Ends, below: Ends, distance: number, topic: number, lexicon: Lexicon, echoes: Echoes): number {
  let score = PRIOR + placeOf(distance) + Math.min(MOST_TOPIC, SHARE_OF_TOPIC * topic);
  const width = below.width || above.width;
  score += HEADS[width === 0 ? "one" : headOf(below.first, width)];
  if (above.isKnown && below.isKnown) {
    const difference = Math.abs(above.width - below.width);
    if (difference <= SAME_WIDTH) score += SAME;
    else if (difference > DIFFERENT) score += OTHER_WIDTH;
  } else if (width > 0 && (above.isKnown ? below : above).longest > width + DIFFERENT) score += TOO_WIDE;
  if (!above.isKnown && !below.isKnown && distance !== 1) score += TWO_SMALL;
  if (!above.isKnown) score += SMALL;
  if (!below.isKnown) score += SMALL;
  if (above.isTitle) score += BESIDE_TITLE;
  if (below.isTitle) score += BESIDE_TITLE;
  if (below.first.reports) score += TO_OPENING;
  if (above.last.isAlone || below.first.isAlone) score += BESIDE_ALONE;
  // The characters cost most to look at.
  if (score + MOST_FIT > LEAST) score += fitOnPage(above.last.tail, below.first.head, lexicon, echoes);
  return score;
}

function placeOf(distance: number): number {
  if (distance === 1) return NEXT;
  if (distance === 2) return NEXT_BUT_ONE;
  if (distance > 0) return distance <= NEAR_COLUMNS ? NEAR : 0;
  return distance >= -NEAR_COLUMNS ? BEFORE : 0;
}

function chainsOf(
  links: { readonly from: number; readonly to: number; readonly score: number }[],
  count: number,
): number[][] {
  const next = new Int32Array(count).fill(-1);
  const before = new Int32Array(count).fill(-1);
  links.sort((a, b) => b.score - a.score || a.from - b.from || a.to - b.to);
  for (const { from, to } of links) {
    if (next[from] !== -1 || before[to] !== -1) continue;
    let end = to;
    while ((next[end] ?? -1) !== -1) end = next[end] ?? -1;
    // A chain does not bite its own tail.
    if (end === from) continue;
    next[from] = to;
    before[to] = from;
  }
  const chains: number[][] = [];
  for (let first = 0; first < count; first += 1) {
    if (before[first] !== -1) continue;
    const chain: number[] = [];
    for (let at = first; at !== -1; at = next[at] ?? -1) chain.push(at);
    chains.push(chain);
  }
  return chains;
}
