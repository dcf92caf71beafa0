/**
 * What a piece of a column shows at its two ends.
 *
 * In: the lengths of its first and last line, and the width of the column. Out: a name for each end. Never: looks at words.
 */

/** `full` ends a sentence at the end of a full line: the paragraph may go on. */
export type Tail = "open" | "closed" | "full";
/** `start` has the indent of a paragraph, `on` has none, `short` and `one` leave it open. */
export type Head = "start" | "on" | "short" | "one";

/** Full lines of one column differ by this much, in em. */
const SAME_LENGTH = 1.3;
const SURELY_FULL = 1;
/** A first line is shorter by its indent. */
const LEAST_SHORT = 1.6;
const MOST_SHORT = 3.6;

interface End {
  readonly ems: number;
  readonly isClosed: boolean;
}

export function tailOf({ ems, isClosed }: End, width: number): Tail {
  if (!isClosed) return "open";
  return ems >= width - SAME_LENGTH ? "full" : "closed";
}

/** @param isIndented as far as the dump gives places. */
export function headOf({ ems, isClosed }: End, width: number, isIndented = false): Exclude<Head, "one"> {
  const missing = width - ems;
  if (missing <= SURELY_FULL) return "on";
  if (isClosed || missing > MOST_SHORT) return "short";
  return isIndented || missing >= LEAST_SHORT ? "start" : "on";
}
