/**
 * A strand to which lines are still added, and where its column stands as far as they show.
 *
 * The first line may be indented, and the place of a line may only be reckoned: the edge moves until a line gives it.
 */
import { isSentenceEnd } from "../../text/chars.ts";
import type { Source } from "../../text/source.ts";
import type { Cell } from "./cells.ts";

export interface OpenStrand {
  x: number;
  /** Whether a line gave `x` exactly. */
  isExact: boolean;
  width: number;
  readonly cells: Cell[];
}

/** Lines of one column differ by this much where their place was reckoned, in em. */
export const SLACK = 1.3;
/** Indent of a first line: two em, for which a dump may have up to four blanks. */
export const LEAST_INDENT = 1.3;
/** After this many lines the width of a column is known. */
export const KNOWN_LINES = 3;

export function lastOf(strand: OpenStrand): Cell {
  const last = strand.cells[strand.cells.length - 1];
  if (last === undefined) throw new RangeError("a strand has a first cell");
  return last;
}

export function goOn(source: Source, strand: OpenStrand, cell: Cell): void {
  const last = lastOf(strand);
  const isClosed = isSentenceEnd(source.text.slice(last.start, last.end));
  const shift = cell.x - strand.x;
  const canIndent = isClosed && cell.ems <= strand.width - 1;
  if (cell.isExact && !strand.isExact) {
    strand.x = canIndent ? cell.x - 2 : cell.x;
    strand.isExact = !canIndent;
  } else if (shift < -SLACK && isAllIndented(strand)) {
    if (cell.isExact) strand.x = cell.x;
    else if (cell.ems > last.ems + 1) strand.x -= 2;
  }
  // Where the place was only reckoned, and between lines that go on, a shift is none on paper.
  const isIndented = cell.isExact && isClosed && cell.x - strand.x > LEAST_INDENT && cell.ems <= strand.width - 1;
  strand.cells.push(isIndented ? cell : movedTo(cell, strand.x));
  strand.width = Math.max(strand.width, cell.ems + (isIndented ? 2 : 0));
}

function movedTo({ row, ems, start, end, isExact }: Cell, x: number): Cell {
  return { row, x, ems, start, end, isExact };
}

/** Whether the strand so far can be first lines only: one, or one behind a paragraph of one line. */
export function isAllIndented({ cells }: OpenStrand): boolean {
  const [first, second] = cells;
  return cells.length === 1 || (cells.length === 2 && first?.x === second?.x);
}

export function overlaps(a: OpenStrand, b: OpenStrand): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width;
}
