/**
 * A row of columns as its cells.
 *
 * In: a row, and where it is cut. Out: what each column has of it, and the marks between that no column has. Never: leaves a
 * character out.
 */
import type { Line } from "../lines.ts";
import { type Gap, lengthOf, type TextRow, WIDE_BLANKS } from "./gaps.ts";
import type { CutCell } from "./row-cutter.ts";

/** What one column has of a row. */
export interface Cell {
  readonly start: number;
  readonly end: number;
  /** Number of the row in its stretch. */
  readonly row: number;
  /** Number of the column that the widths speak for, from left to right. */
  readonly column: number;
  readonly isIndented: boolean;
}

/** A full line lacks no more than this of its column. */
const FULL_LACK = 1.6;
/** Leading blanks of a line that is one cell: an indent. */
const LEAST_INDENT = 2;
/** A mark that was printed may make a line so much longer than its column. */
const HANGS_OVER = 0.6;

/** @param specks takes the marks between the cells. */
export function cellsOf(
  text: string,
  { line }: TextRow,
  {
    row,
    cuts,
    widths,
  }: { readonly row: number; readonly cuts: readonly CutCell[]; readonly widths: readonly number[] },
  specks: Line[],
): Cell[] {
  const out: Cell[] = [];
  let { start } = line;
  let isIndented = cuts.length === 1 && line.start - line.lineStart >= LEAST_INDENT;
  for (const [k, { column, gap }] of cuts.entries()) {
    // An empty cell.
    if (gap === null && k < cuts.length - 1) continue;
    const width = widths[column] ?? null;
    const { left, right } =
      gap === null ? { left: line.end, right: line.end } : sidesOf(text, { start, end: line.end, gap, width });
    if (left > start) out.push({ start, end: left, row, column, isIndented });
    if (gap === null) break;
    for (let i = left; i < right; i += 1) if (text.charAt(i).trim() !== "") specks.push(speckAt(i));
    const isFull = width !== null && lengthOf(text, start, left) >= width - FULL_LACK;
    isIndented = isFull && gap.blanks >= WIDE_BLANKS;
    start = right;
  }
  return out;
}

function speckAt(offset: number): Line {
  return { lineStart: offset, start: offset, end: offset + 1, headingLevel: 0, isBlank: false };
}

interface Seam {
  readonly start: number;
  readonly end: number;
  readonly gap: Gap;
  readonly width: number | null;
}

const STOPS = "。，、；：";

/** Marks between two columns that were printed belong to one of them: a stop that fits in, a quote that has its partner there. */
function sidesOf(text: string, { start, end, gap, width }: Seam): { readonly left: number; readonly right: number } {
  let left = gap.from;
  let right = gap.to;
  // A lone quote between two characters is what became of the white.
  if (gap.blanks === 0 && right - left === 1 && !STOPS.includes(text.charAt(left))) return { left, right };
  let ems = lengthOf(text, start, gap.from);
  for (; left < gap.to; left += 1) {
    const mark = text.charAt(left);
    const isStop = STOPS.includes(mark) && ems + 1 <= (width ?? 0) + HANGS_OVER;
    const open = OPENED_BY[mark];
    if (!isStop && (open === undefined || !isOpenIn(text.slice(start, left), open, mark))) break;
    ems += 1;
  }
  for (; right > left; right -= 1) {
    const mark = text.charAt(right - 1);
    const close = CLOSED_BY[mark];
    if (close === undefined || !isClosedIn(text.slice(right, end), mark, close)) break;
  }
  return { left, right };
}

const OPENED_BY: Readonly<Record<string, string>> = { "”": "“", "’": "‘", "」": "「" };
const CLOSED_BY: Readonly<Record<string, string>> = { "“": "”", "‘": "’", "「": "」" };

function isOpenIn(words: string, open: string, close: string): boolean {
  return words.lastIndexOf(open) > words.lastIndexOf(close);
}

function isClosedIn(words: string, open: string, close: string): boolean {
  const at = words.indexOf(close);
  const again = words.indexOf(open);
  return at >= 0 && (again < 0 || at < again);
}
