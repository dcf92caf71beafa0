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
import { firstOdds, fullOdds, NEVER, SHORTEST_INDENT } from "./length-odds.ts";
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

/** A line of any length has one of some two dozen. */
const ANY_LENGTH = -3.2;
/** Lines that end a sentence, and that do not. */
const CLOSED = { inside: -2.1, last: -0.03, outside: -2.3 };
const OPEN = { inside: -0.13, last: -4.5, outside: -0.1 };

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
  for (let i = 0; i < lines.length; i += 1) {
    const row = from.subarray(i * states, (i + 1) * states);
    if (i > 0 && lines[i - 1]?.isCut === true) {
      for (let state = 0; state < states; state += 1) row[state] = state;
      continue;
    }
    const below = endOfRow(lines, i);
    placeLine(
      { now, next, from: row, widths },
      {
        bareCells: lines[i]?.bareCells ?? 0,
        nextCells: cellsOfFirst(lines[below]?.text ?? ""),
        ends: isSentenceEnd(lines[below - 1]?.text ?? "") ? CLOSED : OPEN,
        isOutside: isApart(i),
        isFirst: opensBody(i),
      },
    );
    const done = now;
    now = next;
    next = done;
  }
  return traceBack(from, now, lines.length);
}

/** What is known of a line by itself. */
interface LineClues {
  readonly bareCells: number;
  /** Of what the next line begins with, and cannot be parted. */
  readonly nextCells: number;
  readonly ends: typeof OPEN;
  readonly isOutside: boolean;
  readonly isFirst: boolean;
}

interface Step {
  /** Log-odds of the best row of places that ends in each state, up to the line above and with this one. */
  readonly now: Float64Array;
  readonly next: Float64Array;
  /** The state of the line above in that row. */
  readonly from: Uint16Array;
  readonly widths: readonly number[];
}

/** A function of its own: V8 took a fifth of all its time for optimising to do it together with the loop around it. */
function placeLine({ now, next, from, widths }: Step, clues: LineClues): void {
  const { bareCells, nextCells, ends: seen, isOutside, isFirst } = clues;
  const { inside, last: atEnd, outside } = seen;
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
  from[OUTSIDE] = [OUTSIDE, ended, broken][leaving.index] ?? OUTSIDE;
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
    from[column + FIRST] = startState;
    next[column + ONLY] = short < SHORTEST_INDENT ? NEVER * 2 : start + ANY_LENGTH + atEnd + OF_ONE_LINE;
    from[column + ONLY] = startState;
    const body = isFirst ? NEVER : first >= full ? first : full;
    const bodyState = column + (first >= full ? FIRST : FULL);
    const goesOn = body + GO_ON > going.odds;
    next[column + FULL] = (goesOn ? body + GO_ON : going.odds) + inside + fullOdds(short, nextCells);
    from[column + FULL] = goesOn ? bodyState : goingState;
    const ends = body + END > outsideOdds + ENTER_FLUSH;
    next[column + LAST] = (ends ? body + END : outsideOdds + ENTER_FLUSH) + ANY_LENGTH + atEnd;
    from[column + LAST] = ends ? bodyState : OUTSIDE;
  }
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
