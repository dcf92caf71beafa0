/**
 * The rows of a part of the page in which columns stand side by side.
 *
 * In: cells as the dump gives them, row by row, from left to right. Out: panels, rows with a cell of every column, each
 * panel with its own number of columns. Never: looks at which column goes on in which of the next panel.
 *
 * Where a row has K cells, each goes on in the one K further. The dump begins a new line inside a row only behind a short
 * cell or before an indent: there is a hole wider than a gutter. So line ends tell where rows end, and the panels fit
 * best as a whole: found by dynamic programming over (columns, cells that the row has had).
 */
import type { Strip } from "./strip.ts";

/** Cells of one row. Only the last row of all may have fewer than its panel has columns. */
export type Row = readonly number[];

export interface Panel {
  readonly columns: number;
  readonly rows: readonly Row[];
}

/** How well one cell goes on in another one further down, by their indices. */
export type FitOfCells = (above: number, below: number) => number;

/** More columns stand on no page; a dump line with more cells is no row. */
const MOST_COLUMNS = 9;
/** Log-odds, natural base, tuned together on pages whose truth is known; rounded. */
const ANOTHER_PANEL = -3;
const FIRST_ROW = -0.5;
const ENDS_OPEN = -0.2;
const ENDS_CLOSED = 0.3;
const ROW_BROKEN = -2.3;
/** A cell so much shorter than its column leaves a hole, in em. */
const SHORTER = 1.2;

/** (columns, cells had, whether it is the first row), as one number. */
const stateOf = (columns: number, had: number, isFirst: boolean): number =>
  (columns * (MOST_COLUMNS + 1) + had) * 2 + (isFirst ? 1 : 0);
const STATES = stateOf(MOST_COLUMNS, MOST_COLUMNS, true) + 1;
const columnsOf = (state: number): number => Math.floor(state / 2 / (MOST_COLUMNS + 1));
const hadOf = (state: number): number => Math.floor(state / 2) % (MOST_COLUMNS + 1);

/** What led to each state at a line of the dump; the sign says whether a panel begins there. */
type Steps = Int16Array;
const FROM_NOTHING = STATES;

export function readGrid(cells: readonly Strip[], fitOf: FitOfCells): Panel[] {
  const lines = linesOf(cells);
  const steps: Steps[] = [];
  let scores = new Float64Array(STATES).fill(Number.NEGATIVE_INFINITY);
  for (const [i, line] of lines.entries()) {
    const next = new Float64Array(STATES).fill(Number.NEGATIVE_INFINITY);
    const step = new Int16Array(STATES);
    let best = i === 0 ? 0 : Number.NEGATIVE_INFINITY;
    let bestFrom = FROM_NOTHING;
    for (let state = 0; state < STATES; state += 1) {
      const score = scores[state] ?? Number.NEGATIVE_INFINITY;
      if (score === Number.NEGATIVE_INFINITY) continue;
      const columns = columnsOf(state);
      const had = hadOf(state);
      if (had + line.count <= columns) {
        const isFirst = state % 2 === 1;
        const to = stateAfter(columns, had + line.count, isFirst);
        const sum = score + scoreOf(cells, line, { columns, had, isFirst }, fitOf);
        if (sum > (next[to] ?? 0)) [next[to], step[to]] = [sum, state];
      }
      // A panel ends with a full row: what is left of the last row is a panel of its own.
      if (had > 0) continue;
      const ended = score + ANOTHER_PANEL + endsOf(cells, line.first, columns);
      if (ended > best) [best, bestFrom] = [ended, state];
    }
    const begun = best + FIRST_ROW * line.count;
    for (let columns = Math.min(line.count, MOST_COLUMNS); columns <= MOST_COLUMNS; columns += 1) {
      const to = stateAfter(columns, Math.min(line.count, columns), true);
      if (begun > (next[to] ?? 0)) [next[to], step[to]] = [begun, -bestFrom - 1];
    }
    steps.push(step);
    scores = next;
  }
  return readBack(lines, steps, scores);
}

interface DumpLine {
  readonly first: number;
  readonly count: number;
}

/** Cells on one text line; a longer one is taken in parts. */
function linesOf(cells: readonly Strip[]): DumpLine[] {
  const lines: DumpLine[] = [];
  for (let first = 0; first < cells.length; ) {
    let end = first + 1;
    while (end < cells.length && end - first < MOST_COLUMNS && cells[end]?.row === cells[first]?.row) end += 1;
    lines.push({ first, count: end - first });
    first = end;
  }
  return lines;
}

function stateAfter(columns: number, had: number, isFirst: boolean): number {
  return had === columns ? stateOf(columns, 0, false) : stateOf(columns, had, isFirst);
}

interface Place {
  readonly columns: number;
  readonly had: number;
  readonly isFirst: boolean;
}

/** Of a line that goes on in the row that is open, or begins the next. */
function scoreOf(cells: readonly Strip[], { first, count }: DumpLine, place: Place, fitOf: FitOfCells): number {
  let score = place.had > 0 && !leavesHole(cells, first, place) ? ROW_BROKEN : 0;
  if (place.isFirst) return score + FIRST_ROW * count;
  for (let i = first; i < first + count; i += 1) score += fitOf(i - place.columns, i);
  return score;
}

/** Whether a hole stands before a cell: the one on its left is short, or it has an indent. */
function leavesHole(cells: readonly Strip[], at: number, { columns, isFirst }: Place): boolean {
  const before = cells[at - 1];
  const here = cells[at];
  if (before === undefined || here === undefined || before.isClosed) return true;
  if (isFirst) return Math.abs(here.ems - before.ems) >= SHORTER;
  const aboveBefore = cells[at - 1 - columns]?.ems ?? 0;
  return aboveBefore - before.ems >= SHORTER || (cells[at - columns]?.ems ?? 0) - here.ems >= SHORTER;
}

function endsOf(cells: readonly Strip[], end: number, columns: number): number {
  let score = 0;
  for (let i = Math.max(0, end - columns); i < end; i += 1) score += cells[i]?.isClosed ? ENDS_CLOSED : ENDS_OPEN;
  return score;
}

function readBack(lines: readonly DumpLine[], steps: readonly Steps[], last: Float64Array): Panel[] {
  let state = 0;
  let most = Number.NEGATIVE_INFINITY;
  let isCut = true;
  for (let other = 0; other < STATES; other += 1) {
    const score = last[other] ?? 0;
    const hasCut = hadOf(other) > 0;
    if (score === Number.NEGATIVE_INFINITY || (hasCut && !isCut)) continue;
    if (score > most || (isCut && !hasCut)) [state, most, isCut] = [other, score, hasCut];
  }
  const begins: { at: number; columns: number }[] = [];
  for (let i = lines.length - 1; i >= 0; i -= 1) {
    const from = steps[i]?.[state] ?? 0;
    if (from < 0) begins.push({ at: i, columns: columnsOf(state) });
    state = from < 0 ? -from - 1 : from;
  }
  begins.reverse();
  return begins.map(({ at, columns }, i) => {
    const first = lines[at]?.first ?? 0;
    const lastLine = lines[(begins[i + 1]?.at ?? lines.length) - 1];
    const end = lastLine === undefined ? first : lastLine.first + lastLine.count;
    const rows: number[][] = [];
    for (let from = first; from < end; from += columns)
      rows.push(Array.from({ length: Math.min(columns, end - from) }, (_, j) => from + j));
    return { columns, rows };
  });
}
