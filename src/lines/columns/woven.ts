/**
 * Parts of a dump that gives columns row by row.
 *
 * In: the cells of every line. Out: parts of the page in which columns of one width stand side by side, and the lines
 * between. Never: looks at places; such a dump has none.
 */
import type { Cell } from "./cells.ts";
import { INDENT, SLACK } from "./measures.ts";

export interface Part {
  /** Rows from `first` to `last`. */
  readonly first: number;
  readonly last: number;
  /** Columns of one width stand side by side; elsewhere the rows stay as they are. */
  readonly isWoven: boolean;
}

/** A line this far from one with several cells belongs to the same columns. */
const REACH_ROWS = 12;
/** So many lines of a part must hold several cells, and such a share of all. */
const NEEDED_LINES = 3;
const NEEDED_SHARE = 0.25;
/** Full lines of two parts differ by more than this. */
const SAME_WIDTH = 1.5;

/** Parts of the page from top to bottom. */
export function readParts(rows: readonly (readonly Cell[])[]): Part[] {
  const widths = rows.map(fullWidth);
  const reach = spread(rows, widths);
  const parts: Part[] = [];
  for (let first = 0; first < rows.length; ) {
    const width = reach[first] ?? 0;
    let last = first;
    while (last + 1 < rows.length && isSame(width, reach[last + 1] ?? 0)) last += 1;
    const woven = widths.slice(first, last + 1).filter((other) => other > 0).length;
    const isWoven = width > 0 && woven >= NEEDED_LINES && woven >= (last - first) * NEEDED_SHARE;
    parts.push({ first, last, isWoven });
    first = last + 1;
  }
  return parts;
}

/** Length of the longest cell that another one follows; 0 for a line of one cell. */
function fullWidth(row: readonly Cell[]): number {
  return row.slice(0, -1).reduce((width, cell) => Math.max(width, cell.ems), 0);
}

function isSame(a: number, b: number): boolean {
  return a === 0 ? b === 0 : b > 0 && Math.abs(a - b) <= SAME_WIDTH;
}

/** The width of the columns around every line, from the closest lines of several cells without a blank line between. */
function spread(rows: readonly (readonly Cell[])[], widths: readonly number[]): number[] {
  const out = rows.map((row, i) => (row.length > 1 ? modeOf(widths, i) : 0));
  const known = [...out];
  for (const [i, row] of rows.entries()) {
    if (row.length !== 1) continue;
    for (let distance = 1; distance <= REACH_ROWS && out[i] === 0; distance += 1) {
      for (const at of [i - distance, i + distance]) {
        const width = known[at] ?? 0;
        if (width > 0 && !hasBlankBetween(rows, i, at)) out[i] = width;
      }
    }
  }
  return out;
}

/** The most usual width around, so that one odd line makes no part of its own. */
function modeOf(widths: readonly number[], row: number): number {
  const near = widths.slice(Math.max(0, row - REACH_ROWS), row + REACH_ROWS + 1).filter((width) => width > 0);
  const here = widths[row] ?? 0;
  let best = here;
  let most = 0;
  for (const width of near) {
    const count = near.filter((other) => Math.abs(other - width) < 0.6).length;
    if (count <= most || Math.abs(width - here) > INDENT + SLACK) continue;
    best = width;
    most = count;
  }
  return Math.max(best, 0);
}

function hasBlankBetween(rows: readonly (readonly Cell[])[], a: number, b: number): boolean {
  for (let row = Math.min(a, b); row <= Math.max(a, b); row += 1) if ((rows[row]?.length ?? 0) === 0) return true;
  return false;
}
