/**
 * How likely a line of a column is as long as it is.
 *
 * In: the cells by which it is shorter than its column. Out: log-odds, natural base. Never: knows its words.
 */
import { INDENT_CELLS } from "../lines/width-fit.ts";

/**
 * Logarithms of shares, counted on pages in order and rounded. A full line by the cells that it is short of its column,
 * from one too many on, and a first line from three too few on.
 */
const FULL_BY_SHORT = [-4, -0.6, -2, -1.4, -4.5];
const FIRST_BY_SHORT = [-2.3, -0.6, -2, -1.6, -3.3];
/** In cells. */
export const SHORTEST_INDENT = 3;
const FLUSH_FIRST = -6;
/** A line that left room because what comes next cannot be parted: a number, a Latin word, a mark that closes. */
const FULL_BUT_FOR_NEXT = -2.5;
const FIRST_BUT_FOR_NEXT = -5.5;
export const NEVER = -1e4;

/** @param nextCells what the next line begins with, and cannot be parted. */
export function fullOdds(short: number, nextCells: number): number {
  return FULL_BY_SHORT[short + 1] ?? (short < nextCells ? FULL_BUT_FOR_NEXT : NEVER);
}

/** @param isKnown to begin a paragraph, by its words. */
export function firstOdds(short: number, nextCells: number, isKnown: boolean): number {
  if (short < SHORTEST_INDENT) return isKnown ? (FULL_BY_SHORT[short + 1] ?? NEVER) : FLUSH_FIRST;
  const odds = FIRST_BY_SHORT[short - SHORTEST_INDENT];
  return odds ?? (short - INDENT_CELLS < nextCells ? FIRST_BUT_FOR_NEXT : NEVER);
}
