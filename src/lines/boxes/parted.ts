/**
 * Lines of which a wide blank has made two boxes, `本报记者␠␠尉迟` and `杜若`, brought together again.
 *
 * In: measured lines, from top to bottom. Out: the same, with the parts of each. Never: takes the white between two columns
 * for a blank: white goes on above and below, while the lines above or below a blank run across it.
 */
import { TITLE_SIZE } from "../columns/layout/title-size.ts";
import type { MeasuredLine } from "./measure.ts";

/** A blank is narrower, in em of its type: two wide ones, and what the box of either side lacks. */
const WIDEST_BLANK = 2.6;
const TITLE_BLANK = 1.4;
/** Where nothing runs across it, it is one. */
const BLANK = 1.5;
/** In type of the body's size, one of the two is a name or what stands before one: no line of text is so short. */
const LONGEST_PART = 7;
/** Boxes of one line may touch, and stand so far apart in height, in rows. */
const OVERLAP = 0.3;
const SAME_ROW = 0.3;
const SAME_SIZE = 1.35;
/** Rows to the line above or below, more where type is large. */
const NEAR_ROWS = 1.3;
const ROWS_OF_TITLES = 4;
const ROWS_OF_SIZE = 0.7;
/** A line that runs across the white goes on beyond it by this; columns end within so much of it. */
const BEYOND = 0.4;
const COLUMN_EDGE = 2.5;
const SAME_EDGE = 0.6;
const NARROWEST_COLUMN = 6;

export function uniteParted(lines: readonly MeasuredLine[]): MeasuredLine[] {
  const out: (MeasuredLine | null)[] = [...lines];
  for (let i = 0; i < out.length; i += 1) {
    for (let j = partBehind(out, i); j >= 0; j = partBehind(out, i)) {
      out[i] = unitedWith(out[i] as MeasuredLine, out[j] as MeasuredLine);
      out[j] = null;
    }
  }
  return out.filter((line) => line !== null);
}

/** The place of the line right behind a blank, or -1. */
function partBehind(lines: readonly (MeasuredLine | null)[], at: number): number {
  const left = lines[at] ?? null;
  if (left === null) return -1;
  let best = -1;
  for (const j of rowOf(lines, at)) {
    const right = lines[j] as MeasuredLine;
    if (right.x < left.right - OVERLAP || right.x >= (lines[best]?.x ?? Number.POSITIVE_INFINITY)) continue;
    best = j;
  }
  const right = lines[best] ?? null;
  if (right === null || right.x - left.right > WIDEST_BLANK * Math.max(1, left.size)) return -1;
  const ratio = left.size / right.size;
  if (ratio > SAME_SIZE || ratio < 1 / SAME_SIZE) return -1;
  if (left.size >= TITLE_SIZE) return isOneTitle(lines, at, right) ? best : -1;
  if (Math.min(left.ems, right.ems) > LONGEST_PART) return -1;
  const above = whiteBeside(lines, at, left.right, right.x, -1);
  const below = whiteBeside(lines, at, left.right, right.x, 1);
  if (above === "white" || below === "white") return -1;
  const isAlone = above === "no line" && below === "no line";
  return !isAlone || right.x - left.right <= BLANK * Math.max(1, left.size) ? best : -1;
}

/** Two halves of a headline, a blank of its own size apart; over another column its own headline begins. */
function isOneTitle(lines: readonly (MeasuredLine | null)[], at: number, right: MeasuredLine): boolean {
  const left = lines[at] as MeasuredLine;
  if (right.x - left.right > TITLE_BLANK * left.size) return false;
  for (const line of lines.slice(at + 1)) {
    if (line === null || line.y - left.y <= SAME_ROW) continue;
    if (line.y - left.y > NEAR_ROWS + left.size + ROWS_OF_TITLES) break;
    if (Math.abs(line.x - right.x) <= SAME_EDGE && line.right - line.x >= NARROWEST_COLUMN) return false;
  }
  return true;
}

/** Places of the other lines on the row of a line. */
function rowOf(lines: readonly (MeasuredLine | null)[], at: number): number[] {
  const y = (lines[at] as MeasuredLine).y;
  const out: number[] = [];
  for (const step of [-1, 1]) {
    for (let j = at + step; j >= 0 && j < lines.length; j += step) {
      const line = lines[j] ?? null;
      if (line === null) continue;
      if (Math.abs(line.y - y) > SAME_ROW) break;
      out.push(j);
    }
  }
  return out;
}

/** What the next lines above (-1) or below (1) have where the white is: white, none as one of them runs across, or no line at all. */
function whiteBeside(
  lines: readonly (MeasuredLine | null)[],
  at: number,
  from: number,
  to: number,
  step: -1 | 1,
): "white" | "none" | "no line" {
  const { y, size } = lines[at] as MeasuredLine;
  let isLeft = false;
  let isRight = false;
  for (let j = at + step; j >= 0 && j < lines.length; j += step) {
    const line = lines[j] ?? null;
    if (line === null || Math.abs(line.y - y) <= SAME_ROW) continue;
    const rows = Math.abs(line.y - y);
    if (rows > NEAR_ROWS + ROWS_OF_SIZE * LARGEST) break;
    if (rows > NEAR_ROWS + ROWS_OF_SIZE * (Math.max(1, size, line.size) - 1)) continue;
    if (line.x <= from - BEYOND && line.right >= to + BEYOND) return "none";
    if (Math.abs(line.right - from) <= COLUMN_EDGE && line.right <= to) isLeft = true;
    if (Math.abs(line.x - to) <= COLUMN_EDGE && line.x >= from) isRight = true;
    // A column ends or begins here, whatever stands beside it.
    const isLong = line.right - line.x >= NARROWEST_COLUMN;
    const isEdge = Math.abs(line.right - from) <= SAME_EDGE || Math.abs(line.x - to) <= SAME_EDGE;
    if ((isLeft && isRight) || (isLong && isEdge)) return "white";
  }
  return "no line";
}

/** Type of more than so many times the body's is no nearer for it. */
const LARGEST = 4;

function unitedWith(left: MeasuredLine, right: MeasuredLine): MeasuredLine {
  const { start, end } = right;
  return {
    ...left,
    right: right.right,
    ems: left.ems + right.ems,
    rest: [...left.rest, { start, end }, ...right.rest],
  };
}
