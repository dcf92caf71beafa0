/**
 * Columns of a dump that gives printed rows, cell by cell with single blanks between.
 *
 * In: the fragments of every line. Out: stretches of the dump in which columns of one width stand side by side, with their
 * cells, and those between. Never: looks at places; such a dump has none.
 *
 * A short cell leaves a wide hole behind it, and an indent before it: there the dump begins a new line. So all cells of a
 * line but the last are full, and in the right stretch the same width cuts line after line. The best stretches are found
 * over the whole dump by dynamic programming over (line, width).
 */
import { itemAt } from "../../text/list.ts";
import { cutFragment, type Fragment, type Gap } from "./fragments.ts";
import { INDENT, NARROWEST_COLUMN } from "./measures.ts";

export interface Stretch {
  /** Rows from `first` to `last`. */
  readonly first: number;
  readonly last: number;
  /** Cells of every row where columns stand side by side; otherwise null. */
  readonly cells: readonly (readonly Fragment[])[] | null;
}

/** Widths, in em, that are tried: those that most lines suggest. */
const MOST_WIDTHS = 12;
const LEAST_SUGGESTIONS = 2;
const LEAST_WHOLE = 4;
const WIDEST_COLUMN = 32;
/** What a line says for or against columns of a width. */
const SEAM = 1.2;
const MOST_SEAMS = 3;
const FULL_CELL = 0.2;
const TOO_LONG = -2;
/** A stretch begins, or another width. */
const BEGIN = -2.6;

/** Full lines differ by this much: digits, marks that hang over or moved to the next line. */
const LONGER = 1.2;
const SHORTER = 1.6;
/** A line set wide to fill its column has less text than a full one. */
const WIDE_SET_LEAST = 0.4;
const WIDE_SET_MOST = 4;
const WIDE_SET_COST = 1.3;
/** What stands behind a role and before the next blank is a name: 记者 邱. */
const LONGEST_NAME = 3;

export function readStretches(text: string, rows: readonly (readonly Fragment[])[]): Stretch[] {
  const widths = suggestedWidths(rows);
  const chosen = widths.length === 0 ? new Int8Array(rows.length) : chooseWidths(rows, widths);
  spread(rows, widths, chosen);
  const out: Stretch[] = [];
  for (let first = 0; first < rows.length; ) {
    let last = first;
    while (last + 1 < rows.length && chosen[last + 1] === chosen[first]) last += 1;
    const width = itemAt(widths, (chosen[first] ?? 0) - 1);
    const cells =
      width === undefined
        ? null
        : rows.slice(first, last + 1).map((row) => row.flatMap((one) => cellsOf(text, one, width)));
    out.push({ first, last, cells });
    first = last + 1;
  }
  return out;
}

/**
 * Lengths of what stands before the first blank at which a column can end, rounded up, the most usual ones; and of whole
 * lines that are longer by no more than an indent.
 */
function suggestedWidths(rows: readonly (readonly Fragment[])[]): number[] {
  const seams = new Uint32Array(WIDEST_COLUMN + 1);
  const whole = new Uint32Array(WIDEST_COLUMN + 1);
  for (const row of rows) {
    for (const { gaps, ems } of row) {
      if (gaps.length === 0 && ems <= WIDEST_COLUMN) count(whole, ems);
      for (const gap of gaps) {
        if (gap.isInByline || gap.ems > WIDEST_COLUMN || gap.ems < NARROWEST_COLUMN) continue;
        if (ems - gap.ems < 2) break;
        count(seams, gap.ems);
        if (!gap.isWideSet) break;
      }
    }
  }
  const at = (width: number): number => seams[width] ?? 0;
  const scores = Array.from(seams, (own, width) => {
    const short = at(width - 1) + at(width - 2) + at(width - 3);
    return own + ((whole[width] ?? 0) >= LEAST_WHOLE ? short / 2 : 0);
  });
  return [...scores.keys()]
    .filter((width) => (scores[width] ?? 0) >= LEAST_SUGGESTIONS)
    .sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b)
    .slice(0, MOST_WIDTHS);
}

function count(counts: Uint32Array, ems: number): void {
  const width = Math.ceil(ems);
  counts[width] = (counts[width] ?? 0) + 1;
}

/** For every row the index of its width, counted from 1; 0 where columns do not stand side by side. */
function chooseWidths(rows: readonly (readonly Fragment[])[], widths: readonly number[]): Int8Array {
  const states = widths.length + 1;
  let scores = new Float64Array(states);
  let next = new Float64Array(states);
  scores.fill(BEGIN);
  scores[0] = 0;
  const from = new Int8Array(rows.length * states);
  for (const [i, row] of rows.entries()) {
    let best = 0;
    for (let state = 1; state < states; state += 1) if ((scores[state] ?? 0) > (scores[best] ?? 0)) best = state;
    for (let state = 0; state < states; state += 1) {
      const stay = scores[state] ?? 0;
      // Across a blank line nothing is kept.
      const change = (scores[best] ?? 0) + (state === 0 ? 0 : BEGIN);
      const isChange = row.length === 0 || change > stay;
      from[i * states + state] = isChange ? best : state;
      next[state] =
        (isChange ? change : stay) + (state === 0 || row.length === 0 ? 0 : saysOf(row, widths[state - 1] ?? 0));
    }
    [scores, next] = [next, scores];
  }
  const chosen = new Int8Array(rows.length);
  let state = 0;
  for (let other = 1; other < states; other += 1) if ((scores[other] ?? 0) > (scores[state] ?? 0)) state = other;
  for (let i = rows.length - 1; i >= 0; i -= 1) {
    chosen[i] = rows[i]?.length === 0 ? 0 : state;
    state = from[i * states + state] ?? 0;
  }
  return chosen;
}

/** Lines of one cell above and below belong to the same columns, as far as they fit and no blank line stands between. */
function spread(rows: readonly (readonly Fragment[])[], widths: readonly number[], chosen: Int8Array): void {
  const take = (to: number, from: number): void => {
    const state = chosen[from] ?? 0;
    const row = rows[to] ?? [];
    if (chosen[to] !== 0 || state === 0 || row.length === 0) return;
    if (row.every(({ ems }) => ems <= (widths[state - 1] ?? 0) + LONGER)) chosen[to] = state;
  };
  for (let i = 1; i < rows.length; i += 1) take(i, i - 1);
  for (let i = rows.length - 2; i >= 0; i -= 1) take(i, i + 1);
}

function saysOf(row: readonly Fragment[], width: number): number {
  let score = 0;
  for (const fragment of row) {
    if (fragment.ems <= width + LONGER) {
      if (fragment.ems >= width - SHORTER) score += FULL_CELL;
      continue;
    }
    const seams = seamsOf(fragment, width);
    // In a line set wide to fill its column any blank may be a seam: it says nothing of where columns end.
    score += seams === null ? TOO_LONG : SEAM * Math.min(seams.filter((seam) => !seam.isWideSet).length, MOST_SEAMS);
  }
  return score;
}

function cellsOf(text: string, fragment: Fragment, width: number): Fragment[] {
  const seams = fragment.ems <= width + LONGER ? null : seamsOf(fragment, width);
  if (seams === null) return [fragment];
  const cells: Fragment[] = [];
  let { start } = fragment;
  for (const seam of seams) {
    cells.push(cutFragment(text, { row: fragment.row, x: 0, start, end: seam.from }));
    start = seam.to;
  }
  cells.push(cutFragment(text, { row: fragment.row, x: 0, start, end: fragment.end }));
  return cells;
}

/** Where a line of several cells is cut; null if it is none of this width. */
function seamsOf(fragment: Fragment, width: number): Gap[] | null {
  const seams: Gap[] = [];
  for (let from = 0; fragment.ems - from > width + LONGER; ) {
    const seam = seamAfter(fragment, from, width);
    if (seam === null) return null;
    seams.push(seam);
    from = seam.ems;
  }
  return seams;
}

function seamAfter({ gaps, ems: end }: Fragment, from: number, width: number): Gap | null {
  let best: Gap | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < gaps.length; i += 1) {
    const gap = gaps[i];
    if (gap === undefined || gap.ems <= from) continue;
    const missing = width - (gap.ems - from);
    if (missing < -LONGER) break;
    if (gap.isInByline && (gaps[i + 1]?.ems ?? end) - gap.ems <= LONGEST_NAME) continue;
    const cost = costOf(missing, gap.isWideSet, from === 0);
    if (cost >= least) continue;
    best = gap;
    least = cost;
  }
  return best;
}

function costOf(missing: number, isWideSet: boolean, isFirst: boolean): number {
  if (isWideSet) {
    if (missing < WIDE_SET_LEAST || missing > WIDE_SET_MOST) return Number.POSITIVE_INFINITY;
    return WIDE_SET_COST + Math.abs(missing - 1);
  }
  if (missing <= SHORTER) return Math.abs(missing);
  // The first cell of a line may have an indent, which the dump has lost.
  return isFirst && missing <= INDENT + SHORTER ? missing : Number.POSITIVE_INFINITY;
}
