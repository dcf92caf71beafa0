/**
 * Puts the pieces of an article's columns in order, where an engine cut them up or took turns between them.
 *
 * In: blocks of a dump of printed lines. Out: the same blocks; in an article whose text breaks off where nothing goes
 * on, the pieces stand in the order that fits best as a whole. Never: moves a piece out of its article, or its first one.
 *
 * Each piece is followed by one other. What it says at its ends, the width of its column and the order of the dump
 * together score each pair; the best pairs are linked first, until all pieces stand in one row.
 */

import { type Block, changed } from "../blocks/block.ts";
import type { Context } from "../context.ts";
import { continuesBetter, continuity, endOf, startOf } from "../lexicon/continuity.ts";
import { shapeFrom } from "../lines/geometry.ts";
import type { DumpKind } from "../page.ts";
import { append } from "../text/append.ts";
import { looseBrackets } from "../text/brackets.ts";
import { isSentenceEnd, printedWidth } from "../text/chars.ts";
import { plain, slice } from "../text/sourced.ts";
import { beginsCut } from "./evidence/openness.ts";

/** Log-odds of the clues for one piece following another. */
const NEXT = 2.5;
const ONE_SKIPPED = -0.5;
const ONE_BACK = -1;
const EACH_FURTHER = -0.15;
const MOST_FURTHER = 8;
const SAME_WIDTH = 1;
const OTHER_WIDTH = -2.5;
const WORST_CHARACTERS = -2.5;
const BEST_CHARACTERS = 5;
const OPEN_TO_INDENTED = -3;
const OPEN_TO_FLUSH = 0.6;
const OPEN_TO_CUT = 2;
const CLOSED_TO_CUT = -4;
const CLOSED_TO_FLUSH = -2;
const CLOSED_TO_INDENTED = 1;
const CLOSES_BRACKET = 3;
const CLOSES_NOTHING = -2;

/** Widths within this many cells are one: a mark moved to the next line. */
const WIDTH_SLACK = 3;
/** Fewer lines do not show how wide their column is, only how wide at least. */
const MEASURED_LINES = 3;
/** An article has some dozens of pieces; more are no article. */
const MOST_PIECES = 120;
const LEAST_PIECES = 3;
/** A seam worse than this is a reason to look for a better order; and what all seams together must gain. */
const ODD_SEAM = 1;
const LEAST_GAIN = 3;
/** Lines of one block that meet as oddly as this, in log-odds, may be of two columns. */
const CUT_INSIDE = -1;

export function orderColumns(blocks: readonly Block[], kind: DumpKind, context: Context): readonly Block[] {
  if (kind !== "wrapped" && kind !== "spaced") return blocks;
  const out: Block[] = [];
  let from = 0;
  for (let i = 0; i <= blocks.length; i += 1) {
    const block = blocks[i];
    if (block !== undefined && !opensArticle(block)) continue;
    append(out, ordered(blocks.slice(from, i), context));
    if (block !== undefined) out.push(block);
    from = i + 1;
  }
  return out;
}

function opensArticle({ role }: Block): boolean {
  return role === "title" || role === "byline" || role === "sectionLabel" || role === "jump";
}

interface Piece {
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

function ordered(blocks: readonly Block[], context: Context): readonly Block[] {
  const before: Block[] = [];
  const pieces: Piece[] = [];
  for (const block of blocks) {
    const last = pieces[pieces.length - 1];
    if (block.role === "body" || block.role === "subhead") append(pieces, readPieces(block, context));
    else (last?.beside ?? before).push(block);
  }
  if (pieces.length < LEAST_PIECES || pieces.length > MOST_PIECES) return blocks;
  const score = (i: number, j: number): number => scoreOf(pieces[i] as Piece, pieces[j] as Piece, j - i, context);
  let old = 0;
  let worst = Number.POSITIVE_INFINITY;
  for (let i = 0; i + 1 < pieces.length; i += 1) {
    const seam = score(i, i + 1);
    old += seam;
    worst = Math.min(worst, seam);
  }
  if (worst >= ODD_SEAM) return blocks;
  const { order, total } = bestRow(pieces.length, score);
  if (total < old + LEAST_GAIN) return blocks;
  return [...before, ...toBlocks(order.map((i) => pieces[i] as Piece))];
}

/** The pieces in order; those of one block that stand together are one block again. */
function toBlocks(pieces: readonly Piece[]): Block[] {
  const out: Block[] = [];
  for (let at = 0; at < pieces.length; ) {
    const first = pieces[at] as Piece;
    let last = first;
    let end = at + 1;
    for (let next = pieces[end]; next?.block === first.block && next.from === last.to; next = pieces[end]) {
      if (last.beside.length > 0) break;
      last = next;
      end += 1;
    }
    out.push(partOf(first.block, first.from, last.to), ...last.beside);
    at = end;
  }
  return out;
}

/** A block's lines from one to another. */
function partOf(block: Block, from: number, to: number): Block {
  const isLast = to >= block.lines.length;
  if (from === 0 && isLast) return block;
  const words = plain(block.text);
  const ends = lineEnds(words);
  const start = from === 0 ? 0 : (ends[from - 1] ?? words.length);
  const shape = shapeFrom(block.shape, start);
  return changed(block, {
    text: slice(block.text, start, isLast ? words.length : (ends[to - 1] ?? words.length)),
    lines: block.lines.slice(from, to),
    shape: isLast ? shape : { ...shape, isLastLineFull: true },
    startsParagraph: from === 0 ? block.startsParagraph : null,
    blankLinesBefore: from === 0 ? block.blankLinesBefore : 0,
  });
}

/** Offsets behind each line feed of a text. */
function lineEnds(words: string): number[] {
  const ends: number[] = [];
  for (let at = words.indexOf("\n"); at >= 0; at = words.indexOf("\n", at + 1)) ends.push(at + 1);
  return ends;
}

/** A block as one piece, or as several where its lines hardly go on in each other. */
function readPieces(block: Block, context: Context): Piece[] {
  const words = plain(block.text);
  const lines = words.split("\n");
  if (lines.length !== block.lines.length) return [readPiece(block, words, 0, block.lines.length)];
  const out: Piece[] = [];
  let from = 0;
  for (let i = 1; i < lines.length; i += 1) {
    const [above, below] = [lines[i - 1] ?? "", lines[i] ?? ""];
    if (isSentenceEnd(above) || continuesBetter(endOf(above), startOf(below), CUT_INSIDE, context.lexicon)) continue;
    out.push(readPiece(block, lines.slice(from, i).join("\n"), from, i));
    from = i;
  }
  out.push(readPiece(block, lines.slice(from).join("\n"), from, lines.length));
  return out;
}

function readPiece(block: Block, words: string, from: number, to: number): Piece {
  const { open, orphan } = looseBrackets(words);
  const isSubhead = block.role === "subhead";
  let width = 0;
  for (const line of words.split("\n")) {
    let cells = 0;
    for (let i = 0; i < line.length; i += 1) cells += printedWidth(line.charCodeAt(i));
    width = Math.max(width, cells);
  }
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

function scoreOf(tail: Piece, head: Piece, steps: number, context: Context): number {
  let score = placeOf(steps) + widthOf(tail, head);
  if (tail.isClosed) {
    if (head.isCut) return score + CLOSED_TO_CUT;
    if (head.isIndented === true) score += CLOSED_TO_INDENTED;
    else if (head.isIndented === false && tail.isLastLineFull !== true) score += CLOSED_TO_FLUSH;
    return score;
  }
  const { score: characters } = continuity(tail.endOf, head.startOf, context.lexicon);
  score += Math.min(BEST_CHARACTERS, Math.max(WORST_CHARACTERS, characters));
  if (head.isIndented !== null) score += head.isIndented ? OPEN_TO_INDENTED : OPEN_TO_FLUSH;
  if (head.orphan !== null) score += head.orphan === tail.open ? CLOSES_BRACKET : CLOSES_NOTHING;
  else if (head.isCut) score += OPEN_TO_CUT;
  return score;
}

function placeOf(steps: number): number {
  if (steps === 1) return NEXT;
  const further = EACH_FURTHER * Math.min(MOST_FURTHER, Math.abs(steps));
  return further + (steps > 0 ? ONE_SKIPPED : ONE_BACK);
}

/** Columns of one article need not be of one width, where a picture or a headline is in the way. */
function widthOf(tail: Piece, head: Piece): number {
  if (tail.isMeasured && head.isMeasured)
    return Math.abs(tail.width - head.width) <= WIDTH_SLACK ? SAME_WIDTH : OTHER_WIDTH;
  // A line that is wider than the column of the other piece is not in it.
  if (tail.isMeasured && head.width > tail.width + WIDTH_SLACK) return OTHER_WIDTH;
  if (head.isMeasured && tail.width > head.width + WIDTH_SLACK) return OTHER_WIDTH;
  return 0;
}

interface Row {
  readonly order: readonly number[];
  readonly total: number;
}

/** All pieces in one row that begins with the first: the best pairs are linked first. */
function bestRow(count: number, score: (tail: number, head: number) => number): Row {
  const links: { readonly tail: number; readonly head: number; readonly score: number }[] = [];
  for (let tail = 0; tail < count; tail += 1)
    for (let head = 1; head < count; head += 1) if (tail !== head) links.push({ tail, head, score: score(tail, head) });
  links.sort((a, b) => b.score - a.score || a.tail - b.tail || a.head - b.head);
  const next = new Int32Array(count).fill(-1);
  const isHead = new Uint8Array(count);
  /** The other end of the row that a piece at one end is in. */
  const end = Int32Array.from({ length: count }, (_, i) => i);
  let total = 0;
  let linked = 0;
  for (const link of links) {
    if (linked === count - 1) break;
    if (next[link.tail] !== -1 || isHead[link.head] === 1 || end[link.head] === link.tail) continue;
    next[link.tail] = link.head;
    isHead[link.head] = 1;
    const first = end[link.tail] ?? link.tail;
    const last = end[link.head] ?? link.head;
    end[first] = last;
    end[last] = first;
    total += link.score;
    linked += 1;
  }
  const order: number[] = [];
  for (let at = 0; at >= 0; at = next[at] ?? -1) order.push(at);
  return { order, total };
}
