/**
 * Whether one piece of a column goes on in another that stands a few rows below it.
 *
 * In: two strands, what stands between, the page. Out: log-odds. Never: brings them together.
 *
 * Each could be a title or a caption; what tells is the measure of the column that stands above or below, and whether the
 * words go on.
 */
import type { Lexicon } from "../../lexicon/lexicon.ts";
import { isSentenceEnd, tighten } from "../../text/chars.ts";
import type { Source } from "../../text/source.ts";
import { fitOfSeam } from "../succession/fit.ts";
import { firstBelow } from "./below.ts";
import type { Cell } from "./cells.ts";
import { INDENT, LEAST_INDENT, SAME_EDGE, SAME_WIDTH, WIDEST_INDENT } from "./measures.ts";
import { CREDIT, CREDITS, OPENING } from "./short-piece.ts";
import type { Strand } from "./strands.ts";

/**
 * Log-odds, natural base, that one piece goes on in another that stands below it: one logistic regression over such pairs
 * of made pages, rounded.
 */
const PRIOR = -2.4;
const NEAR = 1.2;
const NEXT_ROW_BUT_ONE = 0.75;
const SAME_PLACE = 1;
/** Behind the end of a sentence comes a paragraph's first line, and behind an open one a full line without indent. */
const PARAGRAPH_AFTER_END = 0.7;
const OTHER_AFTER_END = -1;
const ON_AFTER_OPEN = 0.7;
const PARAGRAPH_AFTER_OPEN = -2.1;
const LONGER_AFTER_OPEN = -0.6;
/** A line in mid-sentence is full; a title is not. */
const FULL_TAIL = 1.1;
const SHORT_TAIL = -0.9;
const SHARE_OF_WORDS = 0.85;
const BEHIND_PICTURE = -0.65;
const BEHIND_OTHERS = -2.6;
const OTHER_WIDTH = -1.65;
/** A single line below a column is a title or a caption as often. */
const LONE_LINE = -1.3;
const NO_COLUMN = -0.75;
const IS_CREDIT = -2.3;
const IS_BYLINE = -1.4;
const WITHOUT_MARKS = -1.25;
const TO_OPENING = -2.4;
const CLOSES_BRACKET = 2.4;
const LEAVES_BRACKET = -1.6;

export const NEAR_ROWS = 5;
const PICTURE_ROWS = 3;
/** A piece of so many lines shows its column. */
export const COLUMN_LINES = 3;
/** A column further away, or one that began so far above, says nothing of these lines. */
const REACH_ROWS = 60;
const TALLEST = 120;
/** Full lines of a column differ by less; a title, or the end of a paragraph, lacks more. */
const LONGER = 1.2;
const FULL = 2;
const MUCH_SHORTER = 4;
const SAME_EDGE_EXACTLY = 0.6;

export interface Page {
  readonly source: Source;
  readonly lexicon: Lexicon;
  readonly strands: readonly Strand[];
  /** How many rows down to each hold text. */
  readonly filled: Uint32Array;
}

export function bridgeOdds(page: Page, above: Strand, below: Strand, between: readonly Strand[]): number {
  const tail = above.cells[above.cells.length - 1];
  const head = below.cells[0];
  if (tail === undefined || head === undefined) return 0;
  const [tailWords, headWords] = [wordsOf(page.source, tail), wordsOf(page.source, head)];
  let score = PRIOR + placeOdds(page, above, below, between);
  score += pieceOdds(page.source, above) + pieceOdds(page.source, below);
  if (above.cells.length < COLUMN_LINES && CREDIT.test(textOf(page.source, above))) score += IS_CREDIT;
  if (OPENING.test(headWords)) score += TO_OPENING;
  const column = columnOf(above, below, page.strands);
  if (!column.isKnown) score += NO_COLUMN;
  const shift = head.x - column.x;
  const missing = column.width - head.ems;
  const isFlush = Math.abs(shift) <= SAME_EDGE && !(shift > LONGER && missing > LONGER);
  const isIndented = !isFlush && shift > 0 && shift <= WIDEST_INDENT;
  const isFull = Math.abs(isIndented ? missing - INDENT : missing) <= SAME_EDGE;
  if (isSentenceEnd(tailWords)) return score + (isIndented && isFull ? PARAGRAPH_AFTER_END : OTHER_AFTER_END);
  if (isFlush && (isFull || (missing > 0 && isSentenceEnd(headWords)))) score += ON_AFTER_OPEN;
  else if (isIndented && isFull) score += PARAGRAPH_AFTER_OPEN;
  else if (missing < -LONGER) score += LONGER_AFTER_OPEN;
  const short = column.width - tail.ems - (tail.x - column.x > LONGER ? INDENT : 0);
  if (short > MUCH_SHORTER) score += SHORT_TAIL;
  else if (short <= FULL && short >= -LONGER) score += FULL_TAIL;
  if (opensBracket(tailWords)) score += /^[^（(]*[）)]/u.test(headWords) ? CLOSES_BRACKET : LEAVES_BRACKET;
  return score + SHARE_OF_WORDS * fitOfSeam(tailWords.slice(-2), headWords.slice(0, 2), page.lexicon);
}

/** What the rows between the two say, and their edges and widths. */
function placeOdds({ source, filled }: Page, above: Strand, below: Strand, between: readonly Strand[]): number {
  const rows = below.top - above.bottom;
  const blank = rows - ((filled[below.top] ?? 0) - (filled[above.bottom] ?? 0));
  let score = rows <= NEAR_ROWS ? NEAR : 0;
  if (rows === 2) score += NEXT_ROW_BUT_ONE;
  if (blank >= PICTURE_ROWS) score += BEHIND_PICTURE;
  if (!between.every((strand) => isPictureText(source, strand))) score += BEHIND_OTHERS;
  if (Math.abs(above.x - below.x) <= SAME_EDGE_EXACTLY) score += SAME_PLACE;
  const [isLong, isLongBelow] = [above.cells.length >= COLUMN_LINES, below.cells.length >= COLUMN_LINES];
  if (isLong && isLongBelow && Math.abs(above.width - below.width) > SAME_WIDTH) score += OTHER_WIDTH;
  if (isLong && below.cells.length === 1) score += LONE_LINE;
  return score;
}

/** What the words of a short piece say of it. */
function pieceOdds(source: Source, strand: Strand): number {
  if (strand.cells.length >= COLUMN_LINES) return 0;
  const words = textOf(source, strand);
  const hasMark = /[，。、；,;]/u.test(words);
  return (hasMark ? 0 : WITHOUT_MARKS) + (CREDITS.test(words) && !/[，。；]/u.test(words) ? IS_BYLINE : 0);
}

interface Column {
  readonly x: number;
  readonly width: number;
  readonly isKnown: boolean;
}

/** The column of the two: that of the longer one, of a text nearby at their place, or else what they have themselves. */
function columnOf(above: Strand, below: Strand, strands: readonly Strand[]): Column {
  const long = above.cells.length >= below.cells.length ? above : below;
  if (long.cells.length >= COLUMN_LINES) return { x: long.x, width: long.width, isKnown: true };
  const x = Math.min(above.x, below.x);
  const widest = Math.max(above.width, below.width);
  let best: Strand | undefined;
  let least = REACH_ROWS;
  for (let i = firstBelow(above.top - TALLEST, strands); i < strands.length; i += 1) {
    const other = strands[i];
    if (other === undefined || other.top > below.bottom + REACH_ROWS) break;
    if (other.cells.length < COLUMN_LINES || widest > other.width + LONGER) continue;
    const shift = x - other.x;
    if (Math.abs(shift) > SAME_EDGE && (shift < LEAST_INDENT || shift > WIDEST_INDENT)) continue;
    const rows = Math.max(0, other.top - below.bottom, above.top - other.bottom);
    if (rows >= least) continue;
    best = other;
    least = rows;
  }
  if (best !== undefined) return { x: best.x, width: best.width, isKnown: true };
  const withIndent = (strand: Strand): number => strand.width + Math.min(INDENT, strand.x - x);
  return { x, width: Math.max(withIndent(above), withIndent(below)), isKnown: false };
}

function isPictureText(source: Source, strand: Strand): boolean {
  const words = textOf(source, strand);
  return words.endsWith("。") || CREDIT.test(words);
}

function textOf(source: Source, { cells }: Strand): string {
  return cells.map((cell) => wordsOf(source, cell)).join("");
}

function wordsOf(source: Source, { start, end }: Cell): string {
  return tighten(source.text.slice(start, end));
}

function opensBracket(words: string): boolean {
  return words.lastIndexOf("（") > words.lastIndexOf("）");
}
