/** The lines of a dump counted: how many follow each other directly, are long, have gutters, break at the same place. */
import { isBlankCode, isHanCode, isSentenceEnd, printedWidth } from "../text/chars.ts";
import type { Line } from "./lines.ts";

/** Characters of a line that is full wherever it was printed. */
const FULL_LINE_CHARS = 24;
/** A line of a block dump is a whole column piece; longer than any printed line. */
const BLOCK_LINE_CHARS = 60;
/** White on the left of a line that stands away from the margin. */
const AWAY_BLANKS = 4;

export interface LineCounts {
  readonly filled: number;
  /** Lines right below another one, with no blank line between. */
  readonly following: number;
  readonly long: number;
  readonly full: { readonly lines: number; readonly chars: number; readonly ended: number };
  /** Different lines with wide white between two parts. */
  readonly gutters: number;
  readonly away: number;
  /** Lines that break at the same printed place as one of the two above. */
  readonly woven: number;
  readonly gaps: { readonly chars: number; readonly han: number; readonly spaced: number };
}

export function countLines(text: string, lines: readonly Line[]): LineCounts {
  const counts = { filled: 0, following: 0, long: 0, away: 0, woven: 0 };
  const full = { lines: 0, chars: 0, ended: 0 };
  const gaps = { chars: 0, han: 0, spaced: 0 };
  /** What a site sets around each text, 上一篇␠␠␠下一篇, comes again and again; no row of columns does. */
  const gutterLines = new Set<string>();
  let isBelowFilled = false;
  let seamsAbove: readonly number[] = [];
  let seamsOver: readonly number[] = [];
  for (const line of lines) {
    if (line.isBlank) {
      isBelowFilled = false;
      continue;
    }
    counts.filled += 1;
    if (isBelowFilled) counts.following += 1;
    isBelowFilled = true;
    if (line.end - line.start > BLOCK_LINE_CHARS) counts.long += 1;
    const counted = countGaps(text, line);
    gaps.chars += counted.chars;
    gaps.han += counted.hanGaps;
    gaps.spaced += counted.spacedGaps;
    if (counted.chars >= FULL_LINE_CHARS) {
      full.lines += 1;
      full.chars += counted.chars;
      if (isSentenceEnd(text.slice(line.start, line.end))) full.ended += 1;
    }
    if (counted.hasGutter) gutterLines.add(text.slice(line.start, line.end));
    if (line.start - line.lineStart >= AWAY_BLANKS) counts.away += 1;
    const seams = findSeams(text, line);
    if (seams.some((cells) => hasSeam(seamsAbove, cells) || hasSeam(seamsOver, cells))) counts.woven += 1;
    seamsOver = seamsAbove;
    seamsAbove = seams;
  }
  return { ...counts, full, gaps, gutters: gutterLines.size };
}

interface Gaps {
  /** Characters that are not blank. */
  readonly chars: number;
  readonly hanGaps: number;
  readonly spacedGaps: number;
  readonly hasGutter: boolean;
}

function countGaps(text: string, line: Line): Gaps {
  let chars = 0;
  let hanGaps = 0;
  let spacedGaps = 0;
  let hasGutter = false;
  let blanks = 0;
  let wasHan = false;
  for (let i = line.start; i < line.end; i += 1) {
    const code = text.charCodeAt(i);
    if (isBlankCode(code)) {
      blanks += 1;
      continue;
    }
    chars += 1;
    const isHan = isHanCode(code);
    if (isHan && wasHan) {
      hanGaps += 1;
      if (blanks > 0) spacedGaps += 1;
    }
    if (blanks >= 3 && i - blanks > line.start) hasGutter = true;
    blanks = 0;
    wasHan = isHan;
  }
  return { chars, hanGaps, spacedGaps, hasGutter };
}

/** A line with more blanks is no row of columns. */
const MOST_SEAMS = 40;
/** Columns are wider than this. */
const NARROWEST_CELLS = 10;
/** Two lines that break at the same place differ by no more than a Han character. */
const SAME_SEAM_CELLS = 2;

function hasSeam(seams: readonly number[], cells: number): boolean {
  return seams.some((other) => Math.abs(other - cells) <= SAME_SEAM_CELLS);
}

/** So many pieces of so few printed cells between blanks: a line set wide to fill its column. */
const WIDE_SET_PIECES = 3;
const WIDE_SET_CELLS = 3;

/** Han characters that a line of a column holds at least; a cell of a table, 6月20日␠上午␠语文, holds fewer. */
const LEAST_HAN = 6;

/** Printed cells before each blank at which a column can end, text on both sides of it; none in a line set wide. */
function findSeams(text: string, line: Line): readonly number[] {
  const seams: number[] = [];
  /** Han before each seam. */
  const hanBefore: number[] = [];
  let cells = 0;
  let han = 0;
  let last = 0;
  let apart = 0;
  for (let i = line.start; i < line.end; i += 1) {
    const code = text.charCodeAt(i);
    if (!isBlankCode(code)) {
      cells += printedWidth(code);
      if (isHanCode(code)) han += 1;
      continue;
    }
    if (cells > last && cells - last <= WIDE_SET_CELLS) apart += 1;
    last = cells;
    if (cells < NARROWEST_CELLS || han < LEAST_HAN) continue;
    seams.push(cells);
    hanBefore.push(han);
  }
  if (apart >= WIDE_SET_PIECES || seams.length > MOST_SEAMS) return NO_SEAMS;
  while (seams.length > 0 && han - (hanBefore[seams.length - 1] ?? 0) < LEAST_HAN) seams.pop();
  return seams;
}

const NO_SEAMS: readonly number[] = [];
