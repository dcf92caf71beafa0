/**
 * Where columns start.
 *
 * In: fragments nearby. Out: the left edge of the column behind a seam. Never: splits anything.
 */
import type { Fragment } from "./fragments.ts";
import { INDENT, NARROWEST_COLUMN, SLACK, WIDEST_INDENT } from "./measures.ts";

/** A place where fragments start. */
export interface Edge {
  readonly x: number;
  /** A full line starts here. */
  isBase: boolean;
  /** A line that lacks an indent starts here. */
  isIndent: boolean;
  /** Elsewhere another column stands between the one in question and this one. */
  isFurther: boolean;
}

/** Two lines of one column that start here agree in length as well as this. */
const SAME_LENGTH = 1;
/** How far lines set wide can push the next column, as a part of a column's width. */
const MOST_STRETCH = 1.2;

/** Places where fragments start nearby, left to right, seen from the column at `from`. */
export function edgesNear(neighbours: readonly Fragment[], from: number, width: number): Edge[] {
  const edges = new Map<number, Edge>();
  let before: Fragment | undefined;
  for (const other of neighbours) {
    let edge = edges.get(other.x);
    if (edge === undefined) {
      edge = { x: other.x, isBase: false, isIndent: false, isFurther: false };
      edges.set(other.x, edge);
    }
    edge.isBase ||= breaksAfter(other, width);
    edge.isIndent ||= breaksAfter(other, width - INDENT);
    edge.isFurther ||=
      before?.row === other.row &&
      Math.abs(before.x - INDENT - from) <= WIDEST_INDENT / 2 &&
      before.ems > width + SLACK;
    before = other;
  }
  return [...edges.values()].sort((a, b) => a.x - b.x);
}

function breaksAfter(fragment: Fragment, length: number): boolean {
  const { breaks } = fragment;
  for (let i = 0; i < breaks.length; i += 1) if (Math.abs((breaks[i] ?? 0) - length) <= SAME_LENGTH) return true;
  return false;
}

interface Wanted {
  /** Where the text behind the seam is reckoned to start. */
  readonly place: number;
  readonly width: number;
  /** Where the next fragment of the row starts. */
  readonly limit: number;
}

/** The edge at the reckoned place or further right: lines set wide, and digits, push everything to their right. */
export function nextEdge({ place, width, limit }: Wanted, edges: readonly Edge[]): number {
  const within = edges.filter(({ x }) => x >= place - SLACK && x < limit && x <= place + width * MOST_STRETCH);
  for (const { x, isBase, isIndent } of within) {
    if (isBase || x - place <= SLACK) return x;
    const hasBase = within.some((other) => other.isBase && Math.abs(other.x - x) < NARROWEST_COLUMN);
    if (isIndent && !hasBase) return Math.max(x - INDENT, place);
  }
  return Math.min(place, limit - 1);
}
