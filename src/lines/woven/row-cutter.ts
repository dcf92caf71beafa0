/** The best way to cut one line into columns of given widths, and what it scores. */
import { type Gap, OF_BLANK, OF_LOOSE, WIDE_BLANKS } from "./gaps.ts";

export interface Row {
  /** Printed length in em. */
  readonly ems: number;
  /** Blanks in front of the line. */
  readonly indent: number;
  readonly gaps: readonly Gap[];
  /** The gap without blanks or marks that stands behind such a length. */
  readonly gapAt: (ems: number) => Gap;
}

/** A cell ends at this gap, or with the line; an empty one has none. */
export interface CutCell {
  readonly column: number;
  readonly gap: Gap | null;
}

export const MOST_COLUMNS = 8;
/** Full lines differ by this much: digits, marks that hang over or moved on, characters read twice. */
const SHORTER = 1.8;
const LONGER = 1;
const INDENT = 2;
/** A full line has so much less than the width that fits all lines. */
const USUAL_LACK = 0.3;
/** Blanks in front of a row, or between two cells, as a part of the width of an empty one. */
const EMPTY_SHARE = 0.6;
/** What a cell says for its row, as odds. */
const EACH_EM_OFF = 0.2;
const OF_INDENTED = 0.5;
const OF_SHORT_CELL = 1.2;
const OF_LAST_CELL = 0.25;
const OF_EMPTY_CELL = -0.2;
const OF_LOST_CELL = -0.8;
const OF_LOST_GAP = -1;
const OF_ODD_CELL = -1.5;
const EACH_EM_OVER = -0.3;
const WORST_LAST = -4;

export function isWhite({ strength }: Gap): boolean {
  return strength >= OF_BLANK;
}

/** A longer row is no printed one. */
const MOST_GAPS = 100;
const NONE = -1e9;
/** A cut that no gap shows, and an empty cell, in the list of where cells end. */
const LOST_GAP = -2;
const EMPTY = -3;

/**
 * After each column stands, for each gap, the best score with which the next cell begins there; hundreds of widths are
 * tried, so all is in typed arrays.
 */
export class RowCutter {
  readonly row: Row;
  /** A title across the columns, or the last line of one of them, has no white. */
  readonly mayBeCut: boolean;
  readonly #mayLose: boolean;
  readonly #gaps: readonly Gap[];
  /** By the number of columns: the most that a cut may score. */
  readonly #most: readonly number[];
  /** States of a column, each the number of the first gap behind; the arrays below have the columns one after the other. */
  readonly #states: number;
  /** Score, printed length and blanks in front of the next cell. */
  readonly #score: Float64Array;
  readonly #from: Float64Array;
  readonly #blanks: Float64Array;
  /** The state of the column before that this one comes from, and the gap in between. */
  readonly #origins: Int32Array;
  readonly #ends: Int32Array;
  /** The widths asked for last: what stands before the first that differs is known. */
  #widths: readonly number[] = [];
  /** For each column the best end in those before it: score, column and state. */
  readonly #bestEnds: End[] = [[NONE, 0, 0]];
  #lastColumn = 0;
  #lastState = 0;
  /** The column that the step goes to, the state that it comes from, and where the cell between ends; fields, for there are millions of steps. */
  #next = 0;
  #before = 0;
  #end = EMPTY;

  /** @param mayLose whether a cut may be one that no gap shows. */
  constructor(row: Row, mayLose: boolean) {
    this.row = row;
    this.#mayLose = mayLose;
    this.#gaps = row.gaps;
    this.#states = this.#gaps.length + 1;
    this.mayBeCut = this.#states <= MOST_GAPS && this.#gaps.some(isWhite);
    this.#most = this.mayBeCut ? mostByColumns(this.#gaps) : [];
    const size = this.mayBeCut ? (MOST_COLUMNS + 1) * this.#states : 1;
    this.#score = new Float64Array(size).fill(NONE);
    this.#from = new Float64Array(size);
    this.#blanks = new Float64Array(size);
    this.#origins = new Int32Array(size);
    this.#ends = new Int32Array(size);
    this.#score[0] = 0;
    this.#blanks[0] = row.indent;
  }

  /** No widths of so many columns are given a higher score. */
  mostFor(columns: number): number {
    return this.#most[columns] as number;
  }

  scoreOf(widths: readonly number[]): number {
    let column = 0;
    while (column < widths.length - 1 && widths[column] === this.#widths[column]) column += 1;
    // From the column before, whose last cell was not asked for where it was the last column.
    column = Math.max(0, Math.min(column, this.#widths.length - 1));
    this.#widths = widths;
    let [most, lastColumn, lastState] = this.#bestEnds[column] as End;
    for (; column < widths.length; column += 1) {
      this.#bestEnds[column] = [most, lastColumn, lastState];
      const width = widths[column] as number;
      const first = column * this.#states;
      const next = first + this.#states;
      this.#score.fill(NONE, next, next + this.#states);
      for (let state = 0; state < this.#states; state += 1) {
        const here = this.#score[first + state] as number;
        if (here === NONE) continue;
        const last = here + scoreOfLast(this.row.ems - (this.#from[first + state] as number) - width - LONGER);
        if (last > most) [most, lastColumn, lastState] = [last, column, state];
        if (column + 1 < widths.length) this.#step(first, state, width);
      }
    }
    [this.#lastColumn, this.#lastState] = [lastColumn, lastState];
    return most;
  }

  cut(widths: readonly number[]): CutCell[] {
    if (!this.mayBeCut || widths.length === 0) return [{ column: 0, gap: null }];
    this.scoreOf(widths);
    const cells: CutCell[] = [{ column: this.#lastColumn, gap: null }];
    let state = this.#lastState;
    for (let column = this.#lastColumn; column > 0; column -= 1) {
      const first = column * this.#states;
      const gap = this.#ends[first + state] as number;
      state = this.#origins[first + state] as number;
      const from = this.#from[first - this.#states + state] as number;
      const width = widths[column - 1] as number;
      if (gap === EMPTY) cells.unshift({ column: column - 1, gap: null });
      else {
        const end = gap === LOST_GAP ? this.row.gapAt(from + width - USUAL_LACK) : (this.#gaps[gap] as Gap);
        cells.unshift({ column: column - 1, gap: end });
      }
    }
    return cells;
  }

  /** All that the cell may be which begins at this state. @param first state of its column. */
  #step(first: number, state: number, width: number): void {
    const here = this.#score[first + state] as number;
    const from = this.#from[first + state] as number;
    const white = this.#blanks[first + state] as number;
    const isEmpty = white >= width * EMPTY_SHARE;
    this.#next = first + this.#states;
    this.#before = state;
    this.#end = EMPTY;
    this.#keep(state, here + (isEmpty ? OF_EMPTY_CELL : OF_LOST_CELL), from, isEmpty ? white - width : 0);
    let isCut = false;
    let at = state;
    const gaps = this.#gaps;
    for (let i = state; i < gaps.length; i += 1) {
      const gap = gaps[i] as Gap;
      const length = gap.ems - from;
      if (length <= width - USUAL_LACK) at = i + 1;
      if (length <= 0) continue;
      if (length > width + LONGER) break;
      if (length >= width - SHORTER) isCut = true;
      this.#end = i;
      this.#keep(i + 1, here + scoreOfCell(gap, length, width), gap.next, gap.blanks);
    }
    if (isCut || !this.#mayLose || this.row.ems - from <= width + LONGER) return;
    this.#end = LOST_GAP;
    this.#keep(at, here + OF_LOST_GAP, from + width - USUAL_LACK, 0);
  }

  /** A state of the next column, if it is the best one there. */
  #keep(state: number, score: number, from: number, blanks: number): void {
    const at = this.#next + state;
    if (score <= (this.#score[at] as number)) return;
    this.#score[at] = score;
    this.#from[at] = from;
    this.#blanks[at] = blanks;
    this.#origins[at] = this.#before;
    this.#ends[at] = this.#end;
  }
}

/** Each cell but the last ends at a gap of its own, at best at one that says most for it. */
function mostByColumns(gaps: readonly Gap[]): number[] {
  const mostOf = gaps.map(({ strength, blanks }) => Math.max(0, strength, blanks >= WIDE_BLANKS ? OF_SHORT_CELL : 0));
  mostOf.sort((a, b) => b - a);
  const out = [0, OF_LAST_CELL];
  for (let column = 2; column <= MOST_COLUMNS; column += 1)
    out.push((out[column - 1] as number) + (mostOf[column - 2] ?? 0));
  return out;
}

type End = readonly [score: number, column: number, state: number];

/** @param over how much longer the last cell is than its column. */
function scoreOfLast(over: number): number {
  return over <= 0 ? OF_LAST_CELL : Math.max(WORST_LAST, OF_ODD_CELL + EACH_EM_OVER * over);
}

function scoreOfCell(gap: Gap, length: number, width: number): number {
  const short = width - length;
  if (short <= SHORTER) return gap.strength - EACH_EM_OFF * Math.abs(short - USUAL_LACK);
  if (gap.blanks >= WIDE_BLANKS && gap.blanks >= short * EMPTY_SHARE) return OF_SHORT_CELL;
  // A paragraph's first line, whose indent the dump has lost.
  if (short <= SHORTER + INDENT && gap.strength >= OF_LOOSE) return gap.strength * OF_INDENTED;
  return OF_ODD_CELL + gap.strength;
}
