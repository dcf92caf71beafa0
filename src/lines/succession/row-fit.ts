/**
 * How well one cell goes on in another one further down in its column.
 *
 * In: the cells of a part of the page, the width that each has room for. Out: log-odds. Never: looks at places.
 */
import type { Lexicon } from "../../lexicon/lexicon.ts";
import type { Echoes } from "./echoes.ts";
import { fitOfWords } from "./fit.ts";
import type { Strip } from "./strip.ts";

/** @param width of the column, in em. */
export type FitOfRows = (above: number, below: number, width: number) => number;

/** Full lines of a column lack up to this much, in em; first lines lack an indent, too. */
const FULL = 1.2;
const INDENTED = 3.4;
const TOO_LONG = -1.6;
/**
 * Log-odds, natural base, by the lengths of both, counted on printed lines whose truth is known: full, short by an indent,
 * shorter, longer than the column; the same of lines that end a sentence. A line that ends one and is not full ends a
 * paragraph, and the next has an indent.
 */
const LENGTHS: readonly (readonly number[])[] = [
  [0.1, -1.8, -1.35, -0.5, 0.2, 0.2, 0.25, 0],
  [0.2, -0.9, -0.65, -0.7, 0, -0.95, -0.7, 0],
  [-0.65, 0.55, 1.5, 1, -0.1, -0.2, -0.6, 0],
  [-1, -2, 1, 3, 0.5, -2, 0.5, 0],
  [-0.4, 1.25, 0.25, -3, -1.65, -0.3, -1.5, 0],
  [-1.8, 1.8, 1.25, -3, -3, -1.1, -3, 0],
  [-2.05, 1.85, 0.8, -4, -1.7, -0.6, -2.9, 0],
  [0, 0, 0, 0, 0, 0, 0, 0],
];
const SHARE_OF_LENGTHS = 0.7;
const SHARE_OF_WORDS = 0.9;
const TO_OPENING = -3.2;
const BESIDE_ALONE = -1.8;
/** Cells of one line of the dump stand side by side. */
const SAME_ROW = -9;

export function fitOfRows(cells: readonly Strip[], lexicon: Lexicon, echoes: Echoes): FitOfRows {
  const known = new Map<number, number>();
  const wordsOf = (from: number, to: number, above: Strip, below: Strip): number => {
    const key = from * cells.length + to;
    let fit = known.get(key);
    if (fit === undefined) {
      fit = SHARE_OF_WORDS * fitOfWords(above, below, lexicon, echoes);
      known.set(key, fit);
    }
    return fit;
  };
  return (from, to, width) => {
    const above = cells[from];
    const below = cells[to];
    if (above === undefined || below === undefined || above.row === below.row) return SAME_ROW;
    let fit = SHARE_OF_LENGTHS * (LENGTHS[lengthOf(above, width)]?.[lengthOf(below, width)] ?? 0);
    if (below.opens) fit += TO_OPENING;
    if (above.isAlone || below.isAlone) fit += BESIDE_ALONE;
    return fit + wordsOf(from, to, above, below);
  };
}

function lengthOf({ ems, isClosed }: Strip, width: number): number {
  const missing = width - ems;
  const length = missing < TOO_LONG ? 3 : missing <= FULL ? 0 : missing <= INDENTED ? 1 : 2;
  return isClosed ? length + 4 : length;
}
