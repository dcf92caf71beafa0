/**
 * Fragments to cells: what one printed column has on one text line.
 *
 * In: fragments. Out: cells, each with the left edge of its column. Never: orders anything.
 *
 * Columns with a narrow gutter stand on one text line with a single blank between them. Such a seam stands where the
 * column is full: neighbours above and below that start at the same place break, or end, after the same printed length.
 * What follows a seam starts wherever the left column ends; its true edge is where other lines of its column start.
 */
import type { Source } from "../../text/source.ts";
import type { Line } from "../lines.ts";
import { cutFragment, type Fragment, type Gap, readFragments } from "./fragments.ts";

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
}

/** Lines this far up and down are neighbours. */
const REACH_ROWS = 9;
const CLOSE_ROWS = 4;
/** What neighbours have to say for a seam at least: one line straight above or below that breaks there. */
const NEEDED_VOTES = 0.8;
/** Lines that neither start nor end together with this one still tell the width of columns. */
const VOTE_OF_OTHER_COLUMN = 0.4;
/** Lines of almost the same length. */
const VOTE_OF_NEAR_WIDTH = 0.6;
/** How much better it must fit that the fragment is one full line. */
const WHOLE_LINE_FACTOR = 1.5;
/** Full lines of one column differ by this much: digits, marks that hang over or moved to the next line. */
const SLACK = 1.25;
/** A line may lack this much where a number or a mark moved to the next. */
const SHORT_BY_MOST = 3;
/** What it counts in votes that the rest is longer than a column. */
const OVERLONG_REST = 0.7;
/** No column is narrower. */
const NARROWEST = 5;
/** How much better a width that uses only some of the seams must do. */
const DOUBLE_WIDTH_FACTOR = 2.5;
/** What it counts in votes that a line is short of its column. */
const SHORT_LINE = 1.5;
/** How far lines set wide can push the next column, as a part of a column's width. */
const MOST_STRETCH = 1.2;
/** Indent of a paragraph's first line on paper, and the most that a dump may make of it. */
const INDENT = 2;
const WIDEST_INDENT = 5.5;
const LEAST_INDENT = 1.5;
/** A line set wide to fill its column has this much less text than a full one. */
const WIDE_SET_LEAST = 0.5;
const WIDE_SET_MOST = 5;
const WIDE_SET_USUAL = 1;

export function readCells(source: Source, lines: readonly Line[]): Cell[][] {
  const rows = readFragments(source, lines);
  return rows.map((row) => row.flatMap((fragment, i) => splitFragment(source.text, fragment, row[i + 1], rows)));
}

function splitFragment(
  text: string,
  fragment: Fragment,
  right: Fragment | undefined,
  rows: readonly Fragment[][],
): Cell[] {
  const { width, indent, seams } = bestSeams(fragment, rows);
  if (seams.length === 0) return [{ ...fragment, isExact: true }];
  const edges = edgesNear(fragment.row, fragment.x - indent, width, rows);
  const cells: Cell[] = [];
  let x = fragment.x;
  let edge = fragment.x - indent;
  let start = fragment.start;
  for (const seam of [...seams, null]) {
    const part = cutFragment(text, { row: fragment.row, x, start, end: seam?.from ?? fragment.end });
    cells.push({ ...part, isExact: start === fragment.start });
    if (seam === null) break;
    start = seam.to;
    const candidates = start === seams[0]?.to ? edges.filter((other) => !other.isFurther) : edges;
    edge = nextEdge(edge + width + 1, width, candidates, right?.x ?? Number.POSITIVE_INFINITY);
    x = edge;
  }
  return cells;
}

interface Seams {
  /** Length of a full line of the columns. */
  readonly width: number;
  /** What the dump makes of the indent with which the fragment starts. */
  readonly indent: number;
  readonly seams: readonly Gap[];
}

/** The column width for which neighbours speak most and that leaves no overlong rest. */
function bestSeams(fragment: Fragment, rows: readonly Fragment[][]): Seams {
  let best: Seams = { width: 0, indent: 0, seams: [] };
  if (fragment.gaps.length === 0) return best;
  let most = 0;
  for (const edge of possibleEdges(fragment, rows)) {
    const indent = edge < fragment.x ? INDENT : 0;
    const whole = askNeighbours(fragment.row, edge, fragment.ems + indent, rows).for;
    for (const width of possibleWidths(fragment, edge, indent, rows)) {
      if (fragment.ems + indent <= width + SLACK) continue;
      const seams = findSeams(fragment, width - indent, width);
      const last = seams[seams.length - 1];
      if (last === undefined) continue;
      const votes = askNeighbours(fragment.row, edge, width, rows);
      if (votes.for < NEEDED_VOTES || votes.for * WHOLE_LINE_FACTOR < whole) continue;
      const short = shortLines(seams, width, indent);
      if (short === seams.length) continue;
      const doubts = (fragment.ems - last.ems > width + SLACK ? OVERLONG_REST : 0) + short * SHORT_LINE;
      const score = votes.for - votes.against - doubts;
      // Lines that break after every column break after every second one as well.
      const isPart = seams.every((seam) => best.seams.some((other) => Math.abs(other.ems - seam.ems) <= SLACK));
      if (score <= most * (isPart ? DOUBLE_WIDTH_FACTOR : 1)) continue;
      best = { width, indent: fragment.x - edge, seams };
      most = score;
    }
  }
  return best;
}

/**
 * Left edge of the column in which the fragment starts: its own, or that of lines close by when it is indented. Where no
 * line close by tells, both are possible.
 */
function possibleEdges(fragment: Fragment, rows: readonly Fragment[][]): number[] {
  const edges = new Set<number>();
  for (const other of near(fragment.row, rows, CLOSE_ROWS)) {
    const shift = fragment.x - other.x;
    if (shift >= LEAST_INDENT && shift <= WIDEST_INDENT) edges.add(other.x);
    if (Math.abs(shift) < 0.6) edges.add(fragment.x);
  }
  if (edges.size > 0) return [...edges];
  return fragment.x >= INDENT ? [fragment.x, fragment.x - INDENT] : [fragment.x];
}

/** Widths that the fragment's own gaps and the lines of its column close by suggest, narrow ones first. */
function possibleWidths(fragment: Fragment, edge: number, indent: number, rows: readonly Fragment[][]): number[] {
  const widths = new Set<number>();
  for (const gap of fragment.gaps) if (!gap.isWideSet) widths.add(Math.ceil(gap.ems + indent));
  for (const other of near(fragment.row, rows, CLOSE_ROWS)) {
    if (Math.abs(other.x - edge) >= 0.6) continue;
    if (other.gaps.length === 0) widths.add(Math.ceil(other.ems));
    for (const gap of other.gaps) if (!gap.isWideSet) widths.add(Math.ceil(gap.ems));
  }
  return [...widths].filter((width) => width >= NARROWEST).sort((a, b) => a - b);
}

function* near(row: number, rows: readonly Fragment[][], reach = REACH_ROWS): Generator<Fragment> {
  for (let r = Math.max(0, row - reach); r <= Math.min(rows.length - 1, row + reach); r += 1) {
    if (r !== row) yield* rows[r] ?? [];
  }
}

/** Neighbours that break or end after `width` against those that run on there; close ones count more. */
function askNeighbours(
  row: number,
  edge: number,
  width: number,
  rows: readonly Fragment[][],
): { for: number; against: number } {
  const votes = { for: 0, against: 0 };
  for (const other of near(row, rows)) {
    const shift = other.x - edge;
    const isSameColumn = Math.abs(shift) < 0.6 || (shift >= LEAST_INDENT && shift <= WIDEST_INDENT);
    const length = shift >= LEAST_INDENT && isSameColumn ? width - INDENT : width;
    const weight = (isSameColumn ? 1 : VOTE_OF_OTHER_COLUMN) / Math.abs(other.row - row);
    const breaks = other.gaps.filter((gap) => !gap.isWideSet).map((gap) => length - gap.ems);
    if (!isSameColumn) breaks.push(...laterColumns(other).map((ems) => length - ems));
    const least = Math.min(...[length - other.ems, ...breaks].map(Math.abs));
    if (least <= SLACK) votes.for += least <= SLACK / 2 ? weight : weight * VOTE_OF_NEAR_WIDTH;
    else if (breaks.some((missing) => missing > 0 && missing <= SHORT_BY_MOST)) votes.for += weight / 2;
    else if (isSameColumn && other.ems > length + SLACK && !other.gaps.some((gap) => gap.isWideSet)) {
      votes.against += other.gaps.length === 0 ? weight / 2 : weight;
    }
  }
  return votes;
}

/** Lengths between one gap and the next. */
function laterColumns(fragment: Fragment): number[] {
  const lengths: number[] = [];
  let from: number | null = null;
  for (const gap of fragment.gaps) {
    if (gap.isWideSet) continue;
    if (from !== null) lengths.push(gap.ems - from);
    from = gap.ems;
  }
  return lengths;
}

/** How many lines before the seams are short of the column by more than a justified line is. */
function shortLines(seams: readonly Gap[], width: number, indent: number): number {
  let count = 0;
  let from = -indent;
  for (const seam of seams) {
    if (!seam.isWideSet && width - (seam.ems - from) > SLACK + 0.5) count += 1;
    from = seam.ems;
  }
  return count;
}

/** Seams from left to right, each where a column is full. */
function findSeams(fragment: Fragment, first: number, width: number): Gap[] {
  const seams: Gap[] = [];
  let from = 0;
  let length = first;
  while (fragment.ems - from > length + SLACK) {
    const seam = seamAfter(fragment.gaps, from, length);
    if (seam === null) break;
    seams.push(seam);
    from = seam.ems;
    length = width;
  }
  return seams;
}

function seamAfter(gaps: readonly Gap[], from: number, length: number): Gap | null {
  let best: Gap | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const gap of gaps) {
    if (gap.ems <= from) continue;
    const missing = length - (gap.ems - from);
    if (
      gap.isWideSet ? missing < WIDE_SET_LEAST || missing > WIDE_SET_MOST : missing < -SLACK || missing > SHORT_BY_MOST
    )
      continue;
    const cost = gap.isWideSet
      ? SLACK + Math.abs(missing - WIDE_SET_USUAL)
      : Math.abs(missing) - (gap.to - gap.from - 1);
    if (cost >= least) continue;
    best = gap;
    least = cost;
  }
  return best;
}

/** A place where columns start nearby. */
interface Edge {
  readonly x: number;
  /** A full line starts here. */
  isBase: boolean;
  /** A line that lacks an indent starts here. */
  isIndent: boolean;
  /** Elsewhere another column stands between the fragment's own and this one. */
  isFurther: boolean;
}

/** Places where fragments start nearby, left to right. */
function edgesNear(row: number, from: number, width: number, rows: readonly Fragment[][]): Edge[] {
  const edges = new Map<number, Edge>();
  let before: Fragment | undefined;
  for (const other of near(row, rows)) {
    const edge = edges.get(other.x) ?? { x: other.x, isBase: false, isIndent: false, isFurther: false };
    edge.isBase ||= breaksAfter(other, width);
    edge.isIndent ||= breaksAfter(other, width - INDENT);
    edge.isFurther ||=
      before?.row === other.row &&
      Math.abs(before.x - INDENT - from) <= WIDEST_INDENT / 2 &&
      before.ems > width + SLACK;
    edges.set(other.x, edge);
    before = other;
  }
  return [...edges.values()].sort((a, b) => a.x - b.x);
}

/** Whether the fragment ends after such a length or has a gap there. */
function breaksAfter(fragment: Fragment, length: number): boolean {
  if (Math.abs(fragment.ems - length) <= 1) return true;
  return fragment.gaps.some((gap) => !gap.isWideSet && Math.abs(gap.ems - length) <= 1);
}

/**
 * The edge of the column whose text is reckoned to start at `place`. It is there or further right: lines set wide, and
 * digits, push everything to their right.
 */
function nextEdge(place: number, width: number, edges: readonly Edge[], limit: number): number {
  for (const { x, isBase, isIndent } of edges) {
    if (x < place - SLACK) continue;
    if (x >= limit || x > place + width * MOST_STRETCH) break;
    if (isBase || x - place <= SLACK) return x;
    const hasBase = edges.some(
      (other) =>
        other.isBase &&
        other.x < x + NARROWEST &&
        other.x > x - NARROWEST &&
        other.x >= place - SLACK &&
        other.x < limit,
    );
    if (isIndent && !hasBase) return Math.max(x - INDENT, place);
  }
  return Math.min(place, limit - 1);
}
