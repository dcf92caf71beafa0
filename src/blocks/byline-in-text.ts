/**
 * Bylines that a scan read in the middle of the text they sign, and what bylines tell of titles.
 *
 * A headline with its byline is often set over the middle columns, and an engine that reads column by column meets the
 * byline where the first column ends: 新华书店里坐｜本报记者␠文竹｜满了读者。 Text stands right above it, where a title
 * belongs, and its text goes on below. Such a byline goes back below its title: the lines above the first text of the
 * page, or what stands between the end of one text and the beginning of another, below the byline before.
 *
 * An article is signed once: where text with a byline on top has a signature at its end, another one has begun between.
 *
 * In: blocks of printed lines, named by their own words. Out: the same blocks, such bylines below their titles, and the
 * titles of such articles named. Never: moves a dateline, or a byline whose title is not to be seen.
 */
import type { Context } from "../context.ts";
import { continuity, endOf, startOf } from "../lexicon/continuity.ts";
import { tighten } from "../text/chars.ts";
import { itemAt } from "../text/list.ts";
import { countPairs, hanPairs } from "../text/pairs.ts";
import { type Block, changed } from "./block.ts";
import { isInBrackets } from "./in-brackets.ts";
import { canBeTitle } from "./neighbours/can-be-title.ts";
import { LONGEST_TITLE, look, type Seen } from "./neighbours/question.ts";
import { isFurniture } from "./role.ts";
import { widestLine } from "./widest-line.ts";

/** Fewer characters are a scrap of a picture or of a rule. */
const SHORTEST_TITLE = 4;
/** Seams that go on this well, in log-odds, are inside a sentence. */
const ONE_SENTENCE = 2;
/** An article has fewer blocks above its byline; in a file of many pages the search must end. */
const MOST_BLOCKS = 200;
/** Lines of a deck that may stand above the byline. */
const MOST_LINES = 3;

export function withBylinesAtTitles(blocks: readonly Block[], context: Context): readonly Block[] {
  if (!blocks.some((block) => block.lines.length > 1)) return blocks;
  if (!blocks.some((block) => block.role === "byline" && block.startsParagraph !== true)) return blocks;
  const seen = blocks.map(look);
  for (let i = 1; i < seen.length; i += 1) {
    if (signsText(seen, i)) nameTitleOf(seen, i, context);
    const from = headingFrom(seen, i, context);
    if (from === null) continue;
    const place = placeOfTitle(seen, from, context)?.end;
    if (place === undefined) continue;
    const heading = seen.splice(from, i + 1 - from);
    seen.splice(place, 0, ...heading);
  }
  return seen.map(({ block }) => block);
}

/** Where the byline begins that stands in a text, with the title lines that came along; null for every other block. */
function headingFrom(seen: readonly Seen[], index: number, context: Context): number | null {
  const { block } = seen[index] as Seen;
  if (block.role !== "byline" || block.startsParagraph === true) return null;
  const below = seen[nextPlace(seen, index, 1)];
  if (below === undefined || !isText(below)) return null;
  const direct = seen[nextPlace(seen, index, -1)];
  if (direct !== undefined && isText(direct) && !direct.endsSentence) return index;
  // Lines of the title came along, between two halves of a sentence.
  for (let from = index; from > 0 && from >= index - MOST_LINES; from -= 1) {
    const above = itemAt(seen, from - 1);
    if (above === undefined) return null;
    if (above.block.role === "body" && !above.endsSentence && goesOn(above, below, context)) return from;
    if (!isTitleLine(above)) return null;
  }
  return null;
}

function goesOn(above: Seen, below: Seen, { lexicon }: Context): boolean {
  if (above.length < SHORTEST_TITLE) return false;
  const { score } = continuity(endOf(above.words), startOf(below.words), lexicon);
  return score >= ONE_SENTENCE || (isText(above) && score > 0);
}

/** （本报记者␠杜若兰） behind a text that has a byline above it already: another article has begun between the two. */
function signsText(seen: readonly Seen[], index: number): boolean {
  const here = seen[index];
  return here?.block.role === "byline" && itemAt(seen, index - 1)?.block.role === "body" && isInBrackets(here.words);
}

/** Names the title lines of the article that a signature ends, where its text speaks of them and the text above does not. */
function nameTitleOf(seen: Seen[], signature: number, context: Context): void {
  const title = placeOfTitle(seen, signature, context);
  if (title === null || title.gain < CLEARLY || !title.isBelowText) return;
  for (let i = title.top; i < title.end; i += 1) {
    const line = seen[i] as Seen;
    seen[i] = { ...line, block: changed(line.block, { role: "title", confidence: 0.8 }) };
  }
}

/** Pairs of characters. */
const CLEARLY = 2;

interface TitlePlace {
  /** The first line of the title, and the place behind its last one. */
  readonly top: number;
  readonly end: number;
  /** How much more the text below speaks of it than the text above. */
  readonly gain: number;
  /** Text stands between the byline before and the title. */
  readonly isBelowText: boolean;
}

/** Where the byline belongs: below the title lines of its article. */
function placeOfTitle(seen: readonly Seen[], heading: number, context: Context): TitlePlace | null {
  const farthest = Math.max(-1, heading - MOST_BLOCKS);
  let signed = heading - 1;
  while (signed > farthest && seen[signed]?.block.role !== "byline") signed -= 1;
  if (signed < 0) {
    const first = seen.findIndex(isText);
    return first < 0 || first >= heading ? null : { top: first, end: first, gain: 0, isBelowText: false };
  }
  let best: TitlePlace | null = null;
  for (let i = heading - 1; i > signed + 1; i -= 1) {
    const line = seen[i];
    // A picture may stand between the title and its text, and between half a sentence and its rest.
    const isAbovePicture = seen[i + 1]?.block.role === "caption" && !/[，,]/.test(line?.words ?? "");
    const below = isAbovePicture ? seen[i + 2] : seen[i + 1];
    if (line === undefined || below === undefined || !isTitleLine(line) || !isText(below)) continue;
    if (goesOn(line, below, context) || isCutText(line, below)) continue;
    let top = i;
    for (let line = itemAt(seen, top - 1); top - 1 > signed && line !== undefined; line = itemAt(seen, top - 1)) {
      if (!isTitleLine(line) || isCutText(line, below)) break;
      top -= 1;
    }
    const above = seen[nextPlace(seen, top, -1)];
    const cut = above?.block.role === "body" && !above.endsSentence ? BELOW_OPEN : 0;
    const gain = topicBelow(seen, { signed, top, line: i, heading }) + cut;
    if (best !== null && gain <= best.gain) continue;
    best = { top, end: i + 1, gain, isBelowText: seen.slice(signed + 1, top).some(isText) };
  }
  return best;
}

/** A title below text that breaks off counts as so many pairs of characters less. */
const BELOW_OPEN = -3;

/** How many more pairs of characters of the title lines the text below them has than the text above. */
function topicBelow(
  seen: readonly Seen[],
  at: { readonly signed: number; readonly top: number; readonly line: number; readonly heading: number },
): number {
  const words = (from: number, to: number): string =>
    seen
      .slice(from, to)
      .map((one) => tighten(one.words))
      .join("|");
  const pairs = hanPairs(words(at.top, at.line + 1));
  return countPairs(pairs, words(at.line + 1, at.heading)) - countPairs(pairs, words(at.signed + 1, at.top));
}

/** The next block up or down that is no furniture, caption or scrap. */
function nextPlace(seen: readonly Seen[], index: number, step: 1 | -1): number {
  let at = index + step;
  for (let one = seen[at]; one !== undefined; one = seen[at]) {
    const { role } = one.block;
    const isBeside = isFurniture(role) || role === "caption";
    if (!isBeside && (role !== "body" || one.length >= SHORTEST_TITLE || one.endsSentence)) return at;
    at += step;
  }
  return at;
}

/** Running text: longer than a title, or with marks that no title has. */
function isText(one: Seen): boolean {
  return one.block.role === "body" && (one.length > LONGEST_TITLE || one.endsSentence || STOP.test(one.words));
}

/** The end of a sentence or of a part of one. */
const STOP = /[。；;]/;

/** Lines that fill the column of the text below and have a comma: the beginning of a paragraph that a scan cut off. */
function isCutText({ block, words, length }: Seen, below: Seen): boolean {
  if (block.lines.length < 2 || !/[，,]/.test(words)) return false;
  if (length > LONGEST_WITH_COMMA) return true;
  return Math.abs(widestLine(block) - widestLine(below.block)) <= SAME_WIDTH;
}

const SAME_WIDTH = 3;
/** A headline on two lines with a comma in it is no longer than this, in characters. */
const LONGEST_WITH_COMMA = 24;

function isTitleLine(one: Seen): boolean {
  const { role } = one.block;
  return (role === "body" || role === "title") && one.length >= SHORTEST_TITLE && !one.endsSentence && canBeTitle(one);
}
