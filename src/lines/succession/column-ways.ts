/**
 * The ways in which the cells of a line of the dump may go on in the columns that are open, and what is open after one.
 *
 * In: a state and a way from it. Out: the next state. Never: judges a way.
 */
import type { Column, Move, State } from "./column-steps.ts";
import type { Strip } from "./strip.ts";

/** What a way has done so far, the last first: ways share their beginnings, and few of them are taken. */
export interface Chain<T> {
  readonly last: T;
  readonly before: Chain<T> | null;
}

export interface Way {
  readonly score: number;
  readonly from: State;
  readonly row: number;
  readonly moves: Chain<Move> | null;
  readonly ended: Chain<number> | null;
  readonly isRegion: boolean;
}

/** A line of the dump: its cells from the `first` on. */
export interface LineOfCells {
  readonly cells: readonly Strip[];
  /** What each cell has room for, in em. */
  readonly widths: readonly number[];
  readonly first: number;
}

/** A line so much longer than its column, in em, says nothing of its width. */
const LONGER = 1.6;

export function stateAfter(way: Way, line: LineOfCells): State {
  const { score, from, row, moves: chain, ended, isRegion } = way;
  const columns = [...from.columns];
  for (let gone = ended; gone !== null; gone = gone.before)
    columns[gone.last] = { ...(columns[gone.last] as Column), hasEnded: true };
  const moves: Move[] = [];
  for (let move = chain; move !== null; move = move.before) moves.push(move.last);
  moves.reverse();
  /** Columns that begin, by the one that they begin before. */
  const begun: Column[][] = [];
  const ids: number[] = [];
  let next = from.ids;
  for (const [nth, { kind, at }] of moves.entries()) {
    const cell = line.first + nth;
    const known = kind === "begins" ? undefined : columns[at];
    const id = known?.id ?? next++;
    ids.push(id);
    const column = withCell(line, kind === "on" ? known : undefined, id, cell, row);
    if (known !== undefined) columns[at] = column;
    else begun[at] = [...(begun[at] ?? []), column];
  }
  const all = columns.flatMap((column, i) => [...(begun[i] ?? []), column]).concat(begun[columns.length] ?? []);
  const above = isRegion ? from.columns.map(({ id }) => id) : null;
  return {
    score,
    columns: isRegion ? all.slice(from.columns.length) : all,
    at: (isRegion ? ids.length : all.findIndex(({ id }) => id === ids[ids.length - 1]) + 1) - 1,
    row,
    ids: next,
    step: { first: line.first, row, ids, moves, above, before: from.step },
  };
}

function withCell(line: LineOfCells, column: Column | undefined, id: number, cell: number, row: number): Column {
  const ems = line.cells[cell]?.ems ?? 0;
  const width = line.widths[cell] ?? 0;
  if (column === undefined)
    return { id, first: cell, last: cell, row, longest: Math.min(ems, width + 1), lines: 1, hasEnded: false };
  const longest = ems > width + LONGER ? column.longest : Math.max(column.longest, ems);
  return { id, first: column.first, last: cell, row, longest, lines: column.lines + 1, hasEnded: false };
}
