/**
 * The likeliest places of all lines of a page in their columns.
 *
 * In: printed lines in the order of the dump. Out: for each its place. A first line is short by an indent, and the next ones
 * fill their column; a last line ends a sentence wherever it likes; no line is longer than its column, and a title has any
 * length. One line alone seldom tells, the row of them does: the likeliest row of places in columns of all widths is found
 * at once (a hidden Markov model, its best path by Viterbi).
 */
import { isSentenceEnd } from "../text/chars.ts";
import { cellsOfFirst } from "./first-unit.ts";
import type { PrintedLine } from "./printed-line.ts";

/** States: outside all columns (a title, a caption, furniture), then for each width one state for each place. */
export const OUTSIDE = 0;
export const FIRST = 1;
export const FULL = 2;
export const LAST = 3;
/** The only line of its paragraph. */
const ONLY = 4;
const PLACES = 4;

const NARROWEST_COLUMN = 16;
const WIDEST_COLUMN = 400;
/** Only the most frequent widths of a page are looked at. */
const MOST_WIDTHS = 16;

/**
 * Logarithms of shares, counted on pages in order and rounded. A full line by the cells that it is short of its column,
 * from one too many on, and a first line from three too few on.
 */
const FULL_BY_SHORT = [-4, -0.6, -2, -1.4, -4.5];
const FIRST_BY_SHORT = [-2.3, -0.6, -2, -1.6, -3.3];
const SHORTEST_INDENT = 3;
/** A paragraph begins two Han characters in. */
export const INDENT_CELLS = 4;
const FLUSH_FIRST = -6;
/** A line that left room because what comes next cannot be parted: a number, a Latin word, a mark that closes. */
const FULL_BUT_FOR_NEXT = -2.5;
const FIRST_BUT_FOR_NEXT = -5.5;
/** A line of any length has one of some two dozen. */
const ANY_LENGTH = -3.2;
/** Lines that end a sentence, and that do not. */
const CLOSED = { inside: -2.1, last: -0.03, outside: -2.3 };
const OPEN = { inside: -0.13, last: -4.5, outside: -0.1 };
const NEVER = -1e4;

/** What follows what. */
const GO_ON = -0.2;
const END = -1.2;
const NEXT_PARAGRAPH = -0.2;
const OF_ONE_LINE = -1;
const ENTER = -3;
const ENTER_FLUSH = -6;
const LEAVE = -1.3;
const BREAK_OFF = -5;
const STAY_OUTSIDE = -0.4;
const OTHER_WIDTH = -4;

export interface PlacesInColumns {
  readonly places: Uint8Array;
  /** Equal where two lines are in columns of one width. */
  readonly columns: Uint8Array;
}

/**
 * @param isApart whether a line is no part of a column by its words.
 * @param opensBody whether a dateline begins in it.
 */
export function likeliestPlaces(
  lines: readonly PrintedLine[],
  isApart: (index: number) => boolean,
  opensBody: (index: number) => boolean,
): PlacesInColumns {
  const widths = widthsOf(lines);
  const states = 1 + PLACES * widths.length;
  /** For each line and state the best state of the line above. */
  const from = new Uint16Array(lines.length * states);
  let now = new Float64Array(states).fill(NEVER);
  let next = new Float64Array(states);
  now[OUTSIDE] = 0;
  for (const [i, { bareCells }] of lines.entries()) {
    const row = i * states;
    if (i > 0 && lines[i - 1]?.isCut === true) {
      for (let state = 0; state < states; state += 1) from[row + state] = state;
      continue;
    }
    const below = endOfRow(lines, i);
    const { inside, last: atEnd, outside } = isSentenceEnd(lines[below - 1]?.text ?? "") ? CLOSED : OPEN;
    const nextCells = cellsOfFirst(lines[below]?.text ?? "");
    const isOutside = isApart(i);
    const isFirst = opensBody(i);
    const outsideOdds = now[OUTSIDE] ?? NEVER;
    const ended = bestOf(now, LAST, ONLY);
    const endedOdds = now[ended] ?? NEVER;
    const broken = bestOf(now, FIRST, FULL);
    const brokenOdds = now[broken] ?? NEVER;
    // Where the line above need not be of the same column, the best one is the best for all columns.
    const opening = best([outsideOdds + ENTER, endedOdds + NEXT_PARAGRAPH + OTHER_WIDTH, brokenOdds + BREAK_OFF]);
    const openingState = [OUTSIDE, ended, broken][opening.index] ?? OUTSIDE;
    const going = best([outsideOdds + ENTER_FLUSH, isFirst ? NEVER : brokenOdds + GO_ON + OTHER_WIDTH]);
    const goingState = [OUTSIDE, broken][going.index] ?? OUTSIDE;
    const leaving = best([outsideOdds + STAY_OUTSIDE, endedOdds + LEAVE, brokenOdds + BREAK_OFF]);
    next[OUTSIDE] = leaving.odds + (isOutside ? 0 : isFirst ? NEVER : ANY_LENGTH + outside);
    from[row] = [OUTSIDE, ended, broken][leaving.index] ?? OUTSIDE;
    for (const [k, width] of widths.entries()) {
      const column = PLACES * k;
      const short = width - bareCells;
      if (isOutside || short < -1) {
        next.fill(NEVER * 2, column + FIRST, column + ONLY + 1);
        continue;
      }
      const [first, full] = [now[column + FIRST] ?? NEVER, now[column + FULL] ?? NEVER];
      const [last, only] = [now[column + LAST] ?? NEVER, now[column + ONLY] ?? NEVER];
      const above = last >= only ? last : only;
      const isSame = above + NEXT_PARAGRAPH > opening.odds;
      const start = isSame ? above + NEXT_PARAGRAPH : opening.odds;
      const startState = isSame ? column + (last >= only ? LAST : ONLY) : openingState;
      next[column + FIRST] = start + inside + firstOdds(short, nextCells, isFirst);
      from[row + column + FIRST] = startState;
      next[column + ONLY] = short < SHORTEST_INDENT ? NEVER * 2 : start + ANY_LENGTH + atEnd + OF_ONE_LINE;
      from[row + column + ONLY] = startState;
      const body = isFirst ? NEVER : first >= full ? first : full;
      const bodyState = column + (first >= full ? FIRST : FULL);
      const goesOn = body + GO_ON > going.odds;
      next[column + FULL] = (goesOn ? body + GO_ON : going.odds) + inside + fullOdds(short, nextCells);
      from[row + column + FULL] = goesOn ? bodyState : goingState;
      const ends = body + END > outsideOdds + ENTER_FLUSH;
      next[column + LAST] = (ends ? body + END : outsideOdds + ENTER_FLUSH) + ANY_LENGTH + atEnd;
      from[row + column + LAST] = ends ? bodyState : OUTSIDE;
    }
    [now, next] = [next, now];
  }
  return traceBack(from, now, lines.length);
}

function traceBack(from: Uint16Array, odds: Float64Array, count: number): PlacesInColumns {
  const places = new Uint8Array(count);
  const columns = new Uint8Array(count);
  let state = 0;
  for (const [other, sum] of odds.entries()) if (sum > (odds[state] ?? NEVER)) state = other;
  for (let i = count - 1; i >= 0; i -= 1) {
    places[i] = state === OUTSIDE ? OUTSIDE : 1 + ((state - 1) % PLACES);
    columns[i] = Math.ceil(state / PLACES);
    state = from[i * odds.length + state] ?? OUTSIDE;
  }
  return { places, columns };
}

function best(odds: readonly number[]): { readonly index: number; readonly odds: number } {
  let index = 0;
  for (let other = 1; other < odds.length; other += 1)
    if ((odds[other] ?? NEVER) > (odds[index] ?? NEVER)) index = other;
  return { index, odds: odds[index] ?? NEVER };
}

/** The best state, of all widths, at one place or the other. */
function bestOf(odds: Float64Array, one: number, other: number): number {
  let best = one;
  let most = Number.NEGATIVE_INFINITY;
  for (let column = 0; column + PLACES < odds.length; column += PLACES) {
    for (let place = one; place <= other; place += 1) {
      const sum = odds[column + place] ?? NEVER;
      if (sum > most) [best, most] = [column + place, sum];
    }
  }
  return best;
}

function fullOdds(short: number, nextCells: number): number {
  return FULL_BY_SHORT[short + 1] ?? (short < nextCells ? FULL_BUT_FOR_NEXT : NEVER);
}

function firstOdds(short: number, nextCells: number, isKnown: boolean): number {
  if (short < SHORTEST_INDENT) return isKnown ? (FULL_BY_SHORT[short + 1] ?? NEVER) : FLUSH_FIRST;
  const odds = FIRST_BY_SHORT[short - SHORTEST_INDENT];
  return odds ?? (short - INDENT_CELLS < nextCells ? FIRST_BUT_FOR_NEXT : NEVER);
}

/** The line behind the printed line that begins here. */
function endOfRow(lines: readonly PrintedLine[], index: number): number {
  let last = index;
  while (lines[last]?.isCut === true) last += 1;
  return last + 1;
}

/** The widths that lines have, the most frequent ones first. */
function widthsOf(lines: readonly PrintedLine[]): number[] {
  const counts = new Map<number, number>();
  for (const { bareCells } of lines) {
    if (bareCells >= NARROWEST_COLUMN && bareCells < WIDEST_COLUMN)
      counts.set(bareCells, (counts.get(bareCells) ?? 0) + 1);
  }
  const widths = [...counts.keys()].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || b - a);
  return widths.slice(0, MOST_WIDTHS);
}
