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
import { type Move, type Piece, piecesOf, type State } from "./column-steps.ts";
import { type Chain, stateAfter, type Way } from "./column-ways.ts";
import type { FitOfRows } from "./row-fit.ts";
import type { Strip } from "./strip.ts";

/** More columns stand on no page; a dump line with more cells is no row. */
const MOST_CELLS = 9;
/** Columns that end between two cells of a line. */
const MOST_ENDED = 3;
/** What is kept: so many ways, none so much worse than the best. A cell adds no more. */
const MOST_KEPT = 16;
const MARGIN = 7;
const MOST_OF_CELL = 3;

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
  const best = search.likeliest(kept);
  return best === undefined ? [] : piecesOf(best);
}

class Search {
  readonly #cells: readonly Strip[];
  readonly #widths: readonly number[];
  readonly #odds: ColumnOdds;
  #found: Way[] = [];
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
    const line = { cells: this.#cells, widths: this.#widths, first };
    for (const next of this.#found) {
      if (kept.length === MOST_KEPT || next.score < this.#best - MARGIN) break;
      const state = stateAfter(next, line);
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
    for (let i = at + 1; i < columns.length; i += 1) score += this.#odds.ofStanding(columns, i, row);
    for (let i = 0; i <= columns.length; i += 1) {
      const column = columns[i];
      if (column?.hasEnded === true) continue;
      this.#place(state, next, i, score, 0, null, null);
      score += this.#odds.ofStanding(columns, i, next);
    }
    if (columns.length > 0) this.#begin(state);
  }

  /** The likeliest state where the part ends, and with it all columns. */
  likeliest(states: readonly State[]): State | undefined {
    let best: State | undefined;
    let most = Number.NEGATIVE_INFINITY;
    for (const state of states) {
      let score = state.score;
      for (const [i, { row, hasEnded }] of state.columns.entries())
        if (!hasEnded && row >= state.row - 1) score += this.#odds.ofTurn(state.columns, i);
      if (score > most) [best, most] = [state, score];
    }
    return best;
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
      this.#place(state, row, i, score + beside, 0, null, null);
      score += this.#odds.ofStanding(columns, i, row);
      isBeside = false;
    }
  }

  /** All columns have ended. */
  #begin(state: State): void {
    let score = state.score + this.#odds.ofRegion(this.#count);
    for (const [i, { last, row, hasEnded }] of state.columns.entries())
      if (!hasEnded && row >= state.row - 1) score += this.#odds.ofEnd(last) / 2 + this.#odds.ofTurn(state.columns, i);
    let moves: Chain<Move> | null = null;
    for (let nth = 0; nth < this.#count; nth += 1)
      moves = { last: { kind: "begins", at: state.columns.length }, before: moves };
    let ended: Chain<number> | null = null;
    for (let at = 0; at < state.columns.length; at += 1) ended = { last: at, before: ended };
    this.#found.push({ score, from: state, row: 0, moves, ended, isRegion: true });
  }

  /** Every way to put the cells of the line from the `nth` on into columns from `from` on. */
  #place(
    state: State,
    row: number,
    from: number,
    score: number,
    nth: number,
    moves: Chain<Move> | null,
    ended: Chain<number> | null,
  ): void {
    if (this.#isHopeless(score, nth)) return;
    if (nth === this.#count) {
      this.#best = Math.max(this.#best, score);
      this.#found.push({ score, from: state, row, moves, ended, isRegion: false });
      return;
    }
    const next = nth + 1;
    const cell = this.#first + nth;
    const begun = score + this.#odds.ofBeginning(cell, row);
    // Asked before the move is made, too: of ten ways that are tried one or two go on.
    if (!this.#isHopeless(begun, next))
      this.#place(state, row, from, begun, next, { last: { kind: "begins", at: from }, before: moves }, ended);
    let passed = score;
    let gone = ended;
    for (let at = from, passedBy = 0; at < state.columns.length && passedBy < MOST_ENDED; at += 1) {
      const column = state.columns[at];
      if (column === undefined || column.hasEnded) continue;
      const on = passed + this.#odds.ofGoingOn(column, cell, row, next < this.#count);
      if (!this.#isHopeless(on, next))
        this.#place(state, row, at + 1, on, next, { last: { kind: "on", at }, before: moves }, gone);
      const below = passed + this.#odds.ofStandingBelowTitle(column, cell, row);
      if (!this.#isHopeless(below, next))
        this.#place(state, row, at + 1, below, next, { last: { kind: "below title", at }, before: moves }, gone);
      // Where the line begins is tried one by one.
      if (nth === 0) break;
      passed += this.#odds.ofEnd(column.last);
      if (column.row >= row - 1) passed += this.#odds.ofTurn(state.columns, at);
      gone = { last: at, before: gone };
      passedBy += 1;
    }
  }

  /** Whether a way with so many cells placed cannot come near the best. */
  #isHopeless(score: number, placed: number): boolean {
    return score + MOST_OF_CELL * (this.#count - placed) < this.#best - MARGIN;
  }
}
