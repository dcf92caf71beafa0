/**
 * Lines that hold what several columns have side by side, cut into their cells: all lines and all columns at once.
 *
 * In: the gaps of some lines, one below the other. Out: the widths of the columns, and for each line where it is cut.
 * Never: cuts a line alone.
 *
 * The columns of a stretch keep their measures from line to line. Of all widths those are chosen with which all lines
 * together are cut best; each line is cut at those of its gaps that fit the widths best, from its first to its last.
 */
import { type CutCell, isWhite, MOST_COLUMNS, type Row, RowCutter } from "./row-cutter.ts";

export interface Cut {
  /** Widths of the columns, in em. */
  readonly widths: readonly number[];
  /** Cells of each row, from left to right. */
  readonly rows: readonly (readonly CutCell[])[];
}

/** Widths that are tried, in em. */
const NARROWEST = 6;
const WIDEST = 34;
const STEP = 0.5;
/** Steps by which a width is bettered, in em. */
const CHANGES = [-4, -2, -1, -0.5, 0.5, 1, 2, 4];
const MOST_ROUNDS = 6;
/** What the rows must say together for there to be another column: so much each, within bounds. */
const SUPPORT_OF_ROW = 0.4;
const LEAST_SUPPORT = 1.2;
const MOST_SUPPORT = 8;
/** Of so many rows with white some may have lost theirs: …渠道年久失|可以灌溉. */
const LEAST_SURE = 5;

/** @param usual what the other lines of the dump say for columns of a width. */
export function fitColumns(rows: readonly Row[], usual: (width: number) => number): Cut {
  const cuttable = rows.filter(({ gaps }) => gaps.some(isWhite)).length;
  const cutters = rows.map((row) => new RowCutter(row, cuttable >= LEAST_SURE));
  const asked = someOf(cutters.filter(({ mayBeCut }) => mayBeCut));
  const support = Math.max(LEAST_SUPPORT, Math.min(MOST_SUPPORT, SUPPORT_OF_ROW * asked.length));
  let best: readonly number[] = [];
  let most = 0;
  const tryOut = (widths: readonly number[]): void => {
    let score = 0;
    for (const width of widths) score += usual(width) - support;
    // What the rows not asked yet may say at most: nearly all widths are given up before the last row.
    let open = asked.reduce((sum, cutter) => sum + cutter.mostFor(widths.length), 0);
    for (const cutter of asked) {
      if (score + open < most - ROUNDING) return;
      score += cutter.scoreOf(widths);
      open -= cutter.mostFor(widths.length);
    }
    if (score > most) [best, most] = [widths, score];
  };
  const longest = asked.reduce((ems, { row }) => Math.max(ems, row.ems), 0);
  for (let width = NARROWEST; width <= WIDEST; width += STEP) {
    const fewest = Math.max(2, Math.floor(longest / (width + 1)));
    for (let count = fewest; count <= Math.min(MOST_COLUMNS, Math.ceil(longest / width)); count += 1)
      tryOut(new Array<number>(count).fill(width));
  }
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const before = most;
    for (const widths of neighboursOf(best)) tryOut(widths);
    if (most === before) break;
  }
  return { widths: best, rows: cutters.map((cutter) => cutter.cut(best)) };
}

/** Sums of the same scores in another order differ by less. */
const ROUNDING = 1e-6;

/** So many rows tell the widths; of more, some from all over are asked. */
const MOST_ASKED = 30;

function someOf<T>(all: readonly T[]): T[] {
  const step = all.length / MOST_ASKED;
  return step <= 1 ? [...all] : Array.from({ length: MOST_ASKED }, (_, i) => all[Math.floor(i * step)] as T);
}

/** Widths one step away: a column wider or narrower, taken away, or cut in two. */
function neighboursOf(widths: readonly number[]): number[][] {
  const out: number[][] = [];
  for (const [k, width] of widths.entries()) {
    for (const change of CHANGES) {
      const next = width + change;
      if (next >= NARROWEST && next <= WIDEST) out.push(widths.with(k, next));
      const beside = widths[k + 1];
      if (beside !== undefined && next >= NARROWEST && beside - change >= NARROWEST && beside - change <= WIDEST)
        out.push(widths.with(k, next).with(k + 1, beside - change));
    }
    out.push(widths.toSpliced(k, 1));
    if (widths.length < MOST_COLUMNS) {
      out.push(widths.toSpliced(k, 0, width));
      if (width >= 2 * NARROWEST) out.push(widths.toSpliced(k, 1, width / 2, width / 2));
    }
  }
  return out;
}
