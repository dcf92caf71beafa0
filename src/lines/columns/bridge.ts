/**
 * Pieces of a column that lie a few rows apart, brought together where their clues add up (`bridge-odds.ts`).
 *
 * In: strands, those that surely go on brought together (`rejoin.ts`). Out: strands. Never: drops a cell.
 *
 * A neighbour that is set on lines of its own puts a row between any two lines of a column, and nothing is left of it but
 * pieces of a line or two.
 */
import type { Lexicon } from "../../lexicon/lexicon.ts";
import type { Source } from "../../text/source.ts";
import { countFilled, firstOver, united } from "./below.ts";
import { bridgeOdds, COLUMN_LINES, NEAR_ROWS, type Page } from "./bridge-odds.ts";
import type { Strand } from "./strands.ts";

/** Log-odds from which on pieces are brought together: a wrong bridge parts two articles. */
const LEAST = 1.2;
/** Pieces between the two: lines of a neighbour that reach over the column. */
const MOST_SKIPPED = 2;
/** Pieces that were brought together may show a column to others. */
const ROUNDS = 2;

/** @param strands from top to bottom. */
export function bridge(source: Source, strands: readonly Strand[], lexicon: Lexicon): readonly Strand[] {
  const filled = countFilled(strands);
  let out = strands;
  for (let round = 0; round < ROUNDS; round += 1) {
    const next = bridgeOnce({ source, lexicon, strands: out, filled });
    if (next.length === out.length) break;
    out = next;
  }
  return out;
}

function bridgeOnce(page: Page): Strand[] {
  const steps: { readonly above: Strand; readonly below: Strand; readonly score: number }[] = [];
  for (const above of page.strands) {
    const between: Strand[] = [];
    for (let row = above.bottom; between.length <= MOST_SKIPPED; ) {
      const below = firstOver(above, row, page.strands);
      if (below === undefined) break;
      const score = mayBridge(above, below) ? bridgeOdds(page, above, below, between) : 0;
      if (score > LEAST) steps.push({ above, below, score });
      if (below.cells.length >= COLUMN_LINES) break;
      between.push(below);
      row = below.bottom;
    }
  }
  steps.sort((a, b) => b.score - a.score);
  const next = new Map<Strand, Strand>();
  const isBelow = new Set<Strand>();
  for (const { above, below } of steps) {
    if (next.has(above) || isBelow.has(below)) continue;
    next.set(above, below);
    isBelow.add(below);
  }
  const out: Strand[] = [];
  for (const first of page.strands) {
    if (isBelow.has(first)) continue;
    let strand = first;
    for (let at = next.get(first); at !== undefined; at = next.get(at)) strand = united(strand, at);
    out.push(strand);
  }
  return out.sort((a, b) => a.top - b.top || a.x - b.x);
}

/**
 * From one row to the next the lines have been looked at: they stand apart for a reason. Two lines far from each other that
 * no column holds are no more than two lines.
 */
function mayBridge(above: Strand, below: Strand): boolean {
  const rows = below.top - above.bottom;
  return rows > 1 && (rows <= NEAR_ROWS || Math.max(above.cells.length, below.cells.length) >= COLUMN_LINES);
}
