/**
 * Lines that hold what several columns have side by side, cut into their cells.
 *
 * In: the gaps of some lines, one below the other. Out: for each line where it is cut. Never: cuts a line alone.
 *
 * The columns of a stretch keep their measures from line to line: of all widths that is chosen after which most lines
 * have a gap; behind it the next column begins, and so on. A short cell is told by the wide white behind it.
 */
import { type Gap, OF_LOOSE, WIDE_BLANKS } from "./gaps.ts";

export interface Row {
  /** Printed length in em. */
  readonly ems: number;
  /** Blanks in front of the line. */
  readonly indent: number;
  readonly gaps: readonly Gap[];
  /** Of one gap. */
  readonly mostBlanks: number;
  /** The gap without blanks or marks that stands behind such a length. */
  readonly gapAt: (ems: number) => Gap;
}

/** A cell ends at this gap, or with the line; an empty one has none. */
export interface CutCell {
  readonly column: number;
  readonly gap: Gap | null;
}

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
const WIDTHS = (WIDEST - NARROWEST) / STEP + 1;
const MOST_COLUMNS = 8;
/** Full lines differ by this much: digits, marks that hang over or moved on, characters read twice. */
const SHORTER = 1.8;
const LONGER = 1;
const INDENT = 2;
/** Blanks in front of a row, as a part of the first column's width: that column has nothing of it. */
const EMPTY_SHARE = 0.6;
/** A short cell and the white behind it take the room of a full one, give or take. */
const WHITE_SLACK = 3;
/** What a row says of a width. */
const OF_SHORT_CELL = 1.2;
const OF_INDENTED = 0.5;
const OF_LAST_CELL = 0.25;
const RUNS_THROUGH = -1;
const EACH_EM_OFF = 0.2;
/** What the rows must say together for there to be another column. */
const LEAST_SUPPORT = 1.2;
/** A narrower column is taken where the rows say so much of what they say for the best. */
const NEARLY_BEST = 0.7;
/** All white at the seams of a column, as strength of gaps. */
const LEAST_WHITE = 1;
/** Where so many rows have a seam, those that run through have lost theirs: …平台方称，这|了解到. */
const LEAST_SURE = 3;
const SHORTEST_BEYOND = 4;
/** A full line has so much less than the width that fits all lines. */
const USUAL_LACK = 0.3;

/** A row, cut so far. */
interface State {
  readonly row: Row;
  /** Length behind which the rest of the row begins. */
  from: number;
  isDone: boolean;
  readonly cells: CutCell[];
}

/**
 * @param usual what the other lines of the dump say for columns of a width.
 * @param seams of the stretch that the rows are from.
 */
export function cutRows(rows: readonly Row[], usual: (width: number) => number, seams: Seams): Cut {
  const states = rows.map((row): State => ({ row, from: 0, isDone: false, cells: [] }));
  const widths: number[] = [];
  for (let open = states; open.length > 0 && widths.length < MOST_COLUMNS; open = open.filter((one) => !one.isDone)) {
    const column = widths.length;
    const width = bestWidth(open, column, usual, seams);
    if (width === null) break;
    widths.push(width);
    const found = open.map(({ row, from }) => seamAt(row, from, width, column));
    const isSure = found.filter(({ gap }) => gap !== null).length >= LEAST_SURE;
    for (const [i, state] of open.entries()) cutCell(state, column, width, found[i] as Found, isSure);
  }
  for (const { isDone, cells } of states) if (!isDone) cells.push({ column: widths.length, gap: null });
  return { widths, rows: states.map(({ cells }) => cells) };
}

function cutCell(state: State, column: number, width: number, found: Found, isSure: boolean): void {
  const runsThrough = found.gap === null && state.row.ems - state.from > width + SHORTEST_BEYOND;
  const gap = runsThrough && isSure ? state.row.gapAt(state.from + width - USUAL_LACK) : found.gap;
  state.cells.push({ column, gap });
  if (gap !== null) state.from = gap.next;
  else if (!found.isEmpty) state.isDone = true;
}

/** The narrowest of the widths for which the rows speak nearly as much as for the best: after two columns they are cut, too. */
function bestWidth(
  rows: readonly State[],
  column: number,
  usual: (width: number) => number,
  seams: Seams,
): number | null {
  const scores: { readonly width: number; readonly score: number }[] = [];
  const said = rows.map(({ row, from }) => seams.saidBy(row, from, column));
  let most = LEAST_SUPPORT;
  for (let i = 0; i < WIDTHS; i += 1) {
    const width = NARROWEST + i * STEP;
    let score = usual(width);
    let white = 0;
    for (const one of said) {
      score += one[2 * i] ?? 0;
      white += one[2 * i + 1] ?? 0;
    }
    if (white < LEAST_WHITE) continue;
    scores.push({ width, score });
    most = Math.max(most, score);
  }
  const first = scores.find(({ score }) => score >= most * NEARLY_BEST);
  if (first === undefined) return null;
  // Of widths that differ by no more than full lines do, the best.
  let best = first;
  for (const one of scores)
    if (one.width > first.width && one.width <= first.width + SHORTER && one.score > best.score) best = one;
  return best.width;
}

/** What rows say of each width, worked out once: a row is cut anew for each row around it. */
export class Seams {
  readonly #known = new Map<Row, Map<number, Float64Array>>();

  /** For each width the score of the seam and the strength of its gap. */
  saidBy(row: Row, from: number, column: number): Float64Array {
    let ofRow = this.#known.get(row);
    if (ofRow === undefined) {
      ofRow = new Map();
      this.#known.set(row, ofRow);
    }
    // Only in the first column a row may be indented.
    const key = column === 0 ? -1 : from;
    let said = ofRow.get(key);
    if (said === undefined) {
      said = new Float64Array(2 * WIDTHS);
      for (let i = 0; i < WIDTHS; i += 1) {
        const { score, gap } = seamAt(row, from, NARROWEST + i * STEP, column);
        said[2 * i] = score;
        said[2 * i + 1] = gap?.strength ?? 0;
      }
      ofRow.set(key, said);
    }
    return said;
  }
}

interface Found {
  readonly gap: Gap | null;
  readonly isEmpty: boolean;
  readonly score: number;
}

/** Where a row is cut after a column of this width. */
function seamAt(row: Row, from: number, width: number, column: number): Found {
  if (column === 0 && row.indent >= width * EMPTY_SHARE) return EMPTY_CELL;
  let best: Gap | null = null;
  let most = 0;
  // What ends a short cell lies so far before the width as the white behind it is wide.
  const reach = Math.max(SHORTER + INDENT, row.mostBlanks + WHITE_SLACK);
  for (let i = firstBeyond(row.gaps, from + Math.max(0, width - reach)); i < row.gaps.length; i += 1) {
    const gap = row.gaps[i] as Gap;
    const length = gap.ems - from;
    if (length <= 0) continue;
    if (length > width + LONGER) break;
    const short = width - length;
    let score = 0;
    if (short <= SHORTER) score = gap.strength - EACH_EM_OFF * Math.abs(short - USUAL_LACK);
    // A paragraph's first line, whose indent the dump has lost.
    else if (short <= SHORTER + INDENT && gap.strength >= OF_LOOSE) score = gap.strength * OF_INDENTED;
    else if (gap.blanks >= WIDE_BLANKS && Math.abs(length + gap.blanks - width - 1) <= WHITE_SLACK)
      score = OF_SHORT_CELL;
    if (score <= most) continue;
    best = gap;
    most = score;
  }
  if (best !== null) return { gap: best, isEmpty: false, score: most };
  return row.ems - from <= width + LONGER ? LAST_CELL : LONG_CELL;
}

const EMPTY_CELL: Found = { gap: null, isEmpty: true, score: 0 };
const LAST_CELL: Found = { gap: null, isEmpty: false, score: OF_LAST_CELL };
const LONG_CELL: Found = { gap: null, isEmpty: false, score: RUNS_THROUGH };

/** Index of the first gap behind which the line is no shorter than so; of the end where there is none. */
function firstBeyond(gaps: readonly Gap[], ems: number): number {
  let low = 0;
  let high = gaps.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((gaps[middle] as Gap).ems < ems) low = middle + 1;
    else high = middle;
  }
  return low;
}
