/**
 * Headlines that an engine sets apart between two blank lines, below which an article begins.
 *
 * A piece of another column stands apart in the same way, and so does a headline that was read in the middle of its text. No
 * clue is sure: they are added up as log-odds, from the bottom of the page up, since a headline may have a deck.
 *
 * In: blocks of a scan's printed lines, with roles. Out: the same; lines of text that are such headlines are titles.
 */
import { type Block, changed } from "../blocks/block.ts";
import { OPENS_NEWS } from "../blocks/credits/news-opening.ts";
import { hasOpenQuote } from "../blocks/neighbours/can-be-title.ts";
import { SUBHEAD_SEAM } from "../blocks/neighbours/subhead.ts";
import { isFurniture, isOfHeading } from "../blocks/role.ts";
import type { Context } from "../context.ts";
import { continuity, endOf, startOf } from "../lexicon/continuity.ts";
import { isHanCode, isSentenceEnd, tighten } from "../text/chars.ts";
import { itemAt } from "../text/list.ts";
import { shareOfPairs } from "../text/pairs.ts";
import { plain } from "../text/sourced.ts";
import { textOf } from "./article-blocks.ts";

/**
 * What each clue adds, in log-odds: fitted together on some 730 such groups of lines of made pages, rounded; 83 of them were
 * headlines. By the fit the first is -1.9: a headline too many costs two articles, one that is missed mostly one.
 */
const PRIOR = -2.4;
const ABOVE_HEADING = 1.8;
const BELOW_FURNITURE = 0.7;
/** The text above breaks off. */
const BELOW_OPEN_TEXT = -0.4;
const SEVERAL_LINES = 0.6;
const IS_LONG = -0.9;
const HAS_COMMA = -1;
/** A scan loses the marks of large type. */
const HAS_OPEN_QUOTE = 0.9;
const TEXT_IS_INDENTED = 1;
const OPENS_AS_NEWS = 0.8;
/** For all its pairs of characters, where the text below, or the one above, has them; and where the one below has none. */
const SPOKEN_OF_BELOW = 1.9;
const NOT_SPOKEN_OF = -1.3;
const SPOKEN_OF_ABOVE = -1.2;
/** The texts above and below share hardly any of their pairs, or many. */
const OTHER_SUBJECT = 0.7;
const MOST_OF_OTHER = 0.01;
const SAME_SUBJECT = -2.2;
const LEAST_OF_SAME = 0.08;

const MOST_LINES = 3;
const FEWEST_HAN = 4;
const LONGEST = 30;
const LONG = 20;
/** A shorter line below that ends no sentence is one more of the heading. */
const SHORTEST_TEXT = 12;
/** Lines of a heading and pictures between the line and its text, in blocks. */
const REACH = 8;
const TOPIC_BELOW = 300;
/** A text above of fewer characters tells nothing. */
const SHORTEST_ABOVE = 40;
/** Nothing begins so, or is said so in a headline; and a folio line has its day. */
const NO_HEADLINE = /^[，。、；：！？）》」』”’,.;:!?)\]-]|[。；]|[年月日期].{0,12}[月日期]/;

export function nameStandingHeadlines(blocks: readonly Block[], context: Context): readonly Block[] {
  let out: Block[] | null = null;
  for (let last = blocks.length - 2; last >= 0; ) {
    let first = last;
    while (first > 0 && blocks[first]?.blankLinesBefore === 0) first -= 1;
    const words = wordsOfHeadline(blocks, first, last);
    if (words !== null && isHeadline(out ?? blocks, { first, last, words }, context)) {
      out ??= [...blocks];
      for (let i = first; i <= last; i += 1)
        out[i] = changed(out[i] as Block, { role: "title", confidence: SURE_ENOUGH });
    }
    last = first - 1;
  }
  return out ?? blocks;
}

const SURE_ENOUGH = 0.7;

/** The words of a group of short lines of text, without blanks; null where they cannot be a headline. */
function wordsOfHeadline(blocks: readonly Block[], first: number, last: number): string | null {
  let words = "";
  let lines = 0;
  for (let i = first; i <= last; i += 1) {
    const block = blocks[i] as Block;
    lines += block.lines.length;
    if (block.role !== "body" || lines > MOST_LINES) return null;
    words += tighten(plain(block.text));
    if (words.length > LONGEST) return null;
  }
  if (NO_HEADLINE.test(words)) return null;
  let han = 0;
  for (let i = 0; i < words.length; i += 1) if (isHanCode(words.charCodeAt(i))) han += 1;
  return han >= FEWEST_HAN ? words : null;
}

/** Blocks with blank lines above and below, and none between. */
interface Group {
  readonly first: number;
  readonly last: number;
  readonly words: string;
}

function isHeadline(blocks: readonly Block[], { first, last, words }: Group, { lexicon }: Context): boolean {
  const at = textBelow(blocks, last + 1);
  const [next, text] = [blocks[last + 1], at === null ? undefined : blocks[at]];
  if (at === null || next === undefined || text === undefined) return false;
  const isHeading = next.role === "title" || next.role === "byline";
  if (next.role === "body") {
    const seam = continuity(endOf(words), startOf(plain(next.text)), lexicon);
    if (seam.word !== null || seam.score >= SUBHEAD_SEAM) return false;
  }
  let odds = PRIOR + oddsAbove(itemAt(blocks, first - 1));
  if (isHeading) odds += ABOVE_HEADING;
  if (last > first || (blocks[first]?.lines.length ?? 1) > 1) odds += SEVERAL_LINES;
  if (words.length > LONG) odds += IS_LONG;
  if (/[，,]/.test(words)) odds += HAS_COMMA;
  if (hasOpenQuote(words)) odds += HAS_OPEN_QUOTE;
  if (text.shape.isIndented === true) odds += TEXT_IS_INDENTED;
  if (OPENS_NEWS.test(plain(text.text))) odds += OPENS_AS_NEWS;
  if (odds + SPOKEN_OF_BELOW + OTHER_SUBJECT <= 0) return false;
  const upper = textOf(blocks.slice(headingAbove(blocks, first), first));
  const lower = textOf(blocks.slice(at, headingBelow(blocks, at))).slice(0, TOPIC_BELOW);
  return odds + oddsOfTexts(words, upper, lower) > 0;
}

function oddsAbove(above: Block | undefined): number {
  if (above === undefined || isFurniture(above.role)) return BELOW_FURNITURE;
  const words = above.role === "body" ? plain(above.text) : "";
  return words === "" || isSentenceEnd(words) || /[）)]\s*$/.test(words) ? 0 : BELOW_OPEN_TEXT;
}

function oddsOfTexts(words: string, upper: string, lower: string): number {
  const spoken = shareOfPairs(words, lower);
  const odds = (spoken > 0 ? spoken * SPOKEN_OF_BELOW : NOT_SPOKEN_OF) + shareOfPairs(words, upper) * SPOKEN_OF_ABOVE;
  if (upper.length < SHORTEST_ABOVE) return odds;
  const share = shareOfPairs(lower, upper);
  if (share <= MOST_OF_OTHER) return odds + OTHER_SUBJECT;
  return share >= LEAST_OF_SAME ? odds + SAME_SUBJECT : odds;
}

function textBelow(blocks: readonly Block[], from: number): number | null {
  for (let i = from; i < blocks.length && i < from + REACH; i += 1) {
    const block = blocks[i] as Block;
    const words = block.role === "body" ? plain(block.text) : "";
    if (words.length > SHORTEST_TEXT || (words !== "" && isSentenceEnd(words))) return i;
  }
  return null;
}

/** An article has fewer blocks. */
const MOST_BLOCKS = 100;

function headingAbove(blocks: readonly Block[], index: number): number {
  let from = index;
  while (from > Math.max(0, index - MOST_BLOCKS) && !isOfHeading(blocks[from - 1]?.role)) from -= 1;
  return from;
}

function headingBelow(blocks: readonly Block[], index: number): number {
  let to = index;
  while (to < Math.min(blocks.length, index + MOST_BLOCKS) && !isOfHeading(blocks[to]?.role)) to += 1;
  return to;
}
