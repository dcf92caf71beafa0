/**
 * Fragments to cells: what one printed column has on one text line.
 *
 * In: fragments. Out: cells, each with the left edge of its column. Never: orders anything.
 *
 * Columns with a narrow gutter stand on one text line with a single blank between them. What follows such a seam starts
 * wherever the left column ends; its true edge is where other lines of its column start.
 */
import { append } from "../../text/append.ts";
import type { Source, Span } from "../../text/source.ts";
import { edgesNear, nextEdge } from "./edges.ts";
import { cutFragment, type Fragment } from "./fragments.ts";
import { findSeams, neighboursOf } from "./seams.ts";

/** Part of one text line that one column owns, without blanks around it. */
export interface Cell {
  readonly row: number;
  /** Left edge, indent included, in em. */
  readonly x: number;
  /** Printed length without blanks, in em. */
  readonly ems: number;
  readonly start: number;
  readonly end: number;
  /** The dump gives the place; otherwise it is reckoned and can be some way off. */
  readonly isExact: boolean;
  /** Of its type, where the dump tells; that of the body is 1. */
  readonly size?: number;
  /** What stands behind wide blanks on its line, where the dump has them apart. */
  readonly rest?: readonly Span[];
}

/** Cells of every row, left to right. Blank lines have none. */
export function readCells(source: Source, rows: readonly Fragment[][]): Cell[][] {
  return rows.map((row) => {
    const cells: Cell[] = [];
    for (const [i, fragment] of row.entries())
      append(cells, splitFragment(source.text, fragment, row[i + 1]?.x ?? Number.POSITIVE_INFINITY, rows));
    return cells;
  });
}

function splitFragment(text: string, fragment: Fragment, limit: number, rows: readonly Fragment[][]): Cell[] {
  if (fragment.gaps.length === 0) return [cellOf(fragment, true)];
  const neighbours = neighboursOf(fragment, rows);
  const { width, indent, seams } = findSeams(fragment, neighbours);
  const [first] = seams;
  if (first === undefined) return [cellOf(fragment, true)];
  const edges = edgesNear(neighbours, fragment.x - indent, width);
  const { row, x, start } = fragment;
  const cells: Cell[] = [cellOf(cutFragment(text, { row, x, start, end: first.from }), true)];
  let edge = x - indent;
  for (const [i, seam] of seams.entries()) {
    const known = i === 0 ? edges.filter((other) => !other.isFurther) : edges;
    edge = nextEdge({ place: edge + width + 1, width, limit }, known);
    const end = seams[i + 1]?.from ?? fragment.end;
    cells.push(cellOf(cutFragment(text, { row, x: edge, start: seam.to, end }), false));
  }
  return cells;
}

function cellOf({ row, x, ems, start, end }: Fragment, isExact: boolean): Cell {
  return { row, x, ems, start, end, isExact };
}
