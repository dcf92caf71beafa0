/**
 * Whether a line goes on with the column above it.
 *
 * In: an open strand, its last line and a line further down. Out: the answer. Never: chooses among strands.
 */
import type { Lexicon } from "../../lexicon/lexicon.ts";
import { isSentenceEnd, visibleLength } from "../../text/chars.ts";
import type { Source } from "../../text/source.ts";
import type { Cell } from "./cells.ts";
import { isAllIndented, KNOWN_LINES, LEAST_INDENT, type OpenStrand, SLACK } from "./open-strand.ts";
import { saysOff, saysOn } from "./says-on.ts";

const MOST_INDENT = 4.5;
/** Rows to the next line of a column, with one between that only a neighbour fills. */
const CLOSE_ROWS = 2;
/** A line that ends this much early, and not with a sentence, is a title. */
const TITLE_SHORT_BY = 4;
/** The same, where something else speaks for the end of the column too. */
export const BREAK_SHORT_BY = 1.5;
/** Ends a paragraph although no sentence: 如下： */
const PARAGRAPH_END = "：:；;、，,）)";
/** Blanks that a line may have without being set wide. */
const MOST_PRINTED_BLANKS = 3;
/** A dateline opens an article: 本报讯（记者; 新华社北京4月1日电. */
const OPENING = /^[^，。]{1,14}[讯訊电電](?:$|[（( ])/u;
/** A reckoned place is off by less than this part of the column. */
const RECKONED_SHIFT = 0.45;
/** Shorter pieces say nothing of a change of columns. */
export const NARROWEST_TEXT = 8;
/** A line this much longer than the column above it does not belong to it. */
const TOO_LONG = 2.5;
/** Full lines of a column differ by less, but for digits and letters. */
const LONGER = 0.8;
/** No line begins with such a mark: the character before it moves to the next line as well. */
const NO_START = "，。、；：！？）》”’」』";

export function follows(source: Source, strand: OpenStrand, last: Cell, cell: Cell, lexicon: Lexicon): boolean {
  const shift = cell.x - strand.x;
  const isKnown = strand.cells.length >= KNOWN_LINES;
  const isFar = Math.abs(shift) > Math.max(SLACK, strand.width * RECKONED_SHIFT);
  if (isKnown && (isFar || cell.ems > strand.width + TOO_LONG)) return false;
  // A headline below the column is longer and says something else.
  if (cell.ems > longestOf(source, strand, isKnown, cell) + LONGER && saysOff(source, last, cell, lexicon))
    return false;
  const isClosed = isSentenceEnd(source.text.slice(last.start, last.end));
  if (!isClosed && opensParagraph(source.text, cell) && !saysOn(source, last, cell, lexicon)) return false;
  if (isKnown && isOdd(source, strand, cell, cell.row > last.row + 1 ? BREAK_SHORT_BY : TITLE_SHORT_BY)) return false;
  // Below rows that hold nothing of the column, a line that does not go on with it is a headline.
  if (isKnown && !isClosed && cell.row > last.row + CLOSE_ROWS && saysOff(source, last, cell, lexicon)) return false;
  if (!isKnown) {
    const hasIndent = (strand.cells[0]?.x ?? strand.x) - Math.min(strand.x, cell.x) > LEAST_INDENT;
    const isNear =
      cell.row === last.row + 1 ||
      (hasIndent && Math.abs(shift) <= SLACK) ||
      // A neighbour set on other lines has a row to itself between each two of the column.
      (cell.row === last.row + 2 &&
        !isClosed &&
        Math.abs(shift) <= SLACK &&
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
    // No paragraph begins in the midst of a sentence: an indented line there is a headline.
    if (isKnown && isIndented && !isClosed && !saysOn(source, last, cell, lexicon)) return false;
    return !isKnown || !isClosed || isIndented || last.ems > strand.width - TOO_LONG;
  }
  if (Math.abs(shift) <= SLACK) return true;
  if (shift > 0) return isClosed && shift <= MOST_INDENT;
  if (!isAllIndented(strand) || shift < -MOST_INDENT) return false;
  return Math.abs(last.ems + 2 - cell.ems) <= TOO_LONG || endsParagraphOfTwo(source, last, cell, lexicon);
}

/** A question or its answer, the head of a paragraph in brackets: `问：`, `【案情】`. */
const PARAGRAPH_START = /^(?:[问問答][：:]|【[〇㐀-鿿]{2,6}】)/u;
const LONGEST_START = 8;

/** No paragraph begins in the midst of a sentence: the line above is a title. */
function opensParagraph(text: string, { start, end }: Cell): boolean {
  return (
    "问問答【".includes(text.charAt(start)) &&
    PARAGRAPH_START.test(text.slice(start, Math.min(end, start + LONGEST_START)))
  );
}

/** The other line of a paragraph that has two. */
function endsParagraphOfTwo(source: Source, last: Cell, cell: Cell, lexicon: Lexicon): boolean {
  return (
    cell.row === last.row + 1 &&
    cell.ems < last.ems &&
    last.ems >= NARROWEST_TEXT &&
    isSentenceEnd(source.text.slice(cell.start, cell.end)) &&
    saysOn(source, last, cell, lexicon)
  );
}

/** By a mark, although it ends no sentence. */
function endsParagraph(text: string, { end }: Cell): boolean {
  return PARAGRAPH_END.includes(text.charAt(end - 1));
}

/** Neither a full line nor the end of a paragraph: a title. */
export function isOdd(source: Source, strand: OpenStrand, cell: Cell, by: number): boolean {
  const words = source.text.slice(cell.start, cell.end);
  if (isSentenceEnd(words) || endsParagraph(source.text, cell)) return false;
  // A line set wide to fill its column is as long as the column.
  if (words.length - visibleLength(words) > MOST_PRINTED_BLANKS) return false;
  const ems = cell.ems + (cell.x - strand.x > LEAST_INDENT ? 2 : 0);
  return Math.abs(ems - strand.width) >= by;
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
