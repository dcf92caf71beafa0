/**
 * Where a dump has rows of columns.
 *
 * In: the lines of a dump, with their gaps. Out: stretches of lines with white in them, which may be rows of columns. Never:
 * cuts a line.
 */
import { SURE_GAP, type TextRow } from "./gaps.ts";

export interface Stretch {
  /** Lines from `first` to `last`. */
  readonly first: number;
  readonly last: number;
}

/** What the lines of a dump say for columns of a width, as odds. */
export type UsualWidths = (width: number) => number;

/** Longer lines, in em, are no lines of one column. */
const MOST_EMS = 48;
const MOST_USUAL = 1.5;
const EACH_LINE = 0.1;

/** Widths that many lines have, of those without white, are those of columns. */
export function usualWidths(rows: readonly (TextRow | null)[]): UsualWidths {
  const counts = new Uint32Array(MOST_EMS * 2 + 2);
  const place = (ems: number): number => Math.round(ems * 2);
  for (const row of rows) {
    if (row === null || row.ems > MOST_EMS || hasWhite(row)) continue;
    counts[place(row.ems)] = (counts[place(row.ems)] ?? 0) + 1;
  }
  return (width) => {
    const at = place(width);
    const count = (counts[at - 1] ?? 0) + (counts[at] ?? 0) + (counts[at + 1] ?? 0);
    return Math.min(MOST_USUAL, count * EACH_LINE);
  };
}

const LEAST_ROWS = 2;
/** Other lines, and blank ones, that may stand between two rows. */
const MOST_BETWEEN = 1;
const MOST_BLANK = 2;
/** From so much on, lines of such a length are those of one column. */
const OF_ONE_COLUMN = 0.5;
/** A row without white is as long as the one above it, nearly, and no column is so wide. */
const LIKE_ABOVE = 0.5;
const LEAST_EMS = 18;
/** A line with more gaps is no printed row; a stretch of more lines is no part of a page. */
const MOST_GAPS = 100;
const MOST_ROWS = 200;
/** Text on both sides of the white, in em: more than a label or a page number. */
const LEAST_LEFT = 4;
const LEAST_RIGHT = 1.5;

export function findStretches(rows: readonly (TextRow | null)[], usual: UsualWidths): Stretch[] {
  const out: Stretch[] = [];
  let first = -1;
  let last = -1;
  let count = 0;
  let between = 0;
  let blank = 0;
  const close = (): void => {
    if (count >= LEAST_ROWS) out.push({ first, last });
    first = -1;
    count = 0;
  };
  for (const [i, row] of rows.entries()) {
    if (row === null) {
      blank += 1;
      if (blank > MOST_BLANK && first >= 0) close();
      continue;
    }
    blank = 0;
    const above = first >= 0 ? rows[last] : null;
    const isLikeAbove = above != null && row.ems >= above.ems * LIKE_ABOVE && row.ems >= LEAST_EMS;
    const isOfOneColumn = usual(row.ems) >= OF_ONE_COLUMN;
    if (!isOfOneColumn && (isLikeAbove || hasWhite(row)) && row.gaps.length <= MOST_GAPS) {
      if (i - first >= MOST_ROWS && first >= 0) close();
      if (first < 0) first = i;
      last = i;
      count += 1;
      between = 0;
    } else if (first >= 0) {
      between += 1;
      if (between > MOST_BETWEEN) close();
    }
  }
  close();
  return out;
}

function hasWhite(row: TextRow): boolean {
  if (!row.mayHaveSureGap()) return false;
  const { gaps, ems } = row;
  return gaps.some((gap) => gap.strength >= SURE_GAP && gap.ems >= LEAST_LEFT && ems - gap.next >= LEAST_RIGHT);
}
