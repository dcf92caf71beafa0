/** What an article has of its columns: a block of text, or the part of one whose lines go on in each other. */
import { type Block, changed } from "../../blocks/block.ts";
import { partOf } from "../../blocks/block-part.ts";
import type { Context } from "../../context.ts";
import { endOf, scoreWithin, startOf } from "../../lexicon/continuity.ts";
import { endedBy } from "../../lines/geometry.ts";
import { looseBrackets } from "../../text/brackets.ts";
import { isHanCode, isSentenceEnd, printedCells } from "../../text/chars.ts";
import { itemAt } from "../../text/list.ts";
import { plain } from "../../text/sourced.ts";
import { beginsCut } from "../evidence/openness.ts";

/** Fewer lines do not show how wide their column is, only how wide at least. */
const MEASURED_LINES = 3;
/** Lines of one block that meet as oddly as this, in log-odds, may be of two columns. */
const CUT_INSIDE = -1;

export interface ColumnPiece {
  readonly block: Block;
  /** Lines of the block that the piece has. */
  readonly from: number;
  readonly to: number;
  /** What stands behind the piece and is no running text. */
  readonly beside: Block[];
  readonly endOf: string;
  readonly startOf: string;
  readonly isClosed: boolean;
  readonly isCut: boolean;
  readonly isIndented: boolean | null;
  readonly isLastLineFull: boolean | null;
  readonly open: string | null;
  readonly orphan: string | null;
  /** Cells of the widest line, and whether it shows the width of the column. */
  readonly width: number;
  readonly isMeasured: boolean;
}

/** A block as one piece, or as several where its lines hardly go on in each other. */
export function readColumnPieces(block: Block, context: Context): ColumnPiece[] {
  const words = plain(block.text);
  const lines = words.split("\n");
  if (lines.length !== block.lines.length) return [readPiece(block, words, lines, 0, block.lines.length)];
  const out: ColumnPiece[] = [];
  let from = 0;
  for (let i = 1; i < lines.length; i += 1) {
    const [above, below] = [itemAt(lines, i - 1) ?? "", lines[i] ?? ""];
    if (isSentenceEnd(above) || !isCutInside(above, below, context)) continue;
    const part = lines.slice(from, i);
    out.push(readPiece(block, part.join("\n"), part, from, i));
    from = i;
  }
  const rest = from === 0 ? lines : lines.slice(from);
  out.push(readPiece(block, from === 0 ? words : rest.join("\n"), rest, from, lines.length));
  return out;
}

function isCutInside(above: string, below: string, { lexicon }: Context): boolean {
  // Most lines go on by the characters at their very ends.
  if (areHan(above, above.length - 2) && areHan(below, 0) && lexicon.seam(above, below) > CUT_INSIDE) return false;
  return scoreWithin(CUT_INSIDE, CUT_INSIDE + 1, endOf(above), startOf(below), lexicon) <= CUT_INSIDE;
}

/** Whether two Han characters stand at an offset. */
function areHan(line: string, at: number): boolean {
  return at >= 0 && at + 1 < line.length && isHanCode(line.charCodeAt(at)) && isHanCode(line.charCodeAt(at + 1));
}

/** @param lines those of the words. */
function readPiece(block: Block, words: string, lines: readonly string[], from: number, to: number): ColumnPiece {
  const { open, orphan } = looseBrackets(words);
  const isSubhead = block.role === "subhead";
  let width = 0;
  for (const line of lines) width = Math.max(width, printedCells(line));
  const isFirst = from === 0;
  return {
    block,
    from,
    to,
    beside: [],
    endOf: endOf(words),
    startOf: startOf(words),
    isClosed: isSubhead || isSentenceEnd(words),
    isCut: orphan !== null || beginsCut(words),
    isIndented:
      isSubhead || (isFirst && block.startsParagraph === true) ? true : isFirst ? block.shape.isIndented : false,
    isLastLineFull: to === block.lines.length ? block.shape.isLastLineFull : true,
    open,
    orphan,
    width,
    isMeasured: to - from >= MEASURED_LINES,
  };
}

/** A block's lines from one to another. */
export function linesOf(block: Block, from: number, to: number): Block {
  const isLast = to >= block.lines.length;
  if (from === 0 && isLast) return block;
  const words = plain(block.text);
  const ends = [0, ...lineEnds(words)];
  const part = partOf(block, ends[from] ?? words.length, isLast ? words.length : ends[to]);
  return isLast ? part : changed(part, { shape: endedBy(part.shape, true) });
}

/** Offsets behind each line feed of a text. */
function lineEnds(words: string): number[] {
  const ends: number[] = [];
  for (let at = words.indexOf("\n"); at >= 0; at = words.indexOf("\n", at + 1)) ends.push(at + 1);
  return ends;
}
