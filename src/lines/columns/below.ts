/**
 * What stands below what.
 *
 * In: strands from top to bottom. Out: the one below another one, and both as one. Never: decides whether they are of one column.
 */
import type { Cell } from "./cells.ts";
import type { Strand } from "./strands.ts";

/** No picture is higher. */
const MOST_ROWS = 40;
/** A single line may be a headline, whose characters are this much larger than those of a text. */
const HEADLINE_SIZE = 2;

/** How many rows down to each hold text. */
export function countFilled(strands: readonly Strand[]): Uint32Array {
  const last = strands.reduce((row, { bottom }) => Math.max(row, bottom), 0);
  const filled = new Uint32Array(last + 1);
  for (const { cells } of strands) for (const { row } of cells) filled[row] = 1;
  for (let row = 1; row <= last; row += 1) filled[row] = (filled[row] ?? 0) + (filled[row - 1] ?? 0);
  return filled;
}

/** The nearest strand below a row that stands in the same place; of two on one row the one whose edge is nearer. */
export function firstOver(above: Strand, row: number, strands: readonly Strand[]): Strand | undefined {
  let best: Strand | undefined;
  for (let i = firstBelow(row, strands); i < strands.length; i += 1) {
    const below = strands[i];
    if (below === undefined || below.top > above.bottom + MOST_ROWS) break;
    if (best !== undefined && below.top > best.top) break;
    if (!overlaps(above, below)) continue;
    if (best === undefined || Math.abs(below.x - above.x) < Math.abs(best.x - above.x)) best = below;
  }
  return best;
}

/** Index of the first strand that starts below a row. */
export function firstBelow(row: number, strands: readonly Strand[]): number {
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

export function united(above: Strand, below: Strand): Strand {
  const x = Math.min(above.x, below.x);
  const cells: Cell[] = [...above.cells, ...below.cells];
  return { x, width: Math.max(above.width, below.width), top: above.top, bottom: below.bottom, cells };
}
