/**
 * Seams: single blanks at which one printed column ends and the next begins.
 *
 * In: a fragment and those above and below. Out: its seams and the width of its columns. Never: splits anything.
 *
 * A seam stands where the column is full: neighbours that start at the same place break, or end, after the same printed
 * length. Printed blanks (bylines, slogans, titles) stand in line with no other.
 */
import { lastOf } from "../../text/list.ts";
import type { Fragment, Gap } from "./fragments.ts";
import { INDENT, LEAST_INDENT, NARROWEST_COLUMN, SLACK, WIDEST_INDENT } from "./measures.ts";
import { askNeighbours, SAME_PLACE, SHORT_BY_MOST } from "./votes.ts";

export interface Seams {
  /** Length of a full line of the columns. */
  readonly width: number;
  /** What the dump makes of the indent with which the fragment starts. */
  readonly indent: number;
  readonly seams: readonly Gap[];
}

/** Lines this far up and down are neighbours; close ones suggest widths, all vote. */
const REACH_ROWS = 9;
const CLOSE_ROWS = 4;
/**
 * Votes. A line straight above or below that breaks at the same place has one, one further off less. The cut-offs were
 * chosen on 32 pages in the form of `pdftotext -layout`.
 */
const NEEDED_VOTES = 0.8;
/** The rest behind the last seam is longer than a column. */
const OVERLONG_REST = 0.7;
/** A line before a seam is short of its column. */
const SHORT_LINE = 1.5;
/** What stands behind a role and before the next blank is a name: 记者 邱. */
const LONGEST_NAME = 3;
/** A byline has a blank here anyway. */
const BYLINE_GAP = 1;
/** How much better it must fit that the fragment is one full line. */
const WHOLE_LINE_FACTOR = 1.5;
/** Lines that break after every column break after every second one as well, which must do this much better. */
const DOUBLE_WIDTH_FACTOR = 2.5;

/** A line set wide to fill its column has this much less text than a full one. */
const WIDE_SET_LEAST = 0.5;
const WIDE_SET_USUAL = 1;
const WIDE_SET_MOST = 5;

/** Fragments of the rows around, from top to bottom and left to right. */
export function neighboursOf(fragment: Fragment, rows: readonly Fragment[][]): Fragment[] {
  const out: Fragment[] = [];
  const last = Math.min(rows.length - 1, fragment.row + REACH_ROWS);
  for (let r = Math.max(0, fragment.row - REACH_ROWS); r <= last; r += 1) {
    if (r !== fragment.row) for (const other of rows[r] ?? []) out.push(other);
  }
  return out;
}

/** The seams for whose column width neighbours speak most; none where the fragment seems to be of one column. */
export function findSeams(fragment: Fragment, neighbours: readonly Fragment[]): Seams {
  let best: Seams = { width: 0, indent: 0, seams: [] };
  let most = 0;
  const close = neighbours.filter((other) => Math.abs(other.row - fragment.row) <= CLOSE_ROWS);
  for (const { edge, indent } of possibleStarts(fragment, close)) {
    let whole: number | undefined;
    for (const width of possibleWidths(fragment, edge, indent, close)) {
      const seams = seamsOfWidth(fragment, width - indent, width);
      const last = lastOf(seams);
      if (last === undefined) continue;
      const short = shortLines(seams, width, indent);
      if (short === seams.length) continue;
      const votes = askNeighbours(fragment.row, edge, width, neighbours);
      if (votes.for < NEEDED_VOTES) continue;
      whole ??= askNeighbours(fragment.row, edge, fragment.ems + indent, neighbours).for;
      if (votes.for * WHOLE_LINE_FACTOR < whole) continue;
      const doubts =
        (fragment.ems - last.ems > width + SLACK ? OVERLONG_REST : 0) +
        short * SHORT_LINE +
        seams.filter((seam) => seam.isInByline).length * BYLINE_GAP;
      const score = votes.for - votes.against - doubts;
      const isPart = seams.every((seam) => best.seams.some((other) => Math.abs(other.ems - seam.ems) <= SLACK));
      if (score <= most * (isPart ? DOUBLE_WIDTH_FACTOR : 1)) continue;
      best = { width, indent: fragment.x - edge, seams };
      most = score;
    }
  }
  return best;
}

interface Start {
  /** Left edge of the column in which the fragment starts. */
  readonly edge: number;
  /** How much the fragment is indented on paper. */
  readonly indent: number;
}

/**
 * The fragment starts at the edge of its column, or lines close by show that it is indented. Where no line close by
 * tells, and in a dump that has lost all indents, both are possible.
 */
function possibleStarts(fragment: Fragment, close: readonly Fragment[]): Start[] {
  const { x } = fragment;
  if (x < INDENT && close.every((other) => other.x === x)) {
    return [
      { edge: x, indent: 0 },
      { edge: x, indent: INDENT },
    ];
  }
  const edges = new Set<number>();
  for (const other of close) {
    const shift = x - other.x;
    if (shift >= LEAST_INDENT && shift <= WIDEST_INDENT) edges.add(other.x);
    if (Math.abs(shift) < SAME_PLACE) edges.add(x);
  }
  if (edges.size === 0) edges.add(x).add(Math.max(0, x - INDENT));
  return [...edges].map((edge) => ({ edge, indent: edge < x ? INDENT : 0 }));
}

/** Widths that the fragment's own gaps and the lines of its column close by suggest, narrow ones first. */
function possibleWidths(fragment: Fragment, edge: number, indent: number, close: readonly Fragment[]): number[] {
  const widths: number[] = [];
  const most = fragment.ems + indent - SLACK;
  const suggest = (ems: number): void => {
    const width = Math.ceil(ems);
    if (width >= NARROWEST_COLUMN && width < most && !widths.includes(width)) widths.push(width);
  };
  for (const ems of fragment.breaks) suggest(ems + indent);
  for (const other of close) {
    if (Math.abs(other.x - edge) >= SAME_PLACE) continue;
    for (let i = 0; i < other.breaks.length; i += 1) suggest(other.breaks[i] ?? 0);
  }
  return widths.length > 1 ? widths.sort((a, b) => a - b) : widths;
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
function seamsOfWidth(fragment: Fragment, first: number, width: number): Gap[] {
  const seams: Gap[] = [];
  let from = 0;
  let length = first;
  while (fragment.ems - from > length + SLACK) {
    const seam = seamAfter(fragment.gaps, fragment.ems, from, length);
    if (seam === null) break;
    seams.push(seam);
    from = seam.ems;
    length = width;
  }
  return seams;
}

function seamAfter(gaps: readonly Gap[], end: number, from: number, length: number): Gap | null {
  let best: Gap | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const [i, gap] of gaps.entries()) {
    if (gap.ems <= from || gap.isInCaption) continue;
    if (gap.isInByline && (gaps[i + 1]?.ems ?? end) - gap.ems <= LONGEST_NAME) continue;
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
