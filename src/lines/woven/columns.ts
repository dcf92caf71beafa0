/**
 * Whether the cells of rows are those of columns.
 *
 * In: cells, row by row. Out: the answer. Never: cuts a cell or drops one.
 */
import { continuity, endOf, startOf } from "../../lexicon/continuity.ts";
import type { Lexicon } from "../../lexicon/lexicon.ts";
import { isSentenceEnd } from "../../text/chars.ts";
import type { Cell } from "./cells.ts";

/** What goes on below must say so much more than what goes on beside, in log-odds, for the root of the number of pairs. */
const LEAST_BETTER = 3;
const WORST_SEAM = -2;
const BEST_SEAM = 3;

/** Whether the cells go on in those below them rather than in those beside them. */
export function goOnBelow(text: string, rows: readonly (readonly Cell[])[], lexicon: Lexicon): boolean {
  let better = 0;
  let pairs = 0;
  const seam = (above: Cell, below: Cell): number => {
    const tail = text.slice(above.start, above.end);
    if (isSentenceEnd(tail)) return 0;
    const { score } = continuity(endOf(tail), startOf(text.slice(below.start, below.end)), lexicon);
    return Math.max(WORST_SEAM, Math.min(BEST_SEAM, score));
  };
  for (const [r, row] of rows.entries()) {
    for (const [k, cell] of row.entries()) {
      const beside = row[k + 1];
      const below = rows[r + 1]?.find(({ column }) => column === cell.column);
      if (beside === undefined || below === undefined) continue;
      better += seam(cell, below) - seam(cell, beside);
      pairs += 1;
    }
  }
  return pairs > 0 && better > LEAST_BETTER * Math.sqrt(pairs);
}
