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
import { INDENT, SAME_EDGE, SAME_WIDTH } from "./measures.ts";
import { bare } from "./says-on.ts";
import type { Strand } from "./strands.ts";

/** Log-odds that two lines at one place go on in each other, from one row to the next but one and over more. */
const NEAR = 1.2;
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
  if (isSentenceEnd(words)) return null;
  const best = firstOver(above, strands);
  const head = best?.cells[0];
  if (best === undefined || head === undefined || !isSameColumn(above, best)) return null;
  // A paragraph's first line goes on from nothing.
  if (head.x - best.x > INDENT / 2 && best.cells.length > 1) return null;
  const opening = source.text.slice(head.start, head.end);
  // In mid-sentence only the last line of a paragraph is shorter than the column.
  if (head.ems < above.width - SAME_EDGE && !isSentenceEnd(opening)) return null;
  let score = best.top - above.bottom <= NEAR_ROWS ? NEAR : FAR;
  score += lexicon.seam(bare(words).slice(-2), bare(opening).slice(0, 2));
  if (opensBracket(words) && /^[^（(]*[）)]/u.test(opening)) score += CLOSES_BRACKET;
  return score > 0 ? best : null;
}

/** The nearest strand below that stands in the same place. */
function firstOver(above: Strand, strands: readonly Strand[]): Strand | undefined {
  for (let i = firstBelow(above.bottom, strands); i < strands.length; i += 1) {
    const below = strands[i];
    if (below === undefined || below.top > above.bottom + MOST_ROWS) return undefined;
    if (overlaps(above, below)) return below;
  }
  return undefined;
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

/** The same edge and the same width. A line or two below may be anything. */
function isSameColumn(above: Strand, below: Strand): boolean {
  return (
    below.cells.length >= TEXT_LINES &&
    Math.abs(above.x - below.x) <= SAME_EDGE &&
    Math.abs(above.width - below.width) <= (above.cells.length === 1 ? SAME_LINE : SAME_WIDTH)
  );
}

function united(above: Strand, below: Strand): Strand {
  const x = Math.min(above.x, below.x);
  const cells: Cell[] = [...above.cells, ...below.cells];
  return { ...above, x, width: Math.max(above.width, below.width), bottom: below.bottom, cells };
}

function opensBracket(words: string): boolean {
  return (
    Math.max(words.lastIndexOf("（"), words.lastIndexOf("(")) >
    Math.max(words.lastIndexOf("）"), words.lastIndexOf(")"))
  );
}
