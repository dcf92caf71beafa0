import { printedCells } from "../../text/chars.ts";
import type { Clue, Piece } from "../piece.ts";

const FLUSH_HEAD = 0.6;
const INDENTED_HEAD = -2.2;
const PARAGRAPH_HEAD = -9;
const FIRST_HEAD = -3;
const FULL_TAIL = 0.5;
const SHORT_TAIL = -1.3;
/** A piece that breaks off at a column end fills a line at least, and no column is narrower than this, in cells. */
const NARROWEST_COLUMN = 18;
/** The first line of its paragraph is short by an indent, and its commas may be half as wide in the dump. */
const NARROWEST_FIRST = NARROWEST_COLUMN - 5;
/** It may be a subhead, too: 先看云，再下田. */
const FIRST_LINE_ONLY = -1;
const LESS_THAN_A_LINE = -3;
const SAME_WIDTH = 0.2;
const OTHER_WIDTH = -0.5;
/** A closed tail that fills its line, before a flush head: the paragraph goes on in the next column. */
const FULL_BEFORE_FLUSH = 2;

/** No layout says more for a seam than this. */
export const MOST_FROM_LAYOUT = FLUSH_HEAD + FULL_TAIL + SAME_WIDTH;
export const MOST_FROM_LAYOUT_OF_CLOSED = MOST_FROM_LAYOUT + FULL_BEFORE_FLUSH;

/** Made once: hundreds of pairs of a page are asked. */
const CLUES = {
  paragraph: { clue: "paragraph", weight: PARAGRAPH_HEAD, reason: "a paragraph begins after the seam" },
  first: { clue: "paragraph", weight: FIRST_HEAD, reason: "the first text below a title or byline" },
  indented: {
    clue: "indent",
    weight: INDENTED_HEAD,
    reason: "the first line after the seam is short by an indent",
  },
  flush: { clue: "indent", weight: FLUSH_HEAD, reason: "the first line after the seam is full" },
  fullTail: { clue: "last-line", weight: FULL_TAIL, reason: "the last line before the seam is full" },
  columnEnd: {
    clue: "column-end",
    weight: FULL_BEFORE_FLUSH,
    reason: "full line before the seam, full line after it",
  },
  shortTail: { clue: "last-line", weight: SHORT_TAIL, reason: "the last line before the seam is short" },
  tailBelowALine: {
    clue: "last-line",
    weight: LESS_THAN_A_LINE,
    reason: "what stands before the seam is shorter than a line of any column",
  },
  firstLine: {
    clue: "last-line",
    weight: FIRST_LINE_ONLY,
    reason: "before the seam stands no more than the first line of a paragraph in a narrow column",
  },
  headBelowALine: {
    clue: "last-line",
    weight: LESS_THAN_A_LINE,
    reason: "what stands after the seam ends no sentence and is shorter than a line of any column",
  },
} as const satisfies Record<string, Clue>;

/** Column geometry: indents, full last lines and column widths, as far as the dump kept them. */
export function layout(tail: Piece, head: Piece): Clue[] {
  const clues: Clue[] = [];
  const { shape: above } = tail.block;
  const { shape: below } = head.block;
  if (head.block.startsParagraph === true) clues.push(CLUES.paragraph);
  else if (head.isFirst) clues.push(CLUES.first);
  else if (below.isIndented === true) clues.push(CLUES.indented);
  else if (below.isIndented === false) clues.push(CLUES.flush);
  if (above.isLastLineFull === true) {
    clues.push(CLUES.fullTail);
    if (tail.isClosed && below.isIndented === false) clues.push(CLUES.columnEnd);
  } else if (above.isLastLineFull === false) clues.push(CLUES.shortTail);
  // Below a dateline the line began with the dateline.
  if (!tail.isClosed && !tail.isFirst && tail.isLessThanALine)
    clues.push(isFirstLine(tail, head) ? CLUES.firstLine : CLUES.tailBelowALine);
  if (!head.isClosed && !head.leavesPage && head.isLessThanALine) clues.push(CLUES.headBelowALine);
  if (above.width !== null && below.width !== null) clues.push(widthClue(above.width, below.width));
  return clues;
}

function widthClue(above: number, below: number): Clue {
  const isSame = Math.abs(above - below) <= 2;
  const reason = isSame ? `both columns are ${below} cells wide` : `columns of ${above} and ${below} cells`;
  return { clue: "width", weight: isSame ? SAME_WIDTH : OTHER_WIDTH, reason };
}

/** 十二日，对方联: the first line of a paragraph in a narrow column, and the rest of it. No line of verse, and no title. */
function isFirstLine({ words }: Piece, head: Piece): boolean {
  return head.words.length >= SHORTEST_REST && PAUSE.test(words) && !isLessThanALine(words, NARROWEST_FIRST);
}

/** Lines of verse have fewer characters. */
const SHORTEST_REST = 24;
const PAUSE = /[，,、；;：:]/;

/** Whether a text is shorter than a line of any column. */
export function isLessThanALine(words: string, column = NARROWEST_COLUMN): boolean {
  return printedCells(words) < column;
}
