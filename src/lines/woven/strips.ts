/**
 * Rows of columns as strips.
 *
 * In: the rows of a stretch, and where each is cut. Out: what stands beside each other, from top to bottom: cells of a row,
 * or lines of one column that nothing parts. Never: cuts a line.
 */
import { endOf, startOf } from "../../lexicon/continuity.ts";
import { isSentenceEnd } from "../../text/chars.ts";
import type { Cell } from "./cells.ts";
import { lengthOf } from "./gaps.ts";

/** A cell, or lines of one column that nothing parts. */
export interface Strip {
  readonly cells: readonly Cell[];
  /** Its first and its last characters. */
  readonly head: string;
  readonly tail: string;
  readonly isClosed: boolean;
  /** Its longest line, in em. */
  readonly ems: number;
  /** The column that its place in the row speaks for; -1 of lines alone. */
  readonly column: number;
}

/** Strips of a row from left to right, or one of lines alone. */
export type Level = readonly Strip[];

/** @param isBelow for each row, whether it stands right below the row before. */
export function levelsOf(text: string, rows: readonly (readonly Cell[])[], isBelow: readonly boolean[]): Level[] {
  const levels: Level[] = [];
  let run: Cell[] = [];
  const close = (): void => {
    if (run.length > 0) levels.push([stripOf(text, run, -1)]);
    run = [];
  };
  for (const [i, cells] of rows.entries()) {
    const [only] = cells;
    if (cells.length > 1 || isBelow[i] !== true) close();
    if (cells.length > 1) levels.push(cells.map((cell) => stripOf(text, [cell], cell.column)));
    else if (only !== undefined) run.push(only);
  }
  close();
  return levels;
}

function stripOf(text: string, cells: readonly Cell[], column: number): Strip {
  const first = cells[0] as Cell;
  const last = cells[cells.length - 1] as Cell;
  const end = text.slice(last.start, last.end);
  let ems = 0;
  for (const { start, end } of cells) ems = Math.max(ems, lengthOf(text, start, end));
  const head = startOf(text.slice(first.start, first.end));
  return { cells, head, tail: endOf(end), isClosed: isSentenceEnd(end), ems, column };
}
