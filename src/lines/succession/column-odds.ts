/**
 * How likely each step of following open columns is, in log-odds that add up.
 *
 * In: the cells of a part of the page, what each has room for, and how well rows fit below each other. Never: searches.
 */
import type { Column } from "./column-steps.ts";
import type { FitOfRows } from "./row-fit.ts";
import type { Strip } from "./strip.ts";

/** Log-odds, natural base, tuned together on pages whose truth is known; rounded. */
const BEGINS = -4.7;
const BEGINS_IN_FIRST_ROW = -0.5;
const BELOW_TITLE = -3;
const BELOW_TITLE_AT_ONCE = -2;
const BELOW_TITLE_IF_OPEN = -0.7;
const OPENS = 1;
const RESUMES = -4;
const STANDS_STILL_OPEN = -1.1;
const STANDS_STILL = -0.5;
const ENDS_OPEN = -1.8;
const ENDS = -1.5;
const NO_HOLE = -5.2;
const NO_HOLE_WHERE_WIDE = -0.7;
const NOT_FULL = -0.5;
const TOO_WIDE = -2.8;
const REGION = -1.8;
/** What breaks off at the foot of a column goes on at the head of the next one, unless an article ends there. */
const GOES_ON_IN_NEXT = 0.6;

/** So many cells that stand right beside another one are no chance: the places of the dump tell something. */
const LEAST_BESIDE = 5;

/** Lines of a column are longer or shorter than its width by so much at most, in em. */
const MUCH_LONGER = 2;
const LEAST_FULL = 2.4;
/** What leaves a hole: a line so much shorter than its column; an indent. */
const HOLE = 0.9;
const INDENT = 1.2;
const KNOWN_LINES = 3;

export class ColumnOdds {
  readonly #cells: readonly Strip[];
  readonly #widths: readonly number[];
  readonly #fit: FitOfRows;
  /** Where gutters are wide each cell has a line of its own. */
  readonly #noHole: number;
  readonly #hasRows: boolean;

  /** @param widths what each cell has room for, in em, as far as the page tells. */
  constructor(cells: readonly Strip[], widths: readonly number[], fit: FitOfRows) {
    this.#cells = cells;
    this.#widths = widths;
    this.#fit = fit;
    let beside = 0;
    for (const [i, { row }] of cells.entries()) if (row === cells[i - 1]?.row) beside += 1;
    this.#noHole = beside > 0 ? NO_HOLE : NO_HOLE_WHERE_WIDE;
    this.#hasRows = beside >= LEAST_BESIDE;
  }

  /** A cell begins a column. */
  ofBeginning(cell: number, row: number): number {
    return this.#ofOpening(cell) + (row === 0 ? BEGINS_IN_FIRST_ROW : BEGINS);
  }

  /** So many cells begin columns below all that have ended. */
  ofRegion(count: number): number {
    return REGION + BEGINS_IN_FIRST_ROW * count;
  }

  ofEnd(cell: number): number {
    return this.#isOpen(cell) ? ENDS_OPEN : ENDS;
  }

  /** @param isFollowed another cell stands behind it in its line of the dump. */
  ofGoingOn(column: Column, cell: number, row: number, isFollowed: boolean): number {
    const width = this.#widthOf(column);
    const ems = this.#cells[cell]?.ems ?? 0;
    let score = this.#fit(column.last, cell, width);
    if (row - column.row > 1) score += RESUMES;
    if (ems > width + MUCH_LONGER) score += TOO_WIDE;
    if (isFollowed && ems < width - LEAST_FULL) score += NOT_FULL;
    return score;
  }

  ofStandingBelowTitle(column: Column, cell: number, row: number): number {
    return (
      this.#ofOpening(cell) +
      BELOW_TITLE +
      (row - column.row <= 1 ? BELOW_TITLE_AT_ONCE : 0) +
      (this.#isOpen(column.last) ? BELOW_TITLE_IF_OPEN : 0)
    );
  }

  /** What it says of a column that it has no cell in a row: once, when it begins to stand still. */
  ofStanding(columns: readonly Column[], i: number, row: number): number {
    const column = columns[i];
    if (column === undefined || column.hasEnded || column.row < row - 1) return 0;
    return this.#isOpen(column.last) ? STANDS_STILL_OPEN + this.ofTurn(columns, i) : STANDS_STILL;
  }

  /** What breaks off at the foot of a column goes on at the head of the next. */
  ofTurn(columns: readonly Column[], i: number): number {
    const foot = columns[i]?.last ?? 0;
    const next = columns[i + 1];
    if (!this.#hasRows || next === undefined || !this.#isOpen(foot)) return 0;
    if (this.#cells[foot]?.row === this.#cells[next.first]?.row) return 0;
    return Math.log(1 - GOES_ON_IN_NEXT + GOES_ON_IN_NEXT * Math.exp(this.#fit(foot, next.first, this.#widthOf(next))));
  }

  /** The line of the dump goes on in the next column, with a cell that stands right beside the one before. */
  ofBeside(left: Column | undefined, right: Column | undefined, cell: number): number {
    return this.#leavesHole(left, right, cell) ? 0 : this.#noHole;
  }

  #leavesHole(left: Column | undefined, right: Column | undefined, cell: number): boolean {
    const before = left === undefined ? undefined : this.#cells[left.last];
    const here = this.#cells[cell];
    if (left === undefined || before === undefined || here === undefined || before.isClosed) return true;
    const width = right === undefined ? (this.#widths[cell] ?? 0) : this.#widthOf(right);
    return before.ems < this.#widthOf(left) - HOLE || here.ems < width - INDENT;
  }

  #widthOf({ lines, longest, last }: Column): number {
    const width = this.#widths[last] ?? 0;
    return lines >= KNOWN_LINES ? Math.min(longest, width + 1) : width;
  }

  #isOpen(cell: number): boolean {
    return this.#cells[cell]?.isClosed !== true;
  }

  #ofOpening(cell: number): number {
    const strip = this.#cells[cell];
    return strip?.opens === true || strip?.reports === true ? OPENS : 0;
  }
}
