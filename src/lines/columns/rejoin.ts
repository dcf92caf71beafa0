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
import type { Source } from "../../text/source.ts";
import type { Cell } from "./cells.ts";
import { INDENT, LEAST_INDENT, SAME_EDGE, SAME_WIDTH, WIDEST_INDENT } from "./measures.ts";
import { bare } from "./says-on.ts";
import type { Strand } from "./strands.ts";

/** Log-odds that two lines at one place go on in each other, from one row to the next but one and over more. */
const NEAR = 2.2;
const FAR = -0.5;
const NEAR_ROWS = 2;
/** No picture is higher. */
const MOST_ROWS = 40;
const TEXT_LINES = 3;
/** A single line may be a headline, whose characters are this much larger than those of a text. */
const HEADLINE_SIZE = 2;
/** A single line that goes on is full; a caption or a title is not. */
const SAME_LINE = 1;
/** A bracket left open above is closed below. */
const CLOSES_BRACKET = 3;

/** @param strands from top to bottom. */
export function rejoin(source: Source, strands: readonly Strand[], lexicon: Lexicon): Strand[] {
  const next = new Map<Strand, Strand>();
  const isBelow = new Set<Strand>();
  for (const above of strands) {
    const below = nextBelow(source, above, strands, lexicon);
    if (below === null || isBelow.has(below)) continue;
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

function nextBelow(source: Source, above: Strand, strands: readonly Strand[], lexicon: Lexicon): Strand | null {
  const tail = above.cells[above.cells.length - 1];
  if (tail === undefined) return null;
  const words = source.text.slice(tail.start, tail.end);
  const isClosed = isSentenceEnd(words);
  const best = firstOver(above, strands);
  const head = best?.cells[0];
  if (best === undefined || head === undefined) return null;
  const start = startOf(above, best, head);
  if (start === null) return null;
  const opening = source.text.slice(head.start, head.end);
  const gap = best.top - above.bottom;
  // A paragraph's first line goes on from nothing, but follows the end of another one.
  if (isClosed) return start === "indented" && gap <= NEAR_ROWS && !isSentenceEnd(opening) ? best : null;
  if (start === "indented") return null;
  // In mid-sentence only the last line of a paragraph is shorter than the column.
  if (start === "short" && !isSentenceEnd(opening)) return null;
  let score = gap <= NEAR_ROWS ? NEAR : FAR;
  score += lexicon.seam(bare(words).slice(-2), bare(opening).slice(0, 2));
  if (opensBracket(words) && /^[^（(]*[）)]/u.test(opening)) score += CLOSES_BRACKET;
  return score > 0 ? best : null;
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

/** The nearest strand below that stands in the same place; of two on one row the one whose edge is nearer. */
function firstOver(above: Strand, strands: readonly Strand[]): Strand | undefined {
  let best: Strand | undefined;
  for (let i = firstBelow(above.bottom, strands); i < strands.length; i += 1) {
    const below = strands[i];
    if (below === undefined || below.top > above.bottom + MOST_ROWS) break;
    if (best !== undefined && below.top > best.top) break;
    if (!overlaps(above, below)) continue;
    if (best === undefined || Math.abs(below.x - above.x) < Math.abs(best.x - above.x)) best = below;
  }
  return best;
}

/** Index of the first strand that starts below a row. */
function firstBelow(row: number, strands: readonly Strand[]): number {
  let low = 0;
  let high = strands.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((strands[middle]?.top ?? 0) > row) high = middle;
    else low = middle + 1;
  }
  return low;
}

function overlaps(a: Strand, b: Strand): boolean {
  return a.x < b.x + b.width * (b.cells.length === 1 ? HEADLINE_SIZE : 1) - 1 && b.x < a.x + a.width - 1;
}

function united(above: Strand, below: Strand): Strand {
  const x = Math.min(above.x, below.x);
  const cells: Cell[] = [...above.cells, ...below.cells];
  return { x, width: Math.max(above.width, below.width), top: above.top, bottom: below.bottom, cells };
}

function opensBracket(words: string): boolean {
  return (
    Math.max(words.lastIndexOf("（"), words.lastIndexOf("(")) >
    Math.max(words.lastIndexOf("）"), words.lastIndexOf(")"))
  );
}
