/**
 * Strands that one column has above and below something else.
 *
 * In: strands. Out: strands, those that go on further down brought together. Never: drops a cell.
 *
 * The headline of a neighbour, a picture or a box puts rows between two lines of a column that hold nothing of it. That the
 * column goes on below is seen from its place and from what the two lines say.
 */
import type { Lexicon } from "../../lexicon/lexicon.ts";
import { isSentenceEnd } from "../../text/chars.ts";
import { firstTwo, lastTwo } from "../../text/ends.ts";
import type { Source } from "../../text/source.ts";
import { countFilled, firstOver, united } from "./below.ts";
import type { Cell } from "./cells.ts";
import { endsLikeCaption } from "./kinds.ts";
import { INDENT, LEAST_INDENT, SAME_EDGE, SAME_WIDTH, WIDEST_INDENT } from "./measures.ts";
import type { Strand } from "./strands.ts";

/**
 * Log-odds that two lines at one place go on in each other, before their words are looked at: from one row to the next but
 * one and over more. Counted on made pages.
 */
const NEAR = 2.2;
/** Over one row without it, a single line may be a headline. */
const NEAR_LINE = 0.3;
const CLOSE = 0.8;
const CLOSE_LINE = 0.3;
const FAR = -0.5;
/** A line by itself further down may be a title or a caption. */
const FAR_LINE = -1.2;
/** A caption stands between. */
const SKIPPED = -1;
const FAR_END = -0.5;
const NEAR_ROWS = 2;
/** Rows with text between: a headline and its deck beside the column are two. */
const CLOSE_ROWS = 2;
const TEXT_LINES = 3;
/** A single line that goes on is full; a caption or a title is not. */
const SAME_LINE = 1;
/** Full lines of a column differ by less, but for digits and letters; words that say for sure that they go on. */
const LONGER = 0.8;
const SURE = 1;
/** A bracket left open above is closed below. */
const CLOSES_BRACKET = 3;
/** Words say no more than this for a step. */
const MOST_WORDS = 4;
/** Captions, or their lines, between a column and where it goes on. */
const MOST_SKIPPED = 2;

/** One column that may go on in a strand further down. */
interface Step {
  readonly above: Strand;
  readonly below: Strand;
  /** Log-odds that it does. */
  readonly score: number;
}

/** @param strands from top to bottom. */
export function rejoin(source: Source, strands: readonly Strand[], lexicon: Lexicon): Strand[] {
  const steps: Step[] = [];
  const filled = countFilled(strands);
  for (const above of strands) addSteps({ source, above, strands, filled, lexicon }, steps);
  const next = new Map<Strand, Strand>();
  const isBelow = new Set<Strand>();
  steps.sort((a, b) => b.score - a.score);
  for (const { above, below, score } of steps) {
    if (score <= 0) break;
    if (next.has(above) || isBelow.has(below)) continue;
    next.set(above, below);
    isBelow.add(below);
  }
  const out: Strand[] = [];
  for (const first of strands) {
    if (isBelow.has(first)) continue;
    let strand = first;
    for (let at = next.get(first); at !== undefined; at = next.get(at)) strand = united(strand, at);
    out.push(strand);
  }
  return out.sort((a, b) => a.top - b.top || a.x - b.x);
}

interface From {
  readonly source: Source;
  readonly above: Strand;
  readonly strands: readonly Strand[];
  /** How many rows down to each hold text. */
  readonly filled: Uint32Array;
  readonly lexicon: Lexicon;
}

/** The strands below in which the column may go on: the nearest, and those behind captions. */
function addSteps(from: From, steps: Step[]): void {
  let row = from.above.bottom;
  for (let skipped = 0; skipped <= MOST_SKIPPED; skipped += 1) {
    const below = firstOver(from.above, row, from.strands);
    if (below === undefined) return;
    const step = stepTo(from, below, skipped > 0);
    if (step !== null) steps.push(step);
    if (below.cells.length >= TEXT_LINES || !endsLikeCaption(from.source, below)) return;
    row = below.bottom;
  }
}

/** Null where the column cannot go on there. */
function stepTo({ source, above, filled, lexicon }: From, below: Strand, isBehind: boolean): Step | null {
  const tail = above.cells[above.cells.length - 1];
  const head = below.cells[0];
  if (tail === undefined || head === undefined) return null;
  const start = startOf(above, below, head);
  if (start === null) return null;
  const words = source.text.slice(tail.start, tail.end);
  const opening = source.text.slice(head.start, head.end);
  const isNear = below.top - above.bottom <= NEAR_ROWS;
  const isClose = (filled[below.top] ?? 0) - (filled[above.bottom] ?? 0) <= CLOSE_ROWS + 1;
  // A paragraph's first line goes on from nothing, but follows the end of another one.
  if (isSentenceEnd(words) || start === "indented") {
    const follows = isSentenceEnd(words) && start === "indented" && isNear && !isBehind && !isSentenceEnd(opening);
    return follows ? { above, below, score: NEAR } : null;
  }
  let score = Math.min(MOST_WORDS, lexicon.seam(lastTwo(source.text, tail), firstTwo(source.text, head)));
  if (opensBracket(words) && /^[^（(]*[）)]/u.test(opening)) score += CLOSES_BRACKET;
  if (start === "short") {
    // In mid-sentence only the last line of a paragraph is shorter than the column.
    if (isBehind || !isSentenceEnd(opening)) return null;
    return { above, below, score: score + (isNear ? NEAR : FAR_END) };
  }
  if (isBehind && below.cells.length === 1) return null;
  // A line longer than the column is a headline, or goes on for sure.
  if (head.ems > above.width + LONGER && above.cells.length >= TEXT_LINES && score < SURE) return null;
  if (isBehind) score += SKIPPED;
  else if (isNear)
    score += below.cells.length === 1 && !isSentenceEnd(opening) && below.top - above.bottom > 1 ? NEAR_LINE : NEAR;
  else if (below.cells.length === 1) score += FAR_LINE;
  else score += isClose ? (above.cells.length === 1 ? CLOSE_LINE : CLOSE) : FAR;
  return { above, below, score };
}

type Start = "full" | "indented" | "short";

/** How the first line of the strand below stands in the column of the one above; null if in another column. */
function startOf(above: Strand, below: Strand, head: Cell): Start | null {
  const isLong = above.cells.length >= TEXT_LINES;
  const isLongBelow = below.cells.length >= TEXT_LINES;
  if (!isLong && !isLongBelow) return null;
  // The first line of a paragraph alone: the column starts further to the left.
  const isFirstLine =
    above.cells.length === 1 && above.x - below.x >= LEAST_INDENT && above.x - below.x <= WIDEST_INDENT;
  const width = isLong ? above.width : below.width;
  const x = isLong ? above.x : isFirstLine ? below.x : above.x;
  if (isLong && isLongBelow && Math.abs(above.width - below.width) > SAME_WIDTH) return null;
  if (!isLong && Math.abs((isFirstLine ? INDENT : 0) + above.width - width) > SAME_LINE) return null;
  if (isLong && !isLongBelow && below.width > width + SAME_LINE) return null;
  const shift = head.x - x;
  const missing = width - head.ems;
  if (Math.abs(shift) <= SAME_EDGE && missing <= SAME_EDGE) return "full";
  if (shift >= LEAST_INDENT - 0.2 && shift <= WIDEST_INDENT && Math.abs(missing - INDENT) <= SAME_LINE)
    return "indented";
  if (Math.abs(below.x - x) > SAME_EDGE) return null;
  return head.x - below.x > INDENT / 2 && below.cells.length > 1 ? "indented" : "short";
}

function opensBracket(words: string): boolean {
  return (
    Math.max(words.lastIndexOf("（"), words.lastIndexOf("(")) >
    Math.max(words.lastIndexOf("）"), words.lastIndexOf(")"))
  );
}
