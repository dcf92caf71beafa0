/**
 * The columns of a part of the page that a dump gives row by row.
 *
 * In: cells as the dump gives them, from top to bottom and in a row from left to right. Out: pieces of columns, each with
 * its cells and where it stands. Never: says which piece goes on at the top of which other one.
 *
 * The columns that are open are followed row by row. A line of the dump goes on in the row behind the columns that have had
 * their cell, or begins the next; inside it no column is passed over, for wherever white is wider than a gutter, behind the
 * last line of a paragraph, before an indent, beside a picture, the dump begins a new line. Each cell goes on in a column, or
 * stands below a title that its column has, or begins a column. Of all ways so far the likeliest few are kept (beam search).
 */
import { ColumnOdds } from "./column-odds.ts";
import { type Column, type Move, type Piece, piecesOf, type State } from "./column-steps.ts";
import type { FitOfRows } from "./row-fit.ts";
import type { Strip } from "./strip.ts";

/** A line so much longer than its column, in em, says nothing of its width. */
const LONGER = 1.6;
/** More columns stand on no page; a dump line with more cells is no row. */
const MOST_CELLS = 9;
/** Columns that end between two cells of a line. */
const MOST_ENDED = 3;
/** What is kept: so many ways, none so much worse than the best. A cell adds no more. */
const MOST_KEPT = 16;
const MARGIN = 7;
const MOST_OF_CELL = 3;

interface Next {
  readonly score: number;
  readonly from: State;
  readonly row: number;
  readonly moves: readonly Move[];
  readonly ended: readonly number[];
  readonly isRegion: boolean;
}

/** @param widths what each cell has room for, in em, as far as the page tells. */
export function readOpenColumns(cells: readonly Strip[], widths: readonly number[], fit: FitOfRows): Piece[] {
  const search = new Search(cells, widths, new ColumnOdds(cells, widths, fit));
  let kept: State[] = [{ score: 0, columns: [], at: -1, row: 0, ids: 0, step: null }];
  for (let first = 0; first < cells.length; ) {
    let end = first + 1;
    while (end < cells.length && end - first < MOST_CELLS && cells[end]?.row === cells[first]?.row) end += 1;
    kept = search.follow(kept, first, end - first);
    first = end;
  }
  return kept[0] === undefined ? [] : piecesOf(kept[0]);
}

class Search {
  readonly #cells: readonly Strip[];
  readonly #widths: readonly number[];
  readonly #odds: ColumnOdds;
  #found: Next[] = [];
  #best = Number.NEGATIVE_INFINITY;
  #first = 0;
  #count = 0;

  constructor(cells: readonly Strip[], widths: readonly number[], odds: ColumnOdds) {
    this.#cells = cells;
    this.#widths = widths;
    this.#odds = odds;
  }

  /** The likeliest states after one more line of the dump. */
  follow(states: readonly State[], first: number, count: number): State[] {
    this.#found = [];
    this.#best = Number.NEGATIVE_INFINITY;
    this.#first = first;
    this.#count = count;
    for (const state of states) this.#goOn(state);
    this.#found.sort((a, b) => b.score - a.score);
    const kept: State[] = [];
    const known = new Set<string>();
    for (const next of this.#found) {
      if (kept.length === MOST_KEPT || next.score < this.#best - MARGIN) break;
      const state = this.#take(next);
      const key = `${state.at}|${state.columns.map(({ last, hasEnded }) => (hasEnded ? "" : last)).join()}`;
      if (known.has(key)) continue;
      known.add(key);
      kept.push(state);
    }
    return kept;
  }

  #goOn(state: State): void {
    const { columns, at, row } = state;
    if (at >= 0) this.#inRow(state);
    const next = at < 0 ? 0 : row + 1;
    let score = state.score;
    for (let i = at + 1; i < columns.length; i += 1) score += this.#odds.ofStanding(columns[i], row);
    for (let i = 0; i <= columns.length; i += 1) {
      const column = columns[i];
      if (column?.hasEnded === true) continue;
      this.#place(state, next, i, score, [], []);
      score += this.#odds.ofStanding(column, next);
    }
    if (columns.length > 0) this.#begin(state);
  }

  /** The line goes on in the row that is open. */
  #inRow(state: State): void {
    const { columns, at, row } = state;
    let score = state.score;
    let isBeside = true;
    for (let i = at + 1; i <= columns.length; i += 1) {
      const column = columns[i];
      if (column?.hasEnded === true) continue;
      const beside = isBeside ? this.#odds.ofBeside(columns[at], column, this.#first) : 0;
      this.#place(state, row, i, score + beside, [], []);
      score += this.#odds.ofStanding(column, row);
      isBeside = false;
    }
  }

  /** All columns have ended. */
  #begin(state: State): void {
    let score = state.score + this.#odds.ofRegion(this.#count);
    for (const { last, row, hasEnded } of state.columns)
      if (!hasEnded && row >= state.row - 1) score += this.#odds.ofEnd(last) / 2;
    const moves = Array.from({ length: this.#count }, (): Move => ({ kind: "begins", at: state.columns.length }));
    const ended = [...state.columns.keys()];
    this.#found.push({ score, from: state, row: 0, moves, ended, isRegion: true });
  }

  /** Every way to put the cells of the line that are left into columns from `from` on. */
  #place(
    state: State,
    row: number,
    from: number,
    score: number,
    moves: readonly Move[],
    ended: readonly number[],
  ): void {
    const nth = moves.length;
    if (score + MOST_OF_CELL * (this.#count - nth) < this.#best - MARGIN) return;
    if (nth === this.#count) {
      this.#best = Math.max(this.#best, score);
      this.#found.push({ score, from: state, row, moves, ended: [...ended], isRegion: false });
      return;
    }
    const cell = this.#first + nth;
    const begun = score + this.#odds.ofBeginning(cell, row);
    this.#place(state, row, from, begun, [...moves, { kind: "begins", at: from }], ended);
    let passed = score;
    const gone = [...ended];
    for (let at = from; at < state.columns.length && gone.length - ended.length < MOST_ENDED; at += 1) {
      const column = state.columns[at];
      if (column === undefined || column.hasEnded) continue;
      const on = passed + this.#odds.ofGoingOn(column, cell, row, nth < this.#count - 1);
      this.#place(state, row, at + 1, on, [...moves, { kind: "on", at }], gone);
      const below = passed + this.#odds.ofStandingBelowTitle(column, cell, row);
      this.#place(state, row, at + 1, below, [...moves, { kind: "below title", at }], gone);
      // Where the line begins is tried one by one.
      if (nth === 0) break;
      passed += this.#odds.ofEnd(column.last);
      gone.push(at);
    }
  }

  #take({ score, from, row, moves, ended, isRegion }: Next): State {
    const columns = [...from.columns];
    for (const at of ended) columns[at] = { ...(columns[at] as Column), hasEnded: true };
    const before = new Map<number, Column[]>();
    const ids: number[] = [];
    let next = from.ids;
    for (const [nth, { kind, at }] of moves.entries()) {
      const cell = this.#first + nth;
      const known = kind === "begins" ? undefined : columns[at];
      const id = known?.id ?? next++;
      ids.push(id);
      const column = this.#withCell(kind === "on" ? known : undefined, id, cell, row);
      if (known !== undefined) columns[at] = column;
      else before.set(at, [...(before.get(at) ?? []), column]);
    }
    const all = [...columns, null].flatMap((column, i) => [
      ...(before.get(i) ?? []),
      ...(column === null ? [] : [column]),
    ]);
    const above = isRegion ? from.columns.map(({ id }) => id) : null;
    return {
      score,
      columns: isRegion ? all.slice(from.columns.length) : all,
      at: (isRegion ? ids.length : all.findIndex(({ id }) => id === ids[ids.length - 1]) + 1) - 1,
      row,
      ids: next,
      step: { first: this.#first, row, ids, moves, above, before: from.step },
    };
  }

  #withCell(column: Column | undefined, id: number, cell: number, row: number): Column {
    const ems = this.#cells[cell]?.ems ?? 0;
    const width = this.#widths[cell] ?? 0;
    if (column === undefined)
      return { id, last: cell, row, longest: Math.min(ems, width + 1), lines: 1, hasEnded: false };
    const longest = ems > width + LONGER ? column.longest : Math.max(column.longest, ems);
    return { id, last: cell, row, longest, lines: column.lines + 1, hasEnded: false };
  }
}
