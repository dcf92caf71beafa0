/**
 * Cells to strands: lines that stand below each other in one column.
 *
 * In: cells of every row. Out: strands, from top to bottom. A strand ends at a hole (a picture), at a line of another
 * measure (a headline, a subhead) and where nothing goes on. Never: orders strands.
 */

import type { Lexicon } from "../../lexicon/lexicon.ts";
import { append } from "../../text/append.ts";
import { isSentenceEnd, visibleLength } from "../../text/chars.ts";
import type { Source } from "../../text/source.ts";
import type { Cell } from "./cells.ts";
import { saysOff, saysOn } from "./says-on.ts";

export interface Strand {
  /** Left edge of the column, without indents. */
  readonly x: number;
  /** Printed length of the longest line with its indent. */
  readonly width: number;
  readonly top: number;
  readonly bottom: number;
  readonly cells: readonly Cell[];
}

interface OpenStrand {
  x: number;
  /** Whether a line gave `x` exactly. */
  isExact: boolean;
  width: number;
  readonly cells: Cell[];
}

/** Lines of one column differ by this much where their place was reckoned, in em. */
const SLACK = 1.3;
/** Indent of a first line: two em, for which a dump may have up to four blanks. */
const LEAST_INDENT = 1.3;
const MOST_INDENT = 4.5;
/**
 * Rows that hold nothing of a column can stand between two of its lines: lines of a neighbour on a grid of its own, and
 * the headline of a neighbour, around which the dump gives all lines of one column before those of the next.
 */
const MOST_ROWS_BETWEEN = 5;
/** A mark that stands high or low makes a blank row in the midst of all columns. */
const MOST_BLANK_ROWS = 1;
/** A line that ends this much early, and not with a sentence, is a title. */
const TITLE_SHORT_BY = 4;
/** The same, where something else speaks for the end of the column too. */
const BREAK_SHORT_BY = 1.5;
/** Ends a paragraph although no sentence: 如下： */
const PARAGRAPH_END = "：:；;、，,）)";
/** Blanks that a line may have without being set wide. */
const MOST_PRINTED_BLANKS = 3;
/** A dateline opens an article: 本报讯（记者; 新华社北京4月1日电. */
const OPENING = /^[^，。]{1,14}[讯訊电電](?:$|[（( ])/u;
/** A reckoned place is off by less than this part of the column. */
const RECKONED_SHIFT = 0.45;
/** After this many lines the width of a column is known. */
const KNOWN_LINES = 3;
/** Shorter pieces say nothing of a change of columns. */
const NARROWEST_TEXT = 8;
/** A line this much longer than the column above it does not belong to it. */
const TOO_LONG = 2.5;
/** Full lines of a column differ by less, but for digits and letters. */
const LONGER = 0.8;
/** No line begins with such a mark: the character before it moves to the next line as well. */
const NO_START = "，。、；：！？）》”’」』";

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

function lastOf(strand: OpenStrand): Cell {
  const last = strand.cells[strand.cells.length - 1];
  if (last === undefined) throw new RangeError("a strand has a first cell");
  return last;
}

function goOn(source: Source, strand: OpenStrand, cell: Cell): void {
  const last = lastOf(strand);
  const isClosed = isSentenceEnd(source.text.slice(last.start, last.end));
  const shift = cell.x - strand.x;
  const canIndent = isClosed && cell.ems <= strand.width - 1;
  if (cell.isExact && !strand.isExact) {
    strand.x = canIndent ? cell.x - 2 : cell.x;
    strand.isExact = !canIndent;
  } else if (shift < -SLACK && isAllIndented(strand)) {
    if (cell.isExact) strand.x = cell.x;
    else if (cell.ems > last.ems + 1) strand.x -= 2;
  }
  // Where the place was only reckoned, and between lines that go on, a shift is none on paper.
  const isIndented = cell.isExact && isClosed && cell.x - strand.x > LEAST_INDENT && cell.ems <= strand.width - 1;
  strand.cells.push(isIndented ? cell : movedTo(cell, strand.x));
  strand.width = Math.max(strand.width, cell.ems + (isIndented ? 2 : 0));
}

function movedTo({ row, ems, start, end, isExact }: Cell, x: number): Cell {
  return { row, x, ems, start, end, isExact };
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

/** Neither a full line nor the end of a paragraph: a title. */
function isOdd(source: Source, strand: OpenStrand, cell: Cell, by: number): boolean {
  const words = source.text.slice(cell.start, cell.end);
  if (isSentenceEnd(words) || PARAGRAPH_END.includes(words.charAt(words.length - 1))) return false;
  // A line set wide to fill its column is as long as the column.
  if (words.length - visibleLength(words) > MOST_PRINTED_BLANKS) return false;
  const ems = cell.ems + (cell.x - strand.x > LEAST_INDENT ? 2 : 0);
  return Math.abs(ems - strand.width) >= by;
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
      if ((blanks[cell.row] ?? 0) > (blanks[last.row] ?? 0)) {
        if (!isSameEdge(strand, last, cell) || saysOff(source, last, cell, lexicon)) continue;
      }
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

/** Over a blank row, only what fits exactly: a full line, then one at the same edge. */
function isSameEdge(strand: OpenStrand, last: Cell, cell: Cell): boolean {
  return (
    strand.cells.length >= KNOWN_LINES && last.ems > strand.width - TOO_LONG && Math.abs(cell.x - strand.x) <= SLACK
  );
}

function follows(source: Source, strand: OpenStrand, last: Cell, cell: Cell, lexicon: Lexicon): boolean {
  const shift = cell.x - strand.x;
  const isKnown = strand.cells.length >= KNOWN_LINES;
  const isFar = Math.abs(shift) > Math.max(SLACK, strand.width * RECKONED_SHIFT);
  if (isKnown && (isFar || cell.ems > strand.width + TOO_LONG)) return false;
  // A headline below the column is longer and says something else.
  if (cell.ems > longestOf(source, strand, isKnown, cell) + LONGER && saysOff(source, last, cell, lexicon))
    return false;
  const isClosed = isSentenceEnd(source.text.slice(last.start, last.end));
  if (isKnown && isOdd(source, strand, cell, cell.row > last.row + 1 ? BREAK_SHORT_BY : TITLE_SHORT_BY)) return false;
  if (!isKnown) {
    const hasIndent = (strand.cells[0]?.x ?? strand.x) - Math.min(strand.x, cell.x) > LEAST_INDENT;
    const isNear =
      cell.row === last.row + 1 ||
      (hasIndent && Math.abs(shift) <= SLACK) ||
      // A neighbour set on other lines has a row to itself between each two of the column.
      (cell.row === last.row + 2 &&
        !isClosed &&
        (Math.abs(shift) <= SLACK || isAfterIndent(strand, cell)) &&
        Math.min(last.ems, cell.ems) >= NARROWEST_TEXT &&
        !saysOff(source, last, cell, lexicon));
    if (!isNear || !isAlike(source, strand, last, cell)) {
      // Rows of a headline beside it stand between two lines of a column that say that they go on.
      return (
        Math.abs(shift) <= MOST_INDENT &&
        Math.abs(cell.ems - last.ems) <= TOO_LONG &&
        saysOn(source, last, cell, lexicon)
      );
    }
  }
  // Places of one column are not always the same; what tells is that nothing stands closer.
  if (isKnown || !cell.isExact || !strand.isExact) {
    if (isFar) return false;
    // After a last line comes an indented one.
    // After a narrow gutter an indent makes a wide one, and the place is exact.
    const isIndented = cell.isExact && (shift > LEAST_INDENT || !strand.isExact);
    return !isKnown || !isClosed || isIndented || last.ems > strand.width - TOO_LONG;
  }
  if (Math.abs(shift) <= SLACK) return true;
  if (shift > 0) return isClosed && shift <= MOST_INDENT;
  return isAllIndented(strand) && shift >= -MOST_INDENT && Math.abs(last.ems + 2 - cell.ems) <= TOO_LONG;
}

/** Length of a full line; of a column not known yet, its only line may be indented, or its place may not be sure. */
function longestOf(source: Source, { x, width, isExact, cells }: OpenStrand, isKnown: boolean, cell: Cell): number {
  const [only] = cells;
  if (only === undefined || isKnown || cells.length > 1) return width;
  // Blanks of a byline are printed.
  const words = source.text.slice(only.start, only.end);
  const blanks = words.length - visibleLength(words);
  const moved = NO_START.includes(source.text.charAt(cell.start + 1)) ? 1 : 0;
  return width + moved + blanks + (isExact && cell.isExact ? Math.min(2, Math.max(0, x - cell.x)) : 2);
}

/** A full line behind the first line of a paragraph. */
function isAfterIndent({ x, cells }: OpenStrand, cell: Cell): boolean {
  const [first] = cells;
  if (first === undefined || cells.length > 1 || x - cell.x < LEAST_INDENT || x - cell.x > MOST_INDENT) return false;
  return Math.abs(first.ems + 2 - cell.ems) <= SLACK;
}

/** Whether the strand so far can be first lines only: one, or one behind a paragraph of one line. */
function isAllIndented({ cells }: OpenStrand): boolean {
  const [first, second] = cells;
  return cells.length === 1 || (cells.length === 2 && first?.x === second?.x);
}

/** Whether two lines of an unknown column can be of one text: both are full but for an indent or the end of a paragraph. */
function isAlike(source: Source, strand: OpenStrand, last: Cell, cell: Cell): boolean {
  if (isSentenceEnd(source.text.slice(last.start, last.end))) {
    return !cell.isExact || cell.x - strand.x > LEAST_INDENT || last.ems >= cell.ems - TOO_LONG;
  }
  if (OPENING.test(source.text.slice(cell.start, cell.end))) return false;
  const above = last.ems + Math.min(2, Math.max(0, last.x - Math.min(strand.x, cell.x)));
  if (Math.abs(above - cell.ems) <= TOO_LONG) return true;
  return cell.ems < above && isSentenceEnd(source.text.slice(cell.start, cell.end));
}

function overlaps(a: OpenStrand, b: OpenStrand): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width;
}
