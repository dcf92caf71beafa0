/**
 * Blocks of hard-wrapped dumps, where each line is a printed line.
 *
 * In: lines. Out: blocks of one or more lines; a line end inside a block stands as a line feed in its text, so that
 * later stages know it for certain. Never: drops a line.
 *
 * A line goes on in the next one while it fills its column or breaks off in mid-sentence. What is set in another
 * measure (titles, bylines, folio lines) stands by itself.
 */
import type { Line } from "../lines/lines.ts";
import { isBlankCode, isSentenceEnd, printedWidth } from "../text/chars.ts";
import type { Source } from "../text/source.ts";
import { concat, fromSource, type Piece, type Sourced } from "../text/sourced.ts";
import { type Block, newBlock } from "./block.ts";

/** A printed line, measured. */
export interface PrintedLine {
  readonly line: Line;
  readonly text: string;
  /** Printed cells; blanks count where they can have been printed. */
  readonly cells: number;
  /** Leading blanks, in characters. */
  readonly indent: number;
  readonly blankLines: number;
  /** Width in cells of the column it stands in; 0 where its neighbours agree on none. */
  readonly column: number;
}

/** Lines this far up and down tell the width of a column. */
const WINDOW = 7;
/** Two full lines of one column differ by no more than this: a mark or a number moved to the next line. */
const SAME_WIDTH_CELLS = 2;
const NARROWEST_COLUMN = 14;
/** A line that ends this much earlier ends its paragraph, or was cut short by a picture. */
const SHORT_BY_CELLS = 5;
/** A paragraph's first line starts this many cells later: two Han characters. */
const INDENT_CELLS = 4;
/** Nothing begins with these. */
const CLOSING_MARK = /^[，。、；：！？）》」』”’,.;:!?)\]]/u;

export function formWrapped(source: Source, lines: readonly Line[], blanksCount: boolean): Block[] {
  const printed = measurePrinted(source, lines, blanksCount);
  const blocks: Block[] = [];
  let run: PrintedLine[] = [];
  const close = (): void => {
    const [first] = run;
    if (first === undefined) return;
    blocks.push({
      ...newBlock(
        runText(source, run),
        first.blankLines,
        run.map((item) => item.line),
      ),
      headingLevel: first.line.headingLevel,
      followsPicture: first.blankLines >= 3 && blocks.length > 0,
    });
    run = [];
  };
  for (const [i, item] of printed.entries()) {
    const above = printed[i - 1];
    if (above !== undefined && breaksBetween(above, item)) close();
    run.push(item);
  }
  close();
  return blocks;
}

function measurePrinted(source: Source, lines: readonly Line[], blanksCount: boolean): PrintedLine[] {
  const out: Omit<PrintedLine, "column">[] = [];
  let blankLines = 0;
  for (const line of lines) {
    if (line.isBlank) {
      blankLines += 1;
      continue;
    }
    const text = source.text.slice(line.start, line.end);
    let cells = 0;
    for (let i = 0; i < text.length; i += 1) {
      const code = text.charCodeAt(i);
      cells += blanksCount && isBlankCode(code) ? 1 : printedWidth(code);
    }
    out.push({ line, text, cells, indent: line.start - line.lineStart, blankLines });
    blankLines = 0;
  }
  return out.map((item, i) => ({ ...item, column: columnWidth(out, i) }));
}

/** The greatest width that at least two other lines nearby agree with. */
function columnWidth(lines: readonly { readonly cells: number }[], index: number): number {
  const from = Math.max(0, index - WINDOW);
  const to = Math.min(lines.length - 1, index + WINDOW);
  let width = 0;
  for (let a = from; a <= to; a += 1) {
    const here = lines[a]?.cells ?? 0;
    if (here <= width || here < NARROWEST_COLUMN) continue;
    let agreeing = 0;
    for (let b = from; b <= to && agreeing < 2; b += 1) {
      if (a !== b && Math.abs((lines[b]?.cells ?? 0) - here) <= SAME_WIDTH_CELLS) agreeing += 1;
    }
    if (agreeing >= 2) width = here;
  }
  // A line narrower than half the widest column nearby may belong to a narrow one of its own.
  return width;
}

function breaksBetween(above: PrintedLine, below: PrintedLine): boolean {
  if (below.blankLines > 0 || below.line.headingLevel > 0 || above.line.headingLevel > 0) return true;
  if (CLOSING_MARK.test(below.text)) return false;
  if (below.indent >= above.indent + 2) return true;
  if (above.column === 0 || below.column === 0) return true;
  if (Math.abs(above.column - below.column) > SHORT_BY_CELLS) return true;
  if (above.cells > above.column + SAME_WIDTH_CELLS) return true;
  const isShort = above.cells < above.column - SHORT_BY_CELLS;
  const endsSentence = isSentenceEnd(above.text);
  // The first line of a paragraph is short by its indent where the dump kept no blanks for it.
  const isFirstLine = !endsSentence && above.cells >= above.column - INDENT_CELLS - SHORT_BY_CELLS;
  if (isShort && !isFirstLine) return true;
  if (!endsSentence) return false;
  const isBelowIndented =
    below.cells <= below.column - INDENT_CELLS + 1 && below.cells >= below.column - INDENT_CELLS - SHORT_BY_CELLS;
  const isBelowShort = below.cells < below.column - SHORT_BY_CELLS && !isSentenceEnd(below.text);
  return isShort || isBelowIndented || isBelowShort;
}

function runText(source: Source, run: readonly PrintedLine[]): Sourced {
  const parts: Sourced[] = [];
  for (const [i, item] of run.entries()) {
    const next = run[i + 1];
    parts.push(fromSource(source, item.line.start, item.line.end));
    if (next === undefined) continue;
    parts.push({ source, pieces: [seam(source, item.line.end, next.line.start)] });
  }
  return concat(...parts);
}

/** The line feed with the blanks around it; nothing of the source where the lines come from woven columns. */
function seam(source: Source, from: number, to: number): Piece {
  const isAdjacent = to >= from && source.text.slice(from, to).trim() === "";
  return { start: from, end: isAdjacent ? to : from, text: "\n", rules: ["lines/end"] };
}
