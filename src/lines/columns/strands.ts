/**
 * Cells to strands: lines that stand below each other in one column.
 *
 * In: cells of every row. Out: strands, from top to bottom. A strand ends at a hole (a picture), at a line of another
 * measure (a headline, a subhead) and where nothing goes on. Never: orders strands.
 */
import type { Lexicon } from "../../lexicon/lexicon.ts";
import { append } from "../../text/append.ts";
import type { Source } from "../../text/source.ts";
import type { Cell } from "./cells.ts";
import { BREAK_SHORT_BY, follows, isOdd, NARROWEST_TEXT } from "./follows.ts";
import { goOn, KNOWN_LINES, lastOf, type OpenStrand, overlaps } from "./open-strand.ts";

export interface Strand {
  /** Left edge of the column, without indents. */
  readonly x: number;
  /** Printed length of the longest line with its indent. */
  readonly width: number;
  readonly top: number;
  readonly bottom: number;
  readonly cells: readonly Cell[];
}

/**
 * Rows that hold nothing of a column can stand between two of its lines: lines of a neighbour on a grid of its own, and
 * the headline of a neighbour, around which the dump gives all lines of one column before those of the next.
 */
const MOST_ROWS_BETWEEN = 5;
/** A mark that stands high or low makes a blank row in the midst of all columns. */
const MOST_BLANK_ROWS = 1;

export function readStrands(source: Source, rows: readonly (readonly Cell[])[], lexicon: Lexicon): Strand[] {
  const done: OpenStrand[] = [];
  let open: OpenStrand[] = [];
  const blanks: number[] = [];
  for (const [row, cells] of rows.entries()) {
    blanks.push((blanks[row - 1] ?? 0) + (cells.length === 0 ? 1 : 0));
    if (cells.length === 0) continue;
    const isNear = (strand: OpenStrand): boolean => {
      const last = lastOf(strand).row;
      return row - last <= MOST_ROWS_BETWEEN + 1 && (blanks[row] ?? 0) - (blanks[last] ?? 0) <= MOST_BLANK_ROWS;
    };
    if (!open.every(isNear)) {
      append(
        done,
        open.filter((strand) => !isNear(strand)),
      );
      open = open.filter(isNear);
    }
    const matches = matchRow(source, open, cells, blanks, lexicon);
    const isBreak = endsTogether(
      open,
      matches.map(({ strand }) => strand),
      row,
    );
    const isWidthChange =
      isBreak && matches.filter(({ cell, strand }) => strand === null && cell.ems >= NARROWEST_TEXT).length >= 2;
    const fresh: OpenStrand[] = [];
    for (const { cell, strand } of matches) {
      const isKnown = strand !== null && strand.cells.length >= KNOWN_LINES;
      if (strand === null || (isKnown && (isWidthChange || (isBreak && isOdd(source, strand, cell, BREAK_SHORT_BY))))) {
        fresh.push({ x: cell.x, isExact: cell.isExact, width: cell.ems, cells: [cell] });
      } else goOn(source, strand, cell);
    }
    const cut = open.filter((strand) => fresh.some((other) => overlaps(strand, other)));
    append(
      cut,
      endedTogether(open, fresh, row).filter((strand) => !cut.includes(strand)),
    );
    append(done, cut);
    open = [...open.filter((strand) => !cut.includes(strand)), ...fresh];
  }
  append(done, open);
  return done
    .map((strand) => {
      const { x, width, cells } = strand;
      // Spelled out, so that all strands are alike: V8 is slow at fields of objects that were spread.
      return { x, width, top: cells[0]?.row ?? 0, bottom: lastOf(strand).row, cells };
    })
    .sort((a, b) => a.top - b.top || a.x - b.x);
}

/** Whether two columns or more ended with the line above, and hardly any goes on. */
function endsTogether(open: readonly OpenStrand[], matched: readonly (OpenStrand | null)[], row: number): boolean {
  const above = open.filter((strand) => strand.cells.length >= KNOWN_LINES && lastOf(strand).row === row - 1);
  const goingOn = above.filter((strand) => matched.includes(strand)).length;
  return above.length - goingOn >= 2 && goingOn <= above.length / 2;
}

/** Columns beside each other that ended with the line above, where a title now stands over one of them. */
function endedTogether(open: readonly OpenStrand[], fresh: readonly OpenStrand[], row: number): OpenStrand[] {
  const out: OpenStrand[] = [];
  if (fresh.length === 0) return out;
  let run: OpenStrand[] = [];
  const close = (): void => {
    const known = run.filter((strand) => strand.cells.length >= KNOWN_LINES);
    if (known.length >= 2 && run.some((strand) => fresh.some((other) => overlaps(strand, other)))) append(out, run);
    run = [];
  };
  for (const strand of [...open].sort((a, b) => a.x - b.x)) {
    if (lastOf(strand).row === row - 1) run.push(strand);
    else if (lastOf(strand).row === row) close();
  }
  close();
  return out;
}

interface Match {
  readonly cell: Cell;
  readonly strand: OpenStrand | null;
}

/** Which strand each cell of a row goes on: the closest ones first, and none crosses another. */
function matchRow(
  source: Source,
  open: readonly OpenStrand[],
  cells: readonly Cell[],
  blanks: readonly number[],
  lexicon: Lexicon,
): Match[] {
  const pairs: { cell: Cell; strand: OpenStrand; shift: number }[] = [];
  for (const cell of cells) {
    for (const strand of open) {
      const last = lastOf(strand);
      if ((blanks[cell.row] ?? 0) > (blanks[last.row] ?? 0)) continue;
      if (follows(source, strand, last, cell, lexicon))
        pairs.push({ cell, strand, shift: Math.abs(cell.x - strand.x) });
    }
  }
  if (pairs.length > 1) pairs.sort((a, b) => a.shift - b.shift);
  const chosen: { readonly cell: Cell; readonly strand: OpenStrand }[] = [];
  for (const pair of pairs) {
    const { cell, strand } = pair;
    const isFree = chosen.every(
      (other) => other.cell !== cell && other.strand !== strand && other.cell.x < cell.x === other.strand.x < strand.x,
    );
    if (isFree) chosen.push(pair);
  }
  return cells.map((cell) => chosen.find((pair) => pair.cell === cell) ?? { cell, strand: null });
}
