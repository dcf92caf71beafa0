/**
 * Titles that no byline follows: the first line of an article below the text of another one.
 *
 * Such a line looks like a subhead, or like a piece of text that a column end has cut. What tells is the measure of the
 * columns, how the text below begins, and whether both speak of the same: clues, none of which is sure, added up as log-odds.
 * Weights: from about 170 such lines of made pages, rounded; 18 of them were titles.
 */
import { continuity, endOf, startOf } from "../../lexicon/continuity.ts";
import { printedCells, tighten } from "../../text/chars.ts";
import { itemAt } from "../../text/list.ts";
import { countPairs, hanPairs } from "../../text/pairs.ts";
import { OPENS_NEWS } from "../credits/news-opening.ts";
import { lastBody, type Question, type Seen } from "./question.ts";
import { SUBHEAD_SEAM } from "./subhead.ts";

const LONGEST_OPENING = 30;
/** A line between two texts is one in five times a title. */
const PRIOR = -1.5;
/** Where each line of the dump is a printed line, one that stands apart is as often a piece of another column. */
const PRIOR_OF_PRINTED_LINES = -2.7;
/** The column below is wider or narrower than the one above: pages of one article keep their measure. */
const NEW_WIDTH = 1.5;
const SAME_WIDTH = -0.3;
const WIDTH_DIFFERS = 2;
/** 昨日, 3月5日: the text below opens as news does. */
const OPENS_AS_NEWS = 1;
/** 老街改造，先问街坊: two clauses; a subhead is one phrase. */
const TWO_CLAUSES = 0.7;
const SHORTEST_CLAUSES = 9;
const LONGEST_CLAUSES = 20;
/** The article above has a subhead already: this may be its next. */
const HAS_SUBHEADS = -1;
/** The text above breaks off. */
const IS_OPEN_ABOVE = -1;
/** The line fills lines of the column, as a piece of text does that a column end has cut. */
const FILLS_LINES = -2;
const IS_QUOTATION = -2;
/** Of the pairs of characters of the text below, how many the article above has as well. */
const SHARED: readonly (readonly [atMost: number, odds: number])[] = [
  [0.025, 1.5],
  [0.06, 0.7],
  [0.12, 0],
  [1, -1.5],
];
/** As much of the texts as tells what they are about, in characters. */
const TOPIC_ABOVE = 600;
const TOPIC_BELOW = 150;
const LONG_ENOUGH = 200;
const SHORT_SHARED = 0.7;
/** Fewer pairs tell nothing. */
const FEWEST_PAIRS = 12;
const INDENT_CELLS = 4;

const QUOTED = /^\s*(?:“[^”]+”|"[^"]+"|「[^」]+」)\s*$/;

/** @returns whether the line, title-like by itself, is the first of an article below the text of another one. */
export function opensArticle(question: Question): boolean {
  const { named, seen, index, here, context } = question;
  const above = lastBody(question);
  const below = seen[index + 1];
  if (above === null || below?.block.role !== "body" || here.length > LONGEST_OPENING || here.length < 4) return false;
  const tail = seen[above];
  if (tail === undefined) return false;
  const seam = continuity(endOf(here.words), startOf(below.words), context.lexicon);
  if (seam.word !== null || seam.score >= SUBHEAD_SEAM || below.block.shape.isIndented === false) return false;
  let odds =
    (question.isWrapped ? PRIOR_OF_PRINTED_LINES : PRIOR) + widthOdds(tail, below) + sharedOdds(question, above);
  if (!tail.endsSentence) odds += IS_OPEN_ABOVE;
  if (OPENS_NEWS.test(below.words)) odds += OPENS_AS_NEWS;
  const isOfTwo = here.length >= SHORTEST_CLAUSES && here.length <= LONGEST_CLAUSES;
  if (isOfTwo && /[〇㐀-鿿”"」][，,]\s*[〇㐀-鿿“"「\d]/.test(here.words)) odds += TWO_CLAUSES;
  if (QUOTED.test(here.words)) odds += IS_QUOTATION;
  if (fillsLines(here, tail.block.shape.width ?? below.block.shape.width)) odds += FILLS_LINES;
  if (hasSubhead(named, index)) odds += HAS_SUBHEADS;
  return odds > 0;
}

/** A further line of a title that no byline follows: its deck. */
export function goesOnInTitle({ named, seen, index, here, context }: Question): boolean {
  const below = seen[index + 1];
  if (itemAt(named, index - 1)?.role !== "title" || below?.block.role !== "body" || here.length < 4) return false;
  if (below.block.shape.isIndented === false || below.length <= here.length) return false;
  const seam = continuity(endOf(here.words), startOf(below.words), context.lexicon);
  return seam.word === null && seam.score < SUBHEAD_SEAM && !fillsLines(here, below.block.shape.width);
}

function widthOdds(tail: Seen, below: Seen): number {
  const [upper, lower] = [tail.block.shape.width, below.block.shape.width];
  if (upper === null || lower === null) return 0;
  return Math.abs(upper - lower) >= WIDTH_DIFFERS ? NEW_WIDTH : SAME_WIDTH;
}

function sharedOdds({ named, seen, index }: Question, above: number): number {
  let text = "";
  for (let i = above; i >= 0 && text.length < TOPIC_ABOVE; i -= 1) {
    const role = named[i]?.role;
    if (role === "title" || role === "byline") break;
    if (role === "body") text += tighten(seen[i]?.words ?? "");
  }
  let start = "";
  for (let i = index + 1; i < named.length && start.length < TOPIC_BELOW; i += 1) {
    if (named[i]?.role !== "body") break;
    start += tighten((seen[i]?.words ?? "").slice(0, TOPIC_BELOW * 2));
  }
  const pairs = hanPairs(start.slice(0, TOPIC_BELOW));
  if (pairs.length < FEWEST_PAIRS) return 0;
  const share = countPairs(pairs, text) / pairs.length;
  const odds = SHARED.find(([atMost]) => share <= atMost)?.[1] ?? 0;
  // A brief above has not the room to share much.
  return text.length < LONG_ENOUGH ? Math.min(odds, SHORT_SHARED) : odds;
}

function fillsLines({ words }: Seen, width: number | null): boolean {
  if (width === null || width <= 0) return false;
  const cells = printedCells(words);
  return [0, INDENT_CELLS].some((indent) => {
    const over = (cells + indent) % width;
    return over <= 1 || over >= width - 1;
  });
}

/** Subheads stand nearer to each other than this, in blocks. */
const SUBHEAD_REACH = 100;

function hasSubhead(named: Question["named"], index: number): boolean {
  for (let i = index - 1; i >= Math.max(0, index - SUBHEAD_REACH); i -= 1) {
    const role = named[i]?.role;
    if (role === "subhead") return true;
    if (role === "title" || role === "byline" || role === "sectionLabel") return false;
  }
  return false;
}
