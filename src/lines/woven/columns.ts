/**
 * The cells of rows as columns.
 *
 * In: cells, row by row. Out: whether they are columns at all; the columns, from left to right, what begins below the end of
 * others after them. Never: cuts a cell or drops one.
 */
import { continuity, endOf, startOf } from "../../lexicon/continuity.ts";
import type { Lexicon } from "../../lexicon/lexicon.ts";
import { isSentenceEnd } from "../../text/chars.ts";
import type { Cell } from "./cells.ts";

export interface Column {
  readonly x: number;
  width: number | null;
  readonly cells: Cell[];
}

/** Cells of one column stand no further apart than this, and their columns are as wide, in em. */
const SAME_PLACE = 2.6;
const SAME_WIDTH = 2.1;
const MOST_ROWS_BETWEEN = 3;
/** What goes on below must say so much more than what goes on beside, in log-odds, for the root of the number of pairs. */
const LEAST_BETTER = 2;
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
      const below = rows[r + 1]?.find(({ x }) => Math.abs(x - cell.x) <= SAME_PLACE);
      if (beside === undefined || below === undefined) continue;
      better += seam(cell, below) - seam(cell, beside);
      pairs += 1;
    }
  }
  return pairs > 0 && better > LEAST_BETTER * Math.sqrt(pairs);
}

export function columnsOf(rows: readonly (readonly Cell[])[]): Column[] {
  const columns: Column[] = [];
  for (const row of rows) {
    const taken = new Set<Column>();
    for (const cell of row) {
      let column = columns.find((one) => !taken.has(one) && goesOn(one, cell));
      if (column === undefined) {
        column = { x: cell.x, width: cell.width, cells: [] };
        columns.push(column);
      }
      column.cells.push(cell);
      column.width ??= cell.width;
      taken.add(column);
    }
  }
  return inBands(columns);
}

function goesOn({ x, width, cells }: Column, cell: Cell): boolean {
  if (cell.row - bottomOf(cells) > MOST_ROWS_BETWEEN || Math.abs(x - cell.x) > SAME_PLACE) return false;
  return width === null || cell.width === null || Math.abs(width - cell.width) <= SAME_WIDTH;
}

function inBands(columns: readonly Column[]): Column[] {
  const out: Column[] = [];
  let band: Column[] = [];
  let bottom = -1;
  const close = (): void => {
    for (const column of band.sort((a, b) => a.x - b.x || topOf(a.cells) - topOf(b.cells))) out.push(column);
    band = [];
  };
  for (const column of [...columns].sort((a, b) => topOf(a.cells) - topOf(b.cells) || a.x - b.x)) {
    if (topOf(column.cells) > bottom) close();
    band.push(column);
    bottom = Math.max(bottom, bottomOf(column.cells));
  }
  close();
  return out;
}

function topOf(cells: readonly Cell[]): number {
  return cells[0]?.row ?? 0;
}

function bottomOf(cells: readonly Cell[]): number {
  return cells[cells.length - 1]?.row ?? -1;
}
